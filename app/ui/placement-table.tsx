import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { EngagementRole } from '~/domain/person/person';
import type { PlacementPhase, PlacementResult } from '~/domain/talent/placement';
import { HINTS, type PlacementWarning } from '~/domain/talent/placement/warnings';
import { NOTHING } from '~/i18n/format';
import { type Column, DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { Badge, StatusBadge } from './status-badge';

export interface ListedPlacement {
  id: string;
  name: string;
  studentNo: string;
  className: string;
  major: string;
  college: string;
  institution: string;
  role: EngagementRole;
  fromOn: string;
  untilOn: string;
  endedOn: string | null;
  phase: PlacementPhase;
  result: PlacementResult | null;
  takenOn: boolean;
  warnings: PlacementWarning[];
}

const PlacementWarnings = ({ warnings }: { warnings: readonly PlacementWarning[] }) => {
  const { t } = useTranslation('placement');
  if (warnings.length === 0) return <>{NOTHING}</>;
  return (
    <>
      {warnings.map((warning) => (
        <span key={warning}>
          <Badge tone={HINTS.includes(warning) ? 'off' : 'wait'}>{t(`warning.${warning}`)}</Badge>{' '}
        </span>
      ))}
    </>
  );
};

interface PlacementTableProps {
  caption: string;
  rows: readonly ListedPlacement[];
  /** Where a row opens. */
  to: (id: string) => string;
  show: { college?: boolean; institution?: boolean };
  empty: { title: string; text: string };
}

/** Placements, one line each: who, where, when, how far, and what deserves a look. */
export const PlacementTable = ({ caption, rows, to, show, empty }: PlacementTableProps) => {
  const { t } = useTranslation(['placement', 'person']);
  const columns: (Column<ListedPlacement> | false | undefined)[] = [
    { key: 'name', header: t('field.student'), rowHeader: true, nowrap: true, cell: (row) => <Link to={to(row.id)}>{row.name}</Link> },
    show.college && { key: 'college', header: t('field.college'), cell: (row) => row.college },
    { key: 'major', header: t('field.major'), cell: (row) => [row.major, row.className].filter(Boolean).join(' · ') },
    show.institution && { key: 'institution', header: t('field.institution'), cell: (row) => row.institution },
    { key: 'role', header: t('field.role'), nowrap: true, cell: (row) => t(`person:role.${row.role}`) },
    { key: 'days', header: t('field.days'), nowrap: true, cell: (row) => t('field.span', { from: row.fromOn, until: row.untilOn }) },
    {
      key: 'phase',
      header: t('field.phase'),
      cell: (row) => (
        <>
          <StatusBadge kind="placement:phase" status={row.phase} /> {row.takenOn && <Badge tone="good">{t('shown.taken_on')}</Badge>}
        </>
      ),
    },
    { key: 'result', header: t('field.assessment'), nowrap: true, cell: (row) => (row.result ? t(`result.${row.result}`) : NOTHING) },
    { key: 'warnings', header: t('field.warnings'), cell: (row) => <PlacementWarnings warnings={row.warnings} /> },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns.filter((column) => column !== false && column !== undefined)}
      empty={<EmptyState title={empty.title}>{empty.text}</EmptyState>}
    />
  );
};
