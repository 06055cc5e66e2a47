import type { LoaderFunctionArgs } from '@remix-run/node';
import { getHeldFile } from '~/domain/certificate/held-queries.server';
import { NotFound } from '~/domain/shared/refusals';
import { now } from '~/platform/clock.server';
import { openFile } from '~/platform/files.server';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** A photo, redrawn by this program, or a PDF in its viewer: never a page of this site, never kept by a cache, never by its path. */
export const loader = ({ request, params: { fileId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const file = await getHeldFile(await requireActor(request), fileId, now());
    const stored = await openFile(file.storedAs);
    if (!stored) throw new NotFound();
    const isImage = file.mediaType.startsWith('image/');
    return new Response(stored.body, {
      headers: {
        'Content-Type': file.mediaType,
        'Content-Length': String(stored.size),
        'Content-Disposition': `inline; filename="${file.id}.${isImage ? 'jpg' : 'pdf'}"`,
        // A viewer for PDF does not open in a sandbox; without a script in it there is nothing to hold.
        'Content-Security-Policy': isImage ? `${POLICY}; sandbox` : POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    });
  });
