import { useTranslation } from 'react-i18next';
import { clauseText, type RuleClause } from '~/domain/certificate/counting-rule';
import classes from './rate.module.css';
import { useLanguage } from './use-words';

/** The lines of a rule as they are applied, each with its basis. */
export const RuleClauses = ({ clauses }: { clauses: readonly RuleClause[] }) => {
  const { t } = useTranslation('rate');
  const language = useLanguage();
  if (clauses.length === 0) return <p className={classes.soft}>{t('rules.noClauses')}</p>;
  return (
    <ol className={classes.clauses}>
      {clauses.map((clause) => (
        <li key={JSON.stringify(clause)}>
          <span className={classes.stack}>
            <span>
              <Accepted clause={clause} />
            </span>
            <span className={classes.soft}>{clauseText(clause, language)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
};

const Accepted = ({ clause }: { clause: RuleClause }) => {
  const { t } = useTranslation(['rate', 'certificate']);
  const chinese = useLanguage() === 'zh-CN';
  const list = (values: readonly string[]) => values.join(chinese ? '、' : ', ');
  const hasOccupation = clause.family === 'hrss_skill_level' || clause.family === 'hrss_vocational_qualification';
  const parts = [
    t(`certificate:family.${clause.family}`),
    hasOccupation &&
      (clause.occupations ? list(clause.occupations.map((each) => t(`certificate:occupation.${each}`))) : t('rate:rules.anyOccupation')),
    clause.levels ? list(clause.levels.map((each) => t(`certificate:level.${each}`))) : hasOccupation && t('rate:rules.anyLevel'),
    clause.childcareRelated && t('rate:rules.childcare'),
    (clause.issuedFrom || clause.issuedUntil) &&
      t('rate:rules.issuedSpan', { from: clause.issuedFrom ?? '…', until: clause.issuedUntil ?? '…' }),
    t(`rate:rules.${clause.verdict}`),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
};
