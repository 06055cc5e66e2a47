import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { switchRole } from '~/domain/account/switch-role.server';
import { isId } from '~/domain/shared/id';
import { Refusal } from '~/domain/shared/refusals';
import { handleAction } from '~/web/action.server';
import { contextFor, requireSession } from '~/web/actor.server';
import { formOf } from '~/web/forms.server';
import { homeOf, paths } from '~/web/paths';
import { redirectWithToast, toastCookie } from '~/web/toast.server';

export const loader = () => redirect(paths.home());

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const session = await requireSession(request);
    const chosen = (await formOf(request)).get('membership');
    if (typeof chosen !== 'string' || (chosen !== '' && !isId(chosen))) throw new Refusal('form_malformed');
    try {
      const role = await switchRole(contextFor(session.actor), session.sessionId, chosen || null);
      return redirectWithToast(homeOf(role), 'account:roleSwitched');
    } catch (error) {
      // This address has no page of its own: say it on the page where the person already is at home.
      if (!(error instanceof Refusal)) throw error;
      return redirect(homeOf(session.actor.role), { headers: { 'Set-Cookie': toastCookie(`refusals:${error.code}`) } });
    }
  });
