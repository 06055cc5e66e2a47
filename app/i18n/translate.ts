import en from './en';
import { addLanguage, wordIn } from './instance';
import type { Language } from './languages';
import type { WordKey, WordParams } from './words';
import zh from './zh-CN';

// Both languages: for the server, workbooks and messages. No component may import this file.
const loaded = { 'zh-CN': addLanguage('zh-CN', zh), en: addLanguage('en', en) } as const;

/** The instance that renders a page on the server. */
export const serverInstance = (language: Language) => loaded[language];

export const translate = (language: Language, key: WordKey, params?: WordParams): string => wordIn(loaded[language], key, params);
