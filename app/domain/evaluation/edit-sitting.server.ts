import { and, eq, isNotNull } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { assessmentSite, candidate, sitting } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { lockOwnSitting, type SittingRow } from './find-sitting.server';
import { requireOwnKind, requireSite, type SittingEntry } from './open-sitting.server';
import { checkSittingPlan, firstExamOn } from './sitting';

type Field = keyof SittingEntry;
/** What a registered candidate relies on, and what she is told of when it changes. */
const NAMED: readonly Field[] = ['xKindId', 'level', 'code'];
const MOVING: readonly Field[] = ['theoryOn', 'practicalOn', 'siteId'];
const DATED: readonly Field[] = [...MOVING, 'registerFromOn', 'registerUntilOn'];
const MARKS: readonly Field[] = ['theoryPass', 'practicalPass'];

/** Changes an open sitting. Same values change nothing; candidates are told when a date or the site is another. */
export function editSitting(ctx: Context, sittingId: string, entry: SittingEntry): Promise<void> {
  return operation(ctx, 'sitting.edited', async (op) => {
    const before = await lockOwnSitting(op, 'sitting.manage', sittingId);
    if (before.status !== 'open') throw new Refusal('wrong_state');
    const names = (Object.keys(entry) as Field[]).filter((name) => entry[name] !== before[name]);
    if (names.length === 0) return op.unchanged(undefined);
    await requireAllowed(op.tx, before, names, beijingDate(op.now));
    if (names.includes('xKindId') || names.includes('level')) await requireOwnKind(op.tx, entry, before.organisationId);
    if (DATED.some((name) => names.includes(name)) && firstExamOn(entry) <= beijingDate(op.now))
      throw new Refusal('sitting_in_past', { field: entry.theoryOn <= entry.practicalOn ? 'theoryOn' : 'practicalOn' });
    const seats = await siteSeats(op.tx, before, entry);
    checkSittingPlan({ ...entry, siteSeats: seats, seatsTaken: before.seatsTaken });
    await op.tx.update(sitting).set(entry).where(eq(sitting.id, sittingId));
    const pick = (from: Pick<SittingRow, Field>) => Object.fromEntries(names.map((name) => [name, from[name]]));
    const moved = before.seatsTaken > 0 && names.some((name) => MOVING.includes(name));
    await op.record({ subject: { type: 'sitting', id: sittingId }, data: { moved, before: pick(before), after: pick(entry) } });
  });
}

async function requireAllowed(tx: Tx, before: SittingRow, names: readonly Field[], today: string): Promise<void> {
  const named = names.find((name) => NAMED.includes(name));
  if (named && before.lastCandidate > 0) throw new Refusal('sitting_has_candidates', { field: named });
  const dated = names.find((name) => DATED.includes(name));
  if (dated && firstExamOn(before) <= today) throw new Refusal('sitting_begun', { field: dated });
  const mark = names.find((name) => MARKS.includes(name));
  if (!mark) return;
  const recorded = and(eq(candidate.sittingId, before.id), isNotNull(candidate.resultRecordedAt));
  if ((await tx.select({ id: candidate.id }).from(candidate).where(recorded).limit(1)).length > 0)
    throw new Refusal('sitting_has_results', { field: mark });
}

/** A site that was closed since may keep the sittings it has. */
async function siteSeats(tx: Tx, before: SittingRow, entry: SittingEntry): Promise<number> {
  if (entry.siteId !== before.siteId) return (await requireSite(tx, entry.siteId, before.organisationId)).seats;
  const [site] = await tx
    .select({ seats: assessmentSite.seats })
    .from(assessmentSite)
    .where(eq(assessmentSite.id, before.siteId))
    .for('share');
  return site?.seats ?? 0;
}
