import { eq, inArray } from 'drizzle-orm';
import { doubleRoster, engagement, organisation } from '#db/schema';
import { isId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { can, hasLine } from '../shared/policy';
import { Conflict, Forbidden, NotFound, Refusal } from '../shared/refusals';
import type { DoubleRosterEntry } from './inputs';
import { ENDING_DECISIONS } from './roster';
import { settlePosts } from './settle-posts.server';

type Op = Operation<'roster.double_decided'>;

/** Either district of the two institutions may decide, and the city. */
async function lockFlag(op: Op, flagId: string) {
  if (!hasLine(op.actor, 'double_roster.decide')) throw new Forbidden();
  if (!isId(flagId)) throw new NotFound();
  const [flag] = await op.tx.select().from(doubleRoster).where(eq(doubleRoster.id, flagId)).for('no key update');
  if (!flag) throw new NotFound();
  const entries = await op.tx
    .select({ engagement, districtCode: organisation.districtCode })
    .from(engagement)
    .innerJoin(organisation, eq(organisation.id, engagement.institutionId))
    .where(inArray(engagement.id, [flag.firstEngagementId, flag.secondEngagementId]));
  if (!entries.some(({ districtCode }) => can(op.actor, 'double_roster.decide', { districtCode }))) throw new NotFound();
  return { flag, entries: entries.map((row) => row.engagement) };
}

/**
 * Records what the officers found: both posts are real, or one of them ends: from a day, or as never true. The
 * decision stays; an entry that comes back raises a new flag.
 */
export const decideDoubleRoster = (ctx: Context, flagId: string, input: DoubleRosterEntry): Promise<void> =>
  operation(ctx, 'roster.double_decided', async (op) => {
    const { flag, entries } = await lockFlag(op, flagId);
    if (flag.decision !== null) {
      if (flag.decision === input.decision) return op.unchanged(undefined);
      throw new Conflict('already_done');
    }
    if (flag.settledAt !== null) throw new Conflict('wrong_state');
    const { decision, reason } = input;
    const decidedBy = op.actor.kind === 'user' ? op.actor.accountId : null;
    await op.tx.update(doubleRoster).set({ decision, reason, decidedAt: op.now, decidedBy }).where(eq(doubleRoster.id, flagId));
    const institutionIds = entries.map((entry) => entry.institutionId);
    const data = { personId: flag.personId, institutionIds, decision, reason };
    await op.record({ subject: { type: 'double_roster', id: flagId }, data });
    if (ENDING_DECISIONS.some((ending) => ending === decision)) await endOne(op, entries, input);
    await settlePosts(op, [flag.personId]);
  });

async function endOne(
  op: Op,
  entries: (typeof engagement.$inferSelect)[],
  { decision, engagementId, endOn }: DoubleRosterEntry,
): Promise<void> {
  const entry = entries.find((each) => each.id === engagementId);
  if (!entry) throw new Refusal('which_entry', { field: 'engagementId' });
  // An entry that was wrong never was true: it ends on the day it began.
  const until = decision === 'entry_wrong' ? entry.startOn : endOn;
  if (until === null) throw new Refusal('end_on_needed', { field: 'endOn' });
  if (until < entry.startOn || (entry.endOn !== null && until > entry.endOn)) throw new Refusal('engagement_period', { field: 'endOn' });
  await op.tx.update(engagement).set({ endOn: until }).where(eq(engagement.id, entry.id));
  const data = { personId: entry.personId, endOn: until };
  await op.recordAs('engagement.ended', { subject: { type: 'engagement', id: entry.id }, data });
}
