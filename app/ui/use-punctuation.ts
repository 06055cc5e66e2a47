import type { Language } from '~/i18n/languages';
import { useLanguage } from './use-words';

const MARKS: Readonly<Record<Language, { list: string; clause: string; colon: string; aside: (text: string | number) => string }>> = {
  'zh-CN': { list: '、', clause: '；', colon: '：', aside: (text) => `（${text}）` },
  en: { list: ', ', clause: '; ', colon: ': ', aside: (text) => ` (${text})` },
};

/** What stands between words that a page puts together itself. */
export const usePunctuation = () => MARKS[useLanguage()];
