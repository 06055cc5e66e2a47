import { useTranslation } from 'react-i18next';
import { NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { NextStep } from './next-step';

/** For those who visit: plans that are late and answers that wait, each opening to its list; nothing where neither does. */
export const GuidanceSteps = ({ organisationId, late, answered }: { organisationId: string; late: number; answered: number }) => {
  const { t } = useTranslation('visit');
  return (
    <>
      {answered > 0 && (
        <NextStep to={paths.findings({ state: 'answered', organisation: organisationId })} action={t('findings.nextAnsweredAction')}>
          {t('findings.nextAnswered', { count: answered })}
        </NextStep>
      )}
      {late > 0 && (
        <NextStep to={paths.visits({ state: 'late', organisation: organisationId })} action={t('list.nextLateAction')}>
          {t('list.nextLate', { count: late })}
        </NextStep>
      )}
    </>
  );
};

/** For an institution: what it has to mend; nothing where there is nothing. */
export const MendStep = ({ open, overdue, firstDueOn }: { open: number; overdue: number; firstDueOn: string | null }) => {
  const { t } = useTranslation('visit');
  if (open === 0) return null;
  return (
    <NextStep to={`${paths.institutionHealthCare()}#visits`} action={t('institution.answerIt')}>
      {overdue > 0
        ? t('institution.toMendLate', { count: overdue })
        : t('institution.toMendNext', { count: open, day: firstDueOn ?? NOTHING })}
    </NextStep>
  );
};
