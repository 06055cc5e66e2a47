import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';
import { SortHeader } from './sort-header';

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned tabular figures. */
  numeric?: boolean;
  /** The cell names the row: a row header, and the title of its card on a phone. */
  rowHeader?: boolean;
  /** Value of `sort` in the address when the database can sort by it. */
  sort?: string;
  /** Dates and codes that should not break. */
  nowrap?: boolean;
  hideOnPhone?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  /** Say the caption to screen readers only, when a heading above says the same. */
  captionHidden?: boolean;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  empty?: ReactNode;
  /** Last row of sums: one cell per column. */
  footer?: readonly ReactNode[];
  dense?: boolean;
}

/** Plain cells in one styled table; below tablet width each row becomes a card with its labels. */
export function DataTable<Row>({ caption, captionHidden, rows, columns, rowKey, empty, footer, dense }: DataTableProps<Row>) {
  const { t } = useTranslation();
  if (rows.length === 0) return <>{empty ?? <p className={classes.none}>{t('table.empty')}</p>}</>;
  return (
    <div className={classes.scroll}>
      <table className={classes.table} data-dense={dense || undefined}>
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHeader key={column.key} by={column.sort} numeric={column.numeric}>
                {column.header}
              </SortHeader>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {footer && (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} phone={footer[index] !== undefined && footer[index] !== ''}>
                  {footer[index]}
                </Cell>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

interface CellProps<Row> {
  column: Column<Row>;
  phone?: boolean;
  children: ReactNode;
}

function Cell<Row>({ column, phone = !column.hideOnPhone, children }: CellProps<Row>) {
  const marks = {
    'data-numeric': column.numeric || undefined,
    'data-nowrap': column.nowrap || undefined,
    'data-phone': phone ? undefined : 'no',
  };
  if (column.rowHeader) {
    return (
      <th scope="row" {...marks}>
        {children}
      </th>
    );
  }
  return (
    <td data-label={typeof column.header === 'string' ? column.header : undefined} {...marks}>
      <div>{children}</div>
    </td>
  );
}
