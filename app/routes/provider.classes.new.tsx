import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listNameable } from '~/domain/lecturer/nameable.server';
import { beijingDate } from '~/domain/shared/period';
import { newClassSearch, openClassInput } from '~/domain/training-class/inputs';
import { openClass } from '~/domain/training-class/open-class.server';
import { getOwnClass, listLessons, listTeachableCourses } from '~/domain/training-class/queries.server';
import { copyLessons, draftOf } from '~/domain/training-class/timetable';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { ClassForm } from '~/ui/class-form';
import { EmptyState } from '~/ui/empty-state';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'class:form.newTitle');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const search = parseSearch(request, newClassSearch);
    const courses = await listTeachableCourses(actor);
    const copied = search.copy ? await getOwnClass(actor, search.copy) : null;
    const course =
      courses.find(({ id }) => id === (search.course || copied?.row.courseId)) ?? (courses.length === 1 ? courses[0] : undefined);
    const drafts = copied ? copyLessons((await listLessons(copied.row.id)).map(draftOf), beijingDate(now())) : [];
    return {
      courses: courses.map(({ id, title }) => ({ id, title })),
      course: course
        ? { id: course.id, title: course.title, online: course.delivery === 'online', modules: course.syllabus.modules }
        : null,
      copiedFrom: copied?.row.code ?? null,
      from: copied && {
        term: copied.row.term,
        place: copied.row.place,
        meetingLink: copied.row.meetingLink,
        capacity: copied.row.capacity,
        minimumSize: copied.row.minimumSize,
      },
      drafts,
      today: beijingDate(now()),
      lecturers: actor.organisation ? await listNameable(actor.organisation, now()) : [],
    };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'provider_staff');
    const id = await openClass(contextFor(actor), await parseForm(request, openClassInput));
    return redirectWithToast(paths.lessons(id), 'class:form.opened');
  });

export default function NewClass() {
  const { courses, course, copiedFrom, from, drafts, today, lecturers } = useLoaderData<typeof loader>();
  const { t } = useTranslation('class');
  return (
    <Page
      title={t('form.newTitle')}
      lead={copiedFrom ? t('form.copyLead', { code: copiedFrom }) : t('form.newLead')}
      breadcrumbs={[{ label: t('list.title'), to: paths.providerClasses() }, { label: t('form.newTitle') }]}
      width="wide"
    >
      {courses.length === 0 && (
        <EmptyState title={t('form.noCourse')} action={<LinkButton to={paths.providerCourses()}>{t('form.toCourses')}</LinkButton>}>
          <p>{t('form.noCourseText')}</p>
        </EmptyState>
      )}
      {courses.length > 1 && (
        <Section>
          <FilterBar>
            <SelectField
              name="course"
              label={t('form.course')}
              options={courses.map(({ id, title }) => ({ value: id, label: title }))}
              defaultValue={course?.id}
            />
          </FilterBar>
        </Section>
      )}
      {course && <ClassForm key={course.id} course={course} from={from} drafts={drafts} today={today} lecturers={lecturers} />}
    </Page>
  );
}
