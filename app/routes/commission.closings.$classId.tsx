import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getAttendanceOverview } from '~/domain/attendance/queries.server';
import { closeClass } from '~/domain/completion/close-class.server';
import { closingDecisionForm, closingReturnForm } from '~/domain/completion/inputs';
import { getClosing } from '~/domain/completion/queries.server';
import { returnClosing } from '~/domain/completion/return-closing.server';
import { formatDateTime, formatDays } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { LessonsProgress } from '~/ui/attendance-tables';
import { ClosingGapsList } from '~/ui/closing-gaps-list';
import { ClosingHistory } from '~/ui/closing-history';
import { ClosingTable } from '~/ui/closing-table';
import { ConfirmForm } from '~/ui/confirm-form';
import { DefinitionList } from '~/ui/definition-list';
import { NextStep } from '~/ui/next-step';
import { Notice } from '~/ui/notice';
import { Page, Row, Section } from '~/ui/page';
import { PrintButton } from '~/ui/page-tools';
import { PassRuleList } from '~/ui/pass-rule';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

const OFFICERS = ['district_officer', 'city_officer'] as const;
export const meta: MetaFunction = (args) => titleFrom(args, 'completion:review.title');

export const loader = ({ request, params: { classId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, ...OFFICERS);
    const [closing, attendance] = await Promise.all([getClosing(actor, classId, now()), getAttendanceOverview(actor, classId, now())]);
    return { closing, lessons: attendance.lessons };
  });

export const action = ({ request, params: { classId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, ...OFFICERS);
    const here = paths.reviewClosing(classId);
    if ((await intentOf(request, 'approve', 'return')) === 'return') {
      await returnClosing(contextFor(actor), { classId, ...(await parseForm(request, closingReturnForm)) });
      return redirectWithToast(here, 'completion:review.returned');
    }
    const results = await closeClass(contextFor(actor), { classId, ...(await parseForm(request, closingDecisionForm)) });
    return results
      ? redirectWithToast(here, 'completion:review.approved', { ...results })
      : redirectWithToast(here, 'completion:review.already');
  });

type Closing = ReturnType<typeof useLoaderData<typeof loader>>['closing'];

export default function ReviewClosing() {
  const { closing, lessons } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['completion', 'class', 'course']);
  const language = useLanguage();
  const { head, open, trainees } = closing;
  const supplementary = closing.kind === 'supplementary' && open !== null;
  return (
    <Page
      title={head.title}
      status={<StatusBadge kind="class:status" status={head.phase} />}
      lead={t('review.title')}
      breadcrumbs={[{ label: t('review.title'), to: paths.commission() }, { label: head.title }]}
      width="wide"
      actions={<PrintButton />}
    >
      <NextStep to={open && closing.mayReview ? '#decision' : undefined} action={t('course:review.decide')}>
        {useNext(closing)}
      </NextStep>
      <Section title={t('personTime.class')}>
        <DefinitionList
          items={[
            [t('personTime.code'), head.code],
            [t('personTime.provider'), head.provider],
            [t('record.dates'), formatDays(head.startsOn, head.endsOn, language)],
            [t('review.counts'), t(closing.countsTowardPlan ? 'review.countsYes' : 'review.countsNo')],
            open && [t('review.submittedBy'), open.submittedBy],
            open && [t('review.submittedAt'), formatDateTime(open.submittedAt)],
            open?.note ? [t('review.note'), open.note] : null,
          ]}
        />
      </Section>
      {open && (
        <Section title={t('review.missing')}>
          {closing.gaps.length === 0 ? (
            <Notice tone="good">{t('review.nothingMissing')}</Notice>
          ) : (
            <ClosingGapsList gaps={closing.gaps} unmarked={closing.unmarked} />
          )}
        </Section>
      )}
      <Section title={t('closing.results')} intro={t('closing.resultsIntro')}>
        <ClosingTable rows={trainees} supplementary={supplementary} evidence />
      </Section>
      {open && closing.mayReview && <Decide closing={closing} closingId={open.id} />}
      <Section title={t('closing.lessons')}>
        <LessonsProgress rows={lessons} people={trainees.length} />
      </Section>
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

/** Approve the whole batch, or give it back with the reason. */
const Decide = ({ closing, closingId }: { closing: Closing; closingId: string }) => {
  const { t } = useTranslation('completion');
  const passing = closing.trainees.filter((row) => row.concerned && row.decision.result === 'passed').length;
  return (
    <Section title={t('review.decision')} id="decision">
      <Row>
        {closing.gaps.length === 0 && (
          <ConfirmForm
            name="approve"
            intent="approve"
            label={t('review.approve')}
            explanation={t('review.approveExplain', { count: passing })}
            values={{ closingId }}
            reason={false}
          />
        )}
        <ConfirmForm
          name="return"
          intent="return"
          label={t('review.return')}
          explanation={t('review.returnExplain')}
          values={{ closingId }}
          danger
        />
      </Row>
    </Section>
  );
};

const useNext = ({ open, mayReview, overdue }: Closing): string => {
  const { t } = useTranslation('completion');
  if (!open) return t('review.nextNothing');
  if (!mayReview) return t('review.nextElsewhere');
  return overdue ? t('review.nextOverdue', { date: open.decisionDueOn }) : t('review.next', { date: open.decisionDueOn });
};
