import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RULE_CODES } from '~/domain/certificate/counting-rule';
import { rateSettingForm } from '~/domain/rate/inputs';
import { listRules } from '~/domain/rate/rules.server';
import { beijingDate } from '~/domain/shared/period';
import { can } from '~/domain/shared/policy';
import { changeSetting, settingNow } from '~/domain/shared/settings.server';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { ListExport } from '~/ui/list-export';
import { Page, Row, Section } from '~/ui/page';
import { RateSettings } from '~/ui/rate-settings';
import { RuleVersion } from '~/ui/rule-version';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'rate:rules.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const mayEdit = can(actor, 'rule.edit');
    const [rules, coverage, licensed] = await Promise.all([
      listRules(beijingDate(now()), { drafts: mayEdit }),
      settingNow('rate_coverage_percent'),
      settingNow('rate_counts_licensed'),
    ]);
    return { rules, mayEdit, settings: { coverage, licensed: licensed === 1 } };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'city_officer'));
    const { key, value } = await parseForm(request, rateSettingForm);
    await changeSetting(ctx, key, value);
    return redirectWithToast(paths.rules(), 'rate:settings.saved');
  });

export default function Rules() {
  const { t } = useTranslation(['rate', 'rule']);
  const { rules, mayEdit, settings } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('rate:rules.title')}
      lead={`${t('rate:rules.lead')}${mayEdit ? '' : t('rate:rules.readOnly')}`}
      breadcrumbs={[{ label: t('rate:title'), to: paths.rate() }, { label: t('rate:rules.title') }]}
      actions={
        <Row>
          {mayEdit && <LinkButton to={paths.newRule()}>{t('rate:rules.newDraft')}</LinkButton>}
          <ListExport list="counting-rules" />
        </Row>
      }
    >
      {RULE_CODES.map((code) => (
        <Section key={code} title={t(`rule:code.${code}`)} intro={t(`rule:codeHint.${code}`)}>
          {rules
            .filter((rule) => rule.code === code)
            .map((rule) => (
              <RuleVersion key={rule.id} rule={rule} to={paths.rule(rule.id)} />
            ))}
        </Section>
      ))}
      {mayEdit && <RateSettings {...settings} />}
    </Page>
  );
}
