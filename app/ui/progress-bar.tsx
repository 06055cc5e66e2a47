import { formatPercent } from '~/i18n/format';
import classes from './figure.module.css';

/** How much of a whole is done; longer than the whole stays full. The number stands beside it in words. */
export const ProgressBar = ({ done, of, label }: { done: number; of: number; label: string }) => {
  const percent = of <= 0 ? 0 : Math.min(100, (done / of) * 100);
  return (
    <div
      className={classes.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(percent)}
      aria-valuetext={formatPercent(done, of)}
    >
      <div className={classes.bar} style={{ width: `${percent}%` }} />
    </div>
  );
};
