import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getPlacement } from '~/domain/talent/placement/page-queries.server';
import { PlacementView } from '~/ui/placement-view';
import { titleOf } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';
import { actOnPlacement } from '~/web/placement-acts.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.name ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'institution_admin'));
    return getPlacement(actor, params.placementId ?? '', now);
  });

export const action = ({ request, params: { placementId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () =>
    actOnPlacement(request, await requireActor(request, 'institution_admin'), placementId, paths.institutionPlacement(placementId)),
  );

export default function InstitutionPlacement() {
  const placement = useLoaderData<typeof loader>();
  const { t } = useTranslation('placement');
  return (
    <PlacementView placement={placement} side="institution" back={{ label: t('institution.title'), to: paths.institutionPlacements() }} />
  );
}
