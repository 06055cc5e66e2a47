import { useTranslation } from 'react-i18next';
import type { DueReason, HealthCareStanding } from '~/domain/health-care/requirement';
import { DefinitionList } from './definition-list';
import { NextStep } from './next-step';
import { Section } from './page';
import { StatusBadge } from './status-badge';

export interface Owed {
  standing: HealthCareStanding;
  required: number;
  requiredFullTime: number;
  trained: number;
  trainedFullTime: number;
  filedOn: string;
  dueOn: string;
  dueReason: DueReason;
  rule: {
    version: number;
    minimumStaff: number;
    childrenPerFullTime: number;
    graceDays: number;
    replacementDays: number;
    certificateMonths: number | null;
    isOfficial: boolean;
    documentNo: string;
  };
}

/** How many are missing: of all, or of those who must be full-time. */
const missingOf = ({ required, trained, requiredFullTime, trainedFullTime }: Owed): number =>
  Math.max(1, required - trained, requiredFullTime - trainedFullTime);

/** What the institution must do about its health-care staff, in one sentence. */
export const OwedStep = ({ owed, to }: { owed: Owed; to: string }) => {
  const { t } = useTranslation('health');
  if (owed.standing !== 'waiting' && owed.standing !== 'overdue') return <NextStep>{t('institution.next.covered')}</NextStep>;
  return (
    <NextStep to={to} action={t('institution.next.arrange')}>
      {t(`institution.next.${owed.standing}`, { count: missingOf(owed), date: owed.dueOn })}
    </NextStep>
  );
};

/** What is owed by when, with the rule that says so. */
export const OwedSection = ({ owed }: { owed: Owed | null }) => {
  const { t } = useTranslation('health');
  if (!owed)
    return (
      <Section title={t('institution.owed')}>
        <p>{t('institution.none')}</p>
      </Section>
    );
  const numbers = (n: number, full: number, key: 'required' | 'trained') =>
    owed.requiredFullTime > 0 ? t(`institution.${key}FullTime`, { n, full }) : t('institution.requiredValue', { n });
  return (
    <Section title={t('institution.owed')}>
      <DefinitionList
        items={[
          [t('institution.state'), <StatusBadge key="standing" kind="health:standing" status={owed.standing} />],
          [t('institution.required'), numbers(owed.required, owed.requiredFullTime, 'required')],
          [t('institution.trained'), numbers(owed.trained, owed.trainedFullTime, 'trained')],
          [t('institution.dueOn'), t(`institution.due.${owed.dueReason}`, { date: owed.dueOn })],
          [t('institution.filedOn'), owed.filedOn],
        ]}
      />
      <RuleText {...owed.rule} />
    </Section>
  );
};

const RuleText = (rule: Owed['rule']) => {
  const { t } = useTranslation('health');
  return (
    <p>
      <small>
        {t('institution.rule')}{' '}
        {t('institution.ruleText', {
          version: rule.version,
          minimum: rule.minimumStaff,
          children: rule.childrenPerFullTime,
          grace: rule.graceDays,
          replacement: rule.replacementDays,
          validity: rule.certificateMonths ? t('institution.validity', { count: rule.certificateMonths }) : t('institution.noValidity'),
        })}{' '}
        {rule.isOfficial ? t('institution.official', { document: rule.documentNo }) : t('institution.proposed')}
      </small>
    </p>
  );
};
