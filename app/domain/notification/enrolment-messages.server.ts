import type { Tx } from '#db/client';
import { formatInstant } from '../shared/period';
import { type ClassFacts, classFacts, enrolmentFacts } from './facts.server';
import type { Message, MessageParams } from './message';
import type { NotificationKind } from './notification';

type Facts = NonNullable<Awaited<ReturnType<typeof enrolmentFacts>>>;
export interface EventFacts {
  name: string;
  subjectId: string;
  data: Record<string, unknown>;
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const classParams = ({ course, classCode, starts, place }: ClassFacts): MessageParams => ({
  course,
  classCode,
  starts,
  place: place || '—',
});

/** What the trainee is told, by event; a request says what became of it. */
const TO_PERSON: Record<string, NotificationKind> = {
  'enrolment.nominated': 'nominated',
  'enrolment.confirmed': 'enrolment_confirmed',
  'enrolment.refused': 'enrolment_rejected',
  'enrolment.approved': 'enrolment_approved',
  'enrolment.rejected': 'enrolment_rejected',
  'enrolment.withdrawn': 'enrolment_withdrawn',
  'enrolment.voided': 'enrolment_voided',
  'enrolment.offered': 'enrolment_offered',
  'enrolment.offer_accepted': 'enrolment_offer_accepted',
  'enrolment.offer_lapsed': 'enrolment_offer_lapsed',
  'enrolment.waiting_ended': 'enrolment_waiting_ended',
};

function kindFor(event: EventFacts): NotificationKind | undefined {
  if (event.name === 'enrolment.requested') return event.data.status === 'waitlisted' ? 'enrolment_waitlisted' : 'enrolment_received';
  return TO_PERSON[event.name];
}

export const ENROLMENT_EVENTS = ['enrolment.requested', ...Object.keys(TO_PERSON)];

/** To the trainee, and to her institution where it must answer or has lost a place. */
export async function enrolmentMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const found = await enrolmentFacts(tx, event.subjectId);
  const group = found && (await classFacts(tx, found.classId));
  if (!found || !group) return [];
  const params: MessageParams = {
    ...classParams(group),
    person: found.person,
    reason: text(event.data.reason) || '—',
    due: found.due ?? '',
    until: found.offerExpiresAt ? formatInstant(found.offerExpiresAt) : '',
  };
  const messages: Message[] = [];
  const kind = kindFor(event);
  if (kind) messages.push({ kind, to: { personId: found.personId }, params, link: `/me/enrolments/${event.subjectId}` });
  return [...messages, ...institutionMessages(event, found, params)];
}

function institutionMessages(event: EventFacts, found: Facts, params: MessageParams): Message[] {
  if (!found.institutionId) return [];
  const to = { organisationId: found.institutionId };
  const link = '/institution/enrolments';
  if (event.name === 'enrolment.requested' && found.institutionAnswer === 'pending')
    return [{ kind: 'enrolment_confirmation_asked', to, params, link }];
  if (event.name === 'enrolment.withdrawn' && event.data.by === 'self') return [{ kind: 'enrolment_withdrawn', to, params, link }];
  return [];
}
