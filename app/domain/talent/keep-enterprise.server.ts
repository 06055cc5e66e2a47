import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/client';
import { integratedEnterprise } from '#db/schema';
import { authorIn, findOrganisation } from '../organisation/find-organisation.server';
import { newId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { NotFound, Refusal } from '../shared/refusals';
import type { enterpriseEnd, enterpriseInput, enterpriseRemoval } from './cooperation/inputs';

type Names = 'enterprise.recorded' | 'enterprise.ended' | 'enterprise.removed';

/** The institution, within the officer's area and locked: its rows are written one after the other. @throws NotFound */
async function lockInstitution<Name extends Names>(op: Operation<Name>, institutionId: string): Promise<void> {
  const found = await findOrganisation(op.tx, op.actor, institutionId, { action: 'enterprise.keep', lock: true });
  if (found.kind !== 'institution') throw new NotFound();
}

const rowsOf = (tx: Tx, institutionId: string) =>
  tx
    .select()
    .from(integratedEnterprise)
    .where(eq(integratedEnterprise.institutionId, institutionId))
    .orderBy(desc(integratedEnterprise.fromOn), desc(integratedEnterprise.id));

/** 产教融合型企业 from a day on; what was said before ends on that day. */
export const recordEnterprise = (ctx: Context, institutionId: string, entry: z.output<typeof enterpriseInput>): Promise<void> =>
  operation(ctx, 'enterprise.recorded', async (op) => {
    await lockInstitution(op, institutionId);
    const { status, fromOn, documentNo } = entry;
    if (fromOn > beijingDate(op.now)) throw new Refusal('day_in_future', { field: 'fromOn' });
    const [last] = await rowsOf(op.tx, institutionId);
    const isOpen = last !== undefined && last.untilOn === null;
    if (isOpen && last.status === status && last.fromOn === fromOn && last.documentNo === documentNo) return op.unchanged(undefined);
    if (isOpen && last.status === status) throw new Refusal('enterprise_same', { field: 'status' });
    if (last && (last.untilOn === null ? fromOn <= last.fromOn : fromOn < last.untilOn))
      throw new Refusal('later_change', { field: 'fromOn', params: { date: last.untilOn ?? last.fromOn } });
    if (isOpen) await op.tx.update(integratedEnterprise).set({ untilOn: fromOn }).where(eq(integratedEnterprise.id, last.id));
    const by = { createdAt: op.now, createdBy: authorIn(op.actor) };
    const id = newId();
    await op.tx.insert(integratedEnterprise).values({ id, institutionId, status, fromOn, documentNo, ...by });
    await op.record({ subject: { type: 'enterprise', id }, data: { institutionId, status, fromOn } });
  });

/** The status ends on a day and nothing follows. */
export const endEnterprise = (ctx: Context, institutionId: string, entry: z.output<typeof enterpriseEnd>): Promise<void> =>
  operation(ctx, 'enterprise.ended', async (op) => {
    await lockInstitution(op, institutionId);
    const { enterpriseId, untilOn, reason } = entry;
    const row = (await rowsOf(op.tx, institutionId)).find(({ id }) => id === enterpriseId);
    if (!row) throw new NotFound();
    if (row.untilOn === untilOn) return op.unchanged(undefined);
    if (row.untilOn !== null) throw new Refusal('wrong_state');
    if (untilOn > beijingDate(op.now)) throw new Refusal('day_in_future', { field: 'untilOn' });
    if (untilOn <= row.fromOn) throw new Refusal('enterprise_end_before_start', { field: 'untilOn' });
    await op.tx.update(integratedEnterprise).set({ untilOn }).where(eq(integratedEnterprise.id, row.id));
    await op.record({ subject: { type: 'enterprise', id: row.id }, data: { institutionId, untilOn, reason } });
  });

/** Takes out the latest entry, which never was true; what it had ended goes on. */
export const removeEnterprise = (ctx: Context, institutionId: string, entry: z.output<typeof enterpriseRemoval>): Promise<void> =>
  operation(ctx, 'enterprise.removed', async (op) => {
    await lockInstitution(op, institutionId);
    const [last, before] = await rowsOf(op.tx, institutionId);
    if (!last || last.id !== entry.enterpriseId) throw new NotFound();
    await op.tx.delete(integratedEnterprise).where(eq(integratedEnterprise.id, last.id));
    if (before?.untilOn === last.fromOn)
      await op.tx
        .update(integratedEnterprise)
        .set({ untilOn: null })
        .where(and(eq(integratedEnterprise.id, before.id), eq(integratedEnterprise.untilOn, last.fromOn)));
    const { status, fromOn } = last;
    await op.record({ subject: { type: 'enterprise', id: last.id }, data: { institutionId, status, fromOn, reason: entry.reason } });
  });
