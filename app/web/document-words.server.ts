import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_NAMESPACE } from '~/i18n/index';
import { LANGUAGES, type Language } from '~/i18n/languages';
import { serverInstance } from '~/i18n/translate';

/** Left by the build: which file under assets/ came from which source. */
const MANIFEST = 'build/.vite/client-manifest.json';

const used = new AsyncLocalStorage<Set<string>>();
// Requests share the instances: each hears only of the namespaces that its own document asks for.
for (const language of LANGUAGES)
  serverInstance(language).reportNamespaces = {
    addUsedNamespaces: (names) => {
      for (const name of names) used.getStore()?.add(String(name));
    },
    getUsedNamespaces: () => [...(used.getStore() ?? [])],
  };

/** Renders, and hears meanwhile which namespaces the document uses. */
export async function hearingWords(render: () => Promise<string>): Promise<{ html: string; namespaces: string[] }> {
  const names = new Set<string>([DEFAULT_NAMESPACE]);
  const html = await used.run(names, render);
  return { html, namespaces: [...names].sort() };
}

/** The document with the names of its words, and with links that fetch them before any script runs. */
export function namingWords(html: string, namespaces: readonly string[], language: Language): string {
  const links = namespaces.flatMap((name) => files().get(`app/i18n/${language}/${name}.ts`) ?? []);
  const names = `<meta name="words" content="${namespaces.join(' ')}"/>`;
  const preloads = links.map((file) => `<link rel="modulepreload" href="/${file}"/>`).join('');
  // At the end of the head: there React lets stand what it has not drawn itself.
  return html.replace('</head>', `${names}${preloads}</head>`);
}

let known: ReadonlyMap<string, string> | undefined;
/** Source to built file; none while developing, where the browser finds words by itself. */
function files(): ReadonlyMap<string, string> {
  if (known) return known;
  const built = import.meta.env?.PROD && existsSync(MANIFEST);
  const manifest: Record<string, { file: string }> = built ? JSON.parse(readFileSync(path.resolve(MANIFEST), 'utf8')) : {};
  known = new Map(Object.entries(manifest).map(([source, { file }]) => [source, file]));
  return known;
}
