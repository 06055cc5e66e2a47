import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { attendance, enrolment, lesson, organisation, person } from '#db/schema';
import type { Actor } from '../shared/actor';
import { groupBy } from '../shared/group-by';
import { isId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { can } from '../shared/policy';
import { NotFound } from '../shared/refusals';
import { CLASS_OPEN, classPhase } from '../training-class/training-class';
import { attendancePercent, type LedgerLesson, type LedgerMark, ledger, mayRecordAttendance, needsLateReason } from './attendance';
import { findClass, type KnownClass, subjectOf } from './find-class.server';
import { MARKABLE, minutesLate } from './mark-changes';

const IN_CLASS = [...MARKABLE, 'passed', 'failed', 'absent'] as const;
const byName = sql`${person.name} collate "zh-x-icu"`;

/** What every page of a class says in its head. */
export const headOf = (known: KnownClass, now: Date) => ({
  id: known.id,
  code: known.code,
  title: known.syllabus.title,
  provider: known.providerName,
  status: known.status,
  /** As the calendar has it: what the badge shows. */
  phase: classPhase(known, now),
  startsOn: known.startsOn,
  endsOn: known.endsOn,
});

export const listLessons = (tx: Tx, classId: string) =>
  tx.select().from(lesson).where(eq(lesson.classId, classId)).orderBy(asc(lesson.startsAt), asc(lesson.position));

/** Marks of a class by enrolment; of some enrolments where they are named. */
export async function listMarks(tx: Tx, classId: string, enrolmentIds?: readonly string[]): Promise<Map<string, LedgerMark[]>> {
  const rows = await tx
    .select({
      enrolmentId: attendance.enrolmentId,
      lessonId: attendance.lessonId,
      mark: attendance.mark,
      minutesCredited: attendance.minutesCredited,
    })
    .from(attendance)
    .innerJoin(lesson, eq(lesson.id, attendance.lessonId))
    .where(and(eq(lesson.classId, classId), enrolmentIds ? inArray(attendance.enrolmentId, [...enrolmentIds]) : undefined));
  return groupBy(rows, (row) => row.enrolmentId);
}

/** The sheet of one lesson: who is to be marked, what is marked, and whether it may still be. */
export async function getAttendanceSheet(actor: Actor, classId: string, lessonId: string, now: Date) {
  const known = await findClass(db, actor, classId);
  const lessons = await listLessons(db, known.id);
  const at = isId(lessonId) ? lessons.findIndex((row) => row.id === lessonId) : -1;
  const held = lessons[at];
  if (!held) throw new NotFound();
  const trainees = await db
    .select({
      enrolmentId: enrolment.id,
      name: person.name,
      idTail: sql<string>`right(${person.idNumberMasked}, 4)`,
      institution: organisation.name,
      mark: attendance.mark,
      minutesCredited: attendance.minutesCredited,
    })
    .from(enrolment)
    .innerJoin(person, eq(person.id, enrolment.personId))
    .leftJoin(organisation, eq(organisation.id, enrolment.institutionId))
    .leftJoin(attendance, and(eq(attendance.enrolmentId, enrolment.id), eq(attendance.lessonId, held.id)))
    .where(and(eq(enrolment.classId, known.id), inArray(enrolment.status, [...IN_CLASS])))
    .orderBy(byName, asc(enrolment.id));
  const [waiting] = await db
    .select({ count: count() })
    .from(enrolment)
    .where(and(eq(enrolment.classId, known.id), eq(enrolment.status, 'applied')));
  const today = beijingDate(now);
  const taught = lessons.filter((row) => row.status === 'scheduled');
  const place = taught.findIndex((row) => row.id === held.id);
  const begun = mayRecordAttendance(held.heldOn, today);
  const open = held.status === 'scheduled' && begun && CLASS_OPEN.includes(known.status);
  return {
    head: headOf(known, now),
    lesson: { ...held, number: place + 1, of: taught.length, begun },
    previousId: taught[place - 1]?.id ?? null,
    nextId: taught[place + 1]?.id ?? null,
    trainees: trainees.map(({ minutesCredited, ...row }) => ({
      ...row,
      minutesLate: row.mark === 'late' ? minutesLate(held.minutes, minutesCredited ?? 0) : null,
    })),
    undecided: waiting?.count ?? 0,
    needsReason: begun && needsLateReason(held.heldOn, today),
    mayRecord: open && can(actor, 'attendance.record', subjectOf(known)),
  };
}

/** A class's lessons with how far each is marked, and each trainee's minutes. */
export async function getAttendanceOverview(actor: Actor, classId: string, now: Date) {
  const known = await findClass(db, actor, classId);
  const [lessons, people, marks] = await Promise.all([listLessons(db, known.id), listPeople(known.id), listMarks(db, known.id)]);
  const today = beijingDate(now);
  const present = people.flatMap((row) => marks.get(row.enrolmentId) ?? []);
  const marked = groupBy(present, (mark) => mark.lessonId);
  return {
    head: headOf(known, now),
    lessons: lessons.map((row) => {
      const entries = marked.get(row.id) ?? [];
      return {
        ...pickLesson(row),
        marked: entries.length,
        there: entries.filter((entry) => entry.mark === 'present' || entry.mark === 'late').length,
        begun: mayRecordAttendance(row.heldOn, today),
        overdue: row.status === 'scheduled' && entries.length < people.length && needsLateReason(row.heldOn, today),
      };
    }),
    trainees: people.map((row) => ({ ...row, ...minutesOf(lessons, marks.get(row.enrolmentId) ?? []) })),
    mayRecord: can(actor, 'attendance.record', subjectOf(known)) && CLASS_OPEN.includes(known.status),
  };
}

const listPeople = (classId: string) =>
  db
    .select({ enrolmentId: enrolment.id, name: person.name, institution: organisation.name, status: enrolment.status })
    .from(enrolment)
    .innerJoin(person, eq(person.id, enrolment.personId))
    .leftJoin(organisation, eq(organisation.id, enrolment.institutionId))
    .where(and(eq(enrolment.classId, classId), inArray(enrolment.status, [...IN_CLASS])))
    .orderBy(byName, asc(enrolment.id));

const pickLesson = ({ id, title, heldOn, startsAt, endsAt, minutes, kind, lecturer, place, status }: typeof lesson.$inferSelect) => ({
  id,
  title,
  heldOn,
  startsAt,
  endsAt,
  minutes,
  kind,
  lecturer,
  place,
  status,
});

/** A trainee's ledger and its share, as pages show it. */
export const minutesOf = (lessons: readonly LedgerLesson[], marks: readonly LedgerMark[]) => {
  const book = ledger(lessons, marks);
  return { ledger: book, percent: attendancePercent(book) };
};
