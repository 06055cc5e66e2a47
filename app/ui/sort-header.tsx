import { Link, useLocation, useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';
import { Icon } from './icons';

interface SortHeaderProps {
  /** Value of `sort` in the address; without it the column does not sort. */
  by?: string;
  numeric?: boolean;
  children: ReactNode;
}

/** A column header whose link sorts the list on the server: `?sort=name&direction=desc`, back to page 1. */
export const SortHeader = ({ by, numeric, children }: SortHeaderProps) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  if (!by) {
    return (
      <th scope="col" data-numeric={numeric || undefined}>
        {children}
      </th>
    );
  }
  const active = search.get('sort') === by;
  const descending = active && search.get('direction') === 'desc';
  const next = new URLSearchParams(search);
  next.delete('page');
  next.set('sort', by);
  next.set('direction', active && !descending ? 'desc' : 'asc');
  const order = active ? (descending ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" data-numeric={numeric || undefined} aria-sort={order ?? 'none'}>
      <Link className={classes.sort} to={`${pathname}?${next}`} preventScrollReset title={t('table.sortBy', { column: String(children) })}>
        {children}
        {order ? <Icon name={descending ? 'down' : 'up'} size="1em" /> : <span className={classes.sortable} aria-hidden="true" />}
      </Link>
    </th>
  );
};
