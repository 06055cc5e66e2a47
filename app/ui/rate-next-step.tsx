import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import { NextStep } from './next-step';

/** What an institution does next about its rate. */
export const RateNextStep = ({ onPost, missing }: { onPost: number; missing: number }) => {
  const { t } = useTranslation('rate');
  if (onPost === 0)
    return (
      <NextStep to={paths.staff()} action={t('own.toStaff')}>
        {t('own.nextNobody')}
      </NextStep>
    );
  if (missing === 0) return <NextStep>{t('own.nextNone')}</NextStep>;
  return (
    <NextStep to={paths.nominate()} action={t('own.nominate')}>
      {t('own.nextMissing', { count: missing })}
    </NextStep>
  );
};
