import { and, asc, count, desc, eq, gt, ilike, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { account, accountClaim, engagement, organisation, person } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { ageOn, beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import { findEngagement } from './find-engagement.server';
import { AGE_TO_CHECK, type EngagementRole } from './person';

export interface StaffFilter {
  q: string;
  role?: EngagementRole;
  state: 'current' | 'ended' | 'all';
}

const ownInstitution = (actor: UserActor): string => {
  if (!hasLine(actor, 'staff.manage') || !actor.organisation) throw new Forbidden();
  return actor.organisation.id;
};

const present = (today: string): SQL | undefined => or(isNull(engagement.endOn), gt(engagement.endOn, today));
const containing = (text: string): string => `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`;

const STAFF = {
  id: engagement.id,
  personId: person.id,
  name: person.name,
  idType: person.idType,
  idNumberMasked: person.idNumberMasked,
  phoneMasked: person.phoneMasked,
  bornOn: person.bornOn,
  role: engagement.role,
  startOn: engagement.startOn,
  endOn: engagement.endOn,
  onPost: engagement.onPost,
  isFullTime: engagement.isFullTime,
  isIntern: engagement.isIntern,
  hasAccount: sql<boolean>`exists (select 1 from ${account} where ${account.personId} = ${person.id})`,
};

/** The staff list of the actor's institution, by name. @throws Forbidden for other roles */
export async function listStaff(actor: UserActor, { q, role, state }: StaffFilter, now: Date, page: { limit: number; offset: number }) {
  const today = beijingDate(now);
  const where = and(
    eq(engagement.institutionId, ownInstitution(actor)),
    q ? ilike(person.name, containing(q)) : undefined,
    role ? eq(engagement.role, role) : undefined,
    state === 'current' ? present(today) : state === 'ended' ? lte(engagement.endOn, today) : undefined,
  );
  const joined = db.select(STAFF).from(engagement).innerJoin(person, eq(person.id, engagement.personId));
  const [rows, [all]] = await Promise.all([
    joined.where(where).orderBy(asc(person.name), desc(engagement.startOn), asc(engagement.id)).limit(page.limit).offset(page.offset),
    db.select({ n: count() }).from(engagement).innerJoin(person, eq(person.id, engagement.personId)).where(where),
  ]);
  // Nobody is too old, but a birth year typed wrong deserves a look.
  const seen = rows.map(({ bornOn, ...row }) => ({ ...row, old: bornOn !== null && ageOn(bornOn, today) > AGE_TO_CHECK }));
  return { rows: seen, total: all?.n ?? 0 };
}

/** One entry of the staff list with what its page shows. @throws NotFound for another institution's */
export async function getStaffMember(actor: UserActor, engagementId: string) {
  const { engagement: entry, person: who } = await findEngagement(db, actor, engagementId);
  const [own] = await db
    .select({ id: account.id, status: account.status, phoneMasked: account.phoneMasked, username: account.username })
    .from(account)
    .where(eq(account.personId, who.id));
  const { id, role, startOn, endOn, onPost, isFullTime, isIntern } = entry;
  const { name, idType, idNumberMasked, phoneMasked, gender, bornOn, education } = who;
  return {
    ...{ id, role, startOn, endOn, onPost, isFullTime, isIntern },
    person: { id: who.id, name, idType, idNumberMasked, phoneMasked, gender, bornOn, education },
    account: own ?? null,
  };
}

export interface PendingClaim {
  id: string;
  createdAt: Date;
  claimedName: string;
  phoneMasked: string | null;
  personName: string;
  idNumberMasked: string;
  personPhoneMasked: string | null;
  institutions: string[];
  hasAccount: boolean;
}

/** Claims that wait for this actor: of her institution's staff, of her district's people, or of anybody for the city. */
export async function listClaims(actor: UserActor, now: Date): Promise<PendingClaim[]> {
  if (!hasLine(actor, 'claim.decide')) throw new Forbidden();
  const today = beijingDate(now);
  const posts = sql`select 1 from ${engagement} join ${organisation} on ${organisation.id} = ${engagement.institutionId}
    where ${engagement.personId} = ${person.id} and (${engagement.endOn} is null or ${engagement.endOn} > ${today})`;
  const inDistrict = sql`exists (${posts} and ${organisation.districtCode} = ${actor.organisation?.districtCode ?? ''})
    or (not exists (${posts}) and exists (select 1 from enrolment where enrolment.person_id = ${person.id}
      and enrolment.district_code = ${actor.organisation?.districtCode ?? ''}))`;
  const scope: Partial<Record<UserActor['role'], SQL>> = {
    institution_admin: sql`exists (${posts} and ${organisation.id} = ${actor.organisation?.id ?? null})`,
    district_officer: inDistrict,
    city_officer: sql`true`,
  };
  return db
    .select({
      id: accountClaim.id,
      createdAt: accountClaim.createdAt,
      claimedName: account.displayName,
      phoneMasked: account.phoneMasked,
      personName: person.name,
      idNumberMasked: person.idNumberMasked,
      personPhoneMasked: person.phoneMasked,
      institutions: sql<string[]>`array(select distinct ${organisation.name} from ${engagement} join ${organisation}
        on ${organisation.id} = ${engagement.institutionId} where ${engagement.personId} = ${person.id}
        and (${engagement.endOn} is null or ${engagement.endOn} > ${today}))`,
      hasAccount: sql<boolean>`exists (select 1 from ${account} holder where holder.person_id = ${person.id})`,
    })
    .from(accountClaim)
    .innerJoin(account, eq(account.id, accountClaim.accountId))
    .innerJoin(person, eq(person.id, accountClaim.personId))
    .where(and(eq(accountClaim.status, 'pending'), scope[actor.role] ?? sql`false`))
    .orderBy(asc(accountClaim.createdAt))
    .limit(200);
}
