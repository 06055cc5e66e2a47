import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { draftRule } from '~/domain/certificate/draft-rule.server';
import { CLAUSE_LINES, newRuleSearch, ruleForm } from '~/domain/rate/inputs';
import { draftBasis } from '~/domain/rate/rules.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { Page, Section } from '~/ui/page';
import { RuleForm } from '~/ui/rule-form';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'rate:rule.newTitle');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'city_officer');
    const { code, from } = parseSearch(request, newRuleSearch);
    const today = beijingDate(now());
    const basis = await draftBasis(code, from, today);
    const inForceFromOn = addDays(today, 30);
    const empty = { code, titleZh: '', titleEn: '', isOfficial: false, documentNo: '', requireValidHealthCert: false, clauses: [] };
    return { rule: { ...empty, ...basis, inForceFromOn }, lines: Math.min(CLAUSE_LINES, (basis?.clauses.length ?? 0) + 3) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    const { code, text } = await parseForm(request, ruleForm);
    return redirectWithToast(paths.rule(await draftRule(contextFor(actor), code, text)), 'rate:rule.drafted');
  });

export default function NewRule() {
  const { t } = useTranslation('rate');
  const { rule, lines } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('rule.newTitle')}
      lead={t('rule.basedOn')}
      breadcrumbs={[{ label: t('rules.title'), to: paths.rules() }, { label: t('rule.newTitle') }]}
    >
      <Section title={t('rule.create')}>
        <RuleForm rule={rule} isNew lines={lines} />
      </Section>
    </Page>
  );
}
