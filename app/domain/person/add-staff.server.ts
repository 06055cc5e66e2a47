import { eq, sql } from 'drizzle-orm';
import { engagement, person as people } from '#db/schema';
import { organisationOf } from '../shared/actor';
import type { EventName } from '../shared/events';
import { newId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Forbidden, Refusal } from '../shared/refusals';
import { sealPhone } from '../shared/secrets.server';
import { enterPerson } from './enter-person.server';
import type { StaffEntry } from './inputs';
import { INTERN_MIN_AGE, STAFF_MIN_AGE } from './person';
import { requireAge } from './require-age';
import { settlePosts } from './settle-posts.server';

/**
 * Enters somebody in the institution's staff list: a person known by her document, or a new one.
 * @returns the engagement's id
 * @throws Refusal engagement_exists, person_name_differs, too_young
 */
export const addStaff = (ctx: Context, input: StaffEntry): Promise<string> =>
  operation(ctx, 'engagement.added', async (op) => {
    const institutionId = organisationOf(op.actor)?.id;
    if (!institutionId) throw new Forbidden();
    op.require('staff.manage', { organisationId: institutionId });
    const today = beijingDate(op.now);
    requireAge(input, input.isIntern ? INTERN_MIN_AGE : STAFF_MIN_AGE, today);
    if (input.backgroundCheckedOn && input.backgroundCheckedOn > today)
      throw new Refusal('check_in_future', { field: 'backgroundCheckedOn' });
    const { person } = await enterPerson(op, input);
    if (person.name !== input.name) throw new Refusal('person_name_differs', { field: 'name' });
    // Only the institution's word fills a gap: a phone that somebody registers with proves nothing about whose it is.
    const phone = input.phone && !person.phoneHash ? sealPhone(input.phone, 'person.phone') : {};
    const { healthCertValidUntil, backgroundCheckedOn } = input;
    const facts = {
      ...phone,
      ...(healthCertValidUntil ? { healthCertValidUntil } : {}),
      ...(backgroundCheckedOn ? { backgroundCheckedOn } : {}),
    };
    if (Object.keys(facts).length > 0) await op.tx.update(people).set(facts).where(eq(people.id, person.id));
    const { role, startOn, isFullTime, isIntern, contractUntilOn, remark } = input;
    const post = { personId: person.id, institutionId, role, startOn, isFullTime, isIntern, contractUntilOn, remark };
    const id = await openEngagement(op, { ...post, createdBy: op.actor.kind === 'user' ? op.actor.accountId : null });
    await op.record({ subject: { type: 'engagement', id }, data: { personId: person.id, institutionId, role, startOn } });
    await settlePosts(op, [person.id]);
    return id;
  });

type NewPost = Omit<typeof engagement.$inferInsert, 'id' | 'createdAt' | 'onPost' | 'isMainPost' | 'endOn'>;

/** Writes one open entry; part of operations, not one itself. @throws Refusal engagement_exists */
export async function openEngagement<Name extends EventName>(op: Operation<Name>, post: NewPost): Promise<string> {
  const id = newId();
  const [added] = await op.tx
    .insert(engagement)
    .values({ id, ...post, createdAt: op.now })
    .onConflictDoNothing({
      target: [engagement.personId, engagement.institutionId, engagement.role],
      where: sql`${engagement.endOn} is null`,
    })
    .returning({ id: engagement.id });
  if (!added) throw new Refusal('engagement_exists', { field: 'role' });
  return id;
}
