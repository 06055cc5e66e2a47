import type { LoaderFunctionArgs } from '@remix-run/node';
import { NotFound } from '~/domain/shared/refusals';
import { getAgreementFile } from '~/domain/talent/agreement-queries.server';
import { openFile } from '~/platform/files.server';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** The signed copy for the two parties and the commission: shown in its viewer, never a page of this site, never kept by a cache. */
export const loader = ({ request, params: { agreementId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff', 'institution_admin', 'district_officer', 'city_officer');
    const file = await getAgreementFile(actor, agreementId);
    const stored = await openFile(file.storedAs);
    if (!stored) throw new NotFound();
    const isImage = file.mediaType.startsWith('image/');
    return new Response(stored.body, {
      headers: {
        'Content-Type': file.mediaType,
        'Content-Length': String(stored.size),
        'Content-Disposition': `inline; filename="${agreementId}.${isImage ? 'jpg' : 'pdf'}"`,
        'Content-Security-Policy': isImage ? `${POLICY}; sandbox` : POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    });
  });
