import { and, eq, inArray, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { course, enrolment, lecturer, lesson, trainingClass } from '#db/schema';
import type { Actor } from '../shared/actor';
import { isId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { NotFound } from '../shared/refusals';
import { settingNow } from '../shared/settings.server';
import { FEEDBACK_ASKED, feedbackStateOf, feedbackUntil } from './feedback';

const FACTS = {
  id: enrolment.id,
  personId: enrolment.personId,
  status: enrolment.status,
  classId: trainingClass.id,
  classCode: trainingClass.code,
  classStatus: trainingClass.status,
  endsOn: trainingClass.endsOn,
  closedOn: sql<string | null>`(${trainingClass.closedAt} at time zone 'Asia/Shanghai')::date::text`,
  courseTitle: course.title,
  given: sql<boolean>`exists (select 1 from feedback_given g where g.enrolment_id = ${enrolment.id})`,
};

const facts = (tx: Tx | typeof db) =>
  tx
    .select(FACTS)
    .from(enrolment)
    .innerJoin(trainingClass, eq(trainingClass.id, enrolment.classId))
    .innerJoin(course, eq(course.id, trainingClass.courseId));

/** Her class behind one of her enrolments. @throws NotFound for anybody else's */
export async function findMyClass(tx: Tx | typeof db, actor: Actor, enrolmentId: string) {
  const personId = actor.kind === 'user' ? actor.personId : null;
  if (!isId(enrolmentId) || personId === null) throw new NotFound();
  const [found] = await facts(tx).where(and(eq(enrolment.id, enrolmentId), eq(enrolment.personId, personId)));
  if (!found) throw new NotFound();
  return found;
}

/** Lecturers of the registry who taught the class. */
export const lecturersOf = (tx: Tx | typeof db, classId: string) =>
  tx
    .selectDistinct({ id: lecturer.id, name: lecturer.name, employer: lecturer.employer })
    .from(lesson)
    .innerJoin(lecturer, eq(lecturer.id, lesson.lecturerId))
    .where(and(eq(lesson.classId, classId), eq(lesson.status, 'scheduled')))
    .orderBy(lecturer.name, lecturer.id);

/** What her page of rating shows. @throws NotFound */
export async function getMyFeedback(actor: Actor, enrolmentId: string, now: Date) {
  const mine = await findMyClass(db, actor, enrolmentId);
  const days = await settingNow('feedback_days');
  const state = feedbackStateOf(mine, beijingDate(now), days);
  return { ...mine, state, untilOn: feedbackUntil(mine, days), lecturers: await lecturersOf(db, mine.classId) };
}

/** Classes that she may rate now, the one whose time ends first before the others. */
export async function listFeedbackAsked(personId: string, now: Date) {
  const days = await settingNow('feedback_days');
  const rows = await facts(db)
    .where(and(eq(enrolment.personId, personId), inArray(enrolment.status, [...FEEDBACK_ASKED])))
    .limit(200);
  return rows
    .filter((row) => feedbackStateOf(row, beijingDate(now), days) === 'open')
    .map((row) => ({ enrolmentId: row.id, courseTitle: row.courseTitle, classCode: row.classCode, untilOn: feedbackUntil(row, days) }))
    .sort((a, b) => a.untilOn.localeCompare(b.untilOn));
}
