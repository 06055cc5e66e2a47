import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { beijingDate } from '../shared/period';
import type { Subject } from '../shared/policy';

/** Where a person is at home for the policy: the institutions of her present posts, else the districts of her enrolments. */
export async function placesOfPerson(tx: Tx, personId: string, now: Date): Promise<Subject[]> {
  const posts = await tx.execute<{ id: string; district_code: string | null }>(sql`
    select distinct o.id, o.district_code from engagement e join organisation o on o.id = e.institution_id
    where e.person_id = ${personId} and (e.end_on is null or e.end_on > ${beijingDate(now)})`);
  if (posts.length > 0) return posts.map((row) => ({ organisationId: row.id, districtCode: row.district_code }));
  const enrolments = await tx.execute<{ district_code: string }>(
    sql`select distinct district_code from enrolment where person_id = ${personId} and district_code is not null`,
  );
  return enrolments.map((row) => ({ districtCode: row.district_code }));
}

/** Whose records she is in, for reading a number in clear: every institution she worked at, every provider she enrolled with. */
export async function holdersOfPerson(tx: Tx, personId: string): Promise<Subject[]> {
  const rows = await tx.execute<{ id: string; district_code: string | null }>(sql`
    select o.id, o.district_code from engagement e join organisation o on o.id = e.institution_id where e.person_id = ${personId}
    union select o.id, o.district_code from enrolment n join training_class c on c.id = n.class_id join organisation o on o.id = c.provider_id
      where n.person_id = ${personId}`);
  return rows.map((row) => ({ organisationId: row.id, districtCode: row.district_code }));
}
