import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatDays, formatNumber } from '~/i18n/format';
import { DataTable } from './data-table';
import { Badge } from './status-badge';
import { useLanguage } from './use-words';

export interface HealthClass {
  id: string;
  code: string;
  courseTitle: string;
  startsOn: string;
  endsOn: string;
  enrolUntilOn: string;
  free: number;
  isRefresher: boolean;
  providerName?: string;
  waiting?: number;
}

interface HealthClassesProps {
  rows: readonly HealthClass[];
  caption: string;
  to: (classId: string) => string;
  /** Shown in a last column. */
  act?: { to: (classId: string) => string; label: string };
  show: 'provider' | 'waiting';
}

/** Classes for health-care staff with their free seats: pre-job trainings and refreshers told apart. */
export const HealthClasses = ({ rows, caption, to, act, show }: HealthClassesProps) => {
  const { t } = useTranslation('health');
  const language = useLanguage();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'course',
          header: t('prejob.course'),
          rowHeader: true,
          cell: (row) => (
            <Link to={to(row.id)}>
              {row.courseTitle}
              <br />
              <small>{row.code}</small>
            </Link>
          ),
        },
        {
          key: 'kind',
          header: t('prejob.kind'),
          nowrap: true,
          cell: (row) => <Badge tone={row.isRefresher ? 'off' : 'on'}>{t(row.isRefresher ? 'prejob.refresher' : 'prejob.full')}</Badge>,
        },
        ...(show === 'provider'
          ? [{ key: 'provider', header: t('prejob.provider'), cell: (row: HealthClass) => row.providerName ?? '' }]
          : []),
        { key: 'dates', header: t('prejob.dates'), nowrap: true, cell: (row) => formatDays(row.startsOn, row.endsOn, language) },
        { key: 'until', header: t('prejob.until'), nowrap: true, cell: (row) => row.enrolUntilOn },
        { key: 'free', header: t('prejob.free'), numeric: true, cell: (row) => formatNumber(row.free, language) },
        ...(show === 'waiting'
          ? [
              {
                key: 'waiting',
                header: t('prejob.waiting'),
                numeric: true,
                cell: (row: HealthClass) => formatNumber(row.waiting ?? 0, language),
              },
            ]
          : []),
        ...(act ? [{ key: 'act', header: act.label, cell: (row: HealthClass) => <Link to={act.to(row.id)}>{act.label}</Link> }] : []),
      ]}
    />
  );
};
