import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type EventFacts, text } from './enrolment-messages.server';
import { commissionOf } from './facts.server';
import type { Message, MessageParams } from './message';
import type { NotificationKind } from './notification';

export const POINT_EVENTS = ['point.added', 'point.edited', 'point.confirmed', 'point.returned'];
export const AGREEMENT_EVENTS = ['agreement.proposed', 'agreement.revised', 'agreement.confirmed', 'agreement.declined', 'agreement.ended'];

/** The city learns of what waits to be confirmed, the college of the answer. */
export async function pointMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const [row] = await tx.execute<{ collegeId: string; college: string; major: string }>(sql`
    select p.college_id as "collegeId", o.name as college, m.name_zh as major from programme_point p
    join organisation o on o.id = p.college_id join major m on m.id = p.major_id where p.id = ${event.subjectId}`);
  if (!row) return [];
  const params = { college: row.college, major: row.major, reason: text(event.data.reason) || '—' };
  if (event.name === 'point.added' || event.name === 'point.edited') {
    if (event.data.waiting !== true) return [];
    const link = `/commission/programme-points/${event.subjectId}`;
    return (await commissionOf(tx, null)).map(
      (organisationId): Message => ({ kind: 'point_waiting', to: { organisationId }, params, link }),
    );
  }
  const kind = event.name === 'point.confirmed' ? 'point_confirmed' : 'point_returned';
  return [{ kind, to: { organisationId: row.collegeId }, params, link: `/provider/programmes/${event.subjectId}` }];
}

interface Facts extends Record<string, unknown> {
  collegeId: string;
  institutionId: string;
  college: string;
  institution: string;
  number: string;
}

/** What one party of an agreement did, the other is told. */
export async function agreementMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const [row] = await tx.execute<Facts>(sql`
    select a.college_id as "collegeId", a.institution_id as "institutionId", c.name as college, i.name as institution, a.number
    from cooperation_agreement a join organisation c on c.id = a.college_id join organisation i on i.id = a.institution_id
    where a.id = ${event.subjectId}`);
  if (!row) return [];
  const { collegeId, institutionId, ...names } = row;
  const params: MessageParams = {
    ...names,
    reason: text(event.data.reason) || '—',
    date: text(event.data.endedOn) || '—',
    by: event.data.by === 'institution' ? names.institution : names.college,
  };
  const toCollege = (kind: NotificationKind): Message[] => [
    { kind, to: { organisationId: collegeId }, params, link: `/provider/agreements/${event.subjectId}` },
  ];
  const toInstitution = (kind: NotificationKind): Message[] => [
    { kind, to: { organisationId: institutionId }, params, link: `/institution/agreements/${event.subjectId}` },
  ];
  switch (event.name) {
    case 'agreement.confirmed':
      return toCollege('agreement_confirmed');
    case 'agreement.declined':
      return toCollege('agreement_declined');
    case 'agreement.ended':
      return event.data.by === 'institution' ? toCollege('agreement_ended') : toInstitution('agreement_ended');
    default:
      return toInstitution('agreement_proposed');
  }
}
