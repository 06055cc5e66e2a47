import { and, eq } from 'drizzle-orm';
import { institutionChange } from '#db/schema';
import type { EventName } from '../shared/events';
import { isId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { hasLine } from '../shared/policy';
import { Conflict, Forbidden, NotFound } from '../shared/refusals';
import { changeOperator } from './change-operator.server';
import { authorIn, findOrganisation } from './find-organisation.server';
import { keepFile } from './keep-file.server';
import { moveInstitution } from './move-institution.server';

/** The district applies what the institution proposed, by the same operations as its own changes. */
export const acceptChange = (ctx: Context, changeId: string): Promise<void> =>
  operation(ctx, 'institution.change_accepted', async (op) => {
    const { change, institution } = await lockChange(op, changeId);
    if (change.status === 'accepted') return op.unchanged(undefined);
    if (change.status !== 'submitted') throw new Conflict('wrong_state');
    const { institutionId, effectiveOn: fromOn, note } = change;
    const { operatorType, districtCode, ...file } = change.proposed;
    const reason = note || '机构申报变更';
    if (Object.keys(file).length > 0) await keepFile(op.ctx, institutionId, file);
    if (operatorType) await changeOperator(op.ctx, institutionId, { operatorType, fromOn, reason });
    // Last: afterwards the institution belongs to another district.
    if (districtCode) {
      const subdistrict = file.subdistrict ?? '';
      await moveInstitution(op.ctx, institutionId, {
        districtCode,
        subdistrict,
        address: file.address ?? institution.address ?? '',
        fromOn,
        reason,
      });
    }
    await decide(op, changeId, { status: 'accepted', decisionReason: null });
    const fields = Object.keys(change.proposed);
    await op.record({ subject: { type: 'institution_change', id: changeId }, data: { institutionId, fields } });
  });

export const returnChange = (ctx: Context, changeId: string, reason: string): Promise<void> =>
  operation(ctx, 'institution.change_returned', async (op) => {
    const { change } = await lockChange(op, changeId);
    if (change.status === 'returned') return op.unchanged(undefined);
    if (change.status !== 'submitted') throw new Conflict('wrong_state');
    await decide(op, changeId, { status: 'returned', decisionReason: reason });
    await op.record({ subject: { type: 'institution_change', id: changeId }, data: { institutionId: change.institutionId, reason } });
  });

/** Organisation before proposal, as everywhere. @throws NotFound outside the officer's area */
async function lockChange<Name extends EventName>(op: Operation<Name>, changeId: string) {
  if (!hasLine(op.actor, 'institution.keep')) throw new Forbidden();
  if (!isId(changeId)) throw new NotFound();
  const [known] = await op.tx.select().from(institutionChange).where(eq(institutionChange.id, changeId));
  if (!known) throw new NotFound();
  const institution = await findOrganisation(op.tx, op.actor, known.institutionId, { action: 'institution.keep', lock: true });
  const [change] = await op.tx.select().from(institutionChange).where(eq(institutionChange.id, changeId)).for('update');
  if (!change) throw new NotFound();
  return { change, institution };
}

async function decide<Name extends EventName>(
  op: Operation<Name>,
  id: string,
  how: { status: 'accepted' | 'returned'; decisionReason: string | null },
) {
  await op.tx
    .update(institutionChange)
    .set({ ...how, decidedAt: op.now, decidedBy: authorIn(op.actor) })
    .where(and(eq(institutionChange.id, id), eq(institutionChange.status, 'submitted')));
}
