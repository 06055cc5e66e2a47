import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';
import { downloadFullLedger, downloadLedger } from '~/web/staff-ledger.server';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    return downloadLedger(request, contextFor(actor), { institutionId: params.institutionId ?? '' });
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const institutionId = params.institutionId ?? '';
    return downloadFullLedger(request, contextFor(actor), { institutionId }, paths.rosterOf(institutionId));
  });
