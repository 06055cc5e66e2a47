import { useTranslation } from 'react-i18next';
import { NOTHING } from '~/i18n/format';
import { NextStep } from './next-step';

interface OwingStepProps {
  waiting: number;
  overdue: number;
  nextDueOn: string | null;
  /** The list that holds exactly those. */
  to: string;
}

/** How many newly filed institutions lack trained health-care staff; nothing where none does. */
export const OwingStep = ({ waiting, overdue, nextDueOn, to }: OwingStepProps) => {
  const { t } = useTranslation('health');
  if (waiting + overdue === 0) return null;
  return (
    <NextStep to={to} action={t('provider.open')}>
      {t('provider.card', { overdue, waiting, date: nextDueOn ?? NOTHING })}
    </NextStep>
  );
};
