import { Link, useLocation, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '~/i18n/format';
import classes from './data-table.module.css';
import { useLanguage } from './use-words';

interface PaginationProps {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
}

/** First, last and the neighbours of the page, `0` for a gap. */
const shown = (page: number, last: number): number[] => {
  const near = [1, page - 1, page, page + 1, last].filter((n) => n >= 1 && n <= last);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((n, i) => (i > 0 && n - (sorted[i - 1] ?? n) > 1 ? [0, n] : [n]));
};

/** Pages of a list, kept in the address as `?page=2` beside its filters and order. */
export const Pagination = ({ page, pageSize, total }: PaginationProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  if (total === 0) return null;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const to = (n: number) => {
    const next = new URLSearchParams(search);
    if (n === 1) next.delete('page');
    else next.set('page', String(n));
    return `${pathname}${next.size > 0 ? `?${next}` : ''}`;
  };
  const from = Math.min((page - 1) * pageSize + 1, total);
  const range = { from: formatNumber(from, language), to: formatNumber(Math.min(page * pageSize, total), language) };
  return (
    <nav className={classes.pages} aria-label={t('table.pages')}>
      <p className="numeric">{t('table.range', { ...range, total: formatNumber(total, language) })}</p>
      {last > 1 && (
        <ul>
          {page > 1 && (
            <li>
              <Link to={to(page - 1)} rel="prev">
                {t('table.previous')}
              </Link>
            </li>
          )}
          {shown(page, last).map((n, i) => (
            // A gap has no number of its own; its place tells it apart.
            <li key={n === 0 ? `gap-${i}` : n}>
              {n === 0 ? (
                <span className={classes.gap}>…</span>
              ) : n === page ? (
                <span aria-current="page">{n}</span>
              ) : (
                <Link to={to(n)} aria-label={t('table.page', { page: n })}>
                  {n}
                </Link>
              )}
            </li>
          ))}
          {page < last && (
            <li>
              <Link to={to(page + 1)} rel="next">
                {t('table.next')}
              </Link>
            </li>
          )}
        </ul>
      )}
    </nav>
  );
};
