import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { institutionChange, organisation } from '#db/schema';
import { type EventFacts, text } from './enrolment-messages.server';
import { commissionOf } from './facts.server';
import type { Message } from './message';
import type { NotificationKind } from './notification';

export const INSTITUTION_EVENTS = [
  'institution.change_proposed',
  'institution.change_accepted',
  'institution.change_returned',
  'institution.moved',
  'institution.merged',
];

/** Who must know what became of an institution: its district, itself, the one that took it over. */
export async function institutionMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const isChange = event.name.startsWith('institution.change_');
  const id = isChange ? text(event.data.institutionId) : event.subjectId;
  const [row] = await tx.select().from(organisation).where(eq(organisation.id, id));
  if (!row) return [];
  const page = `/commission/institutions/${row.id}`;
  const say = (kind: NotificationKind, organisationIds: readonly string[], params: Message['params'], link: string): Message[] =>
    organisationIds.map((organisationId) => ({ kind, to: { organisationId }, params: { institution: row.name, ...params }, link }));
  switch (event.name) {
    case 'institution.change_proposed': {
      const [change] = await tx.select().from(institutionChange).where(eq(institutionChange.id, event.subjectId));
      return say('institution_change_proposed', await commissionOf(tx, row.districtCode), { due: change?.decisionDueOn ?? '' }, page);
    }
    case 'institution.change_accepted':
      return say('institution_change_accepted', [row.id], {}, '/institution/file');
    case 'institution.change_returned':
      return say('institution_change_returned', [row.id], { reason: text(event.data.reason) }, '/institution/file');
    case 'institution.moved': {
      if (event.data.before === event.data.after) return [];
      const params = { date: text(event.data.fromOn) };
      return say('institution_moved', await commissionOf(tx, text(event.data.after)), params, page);
    }
    default:
      return say('institution_merged', [text(event.data.intoId)], { date: text(event.data.fromOn) }, '/institution/staff');
  }
}
