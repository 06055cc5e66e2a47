import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { beijingDate } from '~/domain/shared/period';
import { linkCourses, listLinkableCourses } from '~/domain/talent/link-courses.server';
import { pointCoursesInput, pointInput, yearInput } from '~/domain/talent/programme/inputs';
import { getPoint, listPointCourses, listProgrammeYears } from '~/domain/talent/programme-queries.server';
import { editPoint } from '~/domain/talent/save-point.server';
import { setProgrammeYear } from '~/domain/talent/set-programme-year.server';
import { yearOf } from '~/domain/talent/year-of';
import { now } from '~/platform/clock.server';
import { Page, Section } from '~/ui/page';
import { PointFacts, ProgrammeYears } from '~/ui/point-facts';
import { EditPointForm } from '~/ui/point-form';
import { PointNextStep } from '~/ui/point-next-step';
import { CoursesForm, YearForm } from '~/ui/programme-forms';
import { StatusBadge } from '~/ui/status-badge';
import { titleOf } from '~/ui/title';
import { useMajorName } from '~/ui/use-major-name';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.point.nameZh ?? '');

export const loader = ({ request, params: { pointId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const year = yearOf(now());
    const point = await getPoint(actor, pointId, year);
    const [years, linked, courses] = await Promise.all([
      listProgrammeYears(point.id),
      listPointCourses(point.id),
      listLinkableCourses(point.collegeId),
    ]);
    return { point, years, linked: linked.map(({ id }) => id), courses, year, today: beijingDate(now()) };
  });

export const action = ({ request, params: { pointId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'provider_staff'));
    const here = paths.programme(pointId);
    switch (await intentOf(request, 'state', 'year', 'courses')) {
      case 'state':
        await editPoint(ctx, pointId, await parseForm(request, pointInput));
        return redirectWithToast(here, 'programme:programmes.saved');
      case 'year':
        await setProgrammeYear(ctx, pointId, await parseForm(request, yearInput));
        return redirectWithToast(here, 'programme:years.saved');
      case 'courses':
        await linkCourses(ctx, pointId, (await parseForm(request, pointCoursesInput))['courses[]']);
        return redirectWithToast(here, 'programme:courses.saved');
    }
  });

export default function Programme() {
  const { point, years, linked, courses, year, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  const name = useMajorName()(point);
  const asked = years.find((each) => each.year === year);
  return (
    <Page
      title={name}
      status={<StatusBadge kind="programme:check" status={point.check} />}
      breadcrumbs={[{ label: t('programmes.title'), to: paths.programmes() }, { label: name }]}
    >
      <PointNextStep point={point} year={year} />
      <Section title={t('point.facts')}>
        <PointFacts point={point} year={year} />
      </Section>
      <Section title={t('years.title')} intro={t('years.intro')} id="years">
        <ProgrammeYears years={years} />
        <YearForm key={JSON.stringify(asked)} year={year} values={asked} />
      </Section>
      <Section title={t('courses.title')} intro={t('courses.intro')}>
        <CoursesForm courses={courses} linked={linked} />
      </Section>
      <Section title={t('programmes.edit')} id="state">
        <EditPointForm key={JSON.stringify([point.status, point.filedOn, point.documentNo])} point={point} today={today} />
      </Section>
    </Page>
  );
}
