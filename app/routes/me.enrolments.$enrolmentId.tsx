import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getMyFeedback } from '~/domain/completion/feedback-facts.server';
import { acceptOffer, declineOffer } from '~/domain/enrolment/answer-offer.server';
import { mayMove } from '~/domain/enrolment/enrolment';
import { reasonInput } from '~/domain/enrolment/inputs';
import { findNextLesson, getMyEnrolment } from '~/domain/enrolment/queries.server';
import { withdrawEnrolment } from '~/domain/enrolment/withdraw-enrolment.server';
import { listPublicLessons } from '~/domain/training-class/queries.server';
import { CLASS_OPEN } from '~/domain/training-class/training-class';
import { formatDateTime, formatDays } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { SubmitButton } from '~/ui/button';
import { ConfirmForm } from '~/ui/confirm-form';
import { DefinitionList } from '~/ui/definition-list';
import { EnrolmentSentence } from '~/ui/enrolment-sentence';
import { Form } from '~/ui/form';
import { LessonList } from '~/ui/lesson-list';
import { NextStep } from '~/ui/next-step';
import { Notice } from '~/ui/notice';
import { Page, Row, Section } from '~/ui/page';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'enrolment:mine.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'trainee');
    const { startsAt, offerExpiresAt, createdAt, ...row } = await getMyEnrolment(actor, params.enrolmentId ?? '');
    const at = now();
    const next = row.status === 'approved' || row.status === 'attending' ? await findNextLesson(row.classId, at) : null;
    const lessons = await listPublicLessons(row.classId);
    const { state, untilOn } = await getMyFeedback(actor, row.id, at);
    return {
      ...row,
      createdAt: createdAt.toISOString(),
      offerExpiresAt: offerExpiresAt?.toISOString() ?? null,
      mayWithdraw:
        mayMove(row.status, 'withdrawn', 'trainee') && CLASS_OPEN.includes(row.classStatus) && (startsAt > at || row.freeWithdrawal),
      feedback: { state, untilOn },
      nextLesson: next && { startsAt: next.startsAt.toISOString(), place: next.place || row.place },
      lessons: lessons.map((lesson) => ({ ...lesson, startsAt: lesson.startsAt.toISOString(), endsAt: lesson.endsAt.toISOString() })),
    };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'trainee');
    const id = params.enrolmentId ?? '';
    const here = paths.myEnrolment(id);
    switch (await intentOf(request, 'accept', 'decline', 'withdraw')) {
      case 'accept':
        await acceptOffer(contextFor(actor), id);
        return redirectWithToast(here, 'enrolment:mine.accepted');
      case 'decline':
        await declineOffer(contextFor(actor), id);
        return redirectWithToast(here, 'enrolment:mine.declined');
      case 'withdraw': {
        const { reason } = await parseForm(request, reasonInput);
        await withdrawEnrolment(contextFor(actor), id, reason);
        return redirectWithToast(here, 'enrolment:mine.withdrawn');
      }
    }
  });

export default function MyEnrolment() {
  const row = useLoaderData<typeof loader>();
  const { t } = useTranslation(['enrolment', 'class', 'course', 'feedback']);
  const language = useLanguage();
  const accept = (
    <Form name="accept">
      <SubmitButton intent="accept">{t('mine.accept')}</SubmitButton>
    </Form>
  );
  return (
    <Page
      title={`${row.courseTitle} ${row.classCode}`}
      status={<StatusBadge kind="enrolment:status" status={row.status} />}
      breadcrumbs={[{ label: t('mine.title'), to: paths.myEnrolments() }, { label: row.classCode }]}
    >
      <NextStep control={row.status === 'offered' ? accept : undefined}>
        <EnrolmentSentence facts={{ ...row, classCancelled: row.classStatus === 'cancelled' }} />
      </NextStep>
      {row.feedback.state === 'open' && (
        <NextStep to={paths.myFeedback(row.id)} action={t('feedback:give.action')}>
          {t('feedback:give.ask', { course: row.courseTitle, date: row.feedback.untilOn })}
        </NextStep>
      )}
      {row.freeWithdrawal && row.mayWithdraw && row.changeReason && (
        <Notice tone="warn" title={t('next.free')}>
          {t('class:page.changed', { reason: row.changeReason })}
        </Notice>
      )}
      <Section title={t('mine.about')}>
        <DefinitionList
          items={[
            [t('mine.class'), <Link key="class" to={paths.class(row.classId)}>{`${row.courseTitle} ${row.classCode}`}</Link>],
            [t('mine.dates'), formatDays(row.startsOn, row.endsOn, language)],
            [t('class:field.place'), row.place],
            row.meetingLink
              ? [
                  t('mine.link'),
                  <a key="link" href={row.meetingLink} rel="noreferrer">
                    {row.meetingLink}
                  </a>,
                ]
              : null,
            [t('class:page.provider'), row.providerName],
            [t('mine.contact'), [row.contactName, row.contactPhone].filter(Boolean).join(' ')],
            [t('mine.enrolledOn'), formatDateTime(row.createdAt)],
            row.institutionName ? [t('mine.institution'), row.institutionName] : null,
            row.institutionAnswer === 'not_needed'
              ? null
              : [t('mine.answer'), <StatusBadge key="answer" kind="enrolment:institutionAnswer" status={row.institutionAnswer} />],
            row.reason ? [t('mine.reason'), row.reason] : null,
            row.remark ? [t('form.remark'), row.remark] : null,
            row.feedback.state === 'given' ? [t('feedback:title'), t('feedback:state.given')] : null,
          ]}
        />
      </Section>
      <Section title={t('mine.timetable')}>
        <LessonList lessons={row.lessons} empty={t('class:lesson.empty')} />
      </Section>
      {(row.status === 'offered' || row.mayWithdraw) && (
        <Row>
          {row.status === 'offered' ? (
            <ConfirmForm
              name="decline"
              intent="decline"
              label={t('mine.decline')}
              explanation={t('mine.declineText')}
              reason={false}
              danger
            />
          ) : (
            <ConfirmForm name="withdraw" intent="withdraw" label={t('mine.withdraw')} explanation={t('mine.withdrawText')} danger />
          )}
        </Row>
      )}
    </Page>
  );
}
