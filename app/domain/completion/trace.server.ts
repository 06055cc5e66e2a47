import { sql } from 'drizzle-orm';
import { db } from '#db/client';

interface Of {
  classId: string;
  enrolmentId: string;
  completionId: string;
  lessonIds: readonly string[];
}

export interface TraceLine {
  id: string;
  name: string;
  at: string;
  actorKind: string;
  by: string | null;
  organisation: string | null;
}

const CLASS_STEPS = ['class.closing_submitted', 'class.closing_returned', 'class.closed'];

/** The log rows that concern one person-time, oldest first: her enrolment, marks, scores, the closing, the completion. */
export async function listTrace({ classId, enrolmentId, completionId, lessonIds }: Of): Promise<TraceLine[]> {
  const hers = sql`${JSON.stringify([{ enrolmentId }])}::jsonb`;
  const names = sql`${`{${CLASS_STEPS.join(',')}}`}::text[]`;
  const lessons = sql`${`{${lessonIds.join(',')}}`}::text[]`;
  const rows = await db.execute<{
    id: string;
    name: string;
    at: string;
    actor_kind: string;
    by: string | null;
    organisation: string | null;
  }>(sql`
    select e.id, e.name, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, e.actor_kind, a.display_name as by, o.name as organisation
    from event e
    left join account a on e.actor_kind = 'user' and a.id::text = e.actor
    left join organisation o on o.id = e.organisation_id
    where (e.subject_type = 'enrolment' and e.subject_id = ${enrolmentId})
      or (e.subject_type = 'completion' and e.subject_id = ${completionId})
      or (e.subject_type = 'class' and e.subject_id = ${classId} and e.name = any(${names}))
      or (e.subject_type = 'class' and e.subject_id = ${classId} and e.name = 'score.recorded' and e.data->'rows' @> ${hers})
      or (e.subject_type = 'lesson' and e.subject_id = any(${lessons}) and e.name = 'attendance.recorded' and e.data->'rows' @> ${hers})
    order by e.seq
    limit 500`);
  return rows.map(({ actor_kind, ...row }) => ({ ...row, actorKind: actor_kind }));
}
