import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { signOut } from '~/domain/account/sign-out.server';
import { handleAction } from '~/web/action.server';
import { contextFor, signedIn } from '~/web/actor.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const loader = () => redirect(paths.home());

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const session = await signedIn(request);
    if (!session) return redirect(paths.signIn());
    const cookie = await signOut(contextFor(session.actor), session.sessionId);
    return redirectWithToast(paths.signIn(), 'account:signedOut', {}, { headers: { 'Set-Cookie': cookie } });
  });
