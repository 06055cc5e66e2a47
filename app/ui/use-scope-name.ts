import { useTranslation } from 'react-i18next';
import { BDA_MERGED, CITY_SCOPE } from '~/domain/organisation/areas';
import { useDistrictName } from './use-district-name';

/** The name of an area that a rate is counted for. */
export const useScopeName = (): ((scope: string) => string) => {
  const { t } = useTranslation('rate');
  const districtName = useDistrictName();
  return (scope) => (scope === CITY_SCOPE ? t('city') : scope === BDA_MERGED ? t('mergedDaxing') : districtName(scope));
};
