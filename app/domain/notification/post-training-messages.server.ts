import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { certificate, postTraining } from '#db/schema';
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

/** Her 卫生保健培训合格证 stands in the registry. */
export async function trainingCertificateMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const [row] = await tx.select().from(certificate).where(eq(certificate.id, event.subjectId));
  if (!row) return [];
  const params = { number: row.number, until: row.validUntil ?? '—' };
  return [{ kind: 'health_care_certified', to: { personId: row.personId }, params, link: `/me/certificates/${row.id}` }];
}
