import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { countCandidates, listCityCandidates, listSittingYears, type SittingCount } from '~/domain/evaluation/commission-queries.server';
import { COUNTED_BY } from '~/domain/evaluation/evaluation';
import { countSearch } from '~/domain/evaluation/inputs';
import { formatNumber } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { NextStep } from '~/ui/next-step';
import { Page, Row, Section } from '~/ui/page';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:city.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const search = parseSearch(request, countSearch);
    const at = now();
    const [rows, years, warned] = await Promise.all([
      countCandidates(actor, search, at),
      listSittingYears(actor, at),
      listCityCandidates(actor, { show: 'taught', page: 1 }, at, 1),
    ]);
    return { search, rows, years, warned: warned.total, isDistrict: actor.role === 'district_officer' };
  });

const COUNTS = ['registered', 'absent', 'passed', 'failed', 'certified'] as const;
const TAB = { college: 'city.byCollege', certificate: 'city.byCertificate', level: 'city.byLevel', year: 'city.byYear' } as const;
const HEADER = { college: 'field.college', certificate: 'field.kind', level: 'field.level', year: 'field.year' } as const;
const FILTER = { college: 'college', certificate: 'kind', level: 'level', year: 'year' } as const;

export default function CitySittings() {
  const { search, rows, years, warned, isDistrict } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  const language = useLanguage();
  const nameOf = ({ key, label }: SittingCount): string => {
    if (search.by === 'college' && key === 'none') return t('field.self');
    if (search.by === 'level' && (key === 'junior' || key === 'middle' || key === 'senior')) return t(`level.${key}`);
    return label || key;
  };
  const opened = (row: SittingCount, show: (typeof COUNTS)[number]) =>
    paths.cityCandidates({
      year: search.year,
      ...(row.key === '' ? {} : { [FILTER[search.by]]: row.key }),
      show: show === 'registered' ? 'all' : show,
    });
  const sums = COUNTS.map((count) => rows.reduce((sum, row) => sum + row[count], 0));
  return (
    <Page
      title={t('city.title')}
      lead={t('city.lead')}
      actions={
        <Row>
          <LinkButton to={paths.cityCandidates({ year: search.year })} emphasis="second">
            {t('city.candidates')}
          </LinkButton>
          <ListExport list="sitting-counts" />
        </Row>
      }
    >
      {warned > 0 && (
        <NextStep to={paths.cityCandidates({ show: 'taught' })} action={t('city.toWarnings')}>
          {t('city.warnings', { count: warned })}
        </NextStep>
      )}
      <Tabs
        label={t('city.by')}
        tabs={COUNTED_BY.map((by) => ({ to: paths.citySittings({ by, year: search.year }), label: t(TAB[by]), current: by === search.by }))}
      />
      <Section intro={isDistrict ? t('city.scopeDistrict') : undefined}>
        <FilterBar keep={{ by: search.by }}>
          <SelectField
            name="year"
            label={t('field.year')}
            optional
            defaultValue={search.year}
            options={years.map((year) => ({ value: year, label: year }))}
          />
        </FilterBar>
        <DataTable
          caption={t('city.title')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.key}
          empty={<EmptyState title={t('city.empty')} />}
          footer={[t('city.total'), ...sums.map((sum) => formatNumber(sum, language))]}
          columns={[
            { key: 'name', header: t(HEADER[search.by]), rowHeader: true, cell: nameOf },
            ...COUNTS.map((count) => ({
              key: count,
              header: t(`city.${count}`),
              numeric: true,
              cell: (row: SittingCount) =>
                row[count] === 0 ? '0' : <Link to={opened(row, count)}>{formatNumber(row[count], language)}</Link>,
            })),
          ]}
        />
      </Section>
    </Page>
  );
}
