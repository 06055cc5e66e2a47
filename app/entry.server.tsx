import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import type { ReactNode } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { serverInstance } from '~/i18n/translate';
import { currentRequestId, logger } from '~/platform/logger.server';
import { hearingWords, namingWords } from '~/web/document-words.server';
import { languageOf } from '~/web/locale.server';
import { DocumentProvider } from '~/web/nonce';

/** Longest time that rendering one document may wait for its data. */
const RENDER_LIMIT_MS = 10_000;
export const streamTimeout = RENDER_LIMIT_MS - 1_000;

/** The whole document at once: a status decided while rendering still reaches the browser, and caches may keep it. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  const { cspNonce: nonce, requestId } = loadContext;
  const language = languageOf(request);
  let failed = false;
  const page = (
    <DocumentProvider.Provider value={{ nonce, requestId }}>
      <I18nextProvider i18n={serverInstance(language)}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </I18nextProvider>
    </DocumentProvider.Provider>
  );
  const { html, namespaces } = await hearingWords(() =>
    rendered(page, nonce, (error) => {
      failed = true;
      logger.error({ error }, 'page failed to render');
    }),
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(namingWords(html, namespaces, language), { headers, status: failed ? 500 : status });
}

async function rendered(page: ReactNode, nonce: string | undefined, onError: (error: unknown) => void): Promise<string> {
  const body = new PassThrough();
  const { pipe, abort } = renderToPipeableStream(page, {
    nonce,
    onAllReady: () => pipe(body),
    onShellError: (error) => body.destroy(error instanceof Error ? error : new Error(String(error))),
    onError,
  });
  const limit = setTimeout(abort, RENDER_LIMIT_MS);
  try {
    // React 18 pads a chunk with zero bytes where a Chinese character does not fit its end.
    return (await text(body)).replaceAll('\u0000', '');
  } finally {
    clearTimeout(limit);
  }
}

/** Defects of loaders and actions that did not come through a wrapper: logged once; the page shows the request's id. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted || isAnswer(error)) return;
  logger.error({ error, path: new URL(request.url).pathname, reference: currentRequestId() }, 'request failed');
}

/** A refusal that a loader threw for the error page, or a defect that its wrapper has logged already. */
const isAnswer = (error: unknown): boolean =>
  isRouteErrorResponse(error) || (typeof error === 'object' && error !== null && 'type' in error && error.type === 'DataWithResponseInit');
