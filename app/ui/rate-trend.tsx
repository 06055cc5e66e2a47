import { useTranslation } from 'react-i18next';
import type { RateFigure } from '~/domain/rate/reading';
import { formatPercent } from '~/i18n/format';
import classes from './rate.module.css';
import { type TrendRow, TrendTable } from './rate-trend-table';

const PLOT = 180;
const TOP = 16;
const FOOT = 26;
const percent = (value: number) => `${value}%`;
const rate = ({ n, d }: RateFigure): number | null => (d === 0 ? null : (n / d) * 100);

/** The lowest ten per cent that all points lie above; the scale says where it begins. */
const floorOf = (values: readonly number[]): number => Math.max(0, Math.min(80, Math.floor((Math.min(...values) - 4) / 10) * 10));

/** Month ends: a line as known now, dots as recorded then, the target across. Drawn on the server; its numbers stand below. */
export const RateTrend = ({ points }: { points: readonly TrendRow[] }) => {
  const { t } = useTranslation('rate');
  const values = points.flatMap(({ known, recorded }) => [rate(known), recorded ? rate(recorded) : null]).filter((value) => value !== null);
  if (values.length === 0) return <p className={classes.soft}>{t('nobody')}</p>;
  const floor = floorOf(values);
  const y = (value: number) => TOP + PLOT - ((value - floor) / (100 - floor)) * PLOT;
  const slot = 100 / points.length;
  const x = (place: number) => place * slot + slot / 2;
  const marks = Array.from({ length: (100 - floor) / 10 + 1 }, (_, n) => floor + n * 10).filter(
    (mark) => floor === 80 || mark % 20 === 0 || mark === 90,
  );
  return (
    <figure className={classes.chart}>
      <figcaption className="visually-hidden">{t('trend.chart')}</figcaption>
      <Legend />
      <div className={classes.plot} role="img" aria-label={t('trend.chart')}>
        <svg height={TOP + PLOT + FOOT} aria-hidden="true" focusable="false">
          {marks.map((mark) => (
            <line key={mark} className={mark === 90 ? classes.goal : classes.gridline} x1="0" x2="100%" y1={y(mark)} y2={y(mark)} />
          ))}
          {points.map((point, place) => {
            const next = points[place + 1];
            const [from, to] = [rate(point.known), next ? rate(next.known) : null];
            if (from === null || to === null) return null;
            return (
              <line key={point.on} className={classes.known} x1={percent(x(place))} y1={y(from)} x2={percent(x(place + 1))} y2={y(to)} />
            );
          })}
          {points.map((point, place) => (
            <TrendPoint key={point.on} point={point} x={percent(x(place))} y={y} spare={(points.length - 1 - place) % 3 !== 0} />
          ))}
        </svg>
        <svg height={TOP + PLOT + FOOT} aria-hidden="true" focusable="false">
          {marks.map((mark) => (
            <text key={mark} x="8" y={y(mark) + 4}>
              {percent(mark)}
            </text>
          ))}
        </svg>
      </div>
      <TrendTable points={points} />
    </figure>
  );
};

const TrendPoint = ({ point, x, y, spare }: { point: TrendRow; x: string; y: (value: number) => number; spare: boolean }) => {
  const [known, recorded] = [rate(point.known), point.recorded ? rate(point.recorded) : null];
  return (
    <g>
      {known !== null && (
        <circle className={classes.knownDot} cx={x} cy={y(known)} r="3.5">
          <title>{`${point.on} ${formatPercent(point.known.n, point.known.d)}`}</title>
        </circle>
      )}
      {recorded !== null && <circle className={classes.recordedDot} cx={x} cy={y(recorded)} r="5" />}
      <text x={x} y={TOP + PLOT + 19} textAnchor="middle" data-spare={spare || undefined}>
        {point.on.slice(2, 7)}
      </text>
    </g>
  );
};

const Legend = () => {
  const { t } = useTranslation('rate');
  const line = (name: string | undefined) => <line className={name} x1="0" x2="22" y1="7" y2="7" />;
  return (
    <ul className={classes.legend}>
      {[
        { key: 'known', mark: line(classes.known), text: t('trend.known') },
        { key: 'recorded', mark: <circle className={classes.recordedDot} cx="11" cy="7" r="5" />, text: t('trend.recorded') },
        { key: 'target', mark: line(classes.goal), text: t('trend.targetLine') },
      ].map(({ key, mark, text }) => (
        <li key={key}>
          <svg width="22" height="14" aria-hidden="true" focusable="false">
            {mark}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
};
