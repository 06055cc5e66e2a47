import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { editHealthCareRule } from '~/domain/health-care/rule/edit-rule.server';
import { healthCareRuleForm } from '~/domain/health-care/rule/inputs';
import { publishHealthCareRule } from '~/domain/health-care/rule/publish-rule.server';
import { readHealthCareRule } from '~/domain/health-care/rule/rules.server';
import { withdrawHealthCareRule } from '~/domain/health-care/rule/withdraw-rule.server';
import { reasonInput } from '~/domain/shared/inputs';
import { beijingDate } from '~/domain/shared/period';
import { can } from '~/domain/shared/policy';
import { NotFound } from '~/domain/shared/refusals';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { ConfirmForm } from '~/ui/confirm-form';
import { HealthCareRuleForm } from '~/ui/health-care-rule-form';
import { HealthCareRuleState, HealthCareRuleVersion } from '~/ui/health-care-rule-version';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'health:rule.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const rule = await readHealthCareRule(params.ruleId ?? '', beijingDate(now()));
    const mayEdit = can(actor, 'health_care_rule.edit');
    if (rule.state === 'draft' && !mayEdit) throw new NotFound();
    return {
      rule,
      mayChange: mayEdit && rule.state === 'draft',
      mayWithdraw: mayEdit && (rule.state === 'draft' || rule.state === 'future'),
      mayDraft: mayEdit,
    };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'city_officer'));
    const ruleId = params.ruleId ?? '';
    const back = paths.healthCareRule(ruleId);
    const intent = await intentOf(request, 'save', 'publish', 'withdraw');
    if (intent === 'publish') {
      await publishHealthCareRule(ctx, ruleId);
      return redirectWithToast(back, 'health:rule.published');
    }
    if (intent === 'withdraw') {
      await withdrawHealthCareRule(ctx, ruleId, (await parseForm(request, reasonInput)).reason);
      return redirectWithToast(back, 'health:rule.withdrawn');
    }
    await editHealthCareRule(ctx, ruleId, await parseForm(request, healthCareRuleForm));
    return redirectWithToast(back, 'health:rule.saved');
  });

export default function HealthCareRule() {
  const { t } = useTranslation('health');
  const { rule, mayChange, mayWithdraw, mayDraft } = useLoaderData<typeof loader>();
  const title = `${t('rule.title')} · ${t('rule.heading', { version: rule.version })}`;
  return (
    <Page
      title={title}
      status={<HealthCareRuleState state={rule.state} from={rule.inForceFromOn} />}
      breadcrumbs={[{ label: t('rule.title'), to: paths.healthCareRules() }, { label: t('rule.heading', { version: rule.version }) }]}
      actions={
        mayDraft && (
          <LinkButton to={paths.newHealthCareRule({ from: rule.id })} emphasis="second">
            {t('rule.newTitle')}
          </LinkButton>
        )
      }
    >
      <Section>
        <HealthCareRuleVersion rule={rule} />
      </Section>
      {mayChange && (
        <>
          <Section title={t('rule.publish')}>
            <ConfirmForm
              label={t('rule.publish')}
              explanation={t('rule.publishText', { from: rule.inForceFromOn })}
              intent="publish"
              reason={false}
            />
          </Section>
          <Section title={t('rule.save')}>
            <HealthCareRuleForm key={JSON.stringify(rule)} rule={rule} isNew={false} />
          </Section>
        </>
      )}
      {mayWithdraw && (
        <Section title={t('rule.withdraw')}>
          <ConfirmForm label={t('rule.withdraw')} explanation={t('rule.withdrawText')} intent="withdraw" danger />
        </Section>
      )}
    </Page>
  );
}
