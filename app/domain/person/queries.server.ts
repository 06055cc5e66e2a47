import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { account, accountClaim, engagement, organisation, person } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';

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
