import { and, eq, isNull } from 'drizzle-orm';
import { person } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { hasLine } from '../shared/policy';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import type { EducationLevel } from './person';

/** She says which education she has, where nobody has entered it. What stands is corrected by her institution. */
export const stateEducation = (ctx: Context, education: EducationLevel): Promise<void> =>
  operation(ctx, 'person.changed', async (op) => {
    const personId = op.actor.kind === 'user' ? op.actor.personId : null;
    if (!hasLine(op.actor, 'person.state_education')) throw new Forbidden();
    if (!personId) throw new NotFound();
    op.require('person.state_education', { personId });
    const [known] = await op.tx.select({ education: person.education }).from(person).where(eq(person.id, personId)).for('update');
    if (!known) throw new NotFound();
    if (known.education === education) return op.unchanged(undefined);
    if (known.education !== null) throw new Refusal('wrong_state');
    await op.tx
      .update(person)
      .set({ education })
      .where(and(eq(person.id, personId), isNull(person.education)));
    await op.record({ subject: { type: 'person', id: personId }, data: { fields: ['education'] } });
  });
