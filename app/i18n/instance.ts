import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { DEFAULT_NAMESPACE } from './index';
import type { Language } from './languages';
import type { Dictionary, Namespace, WordKey, WordParams, Words } from './words';

type LoadWords = (namespace: Namespace) => Promise<object>;

const instances = new Map<Language, I18n>();
let loadLater: LoadWords | undefined;

/**
 * Makes the one instance of a language. Its language never changes, so requests may share it.
 * With `load`, namespaces beyond `words` come when a component first asks for one: React waits, the page before stays.
 */
export const addLanguage = (language: Language, words: Partial<Words<Dictionary>>, load?: LoadWords): I18n => {
  const instance = createInstance();
  if (load) instance.use({ type: 'backend' as const, init: () => {}, read: reading(load) });
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: words },
    partialBundledLanguages: load !== undefined,
    ns: Object.keys(words),
    defaultNS: DEFAULT_NAMESPACE,
    initImmediate: false,
    react: { useSuspense: true },
    interpolation: { escapeValue: false },
  });
  instances.set(language, instance);
  loadLater = load;
  return instance;
};

const reading = (load: LoadWords) => (_language: string, namespace: string, done: (error: null, words: object) => void) => {
  load(namespace as Namespace).then(
    (words) => done(null, words),
    // The file went with an older release: the document names those of today. Never a page of bare keys.
    () => globalThis.location.reload(),
  );
};

/** Fetches words that may be needed soon; nothing happens where that fails, or where all are there. */
export const warmWords = (namespace: Namespace): void => void loadLater?.(namespace).catch(() => {});

/** The server knows both languages, a browser only the one of its page: then that one. */
export const instanceOf = (language: Language): I18n => {
  const instance = instances.get(language) ?? [...instances.values()][0];
  if (!instance) throw new Error('no language is loaded');
  return instance;
};

/** Call it while rendering where words come later: what it throws is for React, which waits and asks again. */
export const wordIn = (instance: I18n, key: WordKey, params?: WordParams): string => {
  const namespace = key.slice(0, key.indexOf(':')) as Namespace;
  instance.reportNamespaces?.addUsedNamespaces([namespace]);
  if (instance.options.partialBundledLanguages && !instance.hasLoadedNamespace(namespace)) throw instance.loadNamespaces(namespace);
  const look: (key: string, params?: WordParams) => string = (name, values) => String(instance.t(name as WordKey, { ...values }));
  return look(key, params);
};
