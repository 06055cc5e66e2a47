import type { Tx } from '#db/client';
import { sql } from '#db/client';
import { aMember, anAccount } from '#db/seed/builders/accounts';
import { anInstitution, aProvider } from '#db/seed/builders/organisations';
import { aPerson } from '#db/seed/builders/people';
import { aPlacement, aStudent } from '#db/seed/builders/talent';
import type { UserActor } from '~/domain/shared/actor';

type Columns = Parameters<typeof aPlacement>[1];

/** A college and an institution with somebody in each, a student with an account, and somebody of each side who has no part in it. */
export async function aPlacementScene(tx: Tx, columns: Columns = {}, born = '2005-04-01') {
  const college = await aProvider(tx);
  const institution = await anInstitution(tx);
  const teacher = (await aMember(tx, 'provider_staff', college)).actor;
  const head = (await aMember(tx, 'institution_admin', institution)).actor;
  const person = await aPerson(tx, { bornOn: born, isPreService: true });
  const account = await anAccount(tx, { personId: person.id });
  const trainee: UserActor = { kind: 'user', accountId: account.id, personId: person.id, role: 'trainee', organisation: null };
  const student = await aStudent(tx, { personId: person.id, collegeId: college.id });
  const placement = await aPlacement(tx, { studentId: student.id, institutionId: institution.id, ...columns });
  const strangeTeacher = (await aMember(tx, 'provider_staff')).actor;
  const strangeHead = (await aMember(tx, 'institution_admin')).actor;
  return { college, institution, teacher, head, person, trainee, student, placement, strangeTeacher, strangeHead };
}

export const placementRow = async (id: string) => (await sql`select * from placement where id = ${id}`)[0];
export const engagementRow = async (id: string) => (await sql`select * from engagement where id = ${id}`)[0];
export const weekRow = async (id: string, weekOn: string) =>
  (await sql`select * from placement_week where placement_id = ${id} and week_on = ${weekOn}`)[0];
export const eventsOf = async (name: string) => sql`select * from event where name = ${name} order by seq`;
