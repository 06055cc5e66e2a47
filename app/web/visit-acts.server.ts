import { acceptFinding } from '~/domain/health-care/accept-finding.server';
import { cancelVisit } from '~/domain/health-care/cancel-visit.server';
import { changePlan } from '~/domain/health-care/change-plan.server';
import { closeVisit } from '~/domain/health-care/close-visit.server';
import { extendFinding } from '~/domain/health-care/extend-finding.server';
import { returnFinding } from '~/domain/health-care/return-finding.server';
import { acceptForm, extendForm, planForm, returnForm } from '~/domain/health-care/visit/inputs';
import { withdrawFinding } from '~/domain/health-care/withdraw-finding.server';
import { reasonInput } from '~/domain/shared/inputs';
import type { Context } from '~/domain/shared/operation.server';
import { intentOf, parseForm } from './forms.server';
import { paths } from './paths';
import { redirectWithToast } from './toast.server';

/** The forms of a visit's page: another plan, no visit at all, or its end. */
export async function actOnVisit(request: Request, ctx: Context, visitId: string): Promise<Response> {
  const back = paths.visit(visitId);
  const intent = await intentOf(request, 'plan', 'cancel', 'close');
  if (intent === 'plan') {
    await changePlan(ctx, visitId, await parseForm(request, planForm));
    return redirectWithToast(back, 'visit:plan.saved');
  }
  if (intent === 'cancel') {
    await cancelVisit(ctx, visitId, (await parseForm(request, reasonInput)).reason);
    return redirectWithToast(back, 'visit:plan.cancelled');
  }
  await closeVisit(ctx, visitId);
  return redirectWithToast(back, 'visit:page.closed');
}

/** The forms of a finding's page, for those who visited. */
export async function actOnFinding(request: Request, ctx: Context, findingId: string): Promise<Response> {
  const back = paths.finding(findingId);
  const intent = await intentOf(request, 'accept', 'return', 'extend', 'withdraw');
  if (intent === 'accept') {
    await acceptFinding(ctx, findingId, (await parseForm(request, acceptForm)).note);
    return redirectWithToast(back, 'visit:finding.accepted');
  }
  if (intent === 'return') {
    const { reason, mendByOn } = await parseForm(request, returnForm);
    await returnFinding(ctx, findingId, reason, mendByOn);
    return redirectWithToast(back, 'visit:finding.returned_done');
  }
  if (intent === 'extend') {
    const { reason, mendByOn } = await parseForm(request, extendForm);
    await extendFinding(ctx, findingId, mendByOn, reason);
    return redirectWithToast(back, 'visit:finding.extended');
  }
  await withdrawFinding(ctx, findingId, (await parseForm(request, reasonInput)).reason);
  return redirectWithToast(back, 'visit:finding.withdrawn');
}
