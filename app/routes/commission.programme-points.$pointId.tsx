import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { reasonInput } from '~/domain/shared/inputs';
import { can } from '~/domain/shared/policy';
import { confirmPoint, returnPoint } from '~/domain/talent/decide-point.server';
import { filingMark } from '~/domain/talent/programme';
import { pointConfirmation } from '~/domain/talent/programme/inputs';
import { getPoint, listPointCourses, listProgrammeYears } from '~/domain/talent/programme-queries.server';
import { yearOf } from '~/domain/talent/year-of';
import { now } from '~/platform/clock.server';
import { SubmitButton } from '~/ui/button';
import { ConfirmForm } from '~/ui/confirm-form';
import { Form, FormActions } from '~/ui/form';
import { Page, Section } from '~/ui/page';
import { PointFacts, ProgrammeYears } from '~/ui/point-facts';
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
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const year = yearOf(now());
    const point = await getPoint(actor, pointId, year);
    const [years, courses] = await Promise.all([listProgrammeYears(point.id), listPointCourses(point.id)]);
    const mayDecide = point.check !== 'none' && can(actor, 'point.confirm');
    return { point, years, courses, year, mayDecide };
  });

export const action = ({ request, params: { pointId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'city_officer'));
    const here = paths.programmePoint(pointId);
    if ((await intentOf(request, 'confirm', 'return')) === 'confirm') {
      await confirmPoint(ctx, pointId, (await parseForm(request, pointConfirmation)).seen);
      return redirectWithToast(here, 'programme:point.confirmed');
    }
    await returnPoint(ctx, pointId, (await parseForm(request, reasonInput)).reason);
    return redirectWithToast(here, 'programme:point.returned');
  });

export default function ProgrammePoint() {
  const { point, years, courses, year, mayDecide } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  const name = useMajorName()(point);
  return (
    <Page
      title={`${point.college} · ${name}`}
      status={<StatusBadge kind="programme:check" status={point.check} />}
      breadcrumbs={[{ label: t('points.title'), to: paths.programmePoints() }, { label: name }]}
    >
      {mayDecide && (
        <Section title={t('point.decide')} intro={t('point.decideText')}>
          {point.check !== 'confirmed' && (
            <Form name="confirm">
              <input type="hidden" name="seen" value={filingMark(point)} />
              <FormActions>
                <SubmitButton intent="confirm">{t('point.confirm')}</SubmitButton>
              </FormActions>
            </Form>
          )}
          <ConfirmForm label={t('point.return')} explanation={t('point.returnText')} intent="return" danger />
        </Section>
      )}
      <Section title={t('point.facts')}>
        <PointFacts point={point} year={year} />
      </Section>
      <Section title={t('years.title')}>
        <ProgrammeYears years={years} />
      </Section>
      <Section title={t('courses.title')} intro={t('courses.intro')}>
        {courses.length === 0 ? (
          <p>{t('courses.none')}</p>
        ) : (
          <ul>
            {courses.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
