import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { nearDaysForm } from '~/domain/health-care/rule/inputs';
import { listHealthCareRules } from '~/domain/health-care/rule/rules.server';
import { beijingDate } from '~/domain/shared/period';
import { can } from '~/domain/shared/policy';
import { changeSetting, settingNow } from '~/domain/shared/settings.server';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { ConfirmForm } from '~/ui/confirm-form';
import { NumberField } from '~/ui/fields';
import { HealthCareRuleVersion } from '~/ui/health-care-rule-version';
import { ListExport } from '~/ui/list-export';
import { Page, Row, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'health:rule.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const mayEdit = can(actor, 'health_care_rule.edit');
    const [rules, nearDays] = await Promise.all([
      listHealthCareRules(beijingDate(now()), { drafts: mayEdit }),
      settingNow('health_care_near_days'),
    ]);
    return { rules, mayEdit, nearDays };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'city_officer'));
    await changeSetting(ctx, 'health_care_near_days', (await parseForm(request, nearDaysForm)).value);
    return redirectWithToast(paths.healthCareRules(), 'health:rule.nearSaved');
  });

export default function HealthCareRules() {
  const { t } = useTranslation('health');
  const { rules, mayEdit, nearDays } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('rule.title')}
      lead={`${t('rule.lead')}${mayEdit ? '' : t('rule.readOnly')}`}
      breadcrumbs={[{ label: t('coverage.title'), to: paths.healthCare() }, { label: t('rule.title') }]}
      actions={
        <Row>
          {mayEdit && <LinkButton to={paths.newHealthCareRule()}>{t('rule.newTitle')}</LinkButton>}
          <ListExport list="health-care-rules" />
        </Row>
      }
    >
      <Section>
        {rules.map((rule) => (
          <HealthCareRuleVersion key={rule.id} rule={rule} to={paths.healthCareRule(rule.id)} />
        ))}
      </Section>
      <Section title={t('rule.near')}>
        <p>{t('rule.nearText', { days: nearDays })}</p>
        {mayEdit && (
          <ConfirmForm name="near" label={t('rule.nearChange')} reason={false}>
            <NumberField name="value" label={t('rule.nearDays')} defaultValue={nearDays} maxLength={2} />
          </ConfirmForm>
        )}
      </Section>
    </Page>
  );
}
