import type { Sql } from 'postgres';
import type { Tx } from '#db/client';
import { aClosedClass, aCompletion } from '#db/seed/builders/completions';
import { appendEvent } from '~/domain/shared/events.server';

/**
 * A closed class that so many people passed: one as the builders make her, the others her copies (without certificate,
 * which no count reads). Their entries wait to be folded. `announce` writes the event that asks for it.
 */
export async function manyCompletions(db: Tx, owner: Sql, count: number, heldOn: string) {
  const held = await aClosedClass(db, { heldOn, capacity: 2_000 });
  const first = await aCompletion(db, { trainingClass: held });
  await owner.begin(async (tx) => {
    await tx`
      create temporary table copy on commit drop as
      select gen_random_uuid() as person_id, gen_random_uuid() as enrolment_id, gen_random_uuid() as id from generate_series(2, ${count})`;
    await tx`
      insert into person select (jsonb_populate_record(p, jsonb_build_object('id', c.person_id, 'id_number_hash', c.person_id))).*
      from copy c, person p where p.id = ${first.personId}`;
    await tx`
      insert into enrolment select (jsonb_populate_record(e, jsonb_build_object('id', c.enrolment_id, 'person_id', c.person_id))).*
      from copy c, enrolment e where e.id = ${first.enrolmentId}`;
    await tx`
      insert into completion select (jsonb_populate_record(x, jsonb_build_object('id', c.id, 'person_id', c.person_id, 'enrolment_id', c.enrolment_id))).*
      from copy c, completion x where x.id = ${first.id}`;
    await tx`insert into completion_entry (completion_id, kind, delta, at) select id, 'completed', 1, ${first.createdAt.toISOString()} from copy`;
  });
  return {
    classId: held.id,
    announce: (at: Date) =>
      appendEvent(
        { actor: { kind: 'system', job: 'test' }, now: at, tx: db },
        {
          name: 'class.closed',
          subject: { type: 'class', id: held.id },
          data: { closingId: held.closing.id, kind: 'main', passed: count, failed: 0, absent: 0 },
        },
      ),
  };
}
