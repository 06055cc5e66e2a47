import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { lecturer, organisation } from '#db/schema';
import { type EventFacts, text } from './enrolment-messages.server';
import { commissionOf } from './facts.server';
import type { Message, MessageParams } from './message';
import type { NotificationKind } from './notification';

const TO_COMMISSION: Readonly<Record<string, NotificationKind>> = {
  'lecturer.proposed': 'lecturer_proposed',
  'lecturer.renewal_asked': 'lecturer_renewal_asked',
};
const TO_PROVIDER: Readonly<Record<string, NotificationKind>> = {
  'lecturer.approved': 'lecturer_approved',
  'lecturer.returned': 'lecturer_returned',
  'lecturer.withdrawn': 'lecturer_withdrawn',
};
export const LECTURER_EVENTS = [...Object.keys(TO_COMMISSION), ...Object.keys(TO_PROVIDER), 'lecturer.lapsing_reminded'];

/** The commission hears of what waits for it, the provider of what was decided; a commission's own experts need no letter. */
export async function lecturerMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  if (event.name === 'lecturer.lapsing_reminded') return lapsingMessages(tx, event);
  const [row] = await tx
    .select({ lecturer, provider: organisation.name })
    .from(lecturer)
    .innerJoin(organisation, eq(organisation.id, lecturer.organisationId))
    .where(eq(lecturer.id, event.subjectId));
  if (!row) return [];
  const { id, name, districtCode, organisationId, approvedUntilOn } = row.lecturer;
  const params: MessageParams = {
    lecturer: name,
    provider: row.provider,
    reason: text(event.data.reason) || '—',
    until: text(event.data.untilOn) || approvedUntilOn || '—',
  };
  const toCommission = TO_COMMISSION[event.name];
  if (toCommission) {
    const commissions = await commissionOf(tx, districtCode);
    return commissions.map((to) => ({ kind: toCommission, to: { organisationId: to }, params, link: `/commission/lecturers/${id}` }));
  }
  const kind = TO_PROVIDER[event.name];
  return kind && organisationId !== null ? [{ kind, to: { organisationId }, params, link: `/provider/lecturers/${id}` }] : [];
}

async function lapsingMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const [row] = await tx.select({ kind: organisation.kind }).from(organisation).where(eq(organisation.id, event.subjectId));
  if (!row) return [];
  const ids = Array.isArray(event.data.lecturerIds) ? event.data.lecturerIds : [];
  const room = row.kind === 'commission_city' || row.kind === 'commission_district' ? 'commission' : 'provider';
  return [
    {
      kind: 'lecturer_lapsing',
      to: { organisationId: event.subjectId },
      params: { count: ids.length, until: text(event.data.firstUntilOn) },
      link: `/${room}/lecturers?state=lapsing`,
    },
  ];
}
