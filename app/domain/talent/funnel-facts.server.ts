import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { groupBy } from '../shared/group-by';
import type { StudentFacts } from './funnel';

export const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;

/** A student and everything that her path follows from. */
export interface StudentOnPath extends StudentFacts {
  studentId: string;
  personId: string;
  collegeId: string;
  majorId: string;
  year: number;
}

interface Span {
  id: string;
  fromOn: string;
  untilOn: string | null;
}
type Row<T> = T & Record<string, unknown>;

/** The students among these people, by whole sets: five queries whatever their number. */
export async function loadStudents(tx: Tx, personIds: readonly string[]): Promise<StudentOnPath[]> {
  const students = await tx.execute<Row<Omit<StudentOnPath, 'xIssuedOn' | 'placements' | 'posts'>>>(sql`
    select s.id as "studentId", s.person_id as "personId", s.college_id as "collegeId", p.major_id as "majorId",
      extract(year from s.enrolled_on)::int as year, s.enrolled_on::text as "enrolledOn"
    from student s join programme_point p on p.id = s.point_id where s.person_id = any(${uuids(personIds)})`);
  if (students.length === 0) return [];
  const people = uuids([...new Set(students.map(({ personId }) => personId))]);
  const certificates = await tx.execute<Row<{ personId: string; issuedOn: string }>>(sql`
    select person_id as "personId", issued_on::text as "issuedOn" from certificate
    where person_id = any(${people}) and family = 'x_certificate' and status = 'verified'`);
  const placements = await tx.execute<Row<Span>>(sql`
    select student_id as id, from_on::text as "fromOn", case when status = 'broken_off' then ended_on::text end as "untilOn" from placement
    where student_id = any(${uuids(students.map(({ studentId }) => studentId))}) and status in ('accepted', 'finished', 'broken_off')`);
  const posts = await tx.execute<Row<Span & { personId: string }>>(sql`
    select id, person_id as "personId", start_on::text as "fromOn", end_on::text as "untilOn" from engagement
    where person_id = any(${people}) and not is_intern`);
  const leave = await tx.execute<Row<Span>>(sql`
    select engagement_id as id, from_on::text as "fromOn", until_on::text as "untilOn" from off_post
    where engagement_id = any(${uuids(posts.map(({ id }) => id))})`);
  const [issued, placed, working, off] = [
    groupBy([...certificates], ({ personId }) => personId),
    groupBy([...placements], ({ id }) => id),
    groupBy([...posts], ({ personId }) => personId),
    groupBy([...leave], ({ id }) => id),
  ];
  return students.map((student) => ({
    ...student,
    xIssuedOn: (issued.get(student.personId) ?? []).map(({ issuedOn }) => issuedOn),
    placements: placed.get(student.studentId) ?? [],
    posts: (working.get(student.personId) ?? []).map((post) => ({ ...post, off: off.get(post.id) ?? [] })),
  }));
}
