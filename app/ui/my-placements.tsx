import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { EngagementRole } from '~/domain/person/person';
import type { PlacementPhase, PlacementResult } from '~/domain/talent/placement';
import { NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { Badge, StatusBadge } from './status-badge';

interface Mine {
  id: string;
  institution: string;
  role: EngagementRole;
  fromOn: string;
  untilOn: string;
  phase: PlacementPhase;
  result: PlacementResult | null;
  takenOn: boolean;
}

/** Her own placements, the latest first. */
export const MyPlacements = ({ rows }: { rows: readonly Mine[] }) => {
  const { t } = useTranslation(['placement', 'person']);
  return (
    <DataTable
      caption={t('mine.all')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'institution',
          header: t('field.institution'),
          rowHeader: true,
          cell: (row) => <Link to={paths.myPlacement(row.id)}>{row.institution}</Link>,
        },
        { key: 'role', header: t('field.role'), cell: (row) => t(`person:role.${row.role}`) },
        { key: 'days', header: t('field.days'), cell: (row) => t('field.span', { from: row.fromOn, until: row.untilOn }) },
        {
          key: 'phase',
          header: t('field.phase'),
          cell: (row) => (
            <>
              <StatusBadge kind="placement:phase" status={row.phase} /> {row.takenOn && <Badge tone="good">{t('shown.taken_on')}</Badge>}
            </>
          ),
        },
        { key: 'result', header: t('field.result'), cell: (row) => (row.result ? t(`result.${row.result}`) : NOTHING) },
      ]}
    />
  );
};
