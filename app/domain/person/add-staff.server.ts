import { eq, sql } from 'drizzle-orm';
import { engagement, person as people } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Forbidden, Refusal } from '../shared/refusals';
import { sealPhone } from '../shared/secrets.server';
import { enterPerson } from './enter-person.server';
import type { StaffEntry } from './inputs';
import { INTERN_MIN_AGE, STAFF_MIN_AGE } from './person';
import { requireAge } from './require-age';

/**
 * Enters somebody in the institution's staff list: a person known by her document, or a new one.
 * @returns the engagement's id
 * @throws Refusal engagement_exists, person_name_differs, too_young
 */
export const addStaff = (ctx: Context, input: StaffEntry): Promise<string> =>
  operation(ctx, 'engagement.added', async (op) => {
    if (op.actor.kind !== 'user' || !op.actor.organisation) throw new Forbidden();
    const institutionId = op.actor.organisation.id;
    op.require('staff.manage', { organisationId: institutionId });
    requireAge(input, input.isIntern ? INTERN_MIN_AGE : STAFF_MIN_AGE, beijingDate(op.now));
    const { person } = await enterPerson(op, input);
    if (person.name !== input.name) throw new Refusal('person_name_differs', { field: 'name' });
    // Only the institution's word fills a gap: a phone that somebody registers with proves nothing about whose it is.
    if (input.phone && !person.phoneHash) {
      await op.tx.update(people).set(sealPhone(input.phone, 'person.phone')).where(eq(people.id, person.id));
    }
    const { role, startOn, onPost, isFullTime, isIntern } = input;
    const id = newId();
    const [added] = await op.tx
      .insert(engagement)
      .values({
        id,
        personId: person.id,
        institutionId,
        role,
        startOn,
        onPost,
        isFullTime,
        isIntern,
        createdAt: op.now,
        createdBy: op.actor.accountId,
      })
      .onConflictDoNothing({
        target: [engagement.personId, engagement.institutionId, engagement.role],
        where: sql`${engagement.endOn} is null`,
      })
      .returning({ id: engagement.id });
    if (!added) throw new Refusal('engagement_exists', { field: 'role' });
    await op.record({ subject: { type: 'engagement', id }, data: { personId: person.id, institutionId, role, startOn } });
    return id;
  });
