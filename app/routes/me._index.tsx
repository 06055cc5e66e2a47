import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listMine } from '~/domain/certificate/held-queries.server';
import { listFeedbackAsked } from '~/domain/completion/feedback-facts.server';
import { OPEN_ENROLMENT_STATUSES } from '~/domain/enrolment/enrolment';
import { nextStepOf } from '~/domain/enrolment/next-step';
import { findNextLesson, listMyEnrolments } from '~/domain/enrolment/queries.server';
import { countUnread } from '~/domain/notification/queries.server';
import { beijingDate } from '~/domain/shared/period';
import { findLogToWrite } from '~/domain/talent/placement/task-queries.server';
import { listNextClasses } from '~/domain/training-class/next-classes.server';
import { formatDays } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { CertificateNextStep } from '~/ui/certificate-next-step';
import { DataTable } from '~/ui/data-table';
import { MyNextStep } from '~/ui/my-next-step';
import { NextStep } from '~/ui/next-step';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { LogStep } from '~/ui/placement-steps';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor, signedIn } from '~/web/actor.server';
import { paths } from '~/web/paths';

const SUGGESTIONS = 3;

export const meta: MetaFunction = (args) => titleFrom(args, 'home:me.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'trainee');
    const name = (await signedIn(request))?.displayName ?? '';
    const open = (actor.personId ? await listMyEnrolments(actor.personId) : []).filter((row) =>
      (OPEN_ENROLMENT_STATUSES as readonly string[]).includes(row.status),
    );
    const lessons = await Promise.all(open.map((row) => findNextLesson(row.classId, now())));
    const classes = open.length > 0 ? [] : await listNextClasses(SUGGESTIONS, now());
    return {
      name,
      waitsForClaim: actor.personId === null,
      unread: await countUnread(actor),
      certificates: await listMine(actor, now()),
      today: beijingDate(now()),
      feedback: actor.personId ? (await listFeedbackAsked(actor.personId, now()))[0] : undefined,
      log: actor.personId ? await findLogToWrite(actor.personId, now()) : null,
      step: nextStepOf(open.map((row, at) => ({ ...row, nextLesson: lessons[at] ?? null }))),
      enrolments: open.map(({ id, status, courseTitle, startsOn, endsOn, place }) => ({
        id,
        status,
        courseTitle,
        startsOn,
        endsOn,
        place,
      })),
      classes: classes.map(({ id, courseTitle, providerName, startsOn, endsOn, capacity, seatsTaken }) => ({
        id,
        courseTitle,
        providerName,
        startsOn,
        endsOn,
        free: capacity - seatsTaken,
      })),
    };
  });

export default function Me() {
  const { name, waitsForClaim, unread, step, enrolments, classes, certificates, today, feedback, log } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['home', 'common', 'certificate', 'feedback']);
  const language = useLanguage();
  return (
    <Page title={t('me.greeting', { name })} width="narrow">
      {waitsForClaim ? <Notice tone="warn">{t('me.claim')}</Notice> : <MyNextStep step={step} />}
      {log && <LogStep institutionName={log.institutionName} to={paths.myPlacements()} />}
      {feedback && (
        <NextStep to={paths.myFeedback(feedback.enrolmentId)} action={t('feedback:give.action')}>
          {t('feedback:give.ask', { course: feedback.courseTitle, date: feedback.untilOn })}
        </NextStep>
      )}
      <CertificateNextStep certificates={certificates} today={today} quiet />
      <p>
        <Link to={paths.myCertificates()}>{t('certificate:mine.title')}</Link>
      </p>
      {unread > 0 ? (
        <Notice>
          {t('me.unread', { count: unread })} <a href={paths.inbox({ unread: 1 })}>{t('me.toInbox')}</a>
        </Notice>
      ) : null}
      {enrolments.length > 0 ? (
        <Section title={t('me.enrolments')}>
          <DataTable
            caption={t('me.enrolments')}
            captionHidden
            rows={enrolments}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'course',
                header: t('me.course'),
                cell: (row) => <a href={paths.myEnrolment(row.id)}>{row.courseTitle}</a>,
                rowHeader: true,
              },
              { key: 'dates', header: t('me.dates'), nowrap: true, cell: (row) => formatDays(row.startsOn, row.endsOn, language) },
              { key: 'place', header: t('me.place'), cell: (row) => row.place || '—' },
              { key: 'status', header: t('me.status'), cell: (row) => <StatusBadge kind="enrolment:status" status={row.status} /> },
            ]}
          />
        </Section>
      ) : null}
      {classes.length > 0 ? (
        <Section
          title={t('me.suggestions')}
          actions={
            <LinkButton to={paths.courses()} emphasis="quiet">
              {t('join.all')}
            </LinkButton>
          }
        >
          <DataTable
            caption={t('me.suggestions')}
            captionHidden
            rows={classes}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'course',
                header: t('me.course'),
                cell: (row) => <a href={paths.class(row.id)}>{row.courseTitle}</a>,
                rowHeader: true,
              },
              { key: 'provider', header: t('join.provider'), cell: (row) => row.providerName },
              { key: 'dates', header: t('me.dates'), nowrap: true, cell: (row) => formatDays(row.startsOn, row.endsOn, language) },
              { key: 'free', header: t('join.seats'), cell: (row) => row.free, numeric: true },
            ]}
          />
        </Section>
      ) : null}
    </Page>
  );
}
