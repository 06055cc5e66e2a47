import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { postTraining } from '#db/schema';
import type { EventFacts } from './enrolment-messages.server';
import type { Message } from './message';

export const POST_TRAINING_EVENTS = ['post_training.issued', 'post_training.revoked'];

/** Her 岗位培训合格证 was given, or taken back. */
export async function postTrainingMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const [row] = await tx.select().from(postTraining).where(eq(postTraining.id, event.subjectId));
  if (!row) return [];
  const kind = event.name === 'post_training.issued' ? 'post_training_issued' : 'post_training_revoked';
  return [{ kind, to: { personId: row.personId }, params: { number: row.number }, link: '/me/record' }];
}
