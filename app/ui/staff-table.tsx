import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AGE_TO_CHECK, type EngagementRole } from '~/domain/person/person';
import type { StaffAlert } from '~/domain/person/roster';
import { NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { AlertBadges } from './roster-badges';
import { Badge } from './status-badge';

export interface StaffRow {
  id: string;
  name: string;
  idNumberMasked: string;
  phoneMasked: string | null;
  role: EngagementRole;
  startOn: string;
  endOn: string | null;
  isOff: boolean;
  isFullTime: boolean;
  isIntern: boolean;
  isMainPost: boolean;
  hasOther: boolean;
  isDisputed: boolean;
  hasAccount: boolean;
  old: boolean;
  alerts: StaffAlert[];
}

/** A staff list; `linked` where each entry has a page of its own. */
export const StaffTable = ({ rows, linked = true }: { rows: readonly StaffRow[]; linked?: boolean }) => {
  const { t } = useTranslation(['person', 'roster']);
  return (
    <DataTable<StaffRow>
      caption={t('staff.caption')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p>{t('staff.nobody')}</p>}
      columns={[
        {
          key: 'name',
          header: t('field.name'),
          rowHeader: true,
          nowrap: true,
          cell: (row) => (
            <>
              {linked ? <Link to={paths.staffMember(row.id)}>{row.name}</Link> : row.name}
              {row.old && <small> {t('staff.olderThan', { age: AGE_TO_CHECK + 1 })}</small>}
            </>
          ),
        },
        { key: 'role', header: t('field.role'), nowrap: true, cell: (row) => t(`role.${row.role}`) },
        { key: 'flags', header: t('staff.flags'), cell: (row) => <Flags row={row} /> },
        { key: 'period', header: t('staff.period'), nowrap: true, cell: (row) => <Period row={row} /> },
        {
          key: 'alerts',
          header: t('roster:field.alert'),
          cell: (row) => <AlertBadges alerts={row.alerts} isDisputed={row.isDisputed} />,
        },
        { key: 'idNumber', header: t('field.idNumber'), nowrap: true, cell: (row) => row.idNumberMasked },
        { key: 'phone', header: t('field.phone'), nowrap: true, cell: (row) => row.phoneMasked ?? NOTHING },
        {
          key: 'account',
          header: t('staff.account'),
          nowrap: true,
          cell: (row) => (row.hasAccount ? t('staff.hasAccount') : t('staff.noAccount')),
        },
      ]}
    />
  );
};

type FlagFacts = Pick<StaffRow, 'isOff' | 'isFullTime' | 'isIntern' | 'startOn' | 'endOn'> & { isMainPost?: boolean; hasOther?: boolean };

export const Flags = ({ row }: { row: FlagFacts }) => {
  const { t } = useTranslation(['person', 'roster']);
  const neverTrue = row.endOn === row.startOn;
  const words = [
    row.isFullTime ? t('fullTime') : t('partTime'),
    row.isIntern && t('intern'),
    row.hasOther && t(row.isMainPost ? 'roster:mainPost' : 'roster:otherPost'),
  ];
  return (
    <>
      {neverTrue ? (
        <Badge tone="off">{t('roster:mine.neverTrue')}</Badge>
      ) : (
        <Badge tone={row.isOff ? 'off' : 'good'}>{row.isOff ? t('offPost') : t('onPost')}</Badge>
      )}{' '}
      {words.filter(Boolean).join(' · ')}
    </>
  );
};

export const Period = ({ row }: { row: Pick<StaffRow, 'startOn' | 'endOn'> }) => {
  const { t } = useTranslation('person');
  return <>{row.endOn ? t('staff.until', { from: row.startOn, to: row.endOn }) : t('staff.since', { date: row.startOn })}</>;
};
