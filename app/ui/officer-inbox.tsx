import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { Badge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { useLanguage } from './use-words';

interface Item {
  kind: 'course' | 'closing' | 'organisation' | 'claim' | 'institution_change' | 'post_claim' | 'dispute' | 'double_roster';
  id: string;
  title: string;
  from: string;
  supplementary: boolean;
  arrivedOn: string;
  dueOn: string;
  overdue: boolean;
}

const placeOf = ({ kind, id }: Item): string =>
  ({
    course: paths.reviewCourse(id),
    closing: paths.reviewClosing(id),
    organisation: paths.organisation(id),
    claim: paths.claims(),
    institution_change: paths.commissionInstitution(id),
    post_claim: paths.lateAnswers(),
    dispute: paths.lateAnswers(),
    double_roster: paths.doubleRoster(id),
  })[kind];

/** What waits for an officer, the most urgent first. */
export const WaitingTable = ({ items }: { items: readonly Item[] }) => {
  const { t } = useTranslation('goal');
  return (
    <DataTable
      caption={t('work.inbox')}
      captionHidden
      rows={items}
      rowKey={(item) => `${item.kind} ${item.id}`}
      columns={[
        {
          key: 'title',
          header: t('work.column.title'),
          rowHeader: true,
          cell: (item) => <Link to={placeOf(item)}>{item.kind === 'claim' ? t('work.claimTitle', { name: item.title }) : item.title}</Link>,
        },
        {
          key: 'kind',
          header: t('work.column.kind'),
          cell: (item) =>
            item.supplementary ? `${t(`work.kind.${item.kind}`)} · ${t('work.supplementary')}` : t(`work.kind.${item.kind}`),
        },
        { key: 'from', header: t('work.column.from'), cell: (item) => item.from },
        { key: 'arrived', header: t('work.column.arrived'), nowrap: true, cell: (item) => item.arrivedOn },
        {
          key: 'due',
          header: t('work.column.due'),
          nowrap: true,
          cell: (item) =>
            item.overdue ? <Badge tone="bad">{t('work.overdue', { date: item.dueOn })}</Badge> : t('work.dueOn', { date: item.dueOn }),
        },
      ]}
    />
  );
};

/** How much waits in each district, the latest first. */
export const DistrictLoad = ({ rows }: { rows: readonly { districtCode: string; waiting: number; overdue: number }[] }) => {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  const districtName = useDistrictName();
  return (
    <DataTable
      caption={t('work.districts')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.districtCode}
      columns={[
        { key: 'district', header: t('work.column.district'), rowHeader: true, cell: (row) => districtName(row.districtCode) },
        { key: 'waiting', header: t('work.column.waiting'), numeric: true, cell: (row) => formatNumber(row.waiting, language) },
        {
          key: 'overdue',
          header: t('work.column.overdue'),
          numeric: true,
          cell: (row) => (row.overdue > 0 ? <Badge tone="bad">{formatNumber(row.overdue, language)}</Badge> : '0'),
        },
      ]}
    />
  );
};
