import { eq } from 'drizzle-orm';
import { institutionFile, organisation } from '#db/schema';
import { authorIn } from '../organisation/find-organisation.server';
import { changeFacts, lockInstitution } from '../organisation/institution-periods.server';
import { type Context, operation } from '../shared/operation.server';
import { Conflict } from '../shared/refusals';
import { endPosts, leaveNothingOpen } from './end-posts.server';
import { settlePosts } from './settle-posts.server';

/**
 * An institution ends its work (终止): its filing is cancelled and its posts end on that day. What was counted before stays;
 * filing it again opens it again.
 */
export const closeInstitution = (
  ctx: Context,
  institutionId: string,
  { fromOn, reason }: { fromOn: string; reason: string },
): Promise<void> =>
  operation(ctx, 'institution.closed', async (op) => {
    const found = await lockInstitution(op, institutionId);
    const [file] = await op.tx.select().from(institutionFile).where(eq(institutionFile.organisationId, found.id));
    if (file?.closedOn === fromOn) return op.unchanged(undefined);
    if (file?.closedOn) throw new Conflict('wrong_state');
    if (found.filingStatus === 'cancelled') await changeFacts(op, found.id, { fromOn, facts: {}, reason });
    else await changeFacts(op, found.id, { fromOn, facts: { filingStatus: 'cancelled' }, reason });
    const ended = await endPosts(op, found.id, fromOn);
    await leaveNothingOpen(op, found.id);
    await op.tx
      .insert(institutionFile)
      .values({ organisationId: found.id, closedOn: fromOn, updatedAt: op.now })
      .onConflictDoUpdate({ target: institutionFile.organisationId, set: { closedOn: fromOn, updatedAt: op.now } });
    await op.tx
      .update(organisation)
      .set({ status: 'suspended', decisionReason: reason, decidedAt: op.now, decidedBy: authorIn(op.actor) })
      .where(eq(organisation.id, found.id));
    await op.record({ subject: { type: 'organisation', id: found.id }, data: { fromOn, reason, staff: ended.length } });
    const people = ended.map((post) => post.personId);
    await settlePosts(op, people);
  });
