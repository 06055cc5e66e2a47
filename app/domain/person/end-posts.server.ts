import { sql } from 'drizzle-orm';
import type { EventName } from '../shared/events';
import type { Operation } from '../shared/operation.server';

export interface EndedPost extends Record<string, unknown> {
  id: string;
  personId: string;
  role: string;
  startOn: string;
  /** As it stood before: null = open. */
  wasEndOn: string | null;
  endOn: string;
  isMainPost: boolean;
}

/** Every post of an institution ends on a day; one that would have begun later never was. Part of operations, not one itself. */
export async function endPosts<Name extends EventName>(op: Operation<Name>, institutionId: string, fromOn: string): Promise<EndedPost[]> {
  const ended = await op.tx.execute<EndedPost>(sql`
    with standing as (
      select id, end_on from engagement where institution_id = ${institutionId} and (end_on is null or end_on > ${fromOn})
        and end_on is distinct from start_on order by id for update
    )
    update engagement e set end_on = greatest(e.start_on, ${fromOn}::date) from standing s where s.id = e.id
    returning e.id, e.person_id as "personId", e.role, e.start_on::text as "startOn", s.end_on::text as "wasEndOn", e.end_on::text as "endOn",
      e.is_main_post as "isMainPost"`);
  for (const { id, personId, endOn } of ended)
    await op.recordAs('engagement.ended', { subject: { type: 'engagement', id }, data: { personId, endOn } });
  return [...ended];
}

/** Its claims of posts wait for another institution, its proposals for nobody. */
export async function leaveNothingOpen<Name extends EventName>(op: Operation<Name>, institutionId: string): Promise<void> {
  await op.tx.execute(sql`
    update institution_change set status = 'withdrawn', decided_at = ${op.now.toISOString()}::timestamptz
    where institution_id = ${institutionId} and status = 'submitted'`);
}
