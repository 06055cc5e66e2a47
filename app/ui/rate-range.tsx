import { NOTHING } from '~/i18n/format';
import classes from './rate.module.css';

interface RateRangeProps {
  /** Per cent; null when nobody is on post. */
  range: { low: number; high: number } | null;
  /** The rate itself, in per cent. */
  rate: number | null;
  target?: number;
}

export const rangeText = (range: RateRangeProps['range']): string =>
  range === null ? NOTHING : `${range.low.toFixed(1)}%–${range.high.toFixed(1)}%`;

/** How far chance alone could move a rate: a line from the lower to the upper end, the rate on it, the target across. */
export const RateRange = ({ range, rate, target = 90 }: RateRangeProps) => (
  <span className={classes.range}>
    <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <line className={classes.rail} x1="0" x2="100" y1="7" y2="7" />
      {range && <line className={classes.span} x1={range.low} x2={range.high} y1="7" y2="7" />}
      <line className={classes.goal} x1={target} x2={target} y1="0" y2="14" />
      {rate !== null && <circle className={classes.point} cx={rate} cy="7" r="3.5" />}
    </svg>
    <span>{rangeText(range)}</span>
  </span>
);
