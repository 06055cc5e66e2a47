import { useTranslation } from 'react-i18next';
import { NextStep } from './next-step';

/** What placements ask of an institution or a college; nothing where nothing waits. */
export const PlacementSteps = ({ proposed, weeks, to }: { proposed: number; weeks: number; to: string }) => {
  const { t } = useTranslation('placement');
  return (
    <>
      {proposed > 0 && (
        <NextStep to={to} action={t('institution.waiting')}>
          {t('institution.waitingNext', { count: proposed })}
        </NextStep>
      )}
      {weeks > 0 && (
        <NextStep to={to} action={t('step.check')}>
          {t('step.weeks', { count: weeks })}
        </NextStep>
      )}
    </>
  );
};

/** The student's day of the log that is not written yet. */
export const LogStep = ({ institutionName, to }: { institutionName: string; to: string }) => {
  const { t } = useTranslation('placement');
  return (
    <NextStep to={to} action={t('step.write')}>
      {t('step.log', { institution: institutionName })}
    </NextStep>
  );
};
