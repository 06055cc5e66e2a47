import { useTranslation } from 'react-i18next';
import { TITLE_LEVELS, TITLE_SERIES, type TitleLevel, type TitleSeries } from '~/domain/certificate/certificate';
import { SelectField } from './fields';

/** Series and level of a professional title. */
export const TitleFields = ({ series, level }: { series?: TitleSeries | null; level?: TitleLevel | null }) => {
  const { t } = useTranslation('certificate');
  return (
    <>
      <SelectField
        name="titleSeries"
        label={t('field.titleSeries')}
        defaultValue={series}
        options={TITLE_SERIES.map((value) => ({ value, label: t(`titleSeries.${value}`) }))}
      />
      <SelectField
        name="titleLevel"
        label={t('field.titleLevel')}
        defaultValue={level}
        options={TITLE_LEVELS.map((value) => ({ value, label: t(`titleLevel.${value}`) }))}
      />
    </>
  );
};
