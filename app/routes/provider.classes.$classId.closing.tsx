import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { closingForm } from '~/domain/completion/inputs';
import { getClosing } from '~/domain/completion/queries.server';
import { submitClosing } from '~/domain/completion/submit-closing.server';
import { now } from '~/platform/clock.server';
import { SubmitButton } from '~/ui/button';
import { ClassTabs } from '~/ui/class-tabs';
import { ClosingGapsList } from '~/ui/closing-gaps-list';
import { ClosingHistory } from '~/ui/closing-history';
import { ClosingTable } from '~/ui/closing-table';
import { EmptyState } from '~/ui/empty-state';
import { TextArea } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { PrintButton } from '~/ui/page-tools';
import { PassRuleList } from '~/ui/pass-rule';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'completion:closing.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    return getClosing(actor, params.classId ?? '', now());
  });

export const action = ({ request, params: { classId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'provider_staff');
    const { note } = await parseForm(request, closingForm);
    await submitClosing(contextFor(actor), { classId, note });
    return redirectWithToast(paths.closing(classId), 'completion:closing.submitted');
  });

type Closing = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ClassClosing() {
  const closing = useLoaderData<typeof loader>();
  const { t } = useTranslation('completion');
  const { head, gaps, trainees, kind } = closing;
  const of = (result: string) => trainees.filter((row) => row.decision.result === result).length;
  const counts = { passed: of('passed'), failed: of('failed'), absent: of('absent'), undetermined: of('undetermined') };
  return (
    <Page
      title={t('closing.title')}
      lead={`${head.title} · ${head.code}`}
      breadcrumbs={[{ label: head.title, to: paths.providerClass(head.id) }, { label: t('closing.title') }]}
      width="wide"
      actions={trainees.length > 0 && <PrintButton />}
    >
      <ClassTabs classId={head.id} />
      <NextStep>{useNext(closing)}</NextStep>
      {gaps.length > 0 && head.status !== 'cancelled' && (
        <Section title={t('closing.gaps')}>
          <ClosingGapsList gaps={gaps} unmarked={closing.unmarked} classId={head.id} />
        </Section>
      )}
      <Section title={t('closing.results')} intro={t('closing.resultsIntro')}>
        {trainees.length === 0 ? (
          <EmptyState title={t('scores.noTrainees')} />
        ) : (
          <>
            <p>{t('closing.counts', counts)}</p>
            <ClosingTable rows={trainees} supplementary={kind === 'supplementary'} />
          </>
        )}
      </Section>
      {closing.maySubmit && (
        <Section title={t(`closingKind.${kind}`)} intro={t('closing.submitExplain')}>
          <Form>
            <TextArea name="note" label={t('closing.note')} hint={t('closing.noteHint')} optional rows={3} maxLength={1000} />
            <FormActions>
              <SubmitButton>{t(kind === 'main' ? 'closing.submit' : 'closing.submitSupplementary')}</SubmitButton>
            </FormActions>
          </Form>
        </Section>
      )}
      <Section title={t('rule.title')}>
        <PassRuleList rule={closing.passRule} />
      </Section>
      {closing.closings.length > 0 && (
        <Section title={t('closing.history')}>
          <ClosingHistory steps={closing.closings} />
        </Section>
      )}
    </Page>
  );
}

/** The one sentence on what to do now. */
const useNext = ({ head, gaps, open, kind, closings, concerned }: Closing): string => {
  const { t } = useTranslation('completion');
  if (head.status === 'cancelled') return t('closing.nextCancelled');
  if (open) return t('closing.nextWait', { date: open.decisionDueOn });
  if (kind === 'supplementary') return concerned > 0 ? t('closing.nextSupplementary', { count: concerned }) : t('closing.nextClosed');
  const [last] = closings;
  if (last?.status === 'returned') return t('closing.nextReturned', { reason: last.decisionReason ?? '' });
  return gaps.length > 0 ? t('closing.nextGaps') : t('closing.nextSubmit');
};
