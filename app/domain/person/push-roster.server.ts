import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { engagement, person } from '#db/schema';
import { organisationOf } from '../shared/actor';
import type { IdType } from '../shared/identity';
import type { Context } from '../shared/operation.server';
import { hasLine } from '../shared/policy';
import { type PushedRow, type RowProblem, rowByRow } from '../shared/pushed-rows.server';
import { Forbidden, Refusal } from '../shared/refusals';
import { identityHash } from '../shared/secrets.server';
import { addStaff } from './add-staff.server';
import { changeEngagement } from './change-engagement.server';
import { endEngagement } from './end-engagement.server';
import type { EngagementEntry, StaffEntry } from './inputs';
import type { EngagementRole } from './person';

/** Whom a row means: somebody on the institution's current roster, in that role. */
interface Post {
  idType: IdType;
  idNumber: string;
  role: EngagementRole;
}

export type RosterChange =
  | { action: 'add'; entry: StaffEntry }
  | { action: 'end'; post: Post; endOn: string }
  | { action: 'change'; post: Post; changes: Partial<EngagementEntry> };

/** What an institution's own system says of its roster: each row is the operation of the screen, under the same rules. */
export function pushRoster(ctx: Context & { tx: Tx }, rows: readonly PushedRow<RosterChange>[]): Promise<RowProblem[]> {
  if (!hasLine(ctx.actor, 'staff.manage')) throw new Forbidden();
  return rowByRow(ctx, rows, async (inside, change) => {
    if (change.action === 'add') return addStaff(inside, change.entry);
    const entry = await findPost(inside, change.post);
    if (change.action === 'end') return endEngagement(inside, entry.id, change.endOn);
    const { role, startOn, endOn, isFullTime, isIntern, contractUntilOn, remark } = entry;
    return changeEngagement(inside, entry.id, { role, startOn, endOn, isFullTime, isIntern, contractUntilOn, remark, ...change.changes });
  });
}

/** @throws Refusal not_on_roster */
async function findPost(ctx: Context & { tx: Tx }, { idType, idNumber, role }: Post) {
  const [found] = await ctx.tx
    .select({ engagement })
    .from(engagement)
    .innerJoin(person, eq(person.id, engagement.personId))
    .where(
      and(
        eq(person.idNumberHash, identityHash(idType, idNumber)),
        eq(engagement.institutionId, organisationOf(ctx.actor)?.id ?? ''),
        eq(engagement.role, role),
        isNull(engagement.endOn),
      ),
    );
  if (!found) throw new Refusal('not_on_roster', { field: 'idNumber' });
  return found.engagement;
}
