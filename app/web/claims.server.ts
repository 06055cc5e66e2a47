import { confirmClaim, refuseClaim } from '~/domain/person/decide-claim.server';
import { claimInput, refuseClaimInput } from '~/domain/person/inputs';
import type { UserActor } from '~/domain/shared/actor';
import { contextFor } from './actor.server';
import { intentOf, parseForm } from './forms.server';
import { redirectWithToast } from './toast.server';

/** The two answers to a claim, from whichever page it was read on. */
export async function answerClaim(request: Request, actor: UserActor, back: string): Promise<Response> {
  if ((await intentOf(request, 'confirm', 'refuse')) === 'confirm') {
    const { claimId } = await parseForm(request, claimInput);
    await confirmClaim(contextFor(actor), claimId);
    return redirectWithToast(back, 'person:claims.confirmed');
  }
  const { claimId, reason } = await parseForm(request, refuseClaimInput);
  await refuseClaim(contextFor(actor), claimId, reason);
  return redirectWithToast(back, 'person:claims.refused');
}
