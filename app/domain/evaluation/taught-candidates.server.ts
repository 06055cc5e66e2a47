import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { addMonths } from '../shared/period';
import { TAUGHT_WITHIN_YEARS } from './evaluation';

/**
 * Candidates of a sitting whom one of its assessors taught: a lecturer of the same name, or of the assessor's name in the
 * register, in a lesson of a class that she attended. Several lecturers of a lesson stand in one field.
 */
async function taughtCandidates(tx: Tx, sittingId: string, today: string): Promise<string[]> {
  const since = addMonths(today, -12 * TAUGHT_WITHIN_YEARS);
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct c.id
    from candidate c
    join assessor a on a.sitting_id = c.sitting_id
    left join person p on p.id = a.person_id
    join enrolment e on e.person_id = c.person_id and e.status in ('approved', 'attending', 'passed', 'failed')
    join lesson l on l.class_id = e.class_id and l.status = 'scheduled' and l.held_on between ${since}::date and ${today}::date
    where c.sitting_id = ${sittingId} and c.status <> 'withdrawn'
      and array[a.name, p.name] && regexp_split_to_array(l.lecturer, '[[:space:]、，,;；/(（)）]+')`);
  return rows.map(({ id }) => id);
}

/** Keeps the warning beside each candidate of the sitting. @returns those whom an assessor taught */
export async function markTaught(tx: Tx, sittingId: string, today: string): Promise<string[]> {
  const taught = await taughtCandidates(tx, sittingId, today);
  await tx.execute(sql`
    update candidate set assessor_taught_her = (id = any(${`{${taught.join(',')}}`}::uuid[]))
    where sitting_id = ${sittingId} and assessor_taught_her <> (id = any(${`{${taught.join(',')}}`}::uuid[]))`);
  return taught;
}
