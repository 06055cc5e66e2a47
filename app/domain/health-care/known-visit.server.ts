import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { account, guidanceVisit } from '#db/schema';
import type { UserActor } from '../shared/actor';
import type { Operation } from '../shared/operation.server';
import { can } from '../shared/policy';
import { Conflict, NotFound } from '../shared/refusals';
import type { VisitRow } from './find-visit.server';
import type { VisitRecord } from './visit-record';

/** The visit that stands under an id, locked. */
export const lockKnown = async (tx: Tx, visitId: string): Promise<VisitRow | undefined> =>
  (await tx.select().from(guidanceVisit).where(eq(guidanceVisit.id, visitId)).for('no key update'))[0];

/** Whether it was recorded by this account with this very content. */
export const isSame = (known: VisitRow, actor: UserActor, sha256: string): boolean =>
  known.recordSha256 === sha256 && known.recordedBy === actor.accountId;

/** The refusal that names who recorded it. */
export async function recordedDifferently(tx: Tx, known: VisitRow | undefined): Promise<Conflict> {
  const [found] = known?.recordedBy
    ? await tx.select({ name: account.displayName }).from(account).where(eq(account.id, known.recordedBy))
    : [];
  return new Conflict('visit_recorded_differently', { name: found?.name ?? known?.visitorName ?? '' });
}

/** Still planned, by the actor's own organisation, at this institution. @throws Conflict, which says what happened to it */
export async function requireOpen({ tx, actor }: Operation<'visit.recorded'>, known: VisitRow, record: VisitRecord): Promise<void> {
  const isThere = known.institutionId === record.institutionId;
  if (!isThere && !can(actor, 'visit.manage', { districtCode: known.districtCode })) throw new NotFound();
  if (actor.kind === 'user' && known.organisationId !== actor.organisation?.id) throw new Conflict('visit_of_other_organisation');
  if (known.status === 'cancelled') throw new Conflict('visit_cancelled_meanwhile');
  if (known.status !== 'planned' || !isThere) throw await recordedDifferently(tx, known);
}
