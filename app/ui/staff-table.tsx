import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AGE_TO_CHECK, type EngagementRole } from '~/domain/person/person';
import { NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { Badge } from './status-badge';

export interface StaffRow {
  id: string;
  name: string;
  idNumberMasked: string;
  phoneMasked: string | null;
  role: EngagementRole;
  startOn: string;
  endOn: string | null;
  onPost: boolean;
  isFullTime: boolean;
  isIntern: boolean;
  hasAccount: boolean;
  old: boolean;
}

export const StaffTable = ({ rows }: { rows: readonly StaffRow[] }) => {
  const { t } = useTranslation('person');
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
          cell: (row) => (
            <>
              <Link to={paths.staffMember(row.id)}>{row.name}</Link>
              {row.old && <small> {t('staff.olderThan', { age: AGE_TO_CHECK + 1 })}</small>}
            </>
          ),
        },
        { key: 'role', header: t('field.role'), cell: (row) => t(`role.${row.role}`) },
        { key: 'flags', header: t('staff.flags'), cell: (row) => <Flags row={row} /> },
        { key: 'period', header: t('staff.period'), nowrap: true, cell: (row) => <Period row={row} /> },
        { key: 'idNumber', header: t('field.idNumber'), nowrap: true, cell: (row) => row.idNumberMasked },
        { key: 'phone', header: t('field.phone'), nowrap: true, cell: (row) => row.phoneMasked ?? NOTHING },
        { key: 'account', header: t('staff.account'), cell: (row) => (row.hasAccount ? t('staff.hasAccount') : t('staff.noAccount')) },
      ]}
    />
  );
};

export const Flags = ({ row }: { row: Pick<StaffRow, 'onPost' | 'isFullTime' | 'isIntern'> }) => {
  const { t } = useTranslation('person');
  return (
    <>
      <Badge tone={row.onPost ? 'good' : 'off'}>{row.onPost ? t('onPost') : t('offPost')}</Badge>{' '}
      {row.isFullTime ? t('fullTime') : t('partTime')}
      {row.isIntern && ` · ${t('intern')}`}
    </>
  );
};

export const Period = ({ row }: { row: Pick<StaffRow, 'startOn' | 'endOn'> }) => {
  const { t } = useTranslation('person');
  return <>{row.endOn ? t('staff.until', { from: row.startOn, to: row.endOn }) : t('staff.since', { date: row.startOn })}</>;
};
