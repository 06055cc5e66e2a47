import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { EngagementRole } from '~/domain/person/person';
import type { DoubleRosterDecision } from '~/domain/person/roster';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { EntryLine } from './dispute-facts';
import { Badge } from './status-badge';
import { useDistrictName } from './use-district-name';

export interface DoubleEntry {
  id: string;
  institution: string;
  districtCode: string;
  role: EngagementRole;
  startOn: string;
  endOn: string | null;
  isFullTime: boolean;
  isIntern: boolean;
  isMainPost: boolean;
  isOff: boolean;
  contractUntilOn: string | null;
  addedOn: string;
}

export interface DoubleRow {
  id: string;
  personName: string;
  idNumberMasked: string;
  first: DoubleEntry;
  second: DoubleEntry;
  raisedOn: string;
  decision: DoubleRosterDecision | null;
  decidedOn: string | null;
  settledOn: string | null;
}

export const DoubleState = ({ row }: { row: Pick<DoubleRow, 'decision' | 'decidedOn' | 'settledOn'> }) => {
  const { t } = useTranslation('roster');
  if (row.decision) return <Badge tone="good">{t(`decision.${row.decision}`)}</Badge>;
  if (row.settledOn) return <Badge tone="off">{t('double.settled', { date: row.settledOn })}</Badge>;
  return <Badge tone="wait">{t('double.waiting')}</Badge>;
};

const At = ({ entry }: { entry: DoubleEntry }) => {
  const districtName = useDistrictName();
  return (
    <>
      {entry.institution} · {districtName(entry.districtCode)}
      <br />
      <small>
        <EntryLine entry={entry} />
      </small>
    </>
  );
};

/** People on the current rosters of two institutions. */
export const DoubleTable = ({ rows }: { rows: readonly DoubleRow[] }) => {
  const { t } = useTranslation('roster');
  return (
    <DataTable
      caption={t('double.caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'person',
          header: t('double.person'),
          rowHeader: true,
          nowrap: true,
          cell: (row) => (
            <>
              <Link to={paths.doubleRoster(row.id)}>{row.personName}</Link> <small>{row.idNumberMasked}</small>
            </>
          ),
        },
        { key: 'first', header: t('double.first'), cell: (row) => <At entry={row.first} /> },
        { key: 'second', header: t('double.second'), cell: (row) => <At entry={row.second} /> },
        { key: 'raised', header: t('double.raisedOn'), nowrap: true, cell: (row) => row.raisedOn },
        { key: 'status', header: t('double.status'), nowrap: true, cell: (row) => <DoubleState row={row} /> },
      ]}
    />
  );
};
