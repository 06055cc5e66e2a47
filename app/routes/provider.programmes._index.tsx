import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { beijingDate } from '~/domain/shared/period';
import { listFreeMajors } from '~/domain/talent/major-queries.server';
import { POINTS_PER_PAGE } from '~/domain/talent/programme';
import { newPointInput, pointSearch } from '~/domain/talent/programme/inputs';
import { listProgrammePoints } from '~/domain/talent/programme-queries.server';
import { addPoint } from '~/domain/talent/save-point.server';
import { yearOf } from '~/domain/talent/year-of';
import { now } from '~/platform/clock.server';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { NewPointForm } from '~/ui/point-form';
import { PointTable } from '~/ui/point-table';
import { titleFrom } from '~/ui/title';
import { YearFilter } from '~/ui/year-filter';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'programme:programmes.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    const asked = parseSearch(request, pointSearch);
    const thisYear = yearOf(now());
    const search = { ...asked, year: asked.year ?? thisYear };
    const [found, majors] = await Promise.all([listProgrammePoints(actor, search), listFreeMajors(actor.organisation?.id ?? '')]);
    return { ...found, majors, search, thisYear, today: beijingDate(now()) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'provider_staff');
    const pointId = await addPoint(contextFor(actor), await parseForm(request, newPointInput));
    return redirectWithToast(paths.programme(pointId), 'programme:programmes.added');
  });

export default function Programmes() {
  const { rows, total, majors, search, thisYear, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  return (
    <Page title={t('programmes.title')} lead={t('programmes.lead')} width="wide" actions={<ListExport list="programme-points" />}>
      <Section>
        <YearFilter year={search.year} thisYear={thisYear} show={search.show} />
        <PointTable
          rows={rows}
          year={search.year}
          to={paths.programme}
          own
          empty={{ title: t('programmes.empty'), text: t('programmes.emptyText') }}
        />
        <Pagination page={search.page} pageSize={POINTS_PER_PAGE} total={total} />
      </Section>
      <Section title={t('programmes.add')}>
        {majors.length === 0 ? <p>{t('programmes.noMajors')}</p> : <NewPointForm majors={majors} today={today} />}
      </Section>
    </Page>
  );
}
