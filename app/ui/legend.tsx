import classes from './figure.module.css';

export const SERIES_CLASSES = [classes.first, classes.second, classes.third] as const;

/** Which colour is which series. The table of the chart says the same in words. */
export const Legend = ({ series }: { series: readonly string[] }) => (
  <ul className={classes.legend}>
    {series.map((name, index) => (
      <li key={name}>
        <svg width="14" height="14" aria-hidden="true" focusable="false">
          <rect className={SERIES_CLASSES[index]} width="14" height="14" rx="3" />
        </svg>
        {name}
      </li>
    ))}
  </ul>
);
