import { eq } from 'drizzle-orm';
import { person } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate, includes } from '../shared/period';
import { Conflict } from '../shared/refusals';
import { phoneHash, sealPhone } from '../shared/secrets.server';
import { lockEngagement } from './find-engagement.server';
import type { PersonEntry } from './inputs';

/** The institution corrects what it knows of a person on its staff list. An empty phone leaves the stored one. */
export const changePerson = (ctx: Context, engagementId: string, input: PersonEntry): Promise<void> =>
  operation(ctx, 'person.changed', async (op) => {
    const { person: known, engagement: entry } = await lockEngagement(op, engagementId);
    if (!includes(entry, beijingDate(op.now))) throw new Conflict('wrong_state');
    const newPhone = input.phone !== null && phoneHash(input.phone) !== known.phoneHash ? input.phone : null;
    const fields = [
      ...(known.name !== input.name ? ['name'] : []),
      ...(known.education !== input.education ? ['education'] : []),
      ...(newPhone === null ? [] : ['phone']),
    ];
    if (fields.length === 0) return op.unchanged(undefined);
    await op.tx
      .update(person)
      .set({ name: input.name, education: input.education, ...(newPhone === null ? {} : sealPhone(newPhone, 'person.phone')) })
      .where(eq(person.id, known.id));
    await op.record({ subject: { type: 'person', id: known.id }, data: { fields } });
  });
