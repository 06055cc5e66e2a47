// @ts-check
// Opens /visits/field without a network: the page and the files of its build as they were last kept (app/ui/field/keep-page.ts).
// Nothing else is touched: other pages, data and everything that is sent go to the network as if this were not here.

/** @type {any} */
const worker = self;
const CACHE = 'visits-field';
const PAGE = '/visits/field';
/** A network that is there but does not answer must not keep a visitor waiting. */
const PATIENCE_MS = 6000;

/** @param {Request} request */
async function page(request) {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  if (!kept) return fetch(request);
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([fetch(request).catch(() => kept), late]);
}

/** Names under assets/ change with their content. @param {Request} request */
async function asset(request) {
  return (await (await caches.open(CACHE)).match(request.url)) ?? fetch(request);
}

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
});
