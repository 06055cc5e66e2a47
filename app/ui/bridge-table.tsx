import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent, NOTHING } from '~/i18n/format';
import type { Rung } from './bridge-chart';
import { DataTable } from './data-table';
import classes from './rate.module.css';
import { usePunctuation } from './use-punctuation';
import { useLanguage } from './use-words';

interface BridgeTableProps {
  start: { n: number; d: number };
  end: { n: number; d: number };
  rungs: readonly Rung[];
  /** Where a step opens to its people; nothing for those of another district. */
  toStep?: (step: Rung['step']) => string;
}

const signed = (value: number) => (value > 0 ? `+${value}` : value === 0 ? '0' : `−${-value}`);
const points = (from: number | null, to: number | null) => {
  if (from === null || to === null) return NOTHING;
  const change = Math.round((to - from) * 100) / 100;
  return change > 0 ? `+${change.toFixed(2)}` : change === 0 ? '0.00' : `−${Math.abs(change).toFixed(2)}`;
};
const percent = ({ n, d }: { n: number; d: number }) => (d === 0 ? null : (n / d) * 100);

/** The steps with what each adds to N and D; first and last row are the two rates. */
export const BridgeTable = ({ start, end, rungs, toStep }: BridgeTableProps) => {
  const { t } = useTranslation('rate');
  const marks = usePunctuation();
  const language = useLanguage();
  const total = (key: 'n' | 'd' | 'persons') => rungs.reduce((sum, rung) => sum + rung[key], 0);
  const rate = ({ n, d }: { n: number; d: number }) =>
    formatPercent(n, d) + marks.aside(`${formatNumber(n, language)} / ${formatNumber(d, language)}`);
  return (
    <>
      <p className={classes.line}>
        {t('bridge.start')} {rate(start)} → {t('bridge.end')} {rate(end)}
      </p>
      <DataTable
        caption={t('bridge.table')}
        captionHidden
        dense
        rows={rungs}
        rowKey={(row) => row.step}
        empty={<p className={classes.soft}>{t('bridge.noChange')}</p>}
        footer={[
          t('bridge.change'),
          formatNumber(total('persons'), language),
          signed(total('n')),
          signed(total('d')),
          points(percent(start), percent(end)),
        ]}
        columns={[
          {
            key: 'step',
            header: t('bridge.step'),
            rowHeader: true,
            cell: (row) => (
              <span className={classes.stack}>
                {toStep ? <Link to={toStep(row.step)}>{t(`step.${row.step}`)}</Link> : t(`step.${row.step}`)}
                <span className={classes.soft}>{t(`stepHint.${row.step}`)}</span>
              </span>
            ),
          },
          { key: 'persons', header: t('bridge.persons'), numeric: true, cell: (row) => formatNumber(row.persons, language) },
          { key: 'n', header: t('bridge.n'), numeric: true, cell: (row) => signed(row.n) },
          { key: 'd', header: t('bridge.d'), numeric: true, cell: (row) => signed(row.d) },
          { key: 'points', header: t('bridge.points'), numeric: true, cell: (row) => points(row.start, row.end) },
        ]}
      />
      {rungs.length > 0 && <p className={classes.soft}>{t('bridge.orderNote')}</p>}
    </>
  );
};
