import type { LoaderFunctionArgs } from '@remix-run/node';
import { getAttachment } from '~/domain/course/public-course.server';
import { NotFound } from '~/domain/shared/refusals';
import { openFile } from '~/platform/files.server';
import { handleLoader } from '~/web/action.server';
import { optionalActor } from '~/web/actor.server';

/** Always a download, never a page: whatever a file contains, it does not run in this site's name. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const file = await getAttachment(await optionalActor(request), params.courseId ?? '', params.attachmentId ?? '');
    const stored = await openFile(file.storageKey);
    if (!stored) throw new NotFound();
    const plain = file.fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
    const full = encodeURIComponent(file.fileName).replace(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
    return new Response(stored.body, {
      headers: {
        'Content-Type': file.mediaType,
        'Content-Length': String(stored.size),
        'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${full}`,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': file.isPublic ? 'public, max-age=300' : 'private, no-store',
        ETag: `"${file.sha256}"`,
      },
    });
  });
