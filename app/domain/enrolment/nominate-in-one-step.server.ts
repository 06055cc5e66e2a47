import type { UserActor } from '../shared/actor';
import type { Context } from '../shared/operation.server';
import { findNextClass } from './fitting-queries.server';
import { nominateStaff } from './nominate-staff.server';

/** These people, that class; whoever is refused is shown the next class that would take her. */
export async function nominateInOneStep(ctx: Context & { actor: UserActor }, classId: string, personIds: string[]) {
  const results = [];
  for (const { personId, name, place, refusal } of await nominateStaff(ctx, { classId, personIds, overrideReason: '', remark: '' }))
    results.push({ personId, name, place, refusal, next: refusal ? await findNextClass(personId, classId, ctx.now) : null });
  return results;
}
