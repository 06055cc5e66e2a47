import { count, eq } from 'drizzle-orm';
import { course, syllabusVersion } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { Conflict, Forbidden, Refusal } from '../shared/refusals';
import { lockCourse, moveFrom } from './find-course.server';
import { needsMchCentre } from './readiness';
import { syllabusOfDraft } from './syllabus-draft.server';

/**
 * Freezes the submitted text as the next syllabus version and makes it the one that new classes take. A course that
 * is public stays so, with the new version. `seenAt`, the submission that the reviewer read, guards against another.
 */
export const approveCourse = (ctx: Context, courseId: string, seenAt?: Date): Promise<{ version: number }> =>
  operation(ctx, 'course.approved', async (op) => {
    const found = await lockCourse(op, courseId, 'course.review');
    if (op.actor.kind !== 'user') throw new Forbidden();
    const approved = moveFrom(found.status, 'approve');
    if (seenAt && found.submittedAt?.getTime() !== seenAt.getTime()) throw new Conflict('stale');
    if (needsMchCentre(found.categories, found.provider.kind)) throw new Refusal('health_staff_by_mch_centre');
    const [before] = await op.tx.select({ versions: count() }).from(syllabusVersion).where(eq(syllabusVersion.courseId, courseId));
    const version = (before?.versions ?? 0) + 1;
    const syllabusVersionId = newId();
    const decision = { decidedAt: op.now, decidedBy: op.actor.accountId };
    await op.tx.insert(syllabusVersion).values({
      id: syllabusVersionId,
      courseId,
      version,
      content: await syllabusOfDraft(op.tx, found),
      approvedAt: op.now,
      approvedBy: op.actor.accountId,
    });
    const status = found.publishedAt ? moveFrom(approved, 'publish') : approved;
    await op.tx
      .update(course)
      .set({ status, currentSyllabusId: syllabusVersionId, decisionReason: null, ...decision })
      .where(eq(course.id, courseId));
    await op.record({ subject: { type: 'course', id: courseId }, data: { syllabusVersionId, version } });
    if (found.publishedAt) await op.recordAs('course.published', { subject: { type: 'course', id: courseId }, data: {} });
    return { version };
  });
