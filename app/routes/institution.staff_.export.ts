import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { UserActor } from '~/domain/shared/actor';
import { Forbidden } from '~/domain/shared/refusals';
import { handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';
import { downloadFullLedger, downloadLedger } from '~/web/staff-ledger.server';

const own = (actor: UserActor) => {
  if (!actor.organisation) throw new Forbidden();
  return { institutionId: actor.organisation.id };
};

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    return downloadLedger(request, contextFor(actor), own(actor));
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    return downloadFullLedger(request, contextFor(actor), own(actor), paths.staff());
  });
