import type { UserActor } from '../shared/actor';
import { newId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { getHeld, getReview } from './held-queries.server';
import { neighboursOf } from './registry.server';
import type { RegistryFilter } from './registry-filter.server';

/** A certificate beside everything that an officer needs to decide on it, and its neighbours in the list it was opened from. */
export async function reviewPage(actor: UserActor, certificateId: string, filter: RegistryFilter, now: Date) {
  const review = await getReview(actor, certificateId, now);
  const [details, around] = await Promise.all([getHeld(actor, certificateId, now), neighboursOf(actor, filter, certificateId, now)]);
  const lastCheck = details.history.findLast(({ check }) => check !== null)?.check;
  const lastDisagrees = lastCheck !== undefined && lastCheck !== null && lastCheck.result !== 'genuine';
  return {
    details,
    review: { ...review, lastDisagrees },
    institutionNames: review.places,
    around,
    checkId: newId(),
    today: beijingDate(now),
  };
}
