import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { MAX_COPY_FORM_BYTES } from '~/domain/certificate/copy-file';
import { addPhoto } from '~/domain/health-care/add-photo.server';
import { sentPhoto } from '~/domain/health-care/field/inputs';
import { getPhoto } from '~/domain/health-care/get-photo.server';
import { readPhoto } from '~/domain/health-care/guidance-photos.server';
import { visitingOrganisation } from '~/domain/health-care/visit-scope.server';
import { NotFound } from '~/domain/shared/refusals';
import { openFile } from '~/platform/files.server';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { answerPhone, requireSameSignIn } from '~/web/phone-answer.server';

/** A photo of a visit, redrawn by this program: never a page of this site, never kept by a cache, never by its path. */
export const loader = ({ request, params: { photoId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer', 'provider_staff', 'institution_admin');
    const photo = await getPhoto(actor, photoId);
    const stored = await openFile(photo.storedAs);
    if (!stored) throw new NotFound();
    return new Response(stored.body, {
      headers: {
        'Content-Type': photo.mediaType,
        'Content-Length': String(stored.size),
        'Content-Disposition': `inline; filename="${photo.id}.jpg"`,
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    });
  });

/** A photo sent from the phone under an id of its own, so that sending it twice is once. */
export const action = ({ request, params: { photoId = '' } }: ActionFunctionArgs) =>
  handleAction(request, () =>
    answerPhone(request, async () => {
      const actor = await requireActor(request, 'district_officer', 'city_officer', 'provider_staff');
      visitingOrganisation(actor);
      const { file, visitId, findingId, ...sender } = await parseForm(request, sentPhoto, { maxBytes: MAX_COPY_FORM_BYTES });
      requireSameSignIn(actor, sender);
      const photo = await readPhoto({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, photoId);
      await addPhoto(contextFor(actor), { visitId, findingId: findingId || null }, photo);
    }),
  );
