import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RULE_CODES, type RuleCode } from '~/domain/certificate/counting-rule';
import { missingFor, reached } from '~/domain/rate/rate';
import type { RateFigure } from '~/domain/rate/reading';
import { wilsonRange } from '~/domain/rate/wilson';
import { formatNumber, formatPercent } from '~/i18n/format';
import classes from './rate.module.css';
import { rangeText } from './rate-range';
import { Badge } from './status-badge';
import { usePunctuation } from './use-punctuation';
import { useLanguage } from './use-words';

export interface FigureLinks {
  persons?: string;
  certified?: string;
  pending?: string;
}

interface RateNumberProps {
  label: string;
  figure: RateFigure;
  withPending: boolean;
  /** Share of fresh rosters is too small: grey. */
  stale: boolean;
  /** Where each number opens to its people. */
  links: FigureLinks;
  /** Without what waits for a check: that is not public. */
  firmOnly?: boolean;
}

const Linked = ({ to, value }: { to?: string; value: number }) => {
  const language = useLanguage();
  const shown = formatNumber(value, language);
  return to ? <Link to={to}>{shown}</Link> : shown;
};

/** The rate large, with N and D beside it, held against 90 % by exact numbers. */
export const RateNumber = ({ label, figure, withPending, stale, links, firmOnly }: RateNumberProps) => {
  const { t } = useTranslation('rate');
  const marks = usePunctuation();
  const { n, d, pending } = figure;
  const shown = withPending ? n + pending : n;
  const range = wilsonRange(shown, d);
  return (
    <div className={classes.figure} data-stale={stale || undefined}>
      <p className={classes.label}>
        {label}
        {withPending && marks.aside(t('withPending'))} {stale && <Badge tone="off">{t('stale')}</Badge>}
      </p>
      <p className={classes.amount}>
        <span className={classes.number}>{formatPercent(shown, d)}</span>
        <span className={classes.parts}>
          {t('n')} <Linked to={links.certified} value={n} />
          {withPending && pending > 0 && (
            <>
              {' + '}
              <Linked to={links.pending} value={pending} />
            </>
          )}
          {' / '}
          {t('d')} <Linked to={links.persons} value={d} />
        </span>
      </p>
      <div className={classes.track} aria-hidden="true">
        <div className={classes.bar} data-stale={stale || undefined} style={{ width: `${d === 0 ? 0 : (shown / d) * 100}%` }} />
        <div className={classes.mark} style={{ insetInlineStart: '90%' }} />
      </div>
      <Reached figure={figure} withPending={withPending} />
      {range && <p className={classes.soft}>{t('rangeLine', { range: rangeText(range) })}</p>}
      {!firmOnly && <Pending figure={figure} to={links.pending} />}
    </div>
  );
};

const Reached = ({ figure: { n, d }, withPending }: { figure: RateFigure; withPending: boolean }) => {
  const { t } = useTranslation('rate');
  const is = reached(n, d);
  if (is === null) return <p className={classes.soft}>{t('nobody')}</p>;
  if (withPending) return <p className={classes.soft}>{t('target.judgedOnFirm')}</p>;
  return (
    <p className={classes.line}>
      <span title={t('target.exact')}>{t('target.label')}</span>{' '}
      <Badge tone={is ? 'good' : 'wait'}>{t(is ? 'target.reached' : 'target.notReached')}</Badge>{' '}
      {!is && t('target.missing', { count: missingFor(n, d) })}
    </p>
  );
};

const Pending = ({ figure: { n, d, pending }, to }: { figure: RateFigure; to?: string }) => {
  const { t } = useTranslation('rate');
  if (pending === 0) return <p className={classes.soft}>{t('pendingNone')}</p>;
  const text = t('pendingLine', { percent: formatPercent(n + pending, d), count: pending });
  return <p className={classes.soft}>{to ? <Link to={to}>{text}</Link> : text}</p>;
};

/** The same day and people under the other rules. */
export const OtherRules = ({ rule, figures }: { rule: RuleCode; figures: Readonly<Record<RuleCode, RateFigure & { to?: string }>> }) => {
  const { t } = useTranslation(['rate', 'rule']);
  return (
    <div>
      <p className={classes.label}>{t('rate:others')}</p>
      {RULE_CODES.filter((code) => code !== rule).map((code) => (
        <p key={code} className={classes.other}>
          <span>{t(`rule:code.${code}`)}</span>
          <strong>{formatPercent(figures[code].n, figures[code].d)}</strong>
          <span className={classes.soft}>
            <Linked to={figures[code].to} value={figures[code].n} /> / <Linked value={figures[code].d} />
          </span>
        </p>
      ))}
    </div>
  );
};
