import { eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { doubleRoster, engagement, engagementDispute, organisation, person, postClaim } from '#db/schema';
import { type EventFacts, text } from './enrolment-messages.server';
import { commissionOf } from './facts.server';
import type { Message, MessageParams } from './message';
import type { NotificationKind } from './notification';

const POST_KINDS: Record<string, NotificationKind> = {
  'engagement.added': 'staff_entered',
  'engagement.intern_converted': 'staff_changed',
  'engagement.changed': 'staff_changed',
  'engagement.ended': 'staff_ended',
};

/** What an institution enters about somebody is told to her, with where she may say that it is wrong. */
export const POST_EVENTS = Object.keys(POST_KINDS);

export async function postMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const kind = POST_KINDS[event.name];
  const [row] = await tx
    .select({ post: engagement, institution: organisation.name })
    .from(engagement)
    .innerJoin(organisation, eq(organisation.id, engagement.institutionId))
    .where(eq(engagement.id, event.subjectId));
  if (!row || !kind) return [];
  const { post, institution } = row;
  const params = { institution, role: post.role, starts: post.startOn, ends: post.endOn ?? '—' };
  return [
    { kind: post.endOn && kind === 'staff_changed' ? 'staff_ended' : kind, to: { personId: post.personId }, params, link: '/me/posts' },
  ];
}

const CLAIM_KINDS: Record<string, NotificationKind> = {
  'post.claimed': 'post_claim_asked',
  'post.claim_confirmed': 'post_claim_confirmed',
  'post.claim_refused': 'post_claim_refused',
  'post.claim_escalated': 'post_claim_escalated',
};
export const POST_CLAIM_EVENTS = Object.keys(CLAIM_KINDS);

export async function postClaimMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const kind = CLAIM_KINDS[event.name];
  const [row] = await tx
    .select({ claim: postClaim, person: person.name, institution: organisation.name, districtCode: organisation.districtCode })
    .from(postClaim)
    .innerJoin(person, eq(person.id, postClaim.personId))
    .innerJoin(organisation, eq(organisation.id, postClaim.institutionId))
    .where(eq(postClaim.id, event.subjectId));
  if (!row || !kind) return [];
  const { claim, institution, districtCode } = row;
  const role = claim.role;
  const params = { person: row.person, institution, role, starts: claim.startOn, due: claim.answerDueOn, reason: claim.reason ?? '—' };
  const toPerson: Message = { kind, to: { personId: claim.personId }, params, link: '/me/posts' };
  if (kind === 'post_claim_asked') return [{ kind, to: { organisationId: claim.institutionId }, params, link: '/institution/answers' }];
  if (kind === 'post_claim_escalated')
    return [toPerson, ...(await toDistrict(tx, districtCode, kind, params, '/commission/roster-answers'))];
  return [toPerson];
}

const DISPUTE_KINDS: Record<string, NotificationKind> = {
  'engagement.disputed': 'engagement_disputed',
  'dispute.accepted': 'dispute_accepted',
  'dispute.rejected': 'dispute_rejected',
  'dispute.withdrawn': 'dispute_withdrawn',
  'dispute.escalated': 'dispute_escalated',
};
export const DISPUTE_EVENTS = Object.keys(DISPUTE_KINDS);

export async function disputeMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const kind = DISPUTE_KINDS[event.name];
  const id = event.name === 'engagement.disputed' ? text(event.data.disputeId) : event.subjectId;
  const [row] = await tx
    .select({
      dispute: engagementDispute,
      post: engagement,
      person: person.name,
      institution: organisation.name,
      districtCode: organisation.districtCode,
    })
    .from(engagementDispute)
    .innerJoin(engagement, eq(engagement.id, engagementDispute.engagementId))
    .innerJoin(person, eq(person.id, engagementDispute.personId))
    .innerJoin(organisation, eq(organisation.id, engagementDispute.institutionId))
    .where(eq(engagementDispute.id, id));
  if (!row || !kind) return [];
  const { dispute, post, institution, districtCode } = row;
  const params = {
    ...{ person: row.person, institution, role: post.role, starts: post.startOn },
    ...{ due: dispute.answerDueOn, reason: dispute.decision ?? '—' },
  };
  const toPerson: Message = { kind, to: { personId: dispute.personId }, params, link: '/me/posts' };
  const toInstitution: Message = { kind, to: { organisationId: dispute.institutionId }, params, link: '/institution/answers' };
  if (kind === 'engagement_disputed' || kind === 'dispute_withdrawn') return [toInstitution];
  if (kind === 'dispute_escalated')
    return [toPerson, toInstitution, ...(await toDistrict(tx, districtCode, kind, params, '/commission/roster-answers'))];
  return [toPerson, toInstitution];
}

const toDistrict = async (
  tx: Tx,
  districtCode: string | null,
  kind: NotificationKind,
  params: MessageParams,
  link: string,
): Promise<Message[]> => (await commissionOf(tx, districtCode)).map((organisationId) => ({ kind, to: { organisationId }, params, link }));

const REMINDERS: Record<string, NotificationKind> = { soon: 'roster_confirm_soon', due: 'roster_confirm_due', stale: 'roster_stale' };

export function reminderMessages(_tx: Tx, event: EventFacts): Promise<Message[]> {
  const kind = REMINDERS[text(event.data.kind)];
  const params = { due: text(event.data.dueOn) || '—' };
  return Promise.resolve(kind ? [{ kind, to: { organisationId: event.subjectId }, params, link: '/institution/staff' }] : []);
}

const DOUBLE_KINDS: Record<string, NotificationKind> = {
  'roster.doubled': 'double_roster_raised',
  'roster.double_settled': 'double_roster_settled',
  'roster.double_decided': 'double_roster_decided',
};
export const DOUBLE_EVENTS = Object.keys(DOUBLE_KINDS);

/** To the districts of both institutions; a decision to the two institutions as well. */
export async function doubleRosterMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const kind = DOUBLE_KINDS[event.name];
  const [flag] = await tx
    .select({ flag: doubleRoster, person: person.name })
    .from(doubleRoster)
    .innerJoin(person, eq(person.id, doubleRoster.personId))
    .where(eq(doubleRoster.id, event.subjectId));
  if (!flag || !kind) return [];
  const houses = await tx
    .select({ id: organisation.id, name: organisation.name, districtCode: organisation.districtCode, post: engagement.id })
    .from(engagement)
    .innerJoin(organisation, eq(organisation.id, engagement.institutionId))
    .where(inArray(engagement.id, [flag.flag.firstEngagementId, flag.flag.secondEngagementId]));
  const named = (post: string) => houses.find((house) => house.post === post)?.name ?? '—';
  const { decision, reason, firstEngagementId, secondEngagementId } = flag.flag;
  const params = {
    ...{ person: flag.person, first: named(firstEngagementId), second: named(secondEngagementId), reason: reason ?? '—' },
    decision: decision ?? '—',
  };
  const districts = [...new Set(houses.map((house) => house.districtCode))];
  const link = `/commission/double-rosters/${event.subjectId}`;
  const messages = (await Promise.all(districts.map((code) => toDistrict(tx, code, kind, params, link)))).flat();
  if (kind !== 'double_roster_decided') return messages;
  const toHouses = houses.map(({ id }): Message => ({ kind, to: { organisationId: id }, params, link: '/institution/staff' }));
  return [...messages, ...toHouses];
}

export async function mergeMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const [kept] = await tx.execute<{ id: string }>(sql`select id from person where id = ${event.subjectId}`);
  return kept ? [{ kind: 'person_merged', to: { personId: kept.id }, params: {}, link: '/me/posts' }] : [];
}
