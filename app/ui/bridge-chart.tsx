import { useTranslation } from 'react-i18next';
import type { BridgeStep } from '~/domain/rate/bridge';
import classes from './rate.module.css';

export interface Rung {
  step: BridgeStep;
  persons: number;
  n: number;
  d: number;
  start: number | null;
  end: number | null;
}

interface BridgeChartProps {
  from: string;
  to: string;
  /** Per cent; null = nobody on post. */
  start: number | null;
  end: number | null;
  rungs: readonly Rung[];
}

const ROW = 34;
const percent = (value: number) => `${value}%`;

/** The lowest and highest rate on the way, with some room beside them. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(1, (high - low) * 0.12);
  const [from, to] = [Math.max(0, low - room), Math.min(100, high + room)];
  return (value) => ((value - from) / Math.max(0.1, to - from)) * 100;
}

/** A waterfall that lies on its side, so that each step has room for its name; its numbers are the table below it. */
export const BridgeChart = ({ from, to, start, end, rungs }: BridgeChartProps) => {
  const { t } = useTranslation('rate');
  const values = [start, end, ...rungs.flatMap((rung) => [rung.start, rung.end])].filter((value) => value !== null);
  if (values.length === 0) return null;
  const x = scaleOf(values);
  const bars = [
    { key: 'start', label: from, from: null, to: start },
    ...rungs.map((rung) => ({ key: rung.step, label: t(`step.${rung.step}`), from: rung.start, to: rung.end })),
    { key: 'end', label: to, from: null, to: end },
  ];
  return (
    <figure className={classes.chart}>
      <figcaption className="visually-hidden">{t('bridge.chart')}</figcaption>
      <div className={classes.waterfall} role="img" aria-label={t('bridge.chart')}>
        <div className={classes.names} aria-hidden="true">
          {bars.map(({ key, label }) => (
            <span key={key} style={{ height: ROW }}>
              {label}
            </span>
          ))}
        </div>
        <svg height={bars.length * ROW} aria-hidden="true" focusable="false">
          {bars.map((bar, place) => (
            <Bar key={bar.key} bar={bar} place={place} last={place === bars.length - 1} x={x} />
          ))}
        </svg>
      </div>
    </figure>
  );
};

interface BarProps {
  bar: { from: number | null; to: number | null };
  place: number;
  last: boolean;
  x: (value: number) => number;
}

/** An end is a mark on the scale, which does not begin at zero; a step is a bar from one rate to the next. */
const Bar = ({ bar, place, last, x }: BarProps) => {
  const top = place * ROW;
  if (bar.to === null) return null;
  const to = x(bar.to);
  const from = bar.from === null ? to : x(bar.from);
  const change = bar.from === null ? null : bar.to - bar.from;
  const said = change === null ? `${bar.to.toFixed(2)}%` : `${change > 0 ? '+' : change < 0 ? '−' : ''}${Math.abs(change).toFixed(2)}`;
  const right = Math.max(from, to);
  return (
    <g>
      <rect
        className={change === null ? classes.ends : to >= from ? classes.up : classes.down}
        x={percent(change === null ? to - 0.4 : Math.min(from, to))}
        width={percent(change === null ? 0.8 : Math.max(0.4, Math.abs(to - from)))}
        y={top + (change === null ? 4 : 7)}
        height={ROW - (change === null ? 8 : 14)}
      />
      {!last && <line className={classes.joint} x1={percent(to)} x2={percent(to)} y1={top + ROW - 7} y2={top + ROW + 7} />}
      <text
        x={percent(right > 80 ? Math.min(from, to) : right)}
        dx={right > 80 ? -10 : 10}
        y={top + ROW / 2 + 5}
        textAnchor={right > 80 ? 'end' : 'start'}
      >
        {said}
      </text>
    </g>
  );
};
