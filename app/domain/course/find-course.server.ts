import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { course, courseAttachment, courseModule, organisation } from '#db/schema';
import type { Actor } from '../shared/actor';
import { isId } from '../shared/id';
import { type Action, can, hasLine } from '../shared/policy';
import { Conflict, Forbidden, NotFound, Refusal } from '../shared/refusals';
import { COURSE_EDITABLE, COURSE_MOVES, type CourseModule, type CourseMove, type CourseStatus } from './course';

export type KnownCourse = Awaited<ReturnType<typeof findCourse>>;

/**
 * A course with its provider, as far as this actor may know of it; `lock` holds the row until the transaction ends.
 * @throws Forbidden for a role that never does this, NotFound for a foreign or unknown course
 */
export async function findCourse(
  tx: Tx,
  actor: Actor,
  courseId: string,
  { action = 'course.read', lock = false }: { action?: Action; lock?: boolean } = {},
) {
  if (!hasLine(actor, action)) throw new Forbidden();
  if (!isId(courseId)) throw new NotFound();
  const query = tx
    .select({ course, provider: organisation })
    .from(course)
    .innerJoin(organisation, eq(organisation.id, course.providerId))
    .where(eq(course.id, courseId));
  const [found] = lock ? await query.for('update', { of: course }) : await query;
  if (!found || !can(actor, 'course.read', subjectOf(found.provider))) throw new NotFound();
  return { ...found.course, provider: found.provider };
}

/** What the policy asks about a course: whose it is, and where. */
export const subjectOf = (provider: { id: string; districtCode: string | null }) => ({
  organisationId: provider.id,
  districtCode: provider.districtCode,
});

/** The course under lock, for an operation: found through the actor, allowed by the policy. */
export async function lockCourse(
  op: { tx: Tx; actor: Actor; require(action: Action, subject: object): void },
  courseId: string,
  action: Action,
) {
  const found = await findCourse(op.tx, op.actor, courseId, { action, lock: true });
  op.require(action, subjectOf(found.provider));
  return found;
}

/** @throws Refusal unless the text may be changed now */
export function requireEditable(status: CourseStatus): void {
  if (!COURSE_EDITABLE.includes(status)) throw new Refusal(status === 'submitted' ? 'course_locked' : 'wrong_state');
}

/** The state after a move by the table of moves. @throws Conflict when the course is no longer where the move begins */
export function moveFrom(from: CourseStatus, by: CourseMove['by']): CourseStatus {
  const move = COURSE_MOVES.find((known) => known.by === by && known.from === from);
  if (!move) throw new Conflict('wrong_state');
  return move.to;
}

export const modulesOf = async (tx: Tx, courseId: string): Promise<CourseModule[]> =>
  tx
    .select({
      code: courseModule.code,
      title: courseModule.title,
      theoryMinutes: courseModule.theoryMinutes,
      practiceMinutes: courseModule.practiceMinutes,
      topics: courseModule.topics,
      outlineModuleCode: courseModule.outlineModuleCode,
    })
    .from(courseModule)
    .where(eq(courseModule.courseId, courseId))
    .orderBy(asc(courseModule.position));

/** Attachments of the draft. */
export const attachmentsOf = (tx: Tx, courseId: string) =>
  tx
    .select({
      id: courseAttachment.id,
      fileName: courseAttachment.fileName,
      mediaType: courseAttachment.mediaType,
      sizeBytes: courseAttachment.sizeBytes,
      sha256: courseAttachment.sha256,
    })
    .from(courseAttachment)
    .where(and(eq(courseAttachment.courseId, courseId), isNull(courseAttachment.removedAt)))
    .orderBy(asc(courseAttachment.id));
