import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { draftHealthCareRule } from '~/domain/health-care/rule/draft-rule.server';
import { healthCareRuleForm, newHealthCareRuleSearch } from '~/domain/health-care/rule/inputs';
import { SEED_RULE } from '~/domain/health-care/rule/rule-seed';
import { healthCareDraftBasis } from '~/domain/health-care/rule/rules.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { HealthCareRuleForm } from '~/ui/health-care-rule-form';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'health:rule.newTitle');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'city_officer');
    const today = beijingDate(now());
    const basis = await healthCareDraftBasis(parseSearch(request, newHealthCareRuleSearch).from, today);
    return { rule: { ...(basis ?? SEED_RULE), inForceFromOn: addDays(today, 30) } };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    const ruleId = await draftHealthCareRule(contextFor(actor), await parseForm(request, healthCareRuleForm));
    return redirectWithToast(paths.healthCareRule(ruleId), 'health:rule.drafted');
  });

export default function NewHealthCareRule() {
  const { t } = useTranslation('health');
  const { rule } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('rule.newTitle')}
      lead={t('rule.basedOn')}
      breadcrumbs={[{ label: t('rule.title'), to: paths.healthCareRules() }, { label: t('rule.newTitle') }]}
    >
      <Section>
        <HealthCareRuleForm rule={rule} isNew />
      </Section>
    </Page>
  );
}
