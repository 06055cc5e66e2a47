import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { DEFAULT_NAMESPACE } from './index';
import type { Language } from './languages';
import type { Dictionary, WordKey, WordParams, Words } from './words';

const instances = new Map<Language, I18n>();

/** Makes the one instance of a language. Its language never changes, so requests may share it. */
export const addLanguage = (language: Language, words: Words<Dictionary>): I18n => {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: words },
    ns: Object.keys(words),
    defaultNS: DEFAULT_NAMESPACE,
    initImmediate: false,
    react: { useSuspense: false },
    interpolation: { escapeValue: false },
  });
  instances.set(language, instance);
  return instance;
};

/** The server knows both languages, a browser only the one of its page: then that one. */
export const instanceOf = (language: Language): I18n => {
  const instance = instances.get(language) ?? [...instances.values()][0];
  if (!instance) throw new Error('no language is loaded');
  return instance;
};

export const wordIn = (instance: I18n, key: WordKey, params?: WordParams): string => {
  const look: (key: string, params?: WordParams) => string = (name, values) => String(instance.t(name as WordKey, { ...values }));
  return look(key, params);
};
