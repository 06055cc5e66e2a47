import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { approvalsOf, listNameable } from '~/domain/lecturer/nameable.server';
import { addLessons } from '~/domain/training-class/add-lessons.server';
import { cancelLesson } from '~/domain/training-class/cancel-lesson.server';
import { clashLines } from '~/domain/training-class/clashes';
import { addLessonsInput, lessonReasonInput, moveLessonInput } from '~/domain/training-class/inputs';
import { listLessonsElsewhere } from '~/domain/training-class/lecturer-clashes.server';
import { lecturerNotes } from '~/domain/training-class/lecturer-notes';
import { moveLesson } from '~/domain/training-class/move-lesson.server';
import { getOwnClass, listLessons, listLessonsAround } from '~/domain/training-class/queries.server';
import { CLASS_OPEN, classPhase, enrolmentWindowState } from '~/domain/training-class/training-class';
import { now } from '~/platform/clock.server';
import { SubmitButton } from '~/ui/button';
import { ClashList } from '~/ui/clash-list';
import { ClassHead } from '~/ui/class-head';
import { Form, FormActions } from '~/ui/form';
import { LecturerNotes } from '~/ui/lecturer-notes';
import { LessonGrid } from '~/ui/lesson-grid';
import { LessonPlan } from '~/ui/lesson-plan';
import { Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'class:tabs.lessons');

const NEW_ROWS = 4;

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const { row, courseTitle, published, syllabus } = await getOwnClass(actor, params.classId ?? '');
    const lessons = await listLessons(row.id);
    const at = now();
    const named = [...new Set(lessons.flatMap(({ lecturerId }) => lecturerId ?? []))];
    const [around, elsewhere, approvals, lecturers] = await Promise.all([
      listLessonsAround(actor, row.id, row.startsOn, row.endsOn),
      listLessonsElsewhere(row.providerId, named, row.startsOn, row.endsOn),
      approvalsOf(named),
      listNameable({ id: row.providerId, districtCode: row.districtCode }, at),
    ]);
    const open = CLASS_OPEN.includes(row.status);
    const { id, code, startsOn, endsOn, capacity, seatsTaken, waitingCount } = row;
    return {
      group: {
        id,
        code,
        courseTitle,
        published,
        phase: classPhase(row, at),
        window: enrolmentWindowState(row, at),
        startsOn,
        endsOn,
        capacity,
        seatsTaken,
        waitingCount,
      },
      open,
      modules: syllabus.modules.map((module) => ({ code: module.code, title: module.title })),
      clashes: clashLines(
        lessons.map((lesson) => ({ ...lesson, classCode: null })),
        [...around, ...elsewhere],
      ),
      notes: CLASS_OPEN.includes(row.status) ? lecturerNotes(lessons, approvals) : { notes: [], unregistered: [] },
      lecturers,
      lessons: lessons.map(({ startsAt, endsAt, classId, position, heldOn, ...lesson }) => ({
        ...lesson,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        open: open && lesson.status === 'scheduled' && startsAt > at,
      })),
    };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'provider_staff'));
    const classId = params.classId ?? '';
    const here = paths.lessons(classId);
    switch (await intentOf(request, 'move', 'cancel', 'add')) {
      case 'move':
        await moveLesson(ctx, { classId, ...(await parseForm(request, moveLessonInput)) });
        return redirectWithToast(here, 'class:lesson.moved');
      case 'cancel':
        await cancelLesson(ctx, { classId, ...(await parseForm(request, lessonReasonInput)) });
        return redirectWithToast(here, 'class:lesson.cancelled');
      case 'add': {
        const count = await addLessons(ctx, { classId, ...(await parseForm(request, addLessonsInput)) });
        return redirectWithToast(here, 'class:lesson.added', { count });
      }
    }
  });

export default function ClassLessons() {
  const { group, open, modules, clashes, lessons, notes, lecturers } = useLoaderData<typeof loader>();
  const { t } = useTranslation('class');
  return (
    <ClassHead group={group}>
      <Section title={t('tabs.lessons')} intro={open ? t('lesson.lead') : undefined}>
        <ClashList clashes={clashes} />
        <LecturerNotes {...notes} />
        <LessonPlan lessons={lessons} lecturers={lecturers} />
      </Section>
      {open && (
        <Section title={t('lesson.add')} intro={t('form.lessonsHint')}>
          <Form name="add">
            <LessonGrid drafts={[]} rows={NEW_ROWS} modules={modules} lecturers={lecturers} />
            <FormActions>
              <SubmitButton intent="add">{t('lesson.addSave')}</SubmitButton>
            </FormActions>
          </Form>
        </Section>
      )}
    </ClassHead>
  );
}
