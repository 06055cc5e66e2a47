import { useSearchParams } from '@remix-run/react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { DISTRICTS } from '~/domain/organisation/districts';
import { COOPERATION_PER_PAGE, PRACTICE_STATUSES, type PracticeStatus } from '~/domain/talent/cooperation';
import { SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';
import { ListExport } from './list-export';
import { Row, Section } from './page';
import { Pagination } from './pagination';
import { PracticeTable, PracticeTotals } from './practice-table';
import { Tabs } from './tabs';
import { useDistrictName } from './use-district-name';

interface Search {
  status?: PracticeStatus;
  year?: number;
  district?: string;
  q: string;
  page: number;
  view: 'list' | 'totals';
}

interface PracticeListsProps {
  side: ComponentProps<typeof PracticeTable>['side'];
  to?: (id: string) => string;
  search: Search;
  thisYear: number;
  list: { rows: ComponentProps<typeof PracticeTable>['rows']; total: number; days: number } | null;
  totals: { rows: ComponentProps<typeof PracticeTotals>['rows']; total: number } | null;
  districts?: boolean;
}

const YEARS = 6;

/** Periods one by one, or days by teacher and year, under the same filters. */
export const PracticeLists = ({ side, to, search, thisYear, list, totals, districts }: PracticeListsProps) => {
  const { t } = useTranslation('programme');
  const districtName = useDistrictName();
  const [params] = useSearchParams();
  const viewed = (view: Search['view']) => {
    const next = new URLSearchParams(params);
    next.delete('page');
    next.set('view', view);
    return `?${next}`;
  };
  return (
    <Section>
      <Tabs
        label={t('practice.title')}
        tabs={(['list', 'totals'] as const).map((view) => ({
          to: viewed(view),
          label: t(`practice.${view}`),
          current: search.view === view,
        }))}
      />
      <FilterBar keep={search.view === 'totals' ? { view: 'totals' } : undefined}>
        <SelectField
          name="status"
          label={t('practice.status')}
          optional
          defaultValue={search.status}
          options={PRACTICE_STATUSES.map((value) => ({ value, label: t(`practiceStatus.${value}`) }))}
        />
        <SelectField
          name="year"
          label={t('practice.year')}
          optional
          defaultValue={search.year}
          options={Array.from({ length: YEARS }, (_, at) => String(thisYear + 1 - at)).map((value) => ({ value, label: value }))}
        />
        {districts && (
          <SelectField
            name="district"
            label={t('practice.district')}
            optional
            defaultValue={search.district}
            options={DISTRICTS.map(({ code }) => ({ value: code, label: districtName(code) }))}
          />
        )}
        <TextField name="q" label={t('practice.search')} type="search" optional defaultValue={search.q} maxLength={60} />
      </FilterBar>
      {list && (
        <>
          <p>{t('practice.sum', { days: list.days })}</p>
          <PracticeTable rows={list.rows} to={to} side={side} />
        </>
      )}
      {totals && (
        <>
          <Row>
            <p>{t('practice.totalsNote')}</p>
            <ListExport list="teacher-practice-totals" />
          </Row>
          <PracticeTotals rows={totals.rows} ownCollege={side === 'college'} />
        </>
      )}
      <Pagination page={search.page} pageSize={COOPERATION_PER_PAGE} total={(list ?? totals)?.total ?? 0} />
    </Section>
  );
};
