import { and, asc, count, desc, eq, ilike, or, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { funnelRow, major, person, programmePoint, student } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { collegeOf } from './find-point.server';
import { findStudent } from './find-student.server';
import type { FunnelStage } from './funnel';
import { type PlacementStatus, phaseOf } from './placement';
import type { StudentStatus } from './programme';

export interface StudentFilter {
  q: string;
  point?: string;
  year?: number;
  status?: StudentStatus;
  stage: FunnelStage;
}

const containing = (text: string): string => `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`;
const yearOfStudy = sql<number>`extract(year from ${student.enrolledOn})::int`;

const LISTED = {
  id: student.id,
  name: person.name,
  idNumberMasked: person.idNumberMasked,
  studentNo: student.studentNo,
  className: student.className,
  major: major.nameZh,
  enrolledOn: student.enrolledOn,
  status: student.status,
  endedOn: student.endedOn,
  xCertifiedOn: funnelRow.xCertifiedOn,
  placedOn: funnelRow.placedOn,
  engagedOn: funnelRow.engagedOn,
  stayedOn: funnelRow.stayedOn,
};

const STAGE: Readonly<Record<FunnelStage, SQL | undefined>> = {
  student: undefined,
  x_certificate: sql`${funnelRow.xCertifiedOn} is not null`,
  placement: sql`${funnelRow.placedOn} is not null`,
  engaged: sql`${funnelRow.engagedOn} is not null`,
  stayed: sql`${funnelRow.stayedOn} is not null`,
};

const joined = () =>
  db
    .select(LISTED)
    .from(student)
    .innerJoin(person, eq(person.id, student.personId))
    .innerJoin(programmePoint, eq(programmePoint.id, student.pointId))
    .innerJoin(major, eq(major.id, programmePoint.majorId))
    .leftJoin(funnelRow, eq(funnelRow.studentId, student.id));

/** The students of the actor's college, the latest first. @throws Forbidden for everybody who is not of a college */
export async function listStudents(actor: UserActor, filter: StudentFilter, page: { limit: number; offset: number }) {
  const collegeId = collegeOf(actor, 'student.manage');
  const where = and(
    eq(student.collegeId, collegeId),
    filter.q
      ? or(
          ilike(person.name, containing(filter.q)),
          ilike(student.studentNo, containing(filter.q)),
          ilike(student.className, containing(filter.q)),
        )
      : undefined,
    filter.point ? eq(student.pointId, filter.point) : undefined,
    filter.year ? sql`${student.enrolledOn} between ${`${filter.year}-01-01`} and ${`${filter.year}-12-31`}` : undefined,
    filter.status ? eq(student.status, filter.status) : undefined,
    STAGE[filter.stage],
  );
  const counted = db
    .select({ n: count() })
    .from(student)
    .innerJoin(person, eq(person.id, student.personId))
    .leftJoin(funnelRow, eq(funnelRow.studentId, student.id));
  const [rows, [all]] = await Promise.all([
    joined().where(where).orderBy(desc(student.enrolledOn), asc(student.studentNo), asc(student.id)).limit(page.limit).offset(page.offset),
    counted.where(where),
  ]);
  return { rows, total: all?.n ?? 0 };
}

/** Points of the college for the choices of forms and filters; those that only stand in a plan have no students. */
export const listOwnPoints = (actor: UserActor) =>
  db
    .select({ id: programmePoint.id, name: major.nameZh, level: major.level, status: programmePoint.status })
    .from(programmePoint)
    .innerJoin(major, eq(major.id, programmePoint.majorId))
    .where(and(eq(programmePoint.collegeId, collegeOf(actor, 'student.manage')), sql`${programmePoint.status} <> 'planned'`))
    .orderBy(programmePoint.status, asc(major.nameZh));

/** Years of enrolment that the college has students of, the latest first. */
export const listStudentYears = async (actor: UserActor): Promise<number[]> => {
  const rows = await db
    .selectDistinct({ year: yearOfStudy })
    .from(student)
    .where(eq(student.collegeId, collegeOf(actor, 'student.manage')))
    .orderBy(desc(yearOfStudy));
  return rows.map(({ year }) => year);
};

interface Step extends Record<string, unknown> {
  kind: 'certificate' | 'placement' | 'post';
  id: string;
  fromOn: string;
  untilOn: string | null;
  title: string;
  detail: string;
  status: string;
}

/** A placement that was accepted is coming, running or over: that follows from its days. */
const phaseOfStep = ({ status, fromOn, untilOn }: Step, today: string): string =>
  phaseOf({ status: status as PlacementStatus, fromOn, untilOn: untilOn ?? fromOn, endedOn: null }, today);

/** One student and her way: studies, 1+X, placements, posts. @throws NotFound for another college's */
export async function getStudent(actor: UserActor, studentId: string, today: string) {
  const { student: entry, person: who } = await findStudent(db, actor, studentId, { action: 'student.read' });
  const [[studies], [path], steps] = await Promise.all([
    db
      .select({ major: major.nameZh, level: major.level })
      .from(programmePoint)
      .innerJoin(major, eq(major.id, programmePoint.majorId))
      .where(eq(programmePoint.id, entry.pointId)),
    db.select().from(funnelRow).where(eq(funnelRow.studentId, studentId)),
    db.execute<Step>(sql`
      select 'certificate' as kind, c.id, c.issued_on::text as "fromOn", null as "untilOn", c.name as title, coalesce(c.level, '') as detail, c.status
      from certificate c where c.person_id = ${entry.personId} and c.family = 'x_certificate' and c.status <> 'draft' and c.issued_on >= ${entry.enrolledOn}::date
      union all
      select 'placement', p.id, p.from_on::text, coalesce(p.ended_on - 1, p.until_on)::text, o.name, p.kind, p.status
      from placement p join organisation o on o.id = p.institution_id where p.student_id = ${studentId}
      union all
      select 'post', e.id, e.start_on::text, e.end_on::text, o.name, e.role, ''
      from engagement e join organisation o on o.id = e.institution_id
      where e.person_id = ${entry.personId} and not e.is_intern and e.end_on is distinct from e.start_on and e.start_on >= ${entry.enrolledOn}::date
      order by 3, 2`),
  ]);
  const { id, pointId, studentNo, className, enrolledOn, status, endedOn } = entry;
  const { name, idType, idNumberMasked, phoneMasked, bornOn, gender } = who;
  return {
    ...{ id, pointId, studentNo, className, enrolledOn, status, endedOn },
    person: { id: who.id, name, idType, idNumberMasked, phoneMasked, bornOn, gender },
    major: studies?.major ?? '',
    level: studies?.level ?? null,
    path: path ? { x_certificate: path.xCertifiedOn, placement: path.placedOn, engaged: path.engagedOn, stayed: path.stayedOn } : null,
    steps: steps.map((step) => ({ ...step, status: step.kind === 'placement' ? phaseOfStep(step, today) : step.status })),
  };
}
