import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { isPart, listPersons, listPersonTimes } from '~/domain/goal/person-times.server';
import { Page, Section } from '~/ui/page';
import { ExportLink } from '~/ui/page-tools';
import { Pagination } from '~/ui/pagination';
import { PersonTimesFilter, PersonTimesProof } from '~/ui/person-times-head';
import { PersonTimesTable } from '~/ui/person-times-table';
import { PersonsTable } from '~/ui/persons-table';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { paths } from '~/web/paths';
import { personTimeRequest } from '~/web/person-time-request.server';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'goal:rows.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, search, periods, period, filter } = await personTimeRequest(request);
    const limits = { limit: PAGE_SIZE, offset: (search.page - 1) * PAGE_SIZE };
    const list = await listPersonTimes(filter, {
      ...limits,
      sort: search.sort,
      descending: search.direction === 'desc',
      proof: search.proof,
    });
    const persons = search.view === 'persons' ? await listPersons(filter, limits) : null;
    const months = monthsOf(period.startsOn, period.endsOn, list.asOf);
    const ownDistrict = actor.role === 'district_officer' ? filter.district : null;
    return { search, periods, period, filter, list, persons, part: isPart(filter), months, ownDistrict, pageSize: PAGE_SIZE };
  });

/** Months of a period up to the figures' time, the latest first. */
function monthsOf(startsOn: string, endsOn: string | null, asOf: string | null): string[] {
  const last = [endsOn, asOf?.slice(0, 10) ?? startsOn].flatMap((day) => day?.slice(0, 7) ?? []).sort()[0] ?? startsOn.slice(0, 7);
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const count = Math.max(0, index(last) - index(startsOn) + 1);
  return Array.from({ length: count }, (_, n) => index(last) - n).map(
    (at) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
}

export default function PersonTimes() {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  const { search, periods, period, filter, list, persons, part, months, ownDistrict, pageSize } = useLoaderData<typeof loader>();
  const { periodId, ...cell } = filter;
  const query = Object.fromEntries(
    Object.entries({ period: periodId, ...cell })
      .filter(([, value]) => value !== '*' && value !== false)
      .map(([name, value]) => [name, value === true ? '1' : value]),
  );
  const name = t('rows.figure', { metric: t(`metric.${filter.metric}`), period: language === 'en' ? period.nameEn : period.nameZh });
  return (
    <Page
      title={persons ? t('rows.persons') : t('rows.title')}
      lead={persons ? t('rows.leadPersons') : t('rows.leadRows')}
      breadcrumbs={[
        { label: t('work.title'), to: paths.commission() },
        { label: t('figures.title'), to: paths.figures() },
        { label: t('rows.title') },
      ]}
      actions={<ExportLink to={paths.personTimesExport(query)} />}
      width="wide"
    >
      <Section>
        <PersonTimesFilter
          periods={periods}
          months={months}
          ownDistrict={ownDistrict}
          view={search.view}
          metric={filter.metric}
          periodId={periodId}
        />
      </Section>
      <PersonTimesProof name={name} list={list} part={part} repeat={filter.repeat} askTo={paths.personTimes({ ...query, proof: 1 })} />
      <Tabs
        label={t('rows.view')}
        tabs={[
          { to: paths.personTimes(query), label: t('rows.viewRows'), count: list.total.personTimes, current: !persons },
          {
            to: paths.personTimes({ ...query, view: 'persons' }),
            label: t('rows.viewPersons'),
            count: list.total.persons,
            current: !!persons,
          },
        ]}
      />
      <Section>
        {persons ? <PersonsTable rows={persons} /> : <PersonTimesTable rows={list.rows} />}
        <Pagination page={search.page} pageSize={pageSize} total={persons ? list.total.persons : list.total.personTimes} />
      </Section>
    </Page>
  );
}
