import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RuleClause } from '~/domain/certificate/counting-rule';
import classes from './rate.module.css';
import { RuleClauses } from './rule-clauses';
import { Badge } from './status-badge';
import { useLanguage } from './use-words';

interface Version {
  version: number;
  titleZh: string;
  titleEn: string;
  inForceFromOn: string;
  untilOn: string | null;
  state: 'in_force' | 'future' | 'past' | 'draft' | 'withdrawn';
  isOfficial: boolean;
  documentNo: string;
  requireValidHealthCert: boolean;
  clauses: readonly RuleClause[];
}

const TONES = { in_force: 'good', future: 'on', past: 'off', draft: 'wait', withdrawn: 'off' } as const;

export const RuleState = ({ state, from }: { state: Version['state']; from: string }) => {
  const { t } = useTranslation(['rate', 'rule']);
  const said = {
    in_force: () => t('rate:rules.inForce'),
    future: () => t('rate:rules.future', { from }),
    past: () => t('rate:rules.past'),
    draft: () => t('rule:status.draft'),
    withdrawn: () => t('rule:status.withdrawn'),
  };
  return <Badge tone={TONES[state]}>{said[state]()}</Badge>;
};

/** One version of a rule, printed with its clauses and what it rests on. */
export const RuleVersion = ({ rule, to, name }: { rule: Version; to?: string; name?: string }) => {
  const { t } = useTranslation(['rate', 'rule']);
  const language = useLanguage();
  const title = [name, t('rate:rules.version', { version: rule.version })].filter(Boolean).join(' · ');
  return (
    <div className={classes.version}>
      <h3>
        {to ? <Link to={to}>{title}</Link> : title} <RuleState state={rule.state} from={rule.inForceFromOn} />
      </h3>
      <p>{language === 'en' ? rule.titleEn : rule.titleZh}</p>
      <p className={classes.soft}>
        {rule.untilOn
          ? t('rate:rules.between', { from: rule.inForceFromOn, until: rule.untilOn })
          : t('rate:rules.from', { from: rule.inForceFromOn })}
        {' · '}
        {rule.isOfficial ? t('rate:official', { document: rule.documentNo }) : t('rule:proposed')}
        {' · '}
        {t(rule.requireValidHealthCert ? 'rate:rules.health' : 'rate:rules.healthNo')}
      </p>
      <RuleClauses clauses={rule.clauses} />
    </div>
  );
};
