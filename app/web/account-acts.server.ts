import { getLogin } from '~/domain/account/queries.server';
import { resetPassword } from '~/domain/account/reset-password.server';
import { resetSecondFactor } from '~/domain/account/reset-second-factor.server';
import { endMembership } from '~/domain/organisation/end-membership.server';
import { accountAct, membershipInput } from '~/domain/organisation/inputs';
import type { Context } from '~/domain/shared/operation.server';
import { parseForm } from './forms.server';
import { redirectWithToast } from './toast.server';

export const ACCOUNT_ACTS = ['reset', 'factor', 'end'] as const;

/** The acts upon somebody's account, from whichever page they were asked for. */
export async function actOnAccount(request: Request, ctx: Context, act: (typeof ACCOUNT_ACTS)[number], back: string) {
  if (act === 'end') {
    const { membershipId, reason } = await parseForm(request, membershipInput);
    await endMembership(ctx, membershipId, reason);
    return redirectWithToast(back, 'organisation:page.ended');
  }
  const { accountId, reason } = await parseForm(request, accountAct);
  if (act === 'factor') {
    await resetSecondFactor(ctx, accountId, reason);
    return redirectWithToast(back, 'organisation:page.secondFactorReset');
  }
  const password = await resetPassword(ctx, accountId, reason);
  return { issued: { ...(await getLogin(accountId)), password } };
}
