import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { HEALTH_CARE_STANDINGS, type HealthCareStanding } from '~/domain/health-care/requirement';
import { formatNumber, formatPercent } from '~/i18n/format';
import classes from './rate.module.css';
import { Badge, StatusBadge } from './status-badge';
import { useLanguage } from './use-words';

export interface CoverageFigure {
  covered: number;
  institutions: number;
  standings: Readonly<Record<HealthCareStanding, number>>;
}

/** Where each number opens to its institutions; nothing for areas whose rows she may not see. */
export type CoverageLinks = Readonly<Partial<Record<HealthCareStanding | 'covered' | 'owing' | 'institutions', string>>>;

export const LinkedCount = ({ value, to }: { value: number; to?: string }) => {
  const shown = formatNumber(value, useLanguage());
  return to && value > 0 ? <Link to={to}>{shown}</Link> : shown;
};

/** The coverage large, with N and D beside it; half up to one decimal, a dash where nothing is counted. */
export const CoverageNumber = ({ label, figure, links }: { label: string; figure: CoverageFigure; links: CoverageLinks }) => {
  const { t } = useTranslation('health');
  const { covered, institutions } = figure;
  const owing = institutions - covered;
  return (
    <div className={classes.figure}>
      <p className={classes.label}>{label}</p>
      <p className={classes.amount}>
        <span className={classes.number}>{formatPercent(covered, institutions)}</span>
        <span className={classes.parts}>
          {t('coverage.n')} <LinkedCount value={covered} to={links.covered} />
          {' / '}
          {t('coverage.d')} <LinkedCount value={institutions} to={links.institutions} />
        </span>
      </p>
      <div className={classes.track} aria-hidden="true">
        <div className={classes.bar} style={{ width: `${institutions === 0 ? 0 : (covered / institutions) * 100}%` }} />
      </div>
      {institutions === 0 ? (
        <p className={classes.soft}>{t('coverage.none')}</p>
      ) : (
        <p className={classes.line}>
          <Badge tone={owing === 0 ? 'good' : 'wait'}>
            {owing === 0 ? t('coverage.allCovered') : t('coverage.owing', { count: owing })}
          </Badge>{' '}
        </p>
      )}
    </div>
  );
};

/** How many institutions stand where; each number opens to them. */
export const StandingCounts = ({ figure, links }: { figure: CoverageFigure; links: CoverageLinks }) => {
  const { t } = useTranslation('health');
  return (
    <div>
      <p className={classes.label}>{t('coverage.byStanding')}</p>
      {HEALTH_CARE_STANDINGS.map((standing) => (
        <p key={standing} className={classes.other}>
          <span>
            <StatusBadge kind="health:standing" status={standing} />
          </span>
          <strong>
            <LinkedCount value={figure.standings[standing]} to={links[standing]} />
          </strong>
          <span className={classes.soft}>{t('coverage.unit')}</span>
        </p>
      ))}
    </div>
  );
};
