import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { isFuture } from '~/domain/certificate/counting-rule';
import { editRule } from '~/domain/certificate/edit-rule.server';
import { publishRule } from '~/domain/certificate/publish-rule.server';
import { withdrawRule } from '~/domain/certificate/withdraw-rule.server';
import { CLAUSE_LINES, ruleForm } from '~/domain/rate/inputs';
import { readRule } from '~/domain/rate/rules.server';
import { reasonInput } from '~/domain/shared/inputs';
import { beijingDate } from '~/domain/shared/period';
import { can } from '~/domain/shared/policy';
import { NotFound } from '~/domain/shared/refusals';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { ConfirmForm } from '~/ui/confirm-form';
import { Page, Row, Section } from '~/ui/page';
import { RuleForm } from '~/ui/rule-form';
import { RuleState, RuleVersion } from '~/ui/rule-version';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'rate:rules.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const today = beijingDate(now());
    const rule = await readRule(params.ruleId ?? '', today);
    const mayEdit = can(actor, 'rule.edit');
    if (rule.status === 'draft' && !mayEdit) throw new NotFound();
    return {
      rule,
      mayEdit: mayEdit && rule.status === 'draft',
      mayPublish: mayEdit && rule.status === 'draft',
      mayWithdraw: mayEdit && (rule.status === 'draft' || (rule.status === 'published' && isFuture(rule, today))),
      mayDraft: mayEdit,
      lines: Math.min(CLAUSE_LINES, rule.clauses.length + 3),
    };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'city_officer'));
    const ruleId = params.ruleId ?? '';
    const back = paths.rule(ruleId);
    const intent = await intentOf(request, 'save', 'publish', 'withdraw');
    if (intent === 'publish') {
      await publishRule(ctx, ruleId);
      return redirectWithToast(back, 'rate:rule.published');
    }
    if (intent === 'withdraw') {
      await withdrawRule(ctx, ruleId, (await parseForm(request, reasonInput)).reason);
      return redirectWithToast(back, 'rate:rule.withdrawn');
    }
    await editRule(ctx, ruleId, (await parseForm(request, ruleForm)).text);
    return redirectWithToast(back, 'rate:rule.saved');
  });

export default function Rule() {
  const { t } = useTranslation(['rate', 'rule']);
  const { rule, mayEdit, mayPublish, mayWithdraw, mayDraft, lines } = useLoaderData<typeof loader>();
  const title = t('rate:rule.title', { rule: t(`rule:code.${rule.code}`), version: rule.version });
  return (
    <Page
      title={title}
      status={<RuleState state={rule.state} from={rule.inForceFromOn} />}
      lead={rule.state === 'draft' ? t('rate:rule.rehearseHint') : undefined}
      breadcrumbs={[{ label: t('rate:rules.title'), to: paths.rules() }, { label: title }]}
      actions={
        <Row>
          <LinkButton to={paths.rehearsal(rule.id)} emphasis={rule.state === 'draft' ? 'main' : 'second'}>
            {t('rate:rule.rehearse')}
          </LinkButton>
          {mayDraft && (
            <LinkButton to={paths.newRule({ code: rule.code, from: rule.id })} emphasis="second">
              {t('rate:rules.newDraft')}
            </LinkButton>
          )}
        </Row>
      }
    >
      <Section title={t('rate:rule.lines')}>
        <RuleVersion rule={rule} />
      </Section>
      {mayPublish && (
        <Section title={t('rate:rule.publish')}>
          <ConfirmForm
            label={t('rate:rule.publish')}
            explanation={t('rate:rule.publishText', { from: rule.inForceFromOn })}
            intent="publish"
            reason={false}
          />
        </Section>
      )}
      {mayEdit && (
        <Section title={t('rate:rule.save')}>
          <RuleForm key={JSON.stringify(rule)} rule={rule} isNew={false} lines={lines} />
        </Section>
      )}
      {mayWithdraw && (
        <Section title={t('rate:rule.withdraw')}>
          <ConfirmForm label={t('rate:rule.withdraw')} explanation={t('rate:rule.withdrawText')} intent="withdraw" danger />
        </Section>
      )}
    </Page>
  );
}
