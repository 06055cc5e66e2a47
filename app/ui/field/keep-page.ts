import { FIELD_CACHE, paths } from '~/web/paths';

const WORKER = '/visits/field-worker.js';

/** What could be done so that the page opens without a network. */
export type Kept = 'kept' | 'signed_out' | 'unsupported' | 'not_now';

/** Keeps the page as the server sends it now, with every file of the build that it names, and forgets what it no longer names. */
async function keepFiles(page: Response): Promise<void> {
  const html = await page.clone().text();
  const wanted = new Set([...html.matchAll(/\/assets\/[\w.-]+\.(?:js|css)/g)].map(([file]) => file));
  const cache = await caches.open(FIELD_CACHE);
  const present = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll([...wanted].filter((file) => !present.has(file)));
  // The page last: until then the one before still finds its files.
  await cache.put(paths.visitField(), page);
  for (const file of present) if (file !== paths.visitField() && !wanted.has(file)) await cache.delete(file);
}

/** Fetches page and files anew and keeps them; counts as a sign of life for the sign-in. */
export async function keepPage(): Promise<Kept> {
  // Only where the page is safe from others on the way (TLS, or the phone itself) does a browser allow it.
  if (!('serviceWorker' in navigator) || !('caches' in window)) return 'unsupported';
  try {
    await navigator.serviceWorker.register(WORKER, { scope: paths.visitField() });
    const page = await fetch(paths.visitField(), { redirect: 'manual', headers: { Accept: 'text/html' } });
    if (page.type === 'opaqueredirect') return 'signed_out';
    if (!page.ok) return 'not_now';
    await keepFiles(page);
    return 'kept';
  } catch {
    return 'not_now';
  }
}

/** Whether the page is there for a time without a network. */
export const isKept = async (): Promise<boolean> =>
  'caches' in window && (await (await caches.open(FIELD_CACHE)).match(paths.visitField())) !== undefined;
