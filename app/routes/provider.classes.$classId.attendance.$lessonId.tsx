import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { attendanceForm } from '~/domain/attendance/inputs';
import { getAttendanceSheet } from '~/domain/attendance/queries.server';
import { recordAttendance } from '~/domain/attendance/record-attendance.server';
import { formatSpan } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { AttendanceSheet, MarksTable } from '~/ui/attendance-sheet';
import { LinkButton, SubmitButton } from '~/ui/button';
import { ClassTabs } from '~/ui/class-tabs';
import { EmptyState } from '~/ui/empty-state';
import { TextArea } from '~/ui/fields';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { Page, Row, Section } from '~/ui/page';
import { StatusBadge } from '~/ui/status-badge';
import classes from '~/ui/teaching.module.css';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'attendance:sheet.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    return getAttendanceSheet(actor, params.classId ?? '', params.lessonId ?? '', now());
  });

export const action = ({ request, params: { classId = '', lessonId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'provider_staff');
    const intent = await intentOf(request, 'save', 'all_present');
    const { marks, lateReason } = await parseForm(request, attendanceForm);
    const ctx = contextFor(actor);
    if (intent === 'all_present') {
      const { trainees } = await getAttendanceSheet(actor, classId, lessonId, ctx.now);
      const chosen = new Set(marks.map((mark) => mark.enrolmentId));
      const rest = trainees.filter((row) => !chosen.has(row.enrolmentId) && row.mark === null);
      marks.push(...rest.map(({ enrolmentId }) => ({ enrolmentId, mark: 'present' as const, minutesLate: null })));
    }
    const { changed } = await recordAttendance(ctx, { classId, lessonId, marks, lateReason });
    const words = changed === 0 ? 'attendance:sheet.unchanged' : 'attendance:sheet.saved';
    return redirectWithToast(paths.attendance(classId, lessonId), words, { count: changed });
  });

export default function LessonAttendance() {
  const sheet = useLoaderData<typeof loader>();
  const { head, lesson, trainees } = sheet;
  const { t } = useTranslation(['attendance', 'class']);
  const language = useLanguage();
  const marked = trainees.filter((row) => row.mark !== null).length;
  const why = lockedBecause(sheet);
  return (
    <Page
      title={lesson.title}
      lead={`${formatSpan(lesson.startsAt, lesson.endsAt, language)} · ${t(`class:lessonKind.${lesson.kind}`)} · ${t('minutes', { value: lesson.minutes })}`}
      status={lesson.status === 'cancelled' ? <StatusBadge kind="class:lessonStatus" status="cancelled" /> : null}
      breadcrumbs={[
        { label: head.title, to: paths.providerClass(head.id) },
        { label: t('overview.title'), to: paths.attendanceOverview(head.id) },
        { label: lesson.title },
      ]}
      actions={
        <>
          {sheet.previousId && (
            <LinkButton to={paths.attendance(head.id, sheet.previousId)} emphasis="second" small>
              {t('sheet.previous')}
            </LinkButton>
          )}
          {sheet.nextId && (
            <LinkButton to={paths.attendance(head.id, sheet.nextId)} emphasis="second" small>
              {t('sheet.next')}
            </LinkButton>
          )}
        </>
      }
    >
      <ClassTabs classId={head.id} />
      {why && <Notice tone="info">{t(why)}</Notice>}
      {sheet.undecided > 0 && (
        <Notice tone="warn">
          <Row>
            <span>{t('sheet.undecided', { count: sheet.undecided })}</span>
            <LinkButton to={paths.providerClass(head.id)} emphasis="quiet" small>
              {t('sheet.decide')}
            </LinkButton>
          </Row>
        </Notice>
      )}
      <Section
        title={lesson.status === 'cancelled' ? t('sheet.title') : t('sheet.position', { number: lesson.number, of: lesson.of })}
        intro={sheet.mayRecord ? t('sheet.lead') : undefined}
        actions={<span className="numeric">{t('sheet.marked', { marked, total: trainees.length })}</span>}
      >
        {trainees.length === 0 && <EmptyState title={t('sheet.nobody')} />}
        {trainees.length > 0 && sheet.mayRecord && (
          <Form key={lesson.id}>
            <AttendanceSheet rows={trainees} />
            {sheet.needsReason && (
              <TextArea name="lateReason" label={t('sheet.lateReason')} hint={t('sheet.lateReasonHint')} rows={2} maxLength={300} />
            )}
            <div className={classes.bar}>
              <SubmitButton intent="save">{t('sheet.save')}</SubmitButton>
              {marked < trainees.length && (
                <SubmitButton intent="all_present" emphasis="second">
                  {t('sheet.allPresent')}
                </SubmitButton>
              )}
              <small className={classes.keys}>{t('sheet.keys')}</small>
            </div>
          </Form>
        )}
        {trainees.length > 0 && !sheet.mayRecord && <MarksTable rows={trainees} caption={t('sheet.group')} />}
      </Section>
    </Page>
  );
}

type Sheet = ReturnType<typeof useLoaderData<typeof loader>>;

const lockedBecause = ({ mayRecord, lesson }: Sheet) => {
  if (mayRecord) return null;
  if (lesson.status === 'cancelled') return 'sheet.cancelled';
  return lesson.begun ? 'sheet.locked' : 'sheet.notBegun';
};
