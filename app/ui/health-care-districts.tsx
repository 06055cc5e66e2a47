import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { HEALTH_CARE_STANDINGS } from '~/domain/health-care/requirement';
import { formatPercent } from '~/i18n/format';
import table from './figure-table.module.css';
import { type CoverageFigure, type CoverageLinks, LinkedCount } from './health-care-figure';
import classes from './rate.module.css';
import { useScopeName } from './use-scope-name';

export interface CoverageRow extends CoverageFigure {
  scope: string;
  links: CoverageLinks;
}

/** Every reporting unit in yearbook order; a table on a phone too, where rows are compared. */
export const CoverageDistricts = ({ rows, city }: { rows: readonly CoverageRow[]; city: CoverageRow }) => {
  const { t } = useTranslation('health');
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <caption className="visually-hidden">{t('coverage.districtsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.start}>
              {t('coverage.district')}
            </th>
            <th scope="col">{t('coverage.n')}</th>
            <th scope="col">{t('coverage.d')}</th>
            <th scope="col">{t('coverage.short')}</th>
            {HEALTH_CARE_STANDINGS.map((standing) => (
              <th key={standing} scope="col" className={classes.wide}>
                {t(`standing.${standing}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.scope} row={row} />
          ))}
        </tbody>
        <tfoot>
          <Line row={city} />
        </tfoot>
      </table>
    </div>
  );
};

const Line = ({ row: { scope, covered, institutions, standings, links } }: { row: CoverageRow }) => {
  const scopeName = useScopeName();
  return (
    <tr>
      <th scope="row">
        {links.institutions && institutions > 0 ? <Link to={links.institutions}>{scopeName(scope)}</Link> : scopeName(scope)}
      </th>
      <td>
        <LinkedCount value={covered} to={links.covered} />
      </td>
      <td>
        <LinkedCount value={institutions} to={links.institutions} />
      </td>
      <td>
        <strong>{formatPercent(covered, institutions)}</strong>
      </td>
      {HEALTH_CARE_STANDINGS.map((standing) => (
        <td key={standing} className={classes.wide}>
          <LinkedCount value={standings[standing]} to={links[standing]} />
        </td>
      ))}
    </tr>
  );
};
