import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/client';
import { major, programmePoint } from '#db/schema';
import { authorIn } from '../organisation/find-organisation.server';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { collegeOf, lockPoint } from './find-point.server';
import { checkOf, mayMovePoint, type PointState, stateGap, staysConfirmed, tidyState } from './programme';
import type { newPointInput, pointInput } from './programme/inputs';

/** @throws Refusal at the field that does not fit the status */
function requireFit(state: PointState, now: Date): void {
  const gap = stateGap(state, beijingDate(now));
  if (gap) throw new Refusal(gap.code, { field: gap.field });
}

/** A college enters that it offers, or plans to offer, a major of the catalogue. @returns the point's id */
export const addPoint = (ctx: Context, { majorId, remark, ...typed }: z.output<typeof newPointInput>): Promise<string> =>
  operation(ctx, 'point.added', async (op) => {
    const collegeId = collegeOf(op.actor, 'point.manage');
    const state = tidyState(typed);
    requireFit(state, op.now);
    await requireMajor(op.tx, majorId);
    const id = newId();
    const [row] = await op.tx
      .insert(programmePoint)
      .values({ id, collegeId, majorId, ...state, remark, createdAt: op.now, createdBy: authorIn(op.actor) })
      .onConflictDoNothing()
      .returning();
    if (!row) throw new Refusal('point_exists', { field: 'majorId' });
    const waiting = checkOf({ ...row, confirmed: false }) === 'waiting';
    await op.record({ subject: { type: 'programme_point', id }, data: { collegeId, majorId, status: state.status, waiting } });
    return id;
  });

/** Changes state or filing; whatever was confirmed of another filing waits to be confirmed again, and so does what came back. */
export const editPoint = (ctx: Context, pointId: string, { remark, ...typed }: z.output<typeof pointInput>): Promise<void> =>
  operation(ctx, 'point.edited', async (op) => {
    const point = await lockPoint(op, 'point.manage', pointId);
    const after = { ...tidyState(typed), remark };
    requireFit(after, op.now);
    const names = (Object.keys(after) as (keyof typeof after)[]).filter((name) => after[name] !== point[name]);
    if (names.length === 0 && point.returnReason === null) return op.unchanged(undefined);
    const confirmed = point.confirmedAt !== null;
    if (!mayMovePoint(point.status, after.status, confirmed)) throw new Refusal('point_confirmed_no_plan', { field: 'status' });
    const keeps = confirmed && staysConfirmed(point, after);
    const decision = keeps ? {} : { confirmedAt: null, confirmedBy: null };
    const [row] = await op.tx
      .update(programmePoint)
      .set({ ...after, ...decision, returnReason: null })
      .where(and(eq(programmePoint.id, pointId), eq(programmePoint.status, point.status)))
      .returning();
    const waits = (of: typeof point) => checkOf({ ...of, confirmed: of.confirmedAt !== null }) === 'waiting';
    const waiting = row !== undefined && waits(row) && !waits(point);
    const pick = (from: typeof after) => Object.fromEntries(names.map((name) => [name, from[name]]));
    await op.record({ subject: { type: 'programme_point', id: pointId }, data: { before: pick(point), after: pick(after), waiting } });
  });

async function requireMajor(tx: Tx, majorId: string): Promise<void> {
  const [row] = await tx
    .select({ id: major.id })
    .from(major)
    .where(and(eq(major.id, majorId), eq(major.isActive, true)));
  if (!row) throw new Refusal('major_unknown', { field: 'majorId' });
}
