import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { homeDistrict } from '~/domain/goal/scope';
import { listUnusual, UNUSUAL } from '~/domain/goal/unusual.server';
import { formatNumber, formatPercent } from '~/i18n/format';
import { type Column, DataTable } from '~/ui/data-table';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'goal:unusual.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    return { found: await listUnusual(homeDistrict(actor)), limits: UNUSUAL };
  });

export default function Unusual() {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  const { found, limits } = useLoaderData<typeof loader>();
  const number = (value: number) => formatNumber(value, language);
  type ClassRow = (typeof found.largeClasses)[number];
  const classColumns: Column<ClassRow>[] = [
    { key: 'class', header: t('unusual.column.class'), rowHeader: true, cell: (row) => `${row.courseTitle} · ${row.code}` },
    { key: 'provider', header: t('unusual.column.provider'), cell: (row) => row.providerName },
    { key: 'people', header: t('unusual.column.people'), numeric: true, cell: (row) => number(row.people) },
    { key: 'passed', header: t('unusual.column.passed'), numeric: true, cell: (row) => number(row.passed) },
    { key: 'rate', header: t('unusual.column.rate'), numeric: true, cell: (row) => formatPercent(row.passed, row.people) },
  ];
  return (
    <Page
      title={t('unusual.title')}
      lead={t('unusual.lead')}
      actions={<ListExport list="unusual" />}
      breadcrumbs={[{ label: t('figures.title'), to: paths.figures() }, { label: t('unusual.title') }]}
    >
      <List title={t('unusual.passRates')} rows={found.passRates} rowKey={(row) => row.classId} columns={classColumns} />
      <List
        title={t('unusual.largeClasses', { limit: number(limits.classSize) })}
        rows={found.largeClasses}
        rowKey={(row) => row.classId}
        columns={classColumns}
      />
      <List
        title={t('unusual.busyPeople', { limit: limits.completionsOfPerson })}
        rows={found.busyPeople}
        rowKey={(row) => `${row.personId} ${row.year}`}
        columns={[
          { key: 'name', header: t('unusual.column.name'), rowHeader: true, cell: (row) => row.name },
          { key: 'year', header: t('unusual.column.year'), numeric: true, cell: (row) => row.year },
          { key: 'times', header: t('unusual.column.times'), numeric: true, cell: (row) => number(row.times) },
        ]}
      />
      <List
        title={t('unusual.busyMonths', { limit: number(limits.monthOfCity) })}
        rows={found.busyMonths}
        rowKey={(row) => `${row.month} ${row.metric}`}
        columns={[
          {
            key: 'month',
            header: t('unusual.column.month'),
            rowHeader: true,
            cell: (row) => `${row.month} · ${t(`metricShort.${row.metric}`)}`,
          },
          { key: 'count', header: t('unusual.column.count'), numeric: true, cell: (row) => number(row.personTimes) },
        ]}
      />
    </Page>
  );
}

function List<Row>({
  title,
  ...table
}: {
  title: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly Column<Row>[];
}) {
  const { t } = useTranslation('goal');
  return (
    <Section title={title}>
      <DataTable caption={title} captionHidden dense empty={<p>{t('unusual.none')}</p>} {...table} />
    </Section>
  );
}
