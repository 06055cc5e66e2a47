import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Freshness } from '~/domain/person/roster';
import { formatNumber, NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { type Column, DataTable } from './data-table';
import { Badge, StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { useLanguage } from './use-words';

interface RosterRow {
  id: string;
  name: string;
  districtCode: string | null;
  freshness: Freshness;
  confirmedOn: string | null;
  staff: number;
  caregivers: number;
  off: number;
  healthAlerts: number;
  disputes: number;
}

/** Institutions with how old their word is. A stale roster keeps its numbers: grey, never zero. */
export const RosterTable = ({ rows, byDistrict }: { rows: readonly RosterRow[]; byDistrict: boolean }) => {
  const { t } = useTranslation('roster');
  const language = useLanguage();
  const districtName = useDistrictName();
  const figure = (key: 'staff' | 'caregivers' | 'off'): Column<RosterRow> => ({
    key,
    header: t(`rosters.${key}`),
    numeric: true,
    cell: (row) => formatNumber(row[key], language),
  });
  const alert = (key: 'healthAlerts' | 'disputes', header: string, tone: 'bad' | 'wait'): Column<RosterRow> => ({
    key,
    header,
    numeric: true,
    cell: (row) => (row[key] > 0 ? <Badge tone={tone}>{formatNumber(row[key], language)}</Badge> : '0'),
  });
  return (
    <DataTable
      caption={t('rosters.caption')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p>{t('rosters.none')}</p>}
      columns={[
        { key: 'name', header: t('rosters.name'), rowHeader: true, cell: (row) => <Link to={paths.rosterOf(row.id)}>{row.name}</Link> },
        ...(byDistrict
          ? [
              {
                key: 'district',
                header: t('rosters.district'),
                nowrap: true,
                cell: (row: RosterRow) => (row.districtCode ? districtName(row.districtCode) : NOTHING),
              },
            ]
          : []),
        {
          key: 'freshness',
          header: t('rosters.freshness'),
          nowrap: true,
          cell: (row) => <StatusBadge kind="roster:freshness" status={row.freshness} />,
        },
        { key: 'confirmedOn', header: t('rosters.confirmedOn'), nowrap: true, cell: (row) => row.confirmedOn ?? NOTHING },
        figure('staff'),
        figure('caregivers'),
        figure('off'),
        alert('healthAlerts', t('rosters.health'), 'bad'),
        alert('disputes', t('rosters.disputes'), 'wait'),
      ]}
    />
  );
};
