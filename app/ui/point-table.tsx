import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { MajorLevel, PointCheck, PointGap, PointStatus } from '~/domain/talent/programme';
import { formatDate, NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { Badge, StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { useMajorName } from './use-major-name';
import { usePunctuation } from './use-punctuation';

export interface ShownPoint {
  id: string;
  college: string;
  districtCode: string | null;
  code: string | null;
  nameZh: string;
  nameEn: string;
  level: MajorLevel;
  childcareRelated: boolean;
  status: PointStatus;
  check: PointCheck;
  filedOn: string | null;
  documentNo: string;
  plannedIntake: number | null;
  actualIntake: number | null;
  graduates: number | null;
  courses: number;
  gaps: PointGap[];
}

interface PointTableProps {
  rows: readonly ShownPoint[];
  year: number;
  to: (pointId: string) => string;
  empty: { title: string; text: string };
  /** A college sees its own alone and needs no column for itself. */
  own?: boolean;
}

/** Points with the figures of a year, and whether each counts for it or why not. */
export const PointTable = ({ rows, year, to, empty, own = false }: PointTableProps) => {
  const { t } = useTranslation('programme');
  const marks = usePunctuation();
  const districtName = useDistrictName();
  const majorName = useMajorName();
  return (
    <DataTable
      caption={t('points.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={empty.title}>
          <p>{empty.text}</p>
        </EmptyState>
      }
      columns={[
        {
          key: 'major',
          header: t('points.major'),
          rowHeader: true,
          cell: (row) => (
            <>
              <Link to={to(row.id)}>{majorName(row)}</Link> <span className="numeric">{row.code}</span>
            </>
          ),
        },
        ...(own
          ? []
          : [
              { key: 'college', header: t('points.college'), cell: (row: ShownPoint) => row.college },
              {
                key: 'district',
                header: t('points.district'),
                nowrap: true,
                cell: (row: ShownPoint) => (row.districtCode === null ? t('points.cityLevel') : districtName(row.districtCode)),
              },
            ]),
        { key: 'level', header: t('points.level'), nowrap: true, cell: (row) => t(`level.${row.level}`) },
        { key: 'status', header: t('points.status'), cell: (row) => <StatusBadge kind="programme:status" status={row.status} /> },
        {
          key: 'filed',
          header: t('points.filedOn'),
          nowrap: true,
          cell: (row) => (row.filedOn ? <span className="numeric">{formatDate(row.filedOn)}</span> : NOTHING),
        },
        { key: 'planned', header: t('points.planned'), numeric: true, cell: (row) => row.plannedIntake ?? t('points.notYet') },
        { key: 'actual', header: t('points.actual'), numeric: true, cell: (row) => row.actualIntake ?? NOTHING },
        { key: 'check', header: t('points.check'), cell: (row) => <StatusBadge kind="programme:check" status={row.check} /> },
        {
          key: 'counts',
          header: t('points.counts', { year }),
          cell: (row) =>
            row.gaps.length === 0 ? (
              <Badge tone="good">{t('yes')}</Badge>
            ) : (
              `${t('no')}${marks.colon}${row.gaps.map((gap) => t(`gap.${gap}`)).join(marks.clause)}`
            ),
        },
      ]}
    />
  );
};
