import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { integratedEnterprise } from '#db/schema';
import { authorIn, findOrganisation } from '../organisation/find-organisation.server';
import { newId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { NotFound, Refusal } from '../shared/refusals';
import { enterpriseGap } from './cooperation';
import type { enterpriseEnd, enterpriseInput, enterpriseRemoval } from './cooperation/inputs';
import { appendEnterprise, enterprisesOf, takeOutEnterprise } from './write-enterprise.server';

type Names = 'enterprise.recorded' | 'enterprise.ended' | 'enterprise.removed';

/** The institution, within the officer's area and locked: its rows are written one after the other. @throws NotFound */
async function lockInstitution<Name extends Names>(op: Operation<Name>, institutionId: string): Promise<void> {
  const found = await findOrganisation(op.tx, op.actor, institutionId, { action: 'enterprise.keep', lock: true });
  if (found.kind !== 'institution') throw new NotFound();
}

/** 产教融合型企业 from a day on; what was said before ends on that day. */
export const recordEnterprise = (ctx: Context, institutionId: string, entry: z.output<typeof enterpriseInput>): Promise<void> =>
  operation(ctx, 'enterprise.recorded', async (op) => {
    await lockInstitution(op, institutionId);
    const { status, fromOn, documentNo } = entry;
    if (fromOn > beijingDate(op.now)) throw new Refusal('day_in_future', { field: 'fromOn' });
    const [last] = await enterprisesOf(op.tx, institutionId);
    if (last?.untilOn === null && last.status === status && last.fromOn === fromOn && last.documentNo === documentNo)
      return op.unchanged(undefined);
    const gap = enterpriseGap(last, entry);
    if (gap) throw new Refusal(gap.code, gap);
    const id = newId();
    await appendEnterprise(
      op.tx,
      { id, institutionId, status, fromOn, documentNo, createdAt: op.now, createdBy: authorIn(op.actor) },
      last,
    );
    await op.record({ subject: { type: 'enterprise', id }, data: { institutionId, status, fromOn } });
  });

/** The status ends on a day and nothing follows. */
export const endEnterprise = (ctx: Context, institutionId: string, entry: z.output<typeof enterpriseEnd>): Promise<void> =>
  operation(ctx, 'enterprise.ended', async (op) => {
    await lockInstitution(op, institutionId);
    const { enterpriseId, untilOn, reason } = entry;
    const row = (await enterprisesOf(op.tx, institutionId)).find(({ id }) => id === enterpriseId);
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
    const [last, before] = await enterprisesOf(op.tx, institutionId);
    if (!last || last.id !== entry.enterpriseId) throw new NotFound();
    await takeOutEnterprise(op.tx, last, before);
    const { status, fromOn } = last;
    await op.record({ subject: { type: 'enterprise', id: last.id }, data: { institutionId, status, fromOn, reason: entry.reason } });
  });
