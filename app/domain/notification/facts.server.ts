import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { course, enrolment, organisation, person, trainingClass } from '#db/schema';
import { now } from '~/platform/clock.server';
import { beijingDate } from '../shared/period';

export interface ClassFacts {
  classId: string;
  classCode: string;
  course: string;
  starts: string;
  place: string;
  provider: string;
  providerId: string;
  /** null = a city-level provider */
  districtCode: string | null;
}

export async function classFacts(tx: Tx, classId: string): Promise<ClassFacts | undefined> {
  const [row] = await tx
    .select({
      classId: trainingClass.id,
      classCode: trainingClass.code,
      course: course.title,
      starts: trainingClass.startsOn,
      place: trainingClass.place,
      provider: organisation.name,
      providerId: organisation.id,
      districtCode: organisation.districtCode,
    })
    .from(trainingClass)
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .innerJoin(organisation, eq(organisation.id, trainingClass.providerId))
    .where(eq(trainingClass.id, classId));
  return row;
}

export async function enrolmentFacts(tx: Tx, enrolmentId: string) {
  const [row] = await tx
    .select({
      classId: enrolment.classId,
      personId: enrolment.personId,
      person: person.name,
      status: enrolment.status,
      institutionId: enrolment.institutionId,
      institutionAnswer: enrolment.institutionAnswer,
      due: enrolment.institutionAnswerDueOn,
      offerExpiresAt: enrolment.offerExpiresAt,
    })
    .from(enrolment)
    .innerJoin(person, eq(person.id, enrolment.personId))
    .where(eq(enrolment.id, enrolmentId));
  return row;
}

/** Everybody whom a change of the class concerns: seat holders, and those who wait. */
export async function peopleOfClass(tx: Tx, classId: string): Promise<{ personId: string; enrolmentId: string }[]> {
  return tx
    .select({ personId: enrolment.personId, enrolmentId: enrolment.id })
    .from(enrolment)
    .where(
      and(
        eq(enrolment.classId, classId),
        inArray(enrolment.status, ['applied', 'approved', 'waitlisted', 'offered', 'attending', 'voided']),
      ),
    );
}

/** The commission that decides for a district; null = the city. */
export async function commissionOf(tx: Tx, districtCode: string | null): Promise<string[]> {
  const rows = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(
      districtCode === null
        ? and(eq(organisation.kind, 'commission_city'), isNull(organisation.districtCode))
        : and(eq(organisation.kind, 'commission_district'), eq(organisation.districtCode, districtCode)),
    );
  return rows.map((row) => row.id);
}

export const operationsOrganisations = async (tx: Tx): Promise<string[]> =>
  (await tx.select({ id: organisation.id }).from(organisation).where(sql`${organisation.kind} = 'operations'`)).map((row) => row.id);

/** Institutions on whose rosters somebody stands today, leave included. */
export async function institutionsOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct institution_id as id from engagement
    where person_id = ${personId} and (end_on is null or end_on > ${beijingDate(now())}::date)`);
  return rows.map(({ id }) => id);
}
