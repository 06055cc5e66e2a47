import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '~/i18n/format';
import classes from './figure-table.module.css';
import { useLanguage } from './use-words';

export interface FigureCell {
  personTimes: number;
  persons: number;
  /** The rows that these two numbers count. */
  to?: string;
  personsTo?: string;
  /** A further line, such as the share of a target. */
  detail?: ReactNode;
}

export interface FigureRow {
  key: string;
  label: ReactNode;
  /** One per group; null = not published. */
  cells: readonly (FigureCell | null)[];
}

interface FigureTableProps {
  caption: string;
  /** What the first column is. */
  rowHeader: string;
  /** Names of the groups, each with person-times and persons. */
  groups: readonly string[];
  rows: readonly FigureRow[];
  footer?: FigureRow;
}

/** Person-times and persons side by side, per group; it stays a table on a phone, where columns are compared. */
export const FigureTable = ({ caption, rowHeader, groups, rows, footer }: FigureTableProps) => {
  const { t } = useTranslation('goal');
  // Without a link in it, the keyboard could not scroll what sticks out on a phone.
  const links = rows.some((row) => row.cells.some((cell) => cell?.to));
  return (
    <div className={classes.scroll} {...(links ? {} : { role: 'region', 'aria-label': caption, tabIndex: 0 })}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {rowHeader}
            </th>
            {groups.map((group) => (
              <th key={group} scope="colgroup" colSpan={2}>
                {group}
              </th>
            ))}
          </tr>
          <tr>
            {groups.flatMap((group) => [
              <th key={`${group} times`} scope="col" className={classes.times}>
                {t('personTimes')}
              </th>,
              <th key={`${group} persons`} scope="col">
                {t('persons')}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} groups={groups} />
          ))}
        </tbody>
        {footer && (
          <tfoot>
            <Row row={footer} groups={groups} />
          </tfoot>
        )}
      </table>
    </div>
  );
};

const Row = ({ row, groups }: { row: FigureRow; groups: readonly string[] }) => (
  <tr>
    <th scope="row">{row.label}</th>
    {row.cells.flatMap((cell, index) => [
      <td key={`${groups[index]} times`} className={classes.times}>
        <Amount value={cell?.personTimes} to={cell?.to} />
        {cell?.detail && <span className={classes.share}>{cell.detail}</span>}
      </td>,
      <td key={`${groups[index]} persons`} className={classes.persons}>
        <Amount value={cell?.persons} to={cell?.personsTo} />
      </td>,
    ])}
  </tr>
);

const Amount = ({ value, to }: { value: number | undefined; to?: string }) => {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  if (value === undefined) {
    return (
      <>
        <span aria-hidden="true">※</span>
        <span className="visually-hidden">{t('notPublished')}</span>
      </>
    );
  }
  if (value === 0) return <span className={classes.empty}>0</span>;
  const shown = formatNumber(value, language);
  return to ? <Link to={to}>{shown}</Link> : shown;
};
