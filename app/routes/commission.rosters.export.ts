import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { rosterSearch } from '~/domain/person/inputs';
import type { UserActor } from '~/domain/shared/actor';
import { handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { downloadFullLedger, downloadLedger } from '~/web/staff-ledger.server';
import { redirectWithToast } from '~/web/toast.server';

/** An officer's own district; the city names one. */
const asked = (request: Request, actor: UserActor): string =>
  actor.organisation?.districtCode ?? parseSearch(request, rosterSearch).district;

const needsDistrict = () => redirectWithToast(paths.rosters(), 'roster:rosters.exportNeedsDistrict');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const districtCode = asked(request, actor);
    return districtCode === '' ? needsDistrict() : downloadLedger(request, contextFor(actor), { districtCode });
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const districtCode = asked(request, actor);
    return districtCode === '' ? needsDistrict() : downloadFullLedger(request, contextFor(actor), { districtCode }, paths.rosters());
  });
