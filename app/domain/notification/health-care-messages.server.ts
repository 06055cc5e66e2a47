import { and, eq, isNull, or } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { organisation } from '#db/schema';
import { type EventFacts, text } from './enrolment-messages.server';
import { commissionOf } from './facts.server';
import type { Message } from './message';
import type { NotificationKind } from './notification';

const KINDS: Readonly<Record<string, NotificationKind>> = {
  begun: 'health_care_begun',
  near: 'health_care_near',
  overdue: 'health_care_overdue',
};

/** A due day of trained health-care staff: to the institution, its district, and the centres that train and guide there. */
export async function healthCareDueMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const kind = KINDS[text(event.data.kind)];
  const [institution] = await tx.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, event.subjectId));
  if (!kind || !institution) return [];
  const params = { institution: institution.name, due: text(event.data.dueOn) };
  const districtCode = text(event.data.districtCode);
  const standing = kind === 'health_care_overdue' ? 'overdue' : 'waiting';
  const to = (organisationId: string, link: string): Message => ({ kind, to: { organisationId }, params, link });
  return [
    to(event.subjectId, '/institution/health-care'),
    ...(await commissionOf(tx, districtCode)).map((id) => to(id, `/commission/health-care/institutions?standing=${standing}`)),
    ...(await centresOf(tx, districtCode)).map((id) => to(id, '/provider/health-care')),
  ];
}

/** Maternal and child health centres of a district, and those of the city, which go everywhere. */
async function centresOf(tx: Tx, districtCode: string): Promise<string[]> {
  const rows = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(
      and(
        eq(organisation.kind, 'mch_centre'),
        eq(organisation.status, 'approved'),
        or(isNull(organisation.districtCode), eq(organisation.districtCode, districtCode)),
      ),
    );
  return rows.map(({ id }) => id);
}
