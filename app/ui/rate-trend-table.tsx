import { useTranslation } from 'react-i18next';
import type { RateFigure } from '~/domain/rate/reading';
import { formatNumber, formatPercent, NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { usePunctuation } from './use-punctuation';
import { useLanguage } from './use-words';

export interface TrendRow {
  on: string;
  known: RateFigure;
  recorded: RateFigure | null;
}

/** The numbers of the chart, for whoever reads rather than looks. */
export const TrendTable = ({ points }: { points: readonly TrendRow[] }) => {
  const { t } = useTranslation('rate');
  const marks = usePunctuation();
  const language = useLanguage();
  const said = (figure: RateFigure | null) =>
    figure === null
      ? NOTHING
      : formatPercent(figure.n, figure.d) + marks.aside(`${formatNumber(figure.n, language)} / ${formatNumber(figure.d, language)}`);
  return (
    <details>
      <summary>{t('trend.data')}</summary>
      <DataTable
        caption={t('trend.chart')}
        captionHidden
        dense
        rows={points}
        rowKey={(row) => row.on}
        columns={[
          { key: 'on', header: t('trend.on'), rowHeader: true, cell: (row) => row.on },
          { key: 'known', header: t('trend.known'), numeric: true, cell: (row) => said(row.known) },
          { key: 'recorded', header: t('trend.recorded'), numeric: true, cell: (row) => said(row.recorded) },
        ]}
      />
    </details>
  );
};
