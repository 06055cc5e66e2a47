import { and, asc, count, desc, eq, gt, ilike, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { account, engagement, engagementDispute, offPost, person } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { addDays, addMonths, ageOn, beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import { findEngagement } from './find-engagement.server';
import { AGE_TO_CHECK, type EngagementRole } from './person';
import { type AlertFilter, alertsOf, OPEN_DISPUTE_STATUSES, type Presence } from './roster';

export interface StaffFilter {
  q: string;
  role?: EngagementRole;
  state: 'current' | 'ended' | 'all';
  presence?: Presence;
  alert?: AlertFilter;
}

const ownInstitution = (actor: UserActor): string => {
  if (!hasLine(actor, 'staff.manage') || !actor.organisation) throw new Forbidden();
  return actor.organisation.id;
};

export const containing = (text: string): string => `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`;
const present = (today: string): SQL | undefined => and(or(isNull(engagement.endOn), gt(engagement.endOn, today)));

/** Off post on a day, by the days themselves: the mirror on the row may be a night old. */
export const isOffOn = (
  today: string,
): SQL<boolean> => sql<boolean>`exists (select 1 from ${offPost} where ${offPost.engagementId} = ${engagement.id}
  and ${offPost.fromOn} <= ${today} and (${offPost.untilOn} is null or ${offPost.untilOn} > ${today}))`;

/** She holds another post today, here or elsewhere: only then the main one is worth a word. */
export const hasOtherPost = (
  today: string,
): SQL<boolean> => sql<boolean>`exists (select 1 from engagement other where other.person_id = ${engagement.personId}
  and other.id <> ${engagement.id} and other.start_on <= ${today} and (other.end_on is null or other.end_on > ${today}))`;

const isDisputed = sql<boolean>`exists (select 1 from ${engagementDispute} where ${engagementDispute.engagementId} = ${engagement.id}
  and ${inArray(engagementDispute.status, [...OPEN_DISPUTE_STATUSES])})`;

const staffColumns = (today: string) => ({
  id: engagement.id,
  personId: person.id,
  name: person.name,
  idType: person.idType,
  idNumberMasked: person.idNumberMasked,
  phoneMasked: person.phoneMasked,
  bornOn: person.bornOn,
  healthCertValidUntil: person.healthCertValidUntil,
  backgroundCheckedOn: person.backgroundCheckedOn,
  role: engagement.role,
  startOn: engagement.startOn,
  endOn: engagement.endOn,
  isOff: isOffOn(today),
  isFullTime: engagement.isFullTime,
  isIntern: engagement.isIntern,
  isMainPost: engagement.isMainPost,
  hasOther: hasOtherPost(today),
  contractUntilOn: engagement.contractUntilOn,
  isDisputed,
  hasAccount: sql<boolean>`exists (select 1 from ${account} where ${account.personId} = ${person.id})`,
});

const presenceOf = (presence: Presence, today: string): SQL => {
  if (presence === 'on_post') return sql`not ${isOffOn(today)}`;
  if (presence === 'off_post') return isOffOn(today);
  return presence === 'intern' ? eq(engagement.isIntern, true) : eq(engagement.isFullTime, false);
};

const alertOf = (alert: AlertFilter, today: string): SQL | undefined => {
  const soon = addDays(today, 30);
  const health = or(isNull(person.healthCertValidUntil), lte(person.healthCertValidUntil, soon));
  const background = or(isNull(person.backgroundCheckedOn), sql`${person.backgroundCheckedOn} < ${addMonths(today, -12)}`);
  const contract = lte(engagement.contractUntilOn, soon);
  if (alert === 'disputed') return isDisputed;
  if (alert === 'any') return or(health, background, contract, isDisputed);
  return { health, background, contract }[alert];
};

const conditions = (institutionId: string, { q, role, state, presence, alert }: StaffFilter, today: string) =>
  and(
    eq(engagement.institutionId, institutionId),
    q ? ilike(person.name, containing(q)) : undefined,
    role ? eq(engagement.role, role) : undefined,
    state === 'current' ? present(today) : state === 'ended' ? lte(engagement.endOn, today) : undefined,
    presence ? presenceOf(presence, today) : undefined,
    alert ? alertOf(alert, today) : undefined,
  );

/** The staff of an institution, by name. Whoever calls it has asked whether the reader may. */
export async function listStaffOf(institutionId: string, filter: StaffFilter, now: Date, page: { limit: number; offset: number }) {
  const today = beijingDate(now);
  const where = conditions(institutionId, filter, today);
  const joined = db.select(staffColumns(today)).from(engagement).innerJoin(person, eq(person.id, engagement.personId));
  const [rows, [all]] = await Promise.all([
    joined
      .where(where)
      .orderBy(sql`${person.name} collate "zh-x-icu"`, desc(engagement.startOn), asc(engagement.id))
      .limit(page.limit)
      .offset(page.offset),
    db.select({ n: count() }).from(engagement).innerJoin(person, eq(person.id, engagement.personId)).where(where),
  ]);
  const seen = rows.map(({ bornOn, ...row }) => ({
    ...row,
    // Nobody is too old, but a birth year typed wrong deserves a look.
    old: bornOn !== null && ageOn(bornOn, today) > AGE_TO_CHECK,
    alerts: row.endOn === null || row.endOn > today ? alertsOf(row, today) : [],
  }));
  return { rows: seen, total: all?.n ?? 0 };
}

/** The staff list of the actor's institution. @throws Forbidden for other roles */
export const listStaff = async (actor: UserActor, filter: StaffFilter, now: Date, page: { limit: number; offset: number }) =>
  listStaffOf(ownInstitution(actor), filter, now, page);

/** One entry of the staff list with what its page shows. @throws NotFound for another institution's */
export async function getStaffMember(actor: UserActor, engagementId: string, now: Date) {
  const { engagement: entry, person: who } = await findEngagement(db, actor, engagementId);
  const today = beijingDate(now);
  const [[own], leaves, disputes, [others]] = await Promise.all([
    db
      .select({ id: account.id, status: account.status, phoneMasked: account.phoneMasked, username: account.username })
      .from(account)
      .where(eq(account.personId, who.id)),
    db
      .select({ id: offPost.id, fromOn: offPost.fromOn, untilOn: offPost.untilOn })
      .from(offPost)
      .where(eq(offPost.engagementId, engagementId))
      .orderBy(desc(offPost.fromOn)),
    listDisputesOf(engagementId),
    db
      .select({ hasOther: hasOtherPost(today) })
      .from(engagement)
      .where(eq(engagement.id, engagementId)),
  ]);
  const { id, role, startOn, endOn, isFullTime, isIntern, isMainPost, contractUntilOn, remark } = entry;
  const { name, idType, idNumberMasked, phoneMasked, gender, bornOn, education, healthCertValidUntil, backgroundCheckedOn } = who;
  const isOff = leaves.some((leave) => leave.fromOn <= today && (leave.untilOn === null || leave.untilOn > today));
  const isOver = endOn !== null && endOn <= today;
  return {
    ...{ id, role, startOn, endOn, isOff, isOver, isFullTime, isIntern, isMainPost, hasOther: others?.hasOther ?? false },
    ...{ contractUntilOn, remark, leaves, disputes },
    alerts: isOver ? [] : alertsOf({ healthCertValidUntil, backgroundCheckedOn, contractUntilOn }, today),
    person: {
      ...{ id: who.id, name, idType, idNumberMasked, phoneMasked, gender, bornOn, education },
      ...{ healthCertValidUntil, backgroundCheckedOn },
    },
    account: own ?? null,
  };
}

const listDisputesOf = (engagementId: string) =>
  db
    .select({
      id: engagementDispute.id,
      kind: engagementDispute.kind,
      wanted: engagementDispute.wanted,
      statement: engagementDispute.statement,
      status: engagementDispute.status,
      answerDueOn: engagementDispute.answerDueOn,
      openedOn: sql<string>`(${engagementDispute.openedAt} at time zone 'Asia/Shanghai')::date::text`,
      decision: engagementDispute.decision,
    })
    .from(engagementDispute)
    .where(eq(engagementDispute.engagementId, engagementId))
    .orderBy(desc(engagementDispute.openedAt));
