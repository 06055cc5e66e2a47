import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_COPY_BYTES } from '~/domain/certificate/copy-file';
import { addPhoto } from '~/domain/health-care/add-photo.server';
import { fieldSearch, plainVisit } from '~/domain/health-care/field/inputs';
import { fieldPage } from '~/domain/health-care/field-page.server';
import { readPhotos } from '~/domain/health-care/guidance-photos.server';
import { PLAIN_PHOTOS } from '~/domain/health-care/photo';
import { recordVisit } from '~/domain/health-care/record-visit.server';
import { visitingOrganisation } from '~/domain/health-care/visit-scope.server';
import { newId } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';
import { FieldApp } from '~/ui/field/field-app';
import { FieldPlain } from '~/ui/field/field-plain';
import { Page } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'fieldwork:title');

/** The page itself says that the sign-in has ended, and loses nothing of what was written: no dialog closes it. */
export const handle = { outlivesSignIn: true };

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer', 'provider_staff');
    const { visit } = parseSearch(request, fieldSearch);
    const ids = Array.from({ length: visit === '' ? 0 : 80 }, newId);
    return { page: await fieldPage(actor, visit, now()), wanted: visit, openedAt: now().toISOString(), ids };
  });

/** The form for browsers without scripts. */
export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer', 'provider_staff');
    visitingOrganisation(actor);
    const { photos, record } = await parseForm(request, plainVisit, { maxBytes: PLAIN_PHOTOS * MAX_COPY_BYTES });
    const pictures = await readPhotos(photos);
    const { visitId } = await recordVisit(contextFor(actor), record);
    for (const picture of pictures) await addPhoto(contextFor(actor), { visitId, findingId: null }, picture);
    return redirectWithToast(paths.visit(visitId), 'fieldwork:recorded');
  });

export default function VisitsInTheField() {
  const { page, wanted, openedAt, ids } = useLoaderData<typeof loader>();
  // All words that the page will ever need are named here: without a network no others can be fetched.
  const { t } = useTranslation(['fieldwork', 'visit', 'refusals', 'common']);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="narrow"
      breadcrumbs={[{ label: t('visit:list.title'), to: paths.visits() }, { label: t('title') }]}
    >
      {scripted ? <FieldApp page={page} wanted={wanted} /> : <FieldPlain page={page} wanted={wanted} openedAt={openedAt} ids={ids} />}
    </Page>
  );
}
