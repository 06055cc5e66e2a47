import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { PlacementCountedBy, PlacementShown } from '~/domain/talent/placement';
import { formatNumber } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { useDistrictName } from './use-district-name';
import { useLanguage } from './use-words';

interface Count {
  key: string;
  label: string;
  all: number;
  students: number;
  proposed: number;
  accepted: number;
  finished: number;
  brokenOff: number;
  declined: number;
  takenOn: number;
}

const COLUMNS = [
  ['all', 'all'],
  ['proposed', 'proposed'],
  ['accepted', 'accepted'],
  ['finished', 'finished'],
  ['brokenOff', 'broken_off'],
  ['declined', 'declined'],
  ['takenOn', 'taken_on'],
] as const satisfies readonly (readonly [keyof Count, PlacementShown | 'accepted'])[];

/** Placements counted one way; every number opens to its placements. */
export const PlacementCounts = ({ rows, by, year }: { rows: readonly Count[]; by: PlacementCountedBy; year?: string }) => {
  const { t } = useTranslation('placement');
  const districtName = useDistrictName();
  const language = useLanguage();
  const nameOf = ({ key, label }: Count) => (by === 'district' ? (key === '' ? t('city.noDistrict') : districtName(key)) : label || key);
  const opened = (key: string, shown: string) => `${paths.cityPlacements({ by, year, [by]: key === '' ? undefined : key, shown })}#list`;
  const number = (value: number, to: string) => (value === 0 ? '0' : <Link to={to}>{formatNumber(value, language)}</Link>);
  return (
    <DataTable
      caption={t('city.countCaption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.key}
      empty={<EmptyState title={t('city.empty')} />}
      columns={[
        { key: 'name', header: t(`by.${by}`), rowHeader: true, cell: nameOf },
        ...COLUMNS.map(([key, shown]) => ({
          key,
          header: t(`city.${key}`),
          numeric: true,
          cell: (row: Count) => number(row[key], opened(row.key, shown)),
        })),
        { key: 'students', header: t('city.students'), numeric: true, cell: (row: Count) => formatNumber(row.students, language) },
      ]}
    />
  );
};
