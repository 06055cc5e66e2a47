import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { changeInput, proposalInput } from '~/domain/organisation/institution/inputs';
import { getOwnInstitution } from '~/domain/organisation/institution-page.server';
import { proposeChange, withdrawChange } from '~/domain/organisation/propose-change.server';
import { beijingDate } from '~/domain/shared/period';
import { ConfirmForm } from '~/ui/confirm-form';
import { ChangeDetails, ChangeHistory, useFieldNames } from '~/ui/institution-changes';
import { InstitutionFile } from '~/ui/institution-file';
import { Classes, Remarks } from '~/ui/institution-remarks';
import { InstitutionTimeline } from '~/ui/institution-timeline';
import { NextStep } from '~/ui/next-step';
import { Page, Section, Stack } from '~/ui/page';
import { ProposalForm } from '~/ui/proposal-form';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'institution:own.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'institution_admin'));
    return { ...(await getOwnInstitution(actor, now)), today: beijingDate(now) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'institution_admin'));
    if ((await intentOf(request, 'propose', 'withdraw')) === 'withdraw') {
      await withdrawChange(ctx, (await parseForm(request, changeInput)).changeId);
      return redirectWithToast(paths.institutionFile(), 'institution:own.withdrawn');
    }
    await proposeChange(ctx, await parseForm(request, proposalInput));
    return redirectWithToast(paths.institutionFile(), 'institution:own.submitted');
  });

export default function OwnFile() {
  const { institution, facts, capacity, caregivers, periods, changes, principals, warnings, missing, today } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('institution');
  const names = useFieldNames();
  const waiting = changes.find(({ status }) => status === 'submitted');
  const decided = changes.filter(({ status }) => status !== 'submitted');
  const { filingStatus } = institution;
  return (
    <Page
      title={t('own.title')}
      lead={t('own.lead')}
      status={filingStatus && <StatusBadge kind="organisation:filingStatus" status={filingStatus} />}
    >
      {waiting && <NextStep>{t('own.waiting', { date: waiting.decisionDueOn })}</NextStep>}
      {!waiting && decided[0]?.status === 'returned' && (
        <NextStep to="#propose" action={t('own.propose')} detail={decided[0].decisionReason}>
          {t('own.returned')}
        </NextStep>
      )}
      {!waiting && missing.length > 0 && (
        <NextStep to="#propose" action={t('own.propose')}>
          {t('own.noDistrict', { fields: names(missing) })}
        </NextStep>
      )}
      <Remarks warnings={warnings} missing={[]} />
      {waiting && (
        <Section title={t('page.changes')}>
          <Stack>
            <ChangeDetails change={waiting} people={principals} />
            <ConfirmForm
              intent="withdraw"
              label={t('own.withdraw')}
              explanation={t('own.withdrawText')}
              values={{ changeId: waiting.id }}
              reason={false}
            />
          </Stack>
        </Section>
      )}
      <Section title={facts.name}>
        <InstitutionFile {...institution} facts={facts} people={principals} />
      </Section>
      <Classes groups={facts.classes} capacity={capacity} caregivers={caregivers} />
      <Section title={t('page.timeline')} intro={t('page.timelineText')}>
        <InstitutionTimeline label={t('page.timeline')} periods={periods} mayCorrect={false} licensing={false} />
      </Section>
      {!waiting && <ProposalForm {...{ institution, facts, today }} people={principals} />}
      {decided.length > 0 && (
        <Section title={t('page.earlierChanges')}>
          <ChangeHistory changes={decided} people={principals} />
        </Section>
      )}
    </Page>
  );
}
