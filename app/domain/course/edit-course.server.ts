import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { course, courseModule } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Conflict, Refusal } from '../shared/refusals';
import type { CourseCategory, CourseModule, Delivery, PassRule } from './course';
import { lockCourse, modulesOf, requireEditable } from './find-course.server';
import { chosenOutlineIds } from './outline-versions.server';
import { needsMchCentre, outsideScope } from './readiness';
import { changedFields } from './syllabus-change';

export interface CourseText {
  title: string;
  categories: CourseCategory[];
  audience: string;
  summary: string;
  delivery: Delivery;
  passRule: PassRule;
  contactName: string;
  contactPhone: string;
  /** Outline versions to measure against; a category without one takes the version in force. */
  outlineIds: string[];
  modules: CourseModule[];
}

/** Saves the text of a draft. `seenAt` is when the page's copy was last changed: an older copy may not overwrite a newer one. */
export const editCourse = (ctx: Context, courseId: string, text: CourseText, seenAt?: Date): Promise<void> =>
  operation(ctx, 'course.edited', async (op) => {
    const before = await lockCourse(op, courseId, 'course.draft');
    requireEditable(before.status);
    const [outside] = outsideScope(text.categories, before.provider.categories);
    if (outside) throw new Refusal('category_out_of_scope', { field: 'categories[]', params: { category: outside } });
    if (needsMchCentre(text.categories, before.provider.kind)) throw new Refusal('health_staff_by_mch_centre', { field: 'categories[]' });
    const outlineIds = await chosenOutlineIds(op.tx, text.categories, text.outlineIds, beijingDate(op.now));
    const fields = changedFields({ ...before, modules: await modulesOf(op.tx, courseId) }, { ...text, outlineIds });
    if (fields.length === 0) return op.unchanged(undefined);
    if (seenAt && seenAt.getTime() !== before.updatedAt.getTime()) throw new Conflict('stale');

    const { modules, ...columns } = text;
    // The time of the last change tells two copies apart, so it must move even within one millisecond.
    const updatedAt = new Date(Math.max(op.now.getTime(), before.updatedAt.getTime() + 1));
    await op.tx
      .update(course)
      .set({ ...columns, outlineIds, updatedAt })
      .where(eq(course.id, courseId));
    if (fields.includes('modules')) await replaceModules(op.tx, courseId, modules);
    await op.record({ subject: { type: 'course', id: courseId }, data: { fields } });
  });

export async function replaceModules(tx: Tx, courseId: string, modules: readonly CourseModule[]): Promise<void> {
  await tx.delete(courseModule).where(eq(courseModule.courseId, courseId));
  if (modules.length === 0) return;
  await tx.insert(courseModule).values(modules.map((module, at) => ({ ...module, id: newId(), courseId, position: at + 1 })));
}
