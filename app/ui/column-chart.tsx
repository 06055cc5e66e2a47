import { useTranslation } from 'react-i18next';
import { formatNumber } from '~/i18n/format';
import { DataTable } from './data-table';
import classes from './figure.module.css';
import { Legend, SERIES_CLASSES } from './legend';
import { usePunctuation } from './use-punctuation';
import { useLanguage } from './use-words';

interface ChartPoint {
  key: string;
  label: string;
  /** One per series; null = masked or not known, shown as its text. */
  values: readonly (number | null)[];
  /** The rows behind the values. */
  to?: readonly (string | undefined)[];
}

interface ChartProps {
  title: string;
  /** What each value of a point is, in the same order. At most three. */
  series: readonly string[];
  points: readonly ChartPoint[];
  unit?: string;
  /** Shown for null. */
  absent?: string;
}

const PLOT = 180;
const TOP = 20;
const FOOT = 24;
const STEPS = [0, 1, 2, 3, 4];
const percent = (value: number) => `${value}%`;

/** The smallest of 1, 2, 5 × 10ⁿ that four steps of which reach the value. */
const stepFor = (most: number): number => {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5, 10].find((n) => n * power >= rough) ?? 10);
};

/** Upright columns over time, drawn on the server; its numbers stand in the table below it. */
export const ColumnChart = ({ title, series, points, unit, absent = '—' }: ChartProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const marks = usePunctuation();
  if (points.length === 0) return <p>{t('chart.noData')}</p>;
  const step = stepFor(Math.max(1, ...points.flatMap((point) => point.values.map((value) => value ?? 0))));
  const top = step * 4;
  const slot = 100 / points.length;
  const width = (slot * 0.72) / series.length;
  const y = (value: number) => TOP + PLOT - (value / top) * PLOT;
  const every = Math.ceil(points.length / 8);
  const rows = points.map((point) => ({ ...point, id: point.key }));
  const number = (value: number | null | undefined) => (value === null || value === undefined ? absent : formatNumber(value, language));
  return (
    <figure className={classes.chart}>
      <figcaption>
        {title}
        {unit && marks.aside(unit)}
      </figcaption>
      {series.length > 1 && <Legend series={series} />}
      <div className={classes.plot} role="img" aria-label={title}>
        <svg className={classes.columns} height={TOP + PLOT + FOOT} aria-hidden="true" focusable="false">
          {STEPS.map((n) => (
            <text key={n} x="100%" dx="-8" y={y(n * step) + 4} textAnchor="end">
              {formatNumber(n * step, language)}
            </text>
          ))}
        </svg>
        <svg className={classes.columns} height={TOP + PLOT + FOOT} aria-hidden="true" focusable="false">
          {STEPS.map((n) => (
            <line key={n} className={classes.grid} x1="0" x2="100%" y1={y(n * step)} y2={y(n * step)} />
          ))}
          {points.map((point, place) => (
            <g key={point.key}>
              {point.values.map((value, index) => (
                <rect
                  key={series[index]}
                  className={SERIES_CLASSES[index]}
                  x={percent(place * slot + slot * 0.14 + index * width)}
                  width={percent(width)}
                  y={y(value ?? 0)}
                  height={TOP + PLOT - y(value ?? 0)}
                >
                  <title>{`${point.label} ${series[index]} ${number(value)}`}</title>
                </rect>
              ))}
              {place % every === 0 && (
                <text
                  data-spare={(place / every) % 2 === 1 || undefined}
                  x={percent(place * slot + slot / 2)}
                  y={TOP + PLOT + 17}
                  textAnchor="middle"
                >
                  {point.label}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
      <details>
        <summary>{t('chart.data')}</summary>
        <DataTable
          caption={title}
          captionHidden
          dense
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'label', header: t('chart.label'), cell: (row) => row.label, rowHeader: true },
            ...series.map((name, index) => ({
              key: name,
              header: name,
              numeric: true,
              cell: (row: (typeof rows)[number]) => number(row.values[index]),
            })),
          ]}
        />
      </details>
    </figure>
  );
};
