import { eq } from 'drizzle-orm';
import { course, courseModule, organisation } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Forbidden, Refusal } from '../shared/refusals';
import { modulesFromOutline } from './compliance';
import { type CourseCategory, DEFAULT_PASS_RULE, type Delivery } from './course';
import { outlineIdsInForce, outlinesByIds } from './outline-versions.server';
import { needsMchCentre, outsideScope } from './readiness';

export interface NewCourse {
  title: string;
  categories: CourseCategory[];
  delivery: Delivery;
  /** Take modules, hours and topics from the outlines in force. */
  fromOutline: boolean;
}

/** A new draft of the actor's own provider, blank or filled from the outline template. */
export const draftCourse = (ctx: Context, input: NewCourse): Promise<{ courseId: string }> =>
  operation(ctx, 'course.drafted', async (op) => {
    const providerId = op.actor.kind === 'user' ? (op.actor.organisation?.id ?? null) : null;
    op.require('course.draft', { organisationId: providerId });
    if (!providerId) throw new Forbidden();
    const [provider] = await op.tx.select().from(organisation).where(eq(organisation.id, providerId));
    if (provider?.status !== 'approved') throw new Refusal('organisation_not_approved');
    const [outside] = outsideScope(input.categories, provider.categories);
    if (outside) throw new Refusal('category_out_of_scope', { field: 'categories[]', params: { category: outside } });
    if (needsMchCentre(input.categories, provider.kind)) throw new Refusal('health_staff_by_mch_centre', { field: 'categories[]' });

    const outlineIds = await outlineIdsInForce(op.tx, input.categories, beijingDate(op.now));
    const modules = input.fromOutline ? (await outlinesByIds(op.tx, outlineIds)).flatMap(modulesFromOutline) : [];
    const courseId = newId();
    await op.tx.insert(course).values({
      id: courseId,
      providerId,
      title: input.title,
      categories: input.categories,
      delivery: input.delivery,
      status: 'draft',
      outlineIds,
      passRule: DEFAULT_PASS_RULE,
      contactName: provider.contactName ?? '',
      contactPhone: provider.contactPhone ?? '',
      createdAt: op.now,
      updatedAt: op.now,
      isDemo: provider.isDemo,
    });
    if (modules.length > 0) {
      await op.tx.insert(courseModule).values(modules.map((module, at) => ({ ...module, id: newId(), courseId, position: at + 1 })));
    }
    await op.record({ subject: { type: 'course', id: courseId }, data: { providerId } });
    return { courseId };
  });
