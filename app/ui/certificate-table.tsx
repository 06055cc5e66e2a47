import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RegistryRow } from '~/domain/certificate/shown';
import { daysBetween } from '~/domain/shared/period';
import { formatDate } from '~/i18n/format';
import classes from './certificates.module.css';
import { type Column, DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { Badge, StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { usePunctuation } from './use-punctuation';
import { useWords } from './use-words';

interface CertificateTableProps {
  rows: readonly RegistryRow[];
  caption: string;
  today: string;
  to: (certificateId: string) => string;
  empty: { title: string; text: string };
  /** Columns that only some lists need. */
  show: readonly ('institution' | 'district' | 'waiting' | 'warnings' | 'ending' | 'status')[];
}

/** Certificates as lines: who, what, number, and what the list is about. */
export const CertificateTable = ({ rows, caption, today, to, empty, show }: CertificateTableProps) => {
  const { t } = useTranslation('certificate');
  const marks = usePunctuation();
  const words = useWords();
  const district = useDistrictName();
  const what = (row: RegistryRow) => [row.name, row.level && words(`certificate:level.${row.level}`)].filter(Boolean).join(' · ');
  const optional: Record<(typeof show)[number], Column<RegistryRow>> = {
    institution: { key: 'institution', header: t('field.institution'), cell: (row) => row.institutions.join(marks.list) || '—' },
    district: { key: 'district', header: t('field.district'), cell: (row) => district(row.districtCode), nowrap: true },
    waiting: { key: 'waiting', header: t('field.waiting'), cell: (row) => <Waiting row={row} today={today} />, nowrap: true },
    warnings: {
      key: 'warnings',
      header: t('field.warnings'),
      cell: (row) => (row.warnings.length > 0 ? <Badge tone="wait">{t('queue.count', { count: row.warnings.length })}</Badge> : '—'),
    },
    ending: { key: 'ending', header: t('expiring.left'), cell: (row) => <Left validUntil={row.validUntil} today={today} />, nowrap: true },
    status: { key: 'status', header: t('field.status'), cell: (row) => <StatusBadge kind="certificate:status" status={row.status} /> },
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={empty.title}>{empty.text}</EmptyState>}
      columns={[
        {
          key: 'holder',
          header: t('field.holder'),
          rowHeader: true,
          cell: (row) => (
            <Link to={to(row.id)} data-queue-row>
              {row.personName}
            </Link>
          ),
        },
        { key: 'family', header: t('field.family'), cell: (row) => t(`family.${row.family}`) },
        { key: 'name', header: t('field.name'), cell: what },
        { key: 'number', header: t('field.number'), cell: (row) => <span className={classes.number}>{row.number}</span> },
        ...show.map((key) => optional[key]),
      ]}
    />
  );
};

const Waiting = ({ row, today }: { row: RegistryRow; today: string }) => {
  const { t } = useTranslation('certificate');
  if (row.submittedAt === null) return '—';
  const days = daysBetween(formatDate(row.submittedAt), today);
  return days <= 0 ? t('queue.today') : t('queue.days', { count: days });
};

const Left = ({ validUntil, today }: { validUntil: string | null; today: string }) => {
  const { t } = useTranslation('certificate');
  if (validUntil === null) return '—';
  const left = daysBetween(today, validUntil);
  if (left > 90) return formatDate(validUntil);
  const said = left < 0 ? t('expiring.ended') : left === 0 ? t('expiring.today') : t('expiring.daysLeft', { count: left });
  return (
    <>
      {formatDate(validUntil)} <Badge tone={left <= 30 ? 'bad' : 'wait'}>{said}</Badge>
    </>
  );
};
