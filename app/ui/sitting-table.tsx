import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { XLevel } from '~/domain/evaluation/evaluation';
import type { SittingPhase } from '~/domain/evaluation/sitting';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { Badge, StatusBadge } from './status-badge';

interface SittingTableProps {
  caption: string;
  rows: readonly {
    id: string;
    code: string;
    kind: string;
    level: XLevel;
    phase: SittingPhase;
    seatsTaken: number;
    capacity: number;
    recorded: number;
    registerUntilOn: string;
    lastExamOn: string;
    taught: number;
  }[];
}

/** Sittings of the organisation itself. */
export const SittingTable = ({ caption, rows }: SittingTableProps) => {
  const { t } = useTranslation('evaluation');
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'code',
          header: t('field.code'),
          rowHeader: true,
          nowrap: true,
          cell: (row) => <Link to={paths.sitting(row.id)}>{row.code}</Link>,
        },
        { key: 'kind', header: t('field.kind'), cell: (row) => `${row.kind} · ${t(`level.${row.level}`)}` },
        {
          key: 'phase',
          header: t('field.phase'),
          cell: (row) => (
            <>
              <StatusBadge kind="evaluation:phase" status={row.phase} />{' '}
              {row.taught > 0 && <Badge tone="wait">{t('assessors.badge')}</Badge>}
            </>
          ),
        },
        { key: 'until', header: t('field.registerUntil'), nowrap: true, cell: (row) => row.registerUntilOn },
        { key: 'exam', header: t('city.examOn'), nowrap: true, cell: (row) => row.lastExamOn },
        {
          key: 'seats',
          header: t('field.taken'),
          numeric: true,
          cell: (row) => t('sittings.seats', { taken: row.seatsTaken, capacity: row.capacity }),
        },
      ]}
    />
  );
};
