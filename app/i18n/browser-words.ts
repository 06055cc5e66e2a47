import type { Language } from './languages';
import type { Dictionary, Namespace, Words } from './words';

const files = import.meta.glob<{ default: object }>(['./zh-CN/*.ts', './en/*.ts', '!./*/index.ts']);

/** One namespace of one language: for the browser, which downloads no more than its pages use. */
export const loadWords = async (language: Language, namespace: Namespace): Promise<object> => {
  const file = files[`./${language}/${namespace}.ts`];
  if (!file) throw new Error(`no words for ${namespace}`);
  return (await file()).default;
};

/** The namespaces that the server names in its document (app/web/document-words.server.ts). */
export const wordsOfDocument = async (language: Language): Promise<Partial<Words<Dictionary>>> => {
  const names = document.querySelector<HTMLMetaElement>('meta[name="words"]')?.content.split(' ') ?? [];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await loadWords(language, name as Namespace)])));
};
