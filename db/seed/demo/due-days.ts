import { eq } from 'drizzle-orm';
import { db } from '#db/client';
import { event } from '#db/schema';
import { remindDueDays } from '~/domain/health-care/clock/remind-due-days.server';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { settleMessages } from './write-world';

/** What the product would have said of due days by now: to institutions, districts and centres. */
export const tellDueDays = (now: Date): Promise<void> =>
  db.transaction(async (tx) => {
    const ctx = { actor: { kind: 'system', job: 'health_care.remind' } as const, now, tx };
    while ((await remindDueDays(ctx)) > 0);
    for (const { id, name, subjectId, data } of await tx.select().from(event).where(eq(event.name, 'health_care.due_reminded')))
      await deliverMessages(ctx, { id, name, subjectId, data });
    await settleMessages(tx, now);
  });
