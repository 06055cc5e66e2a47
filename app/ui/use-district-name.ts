import { useTranslation } from 'react-i18next';
import { findDistrict } from '~/domain/organisation/districts';
import { useLanguage } from './use-words';

/** The name of a reporting unit in the page's language; '*' is the whole city, no code or 'city' no district. */
export const useDistrictName = (): ((code: string | null) => string) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (code) => {
    if (code === '*') return t('area.city');
    const found = code === null ? undefined : findDistrict(code);
    if (!found) return t('area.none');
    return language === 'en' ? found.en : found.zh;
  };
};
