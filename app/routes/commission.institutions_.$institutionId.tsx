import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listVisitsOfInstitution } from '~/domain/health-care/institution-visits.server';
import { getInstitution, getMovedAway, hasMovedAway, listMergeTargets } from '~/domain/organisation/institution-page.server';
import { beijingDate } from '~/domain/shared/period';
import { listEnterprisesOf } from '~/domain/talent/enterprise-queries.server';
import { env } from '~/platform/env.server';
import { MovedAwayPage } from '~/ui/institution-moved';
import { InstitutionPage } from '~/ui/institution-page';
import { titleOf } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { actOnInstitution } from '~/web/institution-acts.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.moved?.name ?? args.data?.seen?.facts.name ?? '');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, now } = contextFor(await requireActor(request, 'district_officer', 'city_officer'));
    const id = params.institutionId ?? '';
    if (await hasMovedAway(actor, id)) return { moved: await getMovedAway(actor, id), seen: null };
    const [seen, targets] = await Promise.all([getInstitution(actor, id, now), listMergeTargets(actor, id)]);
    const { visits } = await listVisitsOfInstitution(actor, seen.institution, now);
    const enterprises = await listEnterprisesOf(seen.institution.id);
    return { moved: null, seen: { ...seen, targets, visits, enterprises, today: beijingDate(now), licensing: env.licensing } };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    return actOnInstitution(request, contextFor(actor), params.institutionId ?? '');
  });

export default function Institution() {
  const { moved, seen } = useLoaderData<typeof loader>();
  return moved ? <MovedAwayPage {...moved} /> : <InstitutionPage {...seen} />;
}
