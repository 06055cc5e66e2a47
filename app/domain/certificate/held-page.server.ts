import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { SUBMITTABLE_FAMILIES } from './certificate';
import { entryChoices } from './entry-choices.server';
import { getHeld } from './held-queries.server';

/** A certificate as the side that holds or entered it sees it; a draft of its own comes with what its form offers. */
export async function heldPage(actor: UserActor, certificateId: string, now: Date) {
  const details = await getHeld(actor, certificateId, now);
  const { stored, family } = details.certificate;
  const submittable = SUBMITTABLE_FAMILIES.find((each) => each === family);
  return {
    details,
    draft: stored === 'draft' && submittable ? await entryChoices(submittable) : null,
    today: beijingDate(now),
  };
}
