import { eq } from 'drizzle-orm';
import { course } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { addWorkingDays, beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { REVIEW_WORKING_DAYS } from './course';
import { type CourseText, editCourse } from './edit-course.server';
import { lockCourse, modulesOf, moveFrom } from './find-course.server';
import { lacksTest, missingParts, needsMchCentre, outsideScope } from './readiness';

/**
 * Hands the draft to the provider's district, or the city for a city-level provider; until decided the text is locked.
 * `edit` is saved first, in the same transaction: a refused submission saves nothing.
 */
export const submitCourse = (ctx: Context, courseId: string, edit?: { text: CourseText; seenAt: Date }): Promise<{ dueOn: string }> =>
  operation(ctx, 'course.submitted', async (op) => {
    if (edit) await editCourse(op.ctx, courseId, edit.text, edit.seenAt);
    const found = await lockCourse(op, courseId, 'course.submit');
    if (found.status === 'submitted' && found.decisionDueOn) return op.unchanged({ dueOn: found.decisionDueOn });
    const status = moveFrom(found.status, 'submit');
    if (found.provider.status !== 'approved') throw new Refusal('organisation_not_approved');
    const [outside] = outsideScope(found.categories, found.provider.categories);
    if (outside) throw new Refusal('category_out_of_scope', { params: { category: outside } });
    if (needsMchCentre(found.categories, found.provider.kind)) throw new Refusal('health_staff_by_mch_centre', { field: 'categories[]' });
    const [missing] = missingParts({ ...found, modules: await modulesOf(op.tx, courseId) });
    if (missing === 'modules') throw new Refusal('course_without_modules');
    if (missing) throw new Refusal('course_incomplete', { params: { missing } });
    if (lacksTest(found.categories, found.passRule)) throw new Refusal('health_staff_tests_missing', { field: 'minPracticalScore' });

    const dueOn = addWorkingDays(beijingDate(op.now), REVIEW_WORKING_DAYS);
    const submittedBy = op.actor.kind === 'user' ? op.actor.accountId : null;
    await op.tx
      .update(course)
      .set({ status, submittedAt: op.now, submittedBy, decisionDueOn: dueOn, decidedAt: null, decidedBy: null, decisionReason: null })
      .where(eq(course.id, courseId));
    await op.record({ subject: { type: 'course', id: courseId }, data: { dueOn } });
    return { dueOn };
  });
