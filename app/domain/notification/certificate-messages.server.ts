import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type EventFacts, text } from './enrolment-messages.server';
import { institutionsOf } from './facts.server';
import type { Message } from './message';
import type { NotificationKind } from './notification';

const KINDS: Readonly<Record<string, NotificationKind>> = {
  'certificate.submitted': 'certificate_entered',
  'certificate.verified': 'certificate_verified',
  'certificate.rejected': 'certificate_rejected',
  'certificate.revoked': 'certificate_revoked',
};
export const CERTIFICATE_EVENTS = Object.keys(KINDS);

interface Facts extends Record<string, unknown> {
  person_id: string;
  person: string;
  certificate: string;
  organisation_id: string | null;
  organisation: string | null;
  is_institution: boolean;
}

/** Her institution learns of what it handed in itself; a revocation concerns each institution where she works. */
export async function certificateMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const kind = KINDS[event.name];
  const [row] = await tx.execute<Facts>(sql`
    select c.person_id, p.name as person, c.name as certificate, o.id as organisation_id, o.name as organisation,
      coalesce(o.kind = 'institution', false) as is_institution
    from certificate c join person p on p.id = c.person_id left join organisation o on o.id = c.submitted_by_organisation_id
    where c.id = ${event.subjectId}`);
  if (!row || !kind) return [];
  const { person, certificate, organisation, is_institution } = row;
  if (kind === 'certificate_entered' && !is_institution) return [];
  const params = {
    person,
    certificate,
    organisation: organisation ?? '—',
    reason: text(event.data.reason) || '—',
    from: text(event.data.revokedOn) || '—',
  };
  const hers: Message = { kind, to: { personId: row.person_id }, params, link: `/me/certificates/${event.subjectId}` };
  const institutions = kind === 'certificate_revoked' ? await institutionsOf(tx, row.person_id) : submitterOf(row, kind);
  const theirs = institutions.map(
    (organisationId): Message => ({ kind, to: { organisationId }, params, link: `/institution/certificates/${event.subjectId}` }),
  );
  return [hers, ...theirs];
}

const submitterOf = (row: Facts, kind: NotificationKind): string[] =>
  kind !== 'certificate_entered' && row.is_institution && row.organisation_id !== null ? [row.organisation_id] : [];

interface Ending extends Record<string, unknown> {
  person_id: string;
  certificate_id: string;
  certificate: string;
  threshold: number;
  date: string;
  institutions: string[];
}

/** One message to each holder about the certificate that ends first, and one to each institution about its people. */
export async function endingMessages(tx: Tx, event: EventFacts & { id: string }): Promise<Message[]> {
  const rows = await tx.execute<Ending>(sql`
    select distinct on (c.person_id) c.person_id, c.id as certificate_id, c.name as certificate, r.threshold, r.valid_until::text as date,
      array(select distinct e.institution_id::text from engagement e
        where e.person_id = c.person_id and (e.end_on is null or e.end_on > r.remind_on)) as institutions
    from (select *, (reminded_at at time zone 'Asia/Shanghai')::date as remind_on from certificate_reminder where event_id = ${event.id}) r
    join certificate c on c.id = r.certificate_id order by c.person_id, r.valid_until, c.id`);
  const hers = rows.map(({ person_id, certificate_id, certificate, threshold, date }): Message => {
    const kind = threshold === 0 ? 'certificate_expired' : 'certificate_expiring';
    return { kind, to: { personId: person_id }, params: { certificate, date }, link: `/me/certificates/${certificate_id}` };
  });
  const byInstitution = new Map<string, { persons: number; date: string }>();
  for (const { institutions, date } of rows) {
    for (const id of institutions) {
      const seen = byInstitution.get(id);
      byInstitution.set(id, { persons: (seen?.persons ?? 0) + 1, date: seen && seen.date < date ? seen.date : date });
    }
  }
  const theirs = [...byInstitution].map(
    ([organisationId, params]): Message => ({
      kind: 'staff_certificates_expiring',
      to: { organisationId },
      params,
      link: '/institution/certificates?within=90',
    }),
  );
  return [...hers, ...theirs];
}
