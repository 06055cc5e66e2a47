import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RateFigure } from '~/domain/rate/reading';
import { type Comparison, wilsonRange } from '~/domain/rate/wilson';
import { formatNumber, formatPercent, NOTHING } from '~/i18n/format';
import table from './figure-table.module.css';
import classes from './rate.module.css';
import { RateRange, rangeText } from './rate-range';
import { Badge } from './status-badge';
import { useScopeName } from './use-scope-name';
import { useLanguage } from './use-words';

export interface DistrictRateRow extends RateFigure {
  scope: string;
  institutions: number;
  freshInstitutions: number;
  stale: boolean;
  comparison: Comparison | null;
  /** The institutions of the district, and its people where they may be seen. */
  to?: string;
  personsTo?: string;
  certifiedTo?: string;
  pendingTo?: string;
}

interface DistrictRatesProps {
  rows: readonly DistrictRateRow[];
  city: DistrictRateRow;
  withPending: boolean;
}

/** Every reporting unit in yearbook order with what its rate stands on; a table on a phone too, where rows are compared. */
export const DistrictRates = ({ rows, city, withPending }: DistrictRatesProps) => {
  const { t } = useTranslation('rate');
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <caption className="visually-hidden">{t('districts.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.start}>
              {t('districts.district')}
            </th>
            <th scope="col">{t('n')}</th>
            <th scope="col">{t('d')}</th>
            <th scope="col" className={classes.wide}>
              {t('pending')}
            </th>
            <th scope="col">{withPending ? t('withPending') : t('districts.rate')}</th>
            <th scope="col" className={`${classes.wide} ${classes.start}`}>
              {t('range')}
            </th>
            <th scope="col" className={`${classes.wide} ${classes.start}`}>
              {t('coverage')}
            </th>
            <th scope="col" className={`${classes.wide} ${classes.start}`}>
              {t('districts.compare')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.scope} row={row} withPending={withPending} />
          ))}
        </tbody>
        <tfoot>
          <Line row={city} withPending={withPending} isCity />
        </tfoot>
      </table>
    </div>
  );
};

const Line = ({ row, withPending, isCity }: { row: DistrictRateRow; withPending: boolean; isCity?: boolean }) => {
  const { t } = useTranslation('rate');
  const scopeName = useScopeName();
  const shown = row.n + (withPending ? row.pending : 0);
  const range = wilsonRange(shown, row.d);
  return (
    <tr className={row.stale ? classes.stale : undefined}>
      <th scope="row">
        {row.to ? <Link to={row.to}>{scopeName(row.scope)}</Link> : scopeName(row.scope)}{' '}
        {row.stale && <Badge tone="off">{t('stale')}</Badge>}
      </th>
      <td>
        <Count value={row.n} to={row.certifiedTo} />
      </td>
      <td>
        <Count value={row.d} to={row.personsTo} />
      </td>
      <td className={classes.wide}>
        <Count value={row.pending} to={row.pendingTo} />
      </td>
      <td>
        <strong>{formatPercent(shown, row.d)}</strong>
        <span className={classes.narrow}>{rangeText(range)}</span>
      </td>
      <td className={`${classes.wide} ${classes.start}`}>
        <RateRange range={range} rate={row.d === 0 ? null : (shown / row.d) * 100} />
      </td>
      <td className={`${classes.wide} ${classes.start}`}>{`${row.freshInstitutions} / ${row.institutions}`}</td>
      <td className={`${classes.wide} ${classes.start}`}>{!isCity && <Compared comparison={row.comparison} stale={row.stale} />}</td>
    </tr>
  );
};

const Count = ({ value, to }: { value: number; to?: string }) => {
  const shown = formatNumber(value, useLanguage());
  return to && value > 0 ? <Link to={to}>{shown}</Link> : shown;
};

const TONES = { higher: 'good', lower: 'wait' } as const;

/** A stale figure is not held against others. */
const Compared = ({ comparison, stale }: Pick<DistrictRateRow, 'comparison' | 'stale'>) => {
  const { t } = useTranslation('rate');
  if (comparison === null && !stale) return NOTHING;
  if (stale || comparison === null || comparison === 'alike')
    return <span className={classes.soft}>{t(stale ? 'districts.notCompared' : 'districts.alike')}</span>;
  return <Badge tone={TONES[comparison]}>{t(`districts.${comparison}`)}</Badge>;
};
