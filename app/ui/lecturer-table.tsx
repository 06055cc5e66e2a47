import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { LecturerField, LecturerKind, LecturerStanding } from '~/domain/lecturer/lecturer';
import { formatHoursShort, NOTHING } from '~/i18n/format';
import { type Column, DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { Badge, StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { useLanguage } from './use-words';

export interface ListedLecturer {
  id: string;
  kind: LecturerKind;
  name: string;
  organisation: string | null;
  districtCode: string | null;
  employer: string;
  fields: readonly LecturerField[];
  approvedUntilOn: string | null;
  renewalAsked: boolean;
  standing: LecturerStanding;
  minutesThisYear: number;
}

interface LecturerTableProps {
  rows: readonly ListedLecturer[];
  to: (id: string) => string;
  /** Of many organisations: whose she is, and who decides. */
  wide?: boolean;
  emptyText: string;
}

export const LecturerTable = ({ rows, to, wide, emptyText }: LecturerTableProps) => {
  const { t } = useTranslation('lecturer');
  const language = useLanguage();
  const district = useDistrictName();
  const whose: Column<ListedLecturer>[] = [
    { key: 'organisation', header: t('field.organisation'), cell: (row) => row.organisation ?? t('field.commissionOwn') },
    {
      key: 'district',
      header: t('field.district'),
      nowrap: true,
      cell: (row) => (row.districtCode === null ? t('list.cityLevel') : district(row.districtCode)),
    },
  ];
  const columns: Column<ListedLecturer>[] = [
    { key: 'name', header: t('field.name'), rowHeader: true, nowrap: true, cell: (row) => <Link to={to(row.id)}>{row.name}</Link> },
    { key: 'kind', header: t('field.kind'), nowrap: true, cell: (row) => t(`kind.${row.kind}`) },
    { key: 'employer', header: t('field.employer'), cell: (row) => row.employer || NOTHING },
    ...(wide ? whose : []),
    {
      key: 'fields',
      header: t('field.fields'),
      cell: (row) => row.fields.map((field) => t(`fields.${field}`)).join(language === 'en' ? ', ' : '、'),
    },
    {
      key: 'status',
      header: t('field.status'),
      cell: (row) => (
        <>
          <StatusBadge kind="lecturer:standing" status={row.standing} />{' '}
          {row.renewalAsked && <Badge tone="wait">{t('renewalAsked')}</Badge>}
        </>
      ),
    },
    { key: 'until', header: t('field.approvedUntil'), nowrap: true, cell: (row) => row.approvedUntilOn ?? NOTHING },
    {
      key: 'minutes',
      header: t('field.minutesThisYear'),
      numeric: true,
      cell: (row) => formatHoursShort(row.minutesThisYear, language),
    },
  ];
  return (
    <DataTable
      caption={t('list.caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      empty={
        <EmptyState title={t('list.emptyTitle')}>
          <p>{emptyText}</p>
        </EmptyState>
      }
    />
  );
};
