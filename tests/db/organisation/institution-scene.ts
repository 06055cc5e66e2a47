import { asc, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { institutionFile, institutionPeriod, organisation } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import type { UserActor } from '~/domain/shared/actor';
import type { Context } from '~/domain/shared/operation.server';

type Columns = Parameters<typeof anInstitution>[1];

/** An institution of Chaoyang, its officer, and one of another district who does not know of it. */
export async function anInstitutionWithOfficers(columns: Columns = {}) {
  const near = await aMember(db, 'district_officer');
  const far = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }));
  return { actor: near.actor, stranger: far.actor, place: await anInstitution(db, columns) };
}

/** For the seven questions: the scene with a call on that institution. */
export const scene =
  <Result>(act: (ctx: Context, id: string) => Promise<Result>, columns: Columns = {}) =>
  async () => {
    const found = await anInstitutionWithOfficers(columns);
    return { ...found, call: (ctx: Context) => act(ctx, found.place.id) };
  };

/** The same for what an institution itself does; another institution does not know of it. */
export async function twoInstitutions() {
  const place = await anInstitution(db);
  const own = await aMember(db, 'institution_admin', place);
  const other = await aMember(db, 'institution_admin', await anInstitution(db));
  const officer = await aMember(db, 'district_officer');
  return { place, actor: own.actor satisfies UserActor, stranger: other.actor, officer: officer.actor };
}

export const rowOf = async (id: string) => (await db.select().from(organisation).where(eq(organisation.id, id)))[0];
export const fileOf = async (id: string) => (await db.select().from(institutionFile).where(eq(institutionFile.organisationId, id)))[0];
export const periodsOf = (id: string) =>
  db
    .select({
      fromOn: institutionPeriod.fromOn,
      untilOn: institutionPeriod.untilOn,
      filing: institutionPeriod.filingStatus,
      operator: institutionPeriod.operatorType,
      district: institutionPeriod.districtCode,
    })
    .from(institutionPeriod)
    .where(eq(institutionPeriod.institutionId, id))
    .orderBy(asc(institutionPeriod.fromOn));
