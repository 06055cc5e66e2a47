import { useTranslation } from 'react-i18next';
import { useDistrictName } from './use-district-name';

/** Who decides on the courses of a provider: its district, or the city for a city-level one. */
export const useReviewer = (): ((districtCode: string | null) => string) => {
  const { t } = useTranslation('course');
  const district = useDistrictName();
  return (code) => (code === null ? t('manage.reviewerCity') : t('manage.reviewerDistrict', { district: district(code) }));
};
