import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RuleCode } from '~/domain/certificate/counting-rule';
import { wilsonRange } from '~/domain/rate/wilson';
import { formatDateTime, formatNumber, formatPercent } from '~/i18n/format';
import { paths } from '~/web/paths';
import table from './figure-table.module.css';
import { Section } from './page';
import classes from './rate.module.css';
import { type BasisRule, type RateNews, RateWarnings } from './rate-basis';
import { RateNumber } from './rate-figure';
import { RateRange, rangeText } from './rate-range';
import { usePunctuation } from './use-punctuation';
import { useScopeName } from './use-scope-name';
import { useLanguage } from './use-words';

interface Published {
  scope: string;
  figure: { n: number; d: number; institutions: number; freshInstitutions: number } | null;
}

interface HomeRateProps {
  on: string;
  state: RateNews;
  rule: (BasisRule & { code: RuleCode }) | null;
  rates: readonly Published[];
  stale: boolean;
  /** Officers go on to the people; everybody else to how it is counted. */
  to: string | null;
}

/** The rate that everybody may see: the city, and the districts as far as they are published. */
export const HomeRate = ({ on, state, rule, rates, stale, to }: HomeRateProps) => {
  const { t } = useTranslation(['rate', 'rule']);
  const marks = usePunctuation();
  const [city, ...districts] = rates;
  if (!city?.figure || rule === null) return null;
  const explained = `${paths.counting()}#rate`;
  const intro = t('rate:home.intro', {
    rule: `${t(`rule:code.${rule.code}`)}${rule.isOfficial ? '' : marks.aside(t('rate:proposed'))}`,
    on,
  });
  return (
    <Section
      id="rate"
      title={t('rate:home.title')}
      intro={intro}
      actions={<Link to={to ?? explained}>{t(to ? 'rate:home.open' : 'rate:home.how')}</Link>}
    >
      <RateWarnings state={state} />
      <RateNumber
        label={t('rate:city')}
        figure={{ ...city.figure, pending: 0 }}
        withPending={false}
        stale={stale}
        links={{ certified: to ?? explained, persons: to ?? explained }}
        firmOnly
      />
      <p className={classes.soft}>{t('rate:asOf', { at: formatDateTime(state.asOf) })}</p>
      <details>
        <summary>{t('rate:home.districts')}</summary>
        <PublishedTable rows={districts} city={city} />
      </details>
      <p className={classes.soft}>{t('rate:home.note')}</p>
    </Section>
  );
};

const PublishedTable = ({ rows, city }: { rows: readonly Published[]; city: Published }) => {
  const { t } = useTranslation('rate');
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <caption className="visually-hidden">{t('home.districts')}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.start}>
              {t('districts.district')}
            </th>
            <th scope="col">{t('n')}</th>
            <th scope="col">{t('d')}</th>
            <th scope="col">{t('districts.rate')}</th>
            <th scope="col" className={`${classes.wide} ${classes.start}`}>
              {t('range')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PublishedLine key={row.scope} row={row} />
          ))}
        </tbody>
        <tfoot>
          <PublishedLine row={city} />
        </tfoot>
      </table>
    </div>
  );
};

const PublishedLine = ({ row: { scope, figure } }: { row: Published }) => {
  const scopeName = useScopeName();
  const language = useLanguage();
  const range = figure && wilsonRange(figure.n, figure.d);
  return (
    <tr>
      <th scope="row">{scopeName(scope)}</th>
      <td>{figure ? formatNumber(figure.n, language) : <Hidden />}</td>
      <td>{figure ? formatNumber(figure.d, language) : <Hidden />}</td>
      <td>
        {figure ? <strong>{formatPercent(figure.n, figure.d)}</strong> : <Hidden />}
        {range && <span className={classes.narrow}>{rangeText(range)}</span>}
      </td>
      <td className={`${classes.wide} ${classes.start}`}>
        {figure ? <RateRange range={range} rate={figure.d === 0 ? null : (figure.n / figure.d) * 100} /> : <Hidden />}
      </td>
    </tr>
  );
};

const Hidden = () => {
  const { t } = useTranslation('rate');
  return (
    <>
      <span aria-hidden="true">{t('home.hidden')}</span>
      <span className="visually-hidden">{t('home.hiddenText')}</span>
    </>
  );
};
