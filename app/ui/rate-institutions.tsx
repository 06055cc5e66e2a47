import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { OperatorType } from '~/domain/organisation/organisation';
import { wilsonRange } from '~/domain/rate/wilson';
import { formatNumber, formatPercent, NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import classes from './rate.module.css';
import { rangeText } from './rate-range';
import { Badge } from './status-badge';
import { useLanguage } from './use-words';

export interface InstitutionRateRow {
  id: string;
  name: string;
  operatorType: string;
  n: number;
  d: number;
  pending: number;
  confirmedOn: string | null;
  isFresh: boolean;
  links: { persons?: string; certified?: string; uncertified?: string; pending?: string };
}

/** The institutions of an area with their N and D. */
export const InstitutionRates = ({
  rows,
  caption,
  withPending,
}: {
  rows: readonly InstitutionRateRow[];
  caption: string;
  withPending: boolean;
}) => {
  const { t } = useTranslation(['rate', 'organisation']);
  const language = useLanguage();
  const linked = (value: number, to?: string) =>
    to && value > 0 ? <Link to={to}>{formatNumber(value, language)}</Link> : formatNumber(value, language);
  const shown = (row: InstitutionRateRow) => row.n + (withPending ? row.pending : 0);
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('rate:institutions.empty')}>{t('rate:institutions.emptyHint')}</EmptyState>}
      columns={[
        { key: 'name', header: t('rate:institutions.name'), rowHeader: true, sort: 'name', cell: (row) => row.name },
        {
          key: 'type',
          header: t('rate:institutions.type'),
          hideOnPhone: true,
          cell: (row) => t(`organisation:operatorType.${row.operatorType as OperatorType}`),
        },
        { key: 'n', header: t('rate:n'), numeric: true, cell: (row) => linked(row.n, row.links.certified) },
        { key: 'd', header: t('rate:d'), numeric: true, sort: 'persons', cell: (row) => linked(row.d, row.links.persons) },
        {
          key: 'missing',
          header: t('rate:institutions.missing'),
          numeric: true,
          sort: 'missing',
          cell: (row) => linked(row.d - row.n, row.links.uncertified),
        },
        { key: 'pending', header: t('rate:pending'), numeric: true, cell: (row) => linked(row.pending, row.links.pending) },
        {
          key: 'rate',
          header: withPending ? t('rate:withPending') : t('rate:districts.rate'),
          numeric: true,
          sort: 'rate',
          cell: (row) => <strong>{formatPercent(shown(row), row.d)}</strong>,
        },
        {
          key: 'range',
          header: t('rate:range'),
          nowrap: true,
          hideOnPhone: true,
          cell: (row) => <span className={classes.soft}>{rangeText(wilsonRange(shown(row), row.d))}</span>,
        },
        {
          key: 'confirmed',
          header: t('rate:institutions.confirmed'),
          nowrap: true,
          sort: 'confirmed',
          cell: (row) => (
            <>
              {row.confirmedOn ?? NOTHING}{' '}
              <Badge tone={row.isFresh ? 'good' : 'off'}>
                {t(row.isFresh ? 'rate:institutions.fresh' : row.confirmedOn ? 'rate:institutions.old' : 'rate:institutions.never')}
              </Badge>
            </>
          ),
        },
      ]}
    />
  );
};
