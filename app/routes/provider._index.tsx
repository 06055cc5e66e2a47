import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listCourseTasks, listProviderTasks } from '~/domain/enrolment/task-queries.server';
import { countGuidanceTasks } from '~/domain/health-care/guidance-tasks.server';
import { countOwing } from '~/domain/health-care/training/owed.server';
import { countPlacementTasks } from '~/domain/talent/placement/task-queries.server';
import { formatDateTime, NOTHING } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { GuidanceSteps } from '~/ui/guidance-steps';
import { NextStep } from '~/ui/next-step';
import { OwingStep } from '~/ui/owing-step';
import { Page, Row, Stack } from '~/ui/page';
import { PlacementSteps } from '~/ui/placement-steps';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'class:work.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const { minimum, applicants, toClose, unmarked } = await listProviderTasks(actor, now());
    return {
      minimum,
      applicants,
      toClose,
      unmarked: unmarked.map((lesson) => ({ ...lesson, startsAt: lesson.startsAt.toISOString() })),
      courses: await listCourseTasks(actor),
      owing: await countOwing(actor, now()),
      guidance: await countGuidanceTasks(actor, now()),
      placements: await countPlacementTasks(actor, 'college', now()),
    };
  });

export default function ProviderWork() {
  const { minimum, applicants, toClose, unmarked, courses, owing, guidance, placements } = useLoaderData<typeof loader>();
  const { t } = useTranslation('class');
  const nothing =
    guidance.late +
      placements.weeks +
      guidance.answered +
      owing.waiting +
      owing.overdue +
      minimum.length +
      applicants.length +
      toClose.length +
      unmarked.length +
      courses.length ===
    0;
  return (
    <Page
      title={t('work.title')}
      lead={nothing ? t('work.none') : t('work.lead')}
      actions={
        <Row>
          <LinkButton to={paths.newClass()}>{t('list.new')}</LinkButton>
          <LinkButton to={paths.providerClasses()} emphasis="second">
            {t('list.title')}
          </LinkButton>
        </Row>
      }
    >
      <Stack>
        <OwingStep {...owing} to={paths.providerHealthCare()} />
        <GuidanceSteps {...guidance} />
        <PlacementSteps {...placements} to={paths.placements()} />
        {minimum.map((row) => (
          <NextStep key={`minimum-${row.classId}`} to={`${paths.providerClass(row.classId)}#minimum`} action={t('work.decide')}>
            {t('work.minimum', {
              course: row.courseTitle,
              code: row.classCode,
              enrolled: row.seatsTaken,
              minimum: row.minimumSize,
              date: row.dueOn ?? NOTHING,
            })}
          </NextStep>
        ))}
        {applicants.map((row) => (
          <NextStep key={`applicants-${row.classId}`} to={paths.providerClass(row.classId, { show: 'decide' })} action={t('work.review')}>
            {t(row.ready > 0 ? 'work.applicants' : 'work.applicantsWaiting', {
              course: row.courseTitle,
              code: row.classCode,
              n: row.n,
              ready: row.ready,
            })}
          </NextStep>
        ))}
        {unmarked.map((row) => (
          <NextStep key={`lesson-${row.lessonId}`} to={paths.attendance(row.classId, row.lessonId)} action={t('work.mark')}>
            {t('work.unmarked', { code: row.classCode, title: row.title, time: formatDateTime(row.startsAt) })}
          </NextStep>
        ))}
        {toClose.map((row) => (
          <NextStep key={`close-${row.classId}`} to={paths.closing(row.classId)} action={t('work.close')}>
            {t('work.toClose', { course: row.courseTitle, code: row.classCode, date: row.endsOn })}
          </NextStep>
        ))}
        {courses.map((row) => (
          <NextStep
            key={`course-${row.id}`}
            to={paths.providerCourse(row.id)}
            action={row.status === 'returned' ? t('work.edit') : row.status === 'approved' ? t('work.publish') : t('work.continue')}
          >
            {row.status === 'returned'
              ? t('work.courseReturned', { title: row.title, reason: row.reason ?? NOTHING })
              : t(row.status === 'approved' ? 'work.courseApproved' : 'work.courseDraft', { title: row.title })}
          </NextStep>
        ))}
      </Stack>
    </Page>
  );
}
