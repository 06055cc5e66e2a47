import { useTranslation } from 'react-i18next';
import { wordIn } from '~/i18n/instance';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '~/i18n/languages';
import type { WordKey, WordParams } from '~/i18n/words';

/** The language of the page. */
export const useLanguage = (): Language => {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
};

/** Words whose key is known only at run time: of a toast, a refusal, a status. */
export const useWords = (): ((key: WordKey, params?: WordParams) => string) => {
  const { i18n } = useTranslation();
  return (key, params) => wordIn(i18n, key, params);
};
