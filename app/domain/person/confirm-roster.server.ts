import { rosterConfirmation } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Conflict, Forbidden, Refusal } from '../shared/refusals';
import { presentRoster } from './present-roster.server';

/**
 * The institution says that its roster is right, as its page showed it. @param seen the check value of that page
 * @throws Conflict roster_changed when an entry changed meanwhile
 */
export const confirmRoster = (ctx: Context, seen: string): Promise<void> =>
  operation(ctx, 'roster.confirmed', async (op) => {
    if (op.actor.kind !== 'user' || !op.actor.organisation) throw new Forbidden();
    const institutionId = op.actor.organisation.id;
    op.require('roster.confirm', { organisationId: institutionId });
    const confirmedOn = beijingDate(op.now);
    const { entries, sha256 } = await presentRoster(op.tx, institutionId, confirmedOn);
    if (entries.length === 0) throw new Refusal('roster_empty');
    if (sha256 !== seen) throw new Conflict('roster_changed');
    const staff = new Set(entries.map((entry) => entry.personId)).size;
    const row = { id: newId(), institutionId, confirmedOn, confirmedAt: op.now, confirmedBy: op.actor.accountId, staff, sha256 };
    const [made] = await op.tx.insert(rosterConfirmation).values(row).onConflictDoNothing().returning({ id: rosterConfirmation.id });
    if (!made) return op.unchanged(undefined);
    await op.record({ subject: { type: 'institution', id: institutionId }, data: { staff, sha256 } });
  });
