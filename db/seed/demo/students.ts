import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { person, placement, student, xCertificateKind } from '#db/schema';
import { enterIssued } from '~/domain/certificate/enter-issued.server';
import { newId } from '~/domain/shared/id';
import { addDays, addMonths, beijingInstant } from '~/domain/shared/period';
import { insertRows } from '../insert-rows';
import { STORY_NAMES } from './names';
import { organisationAt } from './organisations';
import { addEngagement, addMember } from './people';
import type { Member, OrganisationRow, World } from './world';

const RESERVED = new Set<string>(Object.values(STORY_NAMES));
/** Day of graduation three years after September. */
const graduatesOn = (enrolledOn: string): string => `${Number(enrolledOn.slice(0, 4)) + 3}-06-30`;
const isStudent = ({ institution }: Member): boolean => institution === null;
const firstYear = (world: World): Member[] => world.members.filter((each) => isStudent(each) && each.from < '2024-01-01');
const housesOf = (world: World): OrganisationRow[] =>
  world.rows.organisation.filter((row) => row.kind === 'institution' && row.filingStatus === 'filed');

/** Those who enrolled in 2022 and went to work since; one of them passed from school to post with one record. */
export function addGraduates(world: World): void {
  const houses = housesOf(world);
  const home = organisationAt(world, 'institution');
  const story = addMember(world, { story: 'schoolToPost', role: null, institution: null, from: '2022-09-01', bornOn: '2004-03-08' });
  hire(world, story, home, '2025-07-07', null);
  for (const [at, member] of firstYear(world)
    .filter(({ person: who }) => !RESERVED.has(who.name))
    .slice(0, 13)
    .entries()) {
    const house = houses[(at * 11 + 5) % houses.length];
    const lastLesson = [...member.busy].sort().at(-1);
    const planned = addDays('2025-07-08', at * 8);
    const from = lastLesson !== undefined && lastLesson >= planned ? addDays(lastLesson, 5) : planned;
    const leaves = at % 5 === 4 ? addDays(from, 150) : at % 6 === 3 ? addDays(from, 190) : null;
    if (!house) continue;
    hire(world, member, house, from, leaves);
    // Elsewhere after three weeks: the twelve months go on.
    const next = houses[(at * 7 + 2) % houses.length];
    if (leaves !== null && at % 6 === 3 && next) hire(world, member, next, addDays(leaves, 20), null);
  }
}

function hire(world: World, member: Member, institution: OrganisationRow, from: string, until: string | null): void {
  if (from >= world.today) return;
  addEngagement(world, member, { institution, role: 'caregiver', from, until: until !== null && until <= world.today ? until : null });
}

interface Point extends Record<string, unknown> {
  id: string;
  collegeId: string;
}

/** Students of every college that teaches a childcare major, over three years of enrolment, with what those of before went through. */
export async function addStudents(tx: Tx, world: World): Promise<void> {
  const points = await tx.execute<Point>(sql`
    select distinct on (p.college_id) p.id, p.college_id as "collegeId" from programme_point p join major m on m.id = p.major_id
    join organisation o on o.id = p.college_id where m.childcare_related and p.status = 'filed' order by p.college_id, p.filed_on, p.id`);
  const registered = await tx.execute<{ personId: string; collegeId: string }>(sql`
    select distinct on (person_id) person_id as "personId", college_id as "collegeId" from candidate where college_id is not null order by person_id, registered_at`);
  const collegeOf = new Map(registered.map(({ personId, collegeId }) => [personId, collegeId]));
  const order = new Map(world.rows.organisation.map(({ id }, at) => [id, at]));
  const schools = [...points].sort((a, b) => (order.get(a.collegeId) ?? 0) - (order.get(b.collegeId) ?? 0));
  if (schools.length === 0) throw new Error('no college teaches a childcare major');
  const own = (member: Member, at: number) => {
    const named = RESERVED.has(member.person.name) ? organisationAt(world, 'QH').id : collegeOf.get(member.person.id ?? '');
    return schools.find(({ collegeId }) => collegeId === named) ?? (schools[at % schools.length] as Point);
  };
  const rows = world.members.filter(isStudent).map((member, at) => rowOf(world, member, own(member, at), at));
  await insertRows(tx, student, rows);
  await insertRows(tx, placement, placementsOf(world, rows));
  await certify(tx, world);
}

type StudentRow = typeof student.$inferInsert & { id: string };

function rowOf(world: World, member: Member, point: Point, at: number): StudentRow {
  const enrolledOn =
    member.from < '2024-01-01' ? '2022-09-01' : at % 2 === 0 || RESERVED.has(member.person.name) ? '2024-09-01' : '2023-09-01';
  const year = enrolledOn.slice(0, 4);
  const graduated = graduatesOn(enrolledOn) < world.today;
  const left = at % 29 === 17;
  const ended = left ? addMonths(enrolledOn, 10) : graduated ? graduatesOn(enrolledOn) : null;
  return {
    id: newId(),
    personId: member.person.id ?? '',
    collegeId: point.collegeId,
    pointId: point.id,
    studentNo: `${year}07${String(at + 1).padStart(4, '0')}`,
    className: `托育${year.slice(2)}0${(at % 2) + 1}班`,
    enrolledOn,
    status: ended === null ? 'studying' : left ? 'left' : 'graduated',
    endedOn: ended,
    createdAt: beijingInstant(enrolledOn, '15:00'),
    createdBy: world.voiceOf(point.collegeId).accountId,
    isDemo: true,
  };
}

/** Six months in the third year for most of those who enrolled before 2024. */
function placementsOf(world: World, rows: readonly StudentRow[]): (typeof placement.$inferInsert)[] {
  const houses = housesOf(world);
  return rows.flatMap((row, at) => {
    const fromOn = addMonths(row.enrolledOn, 24);
    const institution = houses[(at * 13 + 3) % houses.length];
    const story = row.personId === world.memberNamed(STORY_NAMES.schoolToPost).person.id;
    if (row.enrolledOn >= '2024-01-01' || row.status === 'left' || fromOn >= world.today || !institution || (at % 6 === 4 && !story))
      return [];
    const untilOn = addDays(addMonths(fromOn, 6), -1);
    const finished = untilOn < world.today;
    const agreed = beijingInstant(addDays(fromOn, -20), '10:00');
    return {
      id: newId(),
      studentId: row.id,
      personId: row.personId,
      collegeId: row.collegeId,
      institutionId: story ? (organisationAt(world, 'institution').id ?? '') : (institution.id ?? ''),
      kind: 'post' as const,
      role: 'caregiver' as const,
      fromOn,
      untilOn,
      hoursPerDay: 8,
      agreementNo: `SX${row.studentNo}`,
      agreementSignedOn: addDays(fromOn, -15),
      insuranceNo: `BX${row.studentNo}（演示）`,
      insuredUntilOn: addDays(untilOn, 30),
      collegeMentor: '周老师（演示）',
      institutionMentor: '保教主管（演示）',
      status: finished ? ('finished' as const) : ('accepted' as const),
      proposedAt: agreed,
      proposedBy: row.createdBy ?? null,
      decidedAt: agreed,
      collegePoints: finished ? 88 : null,
      institutionPoints: finished ? 90 : null,
      result: finished ? ('good' as const) : null,
      collegeAssessment: finished ? '按时完成实习任务，日志完整。' : '',
      institutionAssessment: finished ? '照护规范，能独立带班。' : '',
      finishedAt: finished ? beijingInstant(addDays(untilOn, 3), '16:00') : null,
      isDemo: true,
    };
  });
}

/** Her 1+X certificate came in with those of her class, before the sittings of the demo. */
async function certify(tx: Tx, world: World): Promise<void> {
  const [kind] = await tx.select().from(xCertificateKind).where(sql`${xCertificateKind.name} = '幼儿照护'`).limit(1);
  const [her] = await tx.select({ id: person.id }).from(person).where(sql`${person.name} = ${STORY_NAMES.schoolToPost}`).limit(1);
  if (!kind || !her) throw new Error('the story of her who passed from school to post is incomplete');
  const organisationId = kind.organisationId ?? organisationAt(world, 'evaluation').id ?? null;
  const paper = {
    family: 'x_certificate' as const,
    xKindId: kind.id,
    level: 'middle' as const,
    name: kind.name,
    issuer: kind.issuer,
    isDemo: true,
  };
  await enterIssued(
    tx,
    [{ id: newId(), personId: her.id, ...paper, number: 'YEZH-2024-900001', issuedOn: '2024-06-12', districtCode: '110105' }],
    {
      now: beijingInstant('2024-06-20', '09:30'),
      by: null,
      organisationId,
      source: 'issuer',
    },
  );
}
