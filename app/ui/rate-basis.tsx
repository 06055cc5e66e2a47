import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RuleCode } from '~/domain/certificate/counting-rule';
import { formatDateTime, formatPercent } from '~/i18n/format';
import { paths } from '~/web/paths';
import { Notice } from './notice';
import classes from './rate.module.css';
import { useLanguage } from './use-words';

export interface BasisRule {
  code: RuleCode;
  version: number;
  inForceFromOn: string;
  titleZh: string;
  titleEn: string;
  isOfficial: boolean;
  documentNo: string;
}

export interface RateNews {
  asOf: string;
  underCheck: boolean;
  rebuild: { people: number; waiting: number } | null;
}

/** A recount that differs, or everybody being worked out anew: said before the number. */
export const RateWarnings = ({ state }: { state: RateNews }) => {
  const { t } = useTranslation('rate');
  return (
    <>
      {state.underCheck && <Notice tone="warn">{t('underCheck')}</Notice>}
      {state.rebuild && <Notice>{t('rebuild', state.rebuild)}</Notice>}
    </>
  );
};

interface RateBasisProps {
  rule: BasisRule | null;
  on: string;
  /** ISO instant; null where a snapshot says its own. */
  asOf: string | null;
  coverage?: { institutions: number; freshInstitutions: number };
  /** Where the rules are printed: the commission's page, or the public one. */
  rulesTo?: string;
}

/** What stands beside every rate: rule with version and standing, moment, coverage. */
export const RateBasis = ({ rule, on, asOf, coverage, rulesTo = paths.rules() }: RateBasisProps) => {
  const { t } = useTranslation(['rate', 'rule']);
  const language = useLanguage();
  return (
    <div className={classes.stack}>
      <p className={classes.soft}>
        {rule
          ? t('rate:ruleLine', { rule: t(`rule:code.${rule.code}`), version: rule.version, from: rule.inForceFromOn })
          : t('rate:noRule')}
        {rule && <> · {rule.isOfficial ? t('rate:official', { document: rule.documentNo }) : t('rate:proposed')}</>} ·{' '}
        <Link to={rulesTo}>{t('rate:rules.title')}</Link>
      </p>
      {rule && <p className={classes.soft}>{language === 'en' ? rule.titleEn : rule.titleZh}</p>}
      <p className={classes.soft}>
        {t('rate:ofDay', { on })}
        {asOf && ` · ${t('rate:asOf', { at: formatDateTime(asOf) })}`}
      </p>
      {coverage && (
        <p className={classes.soft}>
          {t('rate:coverage')}
          {language === 'en' ? ': ' : '：'}
          {coverage.institutions === 0
            ? t('rate:coverageNone')
            : t('rate:coverageLine', {
                total: coverage.institutions,
                fresh: coverage.freshInstitutions,
                percent: formatPercent(coverage.freshInstitutions, coverage.institutions),
              })}
        </p>
      )}
    </div>
  );
};
