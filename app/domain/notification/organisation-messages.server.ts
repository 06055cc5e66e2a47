import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { account, accountClaim, course, organisation, person } from '#db/schema';
import { type EventFacts, text } from './enrolment-messages.server';
import { commissionOf, institutionsOf, operationsOrganisations } from './facts.server';
import type { Message } from './message';
import type { NotificationKind } from './notification';

const toOrganisations = (ids: string[], kind: NotificationKind, params: Message['params'], link: string): Message[] =>
  ids.map((organisationId) => ({ kind, to: { organisationId }, params, link }));

export const COURSE_EVENTS = ['course.submitted', 'course.approved', 'course.returned'];

export async function courseMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const [row] = await tx
    .select({ title: course.title, providerId: course.providerId, provider: organisation.name, districtCode: organisation.districtCode })
    .from(course)
    .innerJoin(organisation, eq(organisation.id, course.providerId))
    .where(eq(course.id, event.subjectId));
  if (!row) return [];
  const params = { course: row.title, provider: row.provider, due: text(event.data.dueOn), reason: text(event.data.reason) || '—' };
  if (event.name === 'course.submitted')
    return toOrganisations(await commissionOf(tx, row.districtCode), 'course_submitted', params, `/commission/courses/${event.subjectId}`);
  const kind = event.name === 'course.approved' ? 'course_approved' : 'course_returned';
  return toOrganisations([row.providerId], kind, params, `/provider/courses/${event.subjectId}`);
}

export const ORGANISATION_EVENTS = ['organisation.applied', 'organisation.approved', 'organisation.returned'];

export async function organisationMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const [row] = await tx.select().from(organisation).where(eq(organisation.id, event.subjectId));
  if (!row) return [];
  const params = { organisation: row.name, reason: text(event.data.reason) || '—' };
  if (event.name === 'organisation.applied')
    return toOrganisations(await commissionOf(tx, row.districtCode), 'organisation_applied', params, `/commission/organisations/${row.id}`);
  return toOrganisations(
    [row.id],
    event.name === 'organisation.approved' ? 'organisation_approved' : 'organisation_returned',
    params,
    '/provider',
  );
}

export const ACCOUNT_EVENTS = [
  'account.claim_opened',
  'account.claim_decided',
  'account.password_reset',
  'account.registration_repeated',
  'account.issued',
];

export async function accountMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  if (event.name === 'account.claim_opened') return claimMessages(tx, text(event.data.claimId));
  const [row] = await tx.select({ personId: account.personId }).from(account).where(eq(account.id, event.subjectId));
  if (!row?.personId) return [];
  const to = { personId: row.personId };
  if (event.name === 'account.claim_decided')
    return [
      {
        kind: 'account_claim_decided',
        to,
        params: { decision: text(event.data.decision) === 'confirmed' ? '已确认 confirmed' : '未确认 refused' },
        link: '/me',
      },
    ];
  if (event.name === 'account.registration_repeated') return [{ kind: 'registration_repeated', to, params: {}, link: '/me/account' }];
  return [{ kind: event.name === 'account.issued' ? 'account_issued' : 'password_reset', to, params: {}, link: '/me/account' }];
}

/** Her institutions now decide on a claim; without one, the commission of any district where she was enrolled, else the city. */
async function claimMessages(tx: Tx, claimId: string): Promise<Message[]> {
  const [row] = await tx
    .select({ personId: person.id, name: person.name })
    .from(accountClaim)
    .innerJoin(person, eq(person.id, accountClaim.personId))
    .where(eq(accountClaim.id, claimId));
  if (!row) return [];
  const institutions = await institutionsOf(tx, row.personId);
  const params = { person: row.name };
  if (institutions.length > 0) return toOrganisations(institutions, 'account_claim_asked', params, '/institution/staff');
  const [last] = await tx.execute<{ district_code: string | null }>(
    sql`select district_code from enrolment where person_id = ${row.personId} order by created_at desc limit 1`,
  );
  return toOrganisations(await commissionOf(tx, last?.district_code ?? null), 'account_claim_asked', params, '/commission/claims');
}

export async function recountMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const differences = Number(event.data.differences);
  if (!(differences > 0)) return [];
  return toOrganisations(await operationsOrganisations(tx), 'recount_differs', { differences }, '/admin/jobs');
}
