import { acceptDispute, rejectDispute } from '~/domain/person/decide-dispute.server';
import { confirmPostClaim, refusePostClaim } from '~/domain/person/decide-post-claim.server';
import { disputeAnswerInput, postClaimIdInput, refuseClaimInput } from '~/domain/person/inputs';
import type { UserActor } from '~/domain/shared/actor';
import { contextFor } from './actor.server';
import { intentOf, parseForm } from './forms.server';
import { redirectWithToast } from './toast.server';

/** The answers to claims of posts and to disputes, from the institution's page or the district's. */
export async function answerRoster(request: Request, actor: UserActor, back: string): Promise<Response> {
  const ctx = contextFor(actor);
  const intent = await intentOf(request, 'confirm', 'refuse', 'accept', 'reject');
  if (intent === 'confirm') {
    await confirmPostClaim(ctx, (await parseForm(request, postClaimIdInput)).claimId);
    return redirectWithToast(back, 'roster:answers.confirmed');
  }
  if (intent === 'refuse') {
    const { claimId, reason } = await parseForm(request, refuseClaimInput);
    await refusePostClaim(ctx, claimId, reason);
    return redirectWithToast(back, 'roster:answers.refused');
  }
  const { disputeId, reason } = await parseForm(request, disputeAnswerInput);
  if (intent === 'accept') await acceptDispute(ctx, disputeId, reason);
  else await rejectDispute(ctx, disputeId, reason);
  return redirectWithToast(back, intent === 'accept' ? 'roster:answers.accepted' : 'roster:answers.rejected');
}
