import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getPlacement } from '~/domain/talent/placement/page-queries.server';
import { PlacementView } from '~/ui/placement-view';
import { titleOf } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.name ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'district_officer', 'city_officer'));
    return getPlacement(actor, params.placementId ?? '', now);
  });

export default function CityPlacement() {
  const placement = useLoaderData<typeof loader>();
  const { t } = useTranslation('placement');
  return <PlacementView placement={placement} side={null} back={{ label: t('city.title'), to: paths.cityPlacements() }} />;
}
