import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { course, courseAttachment, syllabusVersion } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Conflict } from '../shared/refusals';
import type { Syllabus } from './course';
import { replaceModules } from './edit-course.server';
import { lockCourse, requireEditable } from './find-course.server';

/** Gives up an opened revision: the text is again that of the approved version, and the course what it was before. */
export const dropRevision = (ctx: Context, courseId: string): Promise<void> =>
  operation(ctx, 'course.revision_dropped', async (op) => {
    const found = await lockCourse(op, courseId, 'course.draft');
    const status = found.publishedAt ? 'published' : 'approved';
    if (found.status === status) return op.unchanged(undefined);
    requireEditable(found.status);
    const current = await currentSyllabus(op.tx, found.currentSyllabusId);
    const { title, categories, audience, summary, delivery, passRule, modules, outlines, contact, attachments = [] } = current.content;
    await op.tx
      .update(course)
      .set({
        ...{ title, categories, audience, summary, delivery, passRule, status },
        outlineIds: outlines.map(({ outlineId }) => outlineId),
        ...(contact ? { contactName: contact.name, contactPhone: contact.phone } : {}),
        ...{ submittedAt: null, submittedBy: null, decisionDueOn: null, decisionReason: null },
        ...{ decidedAt: current.approvedAt, decidedBy: current.approvedBy, updatedAt: op.now },
      })
      .where(eq(course.id, courseId));
    await replaceModules(op.tx, courseId, modules);
    await putBackFiles(op.tx, courseId, attachments, op.now);
    await op.record({ subject: { type: 'course', id: courseId }, data: { toSyllabusId: current.id } });
  });

/** @throws Conflict for a first draft, which has no approved version to go back to */
async function currentSyllabus(tx: Tx, syllabusId: string | null) {
  const [row] = syllabusId ? await tx.select().from(syllabusVersion).where(eq(syllabusVersion.id, syllabusId)) : [];
  if (!row) throw new Conflict('wrong_state');
  return row;
}

/** Files of the approved version come back, those that the revision added go. */
async function putBackFiles(tx: Tx, courseId: string, files: NonNullable<Syllabus['attachments']>, now: Date): Promise<void> {
  const ids = files.map(({ id }) => id);
  const own = eq(courseAttachment.courseId, courseId);
  if (ids.length > 0) {
    await tx
      .update(courseAttachment)
      .set({ removedAt: null })
      .where(and(own, inArray(courseAttachment.id, ids)));
  }
  const added = ids.length > 0 ? notInArray(courseAttachment.id, ids) : undefined;
  await tx
    .update(courseAttachment)
    .set({ removedAt: now })
    .where(and(own, isNull(courseAttachment.removedAt), added));
}
