import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DefinitionList } from './definition-list';
import classes from './rate.module.css';
import { Badge } from './status-badge';

export interface HealthCareRuleValues {
  inForceFromOn: string;
  newSinceOn: string;
  minimumStaff: number;
  childrenPerFullTime: number;
  graceDays: number;
  replacementDays: number;
  certificateMonths: number | null;
  isOfficial: boolean;
  documentNo: string;
}

interface Version extends HealthCareRuleValues {
  version: number;
  state: 'in_force' | 'future' | 'past' | 'draft' | 'withdrawn';
  untilOn: string | null;
}

const TONES = { in_force: 'good', future: 'on', past: 'off', draft: 'wait', withdrawn: 'off' } as const;

export const HealthCareRuleState = ({ state, from }: { state: Version['state']; from: string }) => {
  const { t } = useTranslation('health');
  return <Badge tone={TONES[state]}>{t(`rule.state.${state}`, { from })}</Badge>;
};

/** One version of the rule, printed with what it rests on. */
export const HealthCareRuleVersion = ({ rule, to }: { rule: Version; to?: string }) => {
  const { t } = useTranslation('health');
  const title = t('rule.heading', { version: rule.version });
  const span = rule.untilOn
    ? t('rule.between', { from: rule.inForceFromOn, until: rule.untilOn })
    : t('rule.from', { from: rule.inForceFromOn });
  return (
    <div className={classes.version}>
      {to && (
        <h2>
          <Link to={to}>{title}</Link> <HealthCareRuleState state={rule.state} from={rule.inForceFromOn} />
        </h2>
      )}
      <p className={classes.soft}>
        {span} · {rule.isOfficial ? t('rule.official', { document: rule.documentNo }) : t('rule.proposed')}
      </p>
      <DefinitionList
        items={[
          [t('rule.newSinceOn'), rule.newSinceOn],
          [t('rule.minimumStaff'), t('rule.staff', { count: rule.minimumStaff })],
          [t('rule.childrenPerFullTime'), t('rule.children', { count: rule.childrenPerFullTime })],
          [t('rule.graceDays'), t('rule.days', { count: rule.graceDays })],
          [t('rule.replacementDays'), t('rule.days', { count: rule.replacementDays })],
          [
            t('rule.certificateMonths'),
            rule.certificateMonths === null ? t('rule.noEnd') : t('rule.months', { count: rule.certificateMonths }),
          ],
        ]}
      />
    </div>
  );
};
