import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { course, lesson, trainingClass } from '#db/schema';
import { isTeachable } from '../course/course';
import { isId, newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { hasLine } from '../shared/policy';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import type { openClassInput } from './inputs';
import { withLecturers } from './name-lecturers.server';
import { type LessonDraft, lessonTimes, spanOf } from './timetable';

type Input = z.output<typeof openClassInput>;

export const lessonRows = (classId: string, drafts: readonly LessonDraft[], firstPosition: number) =>
  drafts.map(({ from, until, ...draft }, at) => ({
    id: newId(),
    classId,
    position: firstPosition + at,
    status: 'scheduled' as const,
    ...draft,
    ...lessonTimes({ heldOn: draft.heldOn, from, until }),
  }));

/** Rules that hold between the fields of a class, whoever fills them in. @throws Refusal at the field */
export function checkPlan(plan: {
  capacity: number;
  minimumSize: number;
  enrolFromOn: string;
  enrolUntilOn: string;
  startsOn: string;
}): void {
  if (plan.minimumSize > plan.capacity) throw new Refusal('minimum_above_capacity', { field: 'minimumSize' });
  if (plan.enrolUntilOn < plan.enrolFromOn) throw new Refusal('window_reversed', { field: 'enrolUntilOn' });
  if (plan.enrolUntilOn >= plan.startsOn) throw new Refusal('window_after_start', { field: 'enrolUntilOn' });
}

/**
 * Opens a class of a course's approved syllabus, which the class keeps for ever.
 * @returns the id of the class
 * @throws Refusal when the course was never approved, a lesson lies in the past, the fields contradict or the code is taken
 */
export function openClass(ctx: Context, { lessons, courseId, ...input }: Input): Promise<string> {
  return operation(ctx, 'class.opened', async (op) => {
    if (!hasLine(op.actor, 'class.manage')) throw new Forbidden();
    const providerId = op.actor.kind === 'user' ? op.actor.organisation?.id : undefined;
    if (!providerId || !isId(courseId)) throw new NotFound();
    const [from] = await op.tx
      .select()
      .from(course)
      .where(and(eq(course.id, courseId), eq(course.providerId, providerId)));
    if (!from) throw new NotFound();
    op.require('class.manage', { organisationId: from.providerId });
    if (!isTeachable(from)) throw new Refusal('course_not_teachable', { field: 'courseId' });
    if (from.delivery !== 'online' && input.place === '') throw new Refusal('field_required', { field: 'place' });

    const id = newId();
    const provider = { id: from.providerId, districtCode: op.actor.kind === 'user' ? (op.actor.organisation?.districtCode ?? null) : null };
    const rows = await withLecturers(op.tx, provider, lessonRows(id, lessons, 1), (row) => `lesson.${row}.lecturerId`);
    const past = rows.findIndex((row) => row.startsAt <= op.now);
    if (past >= 0) throw new Refusal('lesson_in_past', { field: `lesson.${past}.heldOn` });
    const span = spanOf(rows);
    if (!span) throw new Refusal('class_without_lessons', { field: 'lesson.0.heldOn' });
    checkPlan({ ...input, startsOn: span.startsOn });

    const { accountId, organisation } = op.actor.kind === 'user' ? op.actor : { accountId: null, organisation: null };
    const made = await op.tx
      .insert(trainingClass)
      .values({
        id,
        courseId: from.id,
        syllabusVersionId: from.currentSyllabusId,
        providerId: from.providerId,
        districtCode: organisation?.districtCode ?? null,
        delivery: from.delivery,
        ...fields(input),
        ...span,
        status: 'planned',
        createdAt: op.now,
        createdBy: accountId,
        isDemo: from.isDemo,
      })
      .onConflictDoNothing({ target: trainingClass.code })
      .returning({ id: trainingClass.id });
    if (made.length === 0) throw new Refusal('class_code_taken', { field: 'code' });
    await op.tx.insert(lesson).values(rows.map((row) => ({ ...row, place: row.place || input.place })));
    await op.record({
      subject: { type: 'class', id },
      data: { courseId: from.id, syllabusVersionId: from.currentSyllabusId, capacity: input.capacity },
    });
    return id;
  });
}

const fields = ({
  code,
  term,
  place,
  meetingLink,
  capacity,
  minimumSize,
  enrolFromOn,
  enrolUntilOn,
  countsTowardPlan,
}: Omit<Input, 'lessons' | 'courseId'>) => ({
  code,
  term,
  place,
  meetingLink: meetingLink || null,
  capacity,
  minimumSize,
  enrolFromOn,
  enrolUntilOn,
  countsTowardPlan,
});
