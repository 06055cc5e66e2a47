import { sql } from 'drizzle-orm';
import { doubleRoster } from '#db/schema';
import type { EventName } from '../shared/events';
import { groupBy } from '../shared/group-by';
import { newId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { type DoubleRosterDecision, doublePairs, type HeldPost } from './roster';

interface Flag extends Record<string, unknown> {
  id: string;
  personId: string;
  first: string;
  second: string;
  firstInstitution: string;
  secondInstitution: string;
  decision: DoubleRosterDecision | null;
  isSettled: boolean;
}

/**
 * The one place where the same identity on two current rosters (挂靠) is noticed, and where the notice ends by itself.
 * Part of `settlePosts`, which holds the locks. @returns how many flags were raised
 */
export async function keepFlags<Name extends EventName>(
  op: Operation<Name>,
  ids: readonly string[],
  byPerson: ReadonlyMap<string, readonly HeldPost[]>,
  today: string,
): Promise<number> {
  const known = await op.tx.execute<Flag>(sql`
    select d.id, d.person_id as "personId", d.first_engagement_id as first, d.second_engagement_id as second, d.decision,
      d.settled_at is not null as "isSettled", a.institution_id as "firstInstitution", b.institution_id as "secondInstitution"
    from double_roster d join engagement a on a.id = d.first_engagement_id join engagement b on b.id = d.second_engagement_id
    where d.person_id = any(${`{${ids.join(',')}}`}::uuid[])`);
  const flagsOf = groupBy([...known], (flag) => flag.personId);
  let raised = 0;
  for (const personId of ids) {
    const pairs = doublePairs(byPerson.get(personId) ?? [], today);
    const flags = flagsOf.get(personId) ?? [];
    const isPaired = (flag: Flag) =>
      pairs.some(
        ([a, b]) =>
          [a.institutionId, b.institutionId].includes(flag.firstInstitution) &&
          [a.institutionId, b.institutionId].includes(flag.secondInstitution),
      );
    const institutionIds = (flag: Flag) => [flag.firstInstitution, flag.secondInstitution];
    for (const flag of flags.filter((each) => each.decision === null && !each.isSettled && !isPaired(each))) {
      await op.tx.execute(sql`update double_roster set settled_at = ${op.now.toISOString()}::timestamptz where id = ${flag.id}`);
      const data = { personId, institutionIds: institutionIds(flag) };
      await op.recordAs('roster.double_settled', { subject: { type: 'double_roster', id: flag.id }, data });
    }
    const stands = (flag: Flag) => (flag.decision === null ? !flag.isSettled : flag.decision === 'both_real');
    for (const [first, second] of pairs) {
      const both = [first.institutionId, second.institutionId];
      const covered = flags.some(
        (flag) => stands(flag) && both.includes(flag.firstInstitution) && both.includes(flag.secondInstitution) && isPaired(flag),
      );
      if (covered) continue;
      const again = flags.find((flag) => flag.decision === null && flag.first === first.id && flag.second === second.id);
      const id = again?.id ?? newId();
      if (again) await op.tx.execute(sql`update double_roster set settled_at = null where id = ${id}`);
      else
        await op.tx
          .insert(doubleRoster)
          .values({ id, personId, firstEngagementId: first.id, secondEngagementId: second.id, raisedAt: op.now });
      await op.recordAs('roster.doubled', { subject: { type: 'double_roster', id }, data: { personId, institutionIds: both } });
      raised += 1;
    }
  }
  return raised;
}
