import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findNextClass, fittingOf } from '~/domain/enrolment/fitting-queries.server';
import { requestInput } from '~/domain/enrolment/inputs';
import { findMyEnrolment } from '~/domain/enrolment/queries.server';
import { requestEnrolment } from '~/domain/enrolment/request-enrolment.server';
import { newcomerTakesSeat } from '~/domain/enrolment/seats';
import type { UserActor } from '~/domain/shared/actor';
import { getPublicClass } from '~/domain/training-class/queries.server';
import { classPhase, enrolmentWindowState } from '~/domain/training-class/training-class';
import { formatDays, formatHoursShort } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { ClassPhase } from '~/ui/class-phase';
import { ClassSentence } from '~/ui/class-sentence';
import { DefinitionList } from '~/ui/definition-list';
import { EnrolPanel, type EnrolState } from '~/ui/enrol-panel';
import { LessonList } from '~/ui/lesson-list';
import { Page, Section } from '~/ui/page';
import { titleFrom, titleOf } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, optionalActor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) =>
  args.data ? titleOf(args, `${args.data.courseTitle} ${args.data.code}`) : titleFrom(args, 'enrolment:form.title');

type PublicClass = Awaited<ReturnType<typeof getPublicClass>>;

async function stateFor(actor: UserActor | null, group: PublicClass): Promise<EnrolState> {
  if (!actor) return { kind: 'visitor' };
  if (actor.role !== 'trainee') return { kind: 'other_role', nominates: actor.role === 'institution_admin' };
  if (!actor.personId) return { kind: 'claim' };
  const mine = await findMyEnrolment(actor.personId, group.id);
  if (mine) return { kind: 'enrolled', id: mine.id, status: mine.status };
  const fitting = await fittingOf(actor.personId, group.id, now());
  if (!fitting) return { kind: 'claim' };
  const waits = !newcomerTakesSeat(group.capacity, group.seatsTaken, group.waitingCount);
  return { kind: 'trainee', fitting, waits, next: fitting.ok ? null : await findNextClass(actor.personId, group.id, now()) };
}

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const group = await getPublicClass(params.classId ?? '');
    const phase = classPhase(group, now());
    const { syllabus, status, startsAt, lessons, ...shown } = group;
    return {
      ...shown,
      phase,
      window: enrolmentWindowState(group, now()),
      audience: syllabus.audience,
      categories: syllabus.categories,
      minutes: lessons.reduce((sum, lesson) => sum + (lesson.status === 'scheduled' ? lesson.minutes : 0), 0),
      lessons: lessons.map((lesson) => ({ ...lesson, startsAt: lesson.startsAt.toISOString(), endsAt: lesson.endsAt.toISOString() })),
      enrol: await stateFor(await optionalActor(request), group),
    };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'trainee');
    const input = await parseForm(request, requestInput);
    const place = await requestEnrolment(contextFor(actor), { classId: params.classId ?? '', ...input });
    const to = paths.myEnrolment(place.id);
    if (!place.isNew) return redirectWithToast(to, 'enrolment:form.already');
    return place.queuePlace === null
      ? redirectWithToast(to, 'enrolment:form.doneSeat')
      : redirectWithToast(to, 'enrolment:form.doneWaiting', { place: place.queuePlace });
  });

export default function TrainingClass() {
  const group = useLoaderData<typeof loader>();
  const { t } = useTranslation(['class', 'course', 'common']);
  const language = useLanguage();
  const left = Math.max(0, group.capacity - group.seatsTaken);
  const running = group.lessons.filter((lesson) => lesson.status === 'scheduled').length;
  return (
    <Page
      title={`${group.courseTitle} ${group.code}`}
      status={<ClassPhase phase={group.phase} window={group.window} />}
      lead={
        <ClassSentence
          phase={group.phase}
          window={group.window}
          from={group.enrolFromOn}
          until={group.enrolUntilOn}
          reason={group.changeReason}
        />
      }
      breadcrumbs={[
        { label: t('common:nav.courses'), to: paths.courses() },
        { label: group.courseTitle, to: paths.course(group.courseId) },
        { label: group.code },
      ]}
    >
      <Section>
        <DefinitionList
          items={[
            [
              t('page.course'),
              <Link key="course" to={paths.course(group.courseId)}>
                {group.courseTitle}
              </Link>,
            ],
            [t('page.provider'), group.providerName],
            [
              t('page.audience'),
              `${group.categories.map((category) => t(`course:category.${category}`)).join(language === 'en' ? ', ' : '、')}${group.audience ? ` · ${group.audience}` : ''}`,
            ],
            [t('field.dates'), formatDays(group.startsOn, group.endsOn, language)],
            [t('field.place'), group.place || (group.delivery === 'online' ? t('page.onlinePlace') : '')],
            [t('course:field.delivery'), t(`course:delivery.${group.delivery}`)],
            [t('page.seats'), t('page.seatsOf', { capacity: group.capacity, left })],
            group.waitingCount > 0 ? [t('list.waiting'), t('page.waiting', { count: group.waitingCount })] : null,
            [t('field.window'), formatDays(group.enrolFromOn, group.enrolUntilOn, language)],
            group.term ? [t('field.term'), group.term] : null,
          ]}
        />
      </Section>
      {(group.enrol.kind === 'enrolled' || group.phase === 'planned' || group.phase === 'enrolling' || group.phase === 'full') && (
        <EnrolPanel classId={group.id} state={group.enrol} />
      )}
      <Section
        title={t('page.lessons')}
        intro={t('page.lessonCount', { count: running, hours: formatHoursShort(group.minutes, language) })}
      >
        <LessonList lessons={group.lessons} empty={t('lesson.empty')} />
      </Section>
    </Page>
  );
}
