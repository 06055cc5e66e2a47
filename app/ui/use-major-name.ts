import { useLanguage } from './use-words';

/** A major's name in the reader's language; those without an English one are called by their own. */
export function useMajorName(): (major: { nameZh: string; nameEn: string }) => string {
  const language = useLanguage();
  return ({ nameZh, nameEn }) => (language === 'en' && nameEn !== '' ? nameEn : nameZh);
}
