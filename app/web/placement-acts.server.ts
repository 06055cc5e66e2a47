import { conversionInput } from '~/domain/person/inputs';
import type { UserActor } from '~/domain/shared/actor';
import { reasonInput } from '~/domain/shared/inputs';
import { acceptPlacement, declinePlacement } from '~/domain/talent/placement/answer-placement.server';
import { assessPlacement, finishPlacement } from '~/domain/talent/placement/assess-placement.server';
import { breakOffPlacement } from '~/domain/talent/placement/break-off-placement.server';
import { changePlacement } from '~/domain/talent/placement/change-placement.server';
import { checkWeek } from '~/domain/talent/placement/check-week.server';
import { extendPlacement } from '~/domain/talent/placement/extend-placement.server';
import {
  acceptanceInput,
  assessmentInput,
  breakOffInput,
  changeInput,
  extensionInput,
  finishInput,
  weekInput,
} from '~/domain/talent/placement/inputs';
import { takeOnIntern } from '~/domain/talent/placement/take-on-intern.server';
import { contextFor } from './actor.server';
import { intentOf, parseForm } from './forms.server';
import { redirectWithToast } from './toast.server';

const INTENTS = ['change', 'accept', 'decline', 'extend', 'break-off', 'check', 'assess', 'finish', 'take-on'] as const;

/** What a college or an institution does on the page of a placement. */
export async function actOnPlacement(request: Request, actor: UserActor, id: string, here: string) {
  const ctx = contextFor(actor);
  switch (await intentOf(request, ...INTENTS)) {
    case 'change':
      await changePlacement(ctx, id, await parseForm(request, changeInput));
      return redirectWithToast(here, 'placement:page.changed');
    case 'accept':
      await acceptPlacement(ctx, id, (await parseForm(request, acceptanceInput)).institutionMentor);
      return redirectWithToast(here, 'placement:page.accepted');
    case 'decline':
      await declinePlacement(ctx, id, (await parseForm(request, reasonInput)).reason);
      return redirectWithToast(here, 'placement:page.declined');
    case 'extend':
      await extendPlacement(ctx, id, await parseForm(request, extensionInput));
      return redirectWithToast(here, 'placement:page.extended');
    case 'break-off':
      await breakOffPlacement(ctx, id, await parseForm(request, breakOffInput));
      return redirectWithToast(here, 'placement:page.brokenOff');
    case 'check':
      await checkWeek(ctx, { placementId: id, ...(await parseForm(request, weekInput)) });
      return redirectWithToast(here, 'placement:page.checked');
    case 'assess':
      await assessPlacement(ctx, id, await parseForm(request, assessmentInput));
      return redirectWithToast(here, 'placement:page.assessed');
    case 'finish':
      await finishPlacement(ctx, id, (await parseForm(request, finishInput)).result);
      return redirectWithToast(here, 'placement:page.finished');
    case 'take-on':
      await takeOnIntern(ctx, id, await parseForm(request, conversionInput));
      return redirectWithToast(here, 'placement:page.takenOn');
  }
}
