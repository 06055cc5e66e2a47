import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { PracticeStatus } from '~/domain/talent/cooperation';
import { formatDate, NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { StatusBadge } from './status-badge';

interface ShownPractice {
  id: string;
  college: string;
  institution: string;
  teacherName: string;
  fromOn: string;
  untilOn: string;
  days: number;
  topic: string;
  status: PracticeStatus;
  summary: string;
  reason: string | null;
}

/** `to`: where a college opens one to change it; others read. */
export const PracticeTable = ({
  rows,
  to,
  side,
}: {
  rows: readonly ShownPractice[];
  to?: (id: string) => string;
  side: 'college' | 'institution' | 'commission';
}) => {
  const { t } = useTranslation('programme');
  return (
    <DataTable
      caption={t('practice.list')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t('practice.empty')}>
          <p>{t('practice.emptyText')}</p>
        </EmptyState>
      }
      columns={[
        {
          key: 'teacher',
          header: t('practice.teacher'),
          rowHeader: true,
          cell: (row) => (to ? <Link to={to(row.id)}>{row.teacherName}</Link> : row.teacherName),
        },
        ...(side === 'college' ? [] : [{ key: 'college', header: t('practice.college'), cell: (row: ShownPractice) => row.college }]),
        ...(side === 'institution'
          ? []
          : [{ key: 'institution', header: t('practice.institution'), cell: (row: ShownPractice) => row.institution }]),
        {
          key: 'dates',
          header: t('practice.dates'),
          nowrap: true,
          cell: (row) => (
            <span className="numeric">
              {formatDate(row.fromOn)} – {formatDate(row.untilOn)}
            </span>
          ),
        },
        { key: 'days', header: t('practice.days'), numeric: true, cell: (row) => row.days },
        { key: 'topic', header: t('practice.topic'), cell: (row) => row.topic },
        { key: 'status', header: t('practice.status'), cell: (row) => <StatusBadge kind="programme:practiceStatus" status={row.status} /> },
        { key: 'summary', header: t('practice.summary'), cell: (row) => row.summary || row.reason || NOTHING },
      ]}
    />
  );
};

interface Total {
  id: string;
  college: string;
  teacherName: string;
  year: number;
  periods: number;
  days: number;
  planned: number;
}

export const PracticeTotals = ({ rows, ownCollege }: { rows: readonly Total[]; ownCollege: boolean }) => {
  const { t } = useTranslation('programme');
  return (
    <DataTable
      caption={t('practice.totals')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('practice.empty')} />}
      columns={[
        { key: 'teacher', header: t('practice.teacher'), rowHeader: true, cell: (row) => row.teacherName },
        ...(ownCollege ? [] : [{ key: 'college', header: t('practice.college'), cell: (row: Total) => row.college }]),
        { key: 'year', header: t('practice.year'), numeric: true, cell: (row) => row.year },
        { key: 'periods', header: t('practice.periods'), numeric: true, cell: (row) => row.periods },
        { key: 'days', header: t('practice.daysDone'), numeric: true, cell: (row) => row.days },
        { key: 'planned', header: t('practice.daysPlanned'), numeric: true, cell: (row) => row.planned },
      ]}
    />
  );
};
