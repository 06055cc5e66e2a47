import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber, formatPercent, NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import classes from './figure.module.css';
import { Icon } from './icons';
import { ProgressBar } from './progress-bar';
import { useLanguage } from './use-words';

interface FigureProps {
  label: ReactNode;
  /** null = nothing to say; `masked` = 1–4 persons below city level. */
  value: number | null | 'masked';
  unit: ReactNode;
  asOf: string | Date;
  /** The list that this number counts, row by row. */
  to?: string;
  /** Where the counting rule is explained. */
  ruleTo?: string;
  target?: number | null;
  /** A recount differs: do not quote. */
  underCheck?: boolean;
  /** Beside it: the same in persons, for example. */
  beside?: ReactNode;
}

/** A number that matters, with its time, its rule and the way to its rows. */
export const Figure = ({ label, value, unit, asOf, to, ruleTo = paths.counting(), target, underCheck, beside }: FigureProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = value === null ? NOTHING : value === 'masked' ? t('figure.masked') : formatNumber(value, language);
  const goal = typeof value === 'number' && target ? { done: value, target } : null;
  const amount = (
    <span className={classes.amount}>
      <span className={classes.number}>{number}</span>
      {typeof value === 'number' && <span className={classes.unit}>{unit}</span>}
    </span>
  );
  return (
    <div className={classes.figure}>
      <p className={classes.label}>{label}</p>
      {to && typeof value === 'number' ? (
        <Link className={classes.link} to={to} title={t('figure.rows')}>
          {amount}
          <Icon name="next" size="1.25rem" />
        </Link>
      ) : (
        amount
      )}
      {beside && <p className={classes.beside}>{beside}</p>}
      {goal && (
        <>
          <ProgressBar done={goal.done} of={goal.target} label={String(label)} />
          <p className={classes.goal}>
            <span>{t('figure.target', { value: formatNumber(goal.target, language) })}</span>
            <span>{t('figure.progress', { percent: formatPercent(goal.done, goal.target) })}</span>
          </p>
        </>
      )}
      {underCheck && (
        <p className={classes.check}>
          <Icon name="attention" /> {t('figure.underCheck')}
        </p>
      )}
      <p className={classes.meta}>
        <span className="numeric">{t('figure.asOf', { at: formatDateTime(asOf) })}</span> · <Link to={ruleTo}>{t('figure.rule')}</Link>
      </p>
    </div>
  );
};
