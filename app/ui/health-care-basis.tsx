import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '~/i18n/format';
import { paths } from '~/web/paths';
import classes from './rate.module.css';

interface CoverageBasisProps {
  rule: { id: string; version: number; inForceFromOn: string; isOfficial: boolean; documentNo: string } | null;
  on: string;
  /** ISO instant. */
  asOf: string;
}

/** What stands beside every coverage: the rule with its version and standing, the day, and how fresh it is. */
export const CoverageBasis = ({ rule, on, asOf }: CoverageBasisProps) => {
  const { t } = useTranslation('health');
  return (
    <div className={classes.stack}>
      <p className={classes.soft}>
        {rule ? (
          <>
            <Link to={paths.healthCareRule(rule.id)}>{t('coverage.ruleLine', { version: rule.version, from: rule.inForceFromOn })}</Link>
            {' · '}
            {rule.isOfficial ? t('rule.official', { document: rule.documentNo }) : t('rule.proposed')}
          </>
        ) : (
          t('coverage.noRule')
        )}
      </p>
      <p className={classes.soft}>
        {t('coverage.ofDay', { on })} · {t('coverage.asOf', { at: formatDateTime(asOf) })}
      </p>
    </div>
  );
};
