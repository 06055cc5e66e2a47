import { and, count, eq, isNotNull, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { course, enrolment, trainingClass } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { enrolmentsVisibleTo } from './queries.server';

/** What waits for the provider, most urgent first: decisions below the minimum, applicants, classes to hand in. */
export async function listProviderTasks(actor: UserActor, now: Date) {
  const providerId = actor.organisation?.id ?? '';
  const today = beijingDate(now);
  const mine = eq(trainingClass.providerId, providerId);
  const columns = { classId: trainingClass.id, classCode: trainingClass.code, courseTitle: course.title };
  const base = () => ({ ...columns, startsOn: trainingClass.startsOn });
  const minimum = await db
    .select({
      ...base(),
      dueOn: trainingClass.minimumDecisionDueOn,
      seatsTaken: trainingClass.seatsTaken,
      minimumSize: trainingClass.minimumSize,
    })
    .from(trainingClass)
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .where(and(mine, eq(trainingClass.minimumDecision, 'pending'), sql`${trainingClass.status} <> 'cancelled'`))
    .orderBy(trainingClass.minimumDecisionDueOn);
  const ready = sql`${enrolment.institutionAnswer} <> 'pending' or ${enrolment.institutionAnswerDueOn} < ${today}::date`;
  const applicants = await db
    .select({ ...base(), n: count(), ready: sql<number>`(count(*) filter (where ${ready}))::int` })
    .from(enrolment)
    .innerJoin(trainingClass, eq(trainingClass.id, enrolment.classId))
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .where(and(mine, eq(enrolment.status, 'applied')))
    .groupBy(trainingClass.id, course.id)
    .orderBy(trainingClass.startsOn);
  const toClose = await db
    .select({ ...base(), endsOn: trainingClass.endsOn })
    .from(trainingClass)
    .innerJoin(course, eq(course.id, trainingClass.courseId))
    .where(
      and(
        mine,
        sql`${trainingClass.status} not in ('closing_review', 'closed', 'cancelled')`,
        sql`${trainingClass.endsOn} < ${today}::date`,
      ),
    )
    .orderBy(trainingClass.endsOn);
  const lessons = await db.execute<{ lesson_id: string; class_id: string; class_code: string; title: string; starts_at: string }>(sql`
    select l.id as lesson_id, c.id as class_id, c.code as class_code, l.title, l.starts_at
    from lesson l join training_class c on c.id = l.class_id
    where c.provider_id = ${providerId} and c.status not in ('closing_review', 'closed', 'cancelled') and l.status = 'scheduled'
      and l.held_on between (${today}::date - 14) and ${today}::date
      and exists (select 1 from enrolment e where e.class_id = c.id and e.status in ('approved', 'attending'))
      and not exists (select 1 from attendance a where a.lesson_id = l.id)
    order by l.starts_at limit 20`);
  return {
    minimum,
    applicants,
    toClose,
    unmarked: lessons.map((row) => ({
      lessonId: row.lesson_id,
      classId: row.class_id,
      classCode: row.class_code,
      title: row.title,
      startsAt: new Date(row.starts_at),
    })),
  };
}

/** Courses of the provider that wait for its own next step: returned, or approved and not yet public. */
export const listCourseTasks = (actor: UserActor) =>
  db
    .select({ id: course.id, title: course.title, status: course.status, reason: course.decisionReason })
    .from(course)
    .where(and(eq(course.providerId, actor.organisation?.id ?? ''), sql`${course.status} in ('returned', 'approved', 'draft')`))
    .orderBy(course.updatedAt)
    .limit(20);

/** What waits for an institution: answers due, and offers that its nominated staff must take in time. */
export async function countInstitutionTasks(actor: UserActor) {
  const [row] = await db
    .select({
      pending: sql<number>`(count(*) filter (where ${enrolment.institutionAnswer} = 'pending' and ${enrolment.status} in ('applied', 'waitlisted', 'offered', 'approved')))::int`,
      firstDueOn: sql<
        string | null
      >`min(${enrolment.institutionAnswerDueOn}) filter (where ${enrolment.institutionAnswer} = 'pending' and ${enrolment.status} in ('applied', 'waitlisted', 'offered', 'approved'))`,
      offered: sql<number>`(count(*) filter (where ${enrolment.status} = 'offered'))::int`,
      current: sql<number>`(count(*) filter (where ${enrolment.status} in ('approved', 'attending')))::int`,
    })
    .from(enrolment)
    .innerJoin(trainingClass, eq(trainingClass.id, enrolment.classId))
    .where(and(enrolmentsVisibleTo(actor), isNotNull(enrolment.institutionId)));
  return row ?? { pending: 0, firstDueOn: null, offered: 0, current: 0 };
}
