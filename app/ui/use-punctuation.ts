import type { Language } from '~/i18n/languages';
import { useLanguage } from './use-words';

const MARKS: Readonly<
  Record<Language, { list: string; clause: string; colon: string; sentence: string; aside: (text: string | number) => string }>
> = {
  'zh-CN': { list: '、', clause: '；', colon: '：', sentence: '', aside: (text) => `（${text}）` },
  en: { list: ', ', clause: '; ', colon: ': ', sentence: ' ', aside: (text) => ` (${text})` },
};

/** What stands between words that a page puts together itself. */
export const usePunctuation = () => MARKS[useLanguage()];
