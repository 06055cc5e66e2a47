import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { EngagementRole } from '~/domain/person/person';
import type { StaffAlert } from '~/domain/person/roster';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { Section } from './page';
import { AlertBadges } from './roster-badges';

interface Row {
  id: string;
  name: string;
  role: EngagementRole;
  alerts: StaffAlert[];
  isDisputed: boolean;
}

/** The first of those whose dates run out or are missing. */
export const StaffDates = ({ rows, total }: { rows: readonly Row[]; total: number }) => {
  const { t } = useTranslation(['roster', 'person']);
  return (
    <Section title={t('needs.dates')} intro={t('needs.datesIntro')}>
      <DataTable
        caption={t('needs.dates')}
        captionHidden
        dense
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p>{t('needs.noDates')}</p>}
        columns={[
          {
            key: 'name',
            header: t('person:field.name'),
            rowHeader: true,
            nowrap: true,
            cell: (row) => <Link to={paths.staffMember(row.id)}>{row.name}</Link>,
          },
          { key: 'role', header: t('person:field.role'), nowrap: true, cell: (row) => t(`person:role.${row.role}`) },
          { key: 'alerts', header: t('needs.lacks'), cell: (row) => <AlertBadges alerts={row.alerts} isDisputed={row.isDisputed} /> },
        ]}
      />
      {total > rows.length && (
        <p>
          <Link to={paths.staff({ alert: 'any' })}>{t('needs.all', { count: total })}</Link>
        </p>
      )}
    </Section>
  );
};
