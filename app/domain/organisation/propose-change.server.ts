import { and, eq } from 'drizzle-orm';
import { institutionChange } from '#db/schema';
import { isId, newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { addWorkingDays, beijingDate } from '../shared/period';
import { Conflict, Forbidden, NotFound, Refusal } from '../shared/refusals';
import { findOrganisation } from './find-organisation.server';
import { CHANGE_DECISION_DAYS } from './institution';
import { changedFields, type ProposedFacts, pickFields } from './institution-facts';
import { readFile } from './institution-facts.server';
import { requirePastDay } from './institution-periods.server';

export interface Proposal {
  facts: ProposedFacts;
  /** From when operator type or district would be others. */
  effectiveOn: string;
  note: string;
}

/** An institution says what its file should say instead; one proposal at a time. @returns its id, null where nothing differs */
export const proposeChange = (ctx: Context, { facts, effectiveOn, note }: Proposal): Promise<string> =>
  operation(ctx, 'institution.change_proposed', async (op) => {
    if (op.actor.kind !== 'user' || !op.actor.organisation) throw new Forbidden();
    const found = await findOrganisation(op.tx, op.actor, op.actor.organisation.id, { action: 'institution.propose_change', lock: true });
    requirePastDay(effectiveOn, op.now, 'effectiveOn');
    const { facts: file } = await readFile(op.tx, found);
    const current = { ...file, operatorType: found.operatorType ?? 'private', districtCode: found.districtCode ?? '' };
    const fields = changedFields<Partial<ProposedFacts>>(current, facts);
    if (fields.length === 0) throw new Refusal('nothing_changed');
    const id = newId();
    const submittedOn = beijingDate(op.now);
    const [made] = await op.tx
      .insert(institutionChange)
      .values({
        id,
        institutionId: found.id,
        status: 'submitted',
        proposed: pickFields<Partial<ProposedFacts>>(facts, fields),
        before: pickFields<Partial<ProposedFacts>>(current, fields),
        note,
        submittedAt: op.now,
        submittedBy: op.actor.accountId,
        effectiveOn,
        decisionDueOn: addWorkingDays(submittedOn, CHANGE_DECISION_DAYS),
      })
      .onConflictDoNothing()
      .returning({ id: institutionChange.id });
    if (!made) throw new Conflict('change_waits');
    await op.record({ subject: { type: 'institution_change', id }, data: { institutionId: found.id, fields } });
    return id;
  });

/** The institution takes its proposal back before anybody has decided. */
export const withdrawChange = (ctx: Context, changeId: string): Promise<void> =>
  operation(ctx, 'institution.change_withdrawn', async (op) => {
    if (op.actor.kind !== 'user' || !op.actor.organisation) throw new Forbidden();
    const institutionId = op.actor.organisation.id;
    op.require('institution.propose_change', { organisationId: institutionId });
    if (!isId(changeId)) throw new NotFound();
    const own = and(eq(institutionChange.id, changeId), eq(institutionChange.institutionId, institutionId));
    const [change] = await op.tx.select().from(institutionChange).where(own).for('update');
    if (!change) throw new NotFound();
    if (change.status === 'withdrawn') return op.unchanged(undefined);
    if (change.status !== 'submitted') throw new Conflict('wrong_state');
    await op.tx.update(institutionChange).set({ status: 'withdrawn', decidedAt: op.now, decidedBy: op.actor.accountId }).where(own);
    await op.record({ subject: { type: 'institution_change', id: changeId }, data: { institutionId } });
  });
