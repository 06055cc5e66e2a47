import { useTranslation } from 'react-i18next';
import type { PointCheck, PointGap, PointStatus } from '~/domain/talent/programme';
import { NextStep } from './next-step';

interface Point {
  status: PointStatus;
  check: PointCheck;
  returnReason: string | null;
  plannedIntake: number | null;
  gaps: readonly PointGap[];
}

/** What the college does next about a point: mend what came back, enter this year's intake, or wait for the city. */
export const PointNextStep = ({ point, year }: { point: Point; year: number }) => {
  const { t } = useTranslation('programme');
  if (point.check === 'returned')
    return (
      <NextStep to="#state" action={t('programmes.edit')} detail={t('point.mend')}>
        {t('point.isReturned', { reason: point.returnReason ?? '' })}
      </NextStep>
    );
  if (point.status === 'filed' && point.plannedIntake === null)
    return (
      <NextStep to="#years" action={t('point.fillYear')}>
        {t('point.yearMissing', { year })}
      </NextStep>
    );
  if (point.status === 'planned')
    return (
      <NextStep to="#state" action={t('programmes.edit')}>
        {t('point.plannedOnly')}
      </NextStep>
    );
  return point.check === 'waiting' ? <NextStep>{t('point.waitsForCity')}</NextStep> : null;
};
