import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { account, accountClaim, person } from '#db/schema';
import { aMember, anAccount } from '#db/seed/builders/accounts';
import { aCommission } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { one } from '#db/seed/builders/row';
import { confirmClaim, refuseClaim } from '~/domain/person/decide-claim.server';
import { listClaims } from '~/domain/person/queries.server';
import { newId } from '~/domain/shared/id';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { decryptField } from '~/platform/crypto.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db } = testDatabase();

/** A caregiver of an institution, and an account that says it is hers. */
async function aClaim(status: 'pending' | 'confirmed' | 'refused' = 'pending') {
  const admin = await aMember(db, 'institution_admin');
  const who = await aPerson(db);
  await anEngagement(db, { personId: who.id, institutionId: admin.organisation.id });
  const own = await anAccount(db, { phone: who.phone });
  const claim = one(
    await db.insert(accountClaim).values({ id: newId(), accountId: own.id, personId: who.id, status, createdAt: now() }).returning(),
  );
  const { actor: stranger } = await aMember(db, 'institution_admin');
  return { actor: admin.actor, institution: admin.organisation, stranger, who, own, claim };
}
const personOf = async (id: string) => (await db.select().from(account).where(eq(account.id, id)))[0]?.personId;
const claimOf = async (id: string) => (await db.select().from(accountClaim).where(eq(accountClaim.id, id)))[0];

const confirming = async (status: 'pending' | 'refused' = 'pending') => {
  const scene = await aClaim(status);
  return { ...scene, call: (ctx: Context) => confirmClaim(ctx, scene.claim.id) };
};
const refusing = async (status: 'pending' | 'confirmed' = 'pending') => {
  const scene = await aClaim(status);
  return { ...scene, call: (ctx: Context) => refuseClaim(ctx, scene.claim.id, '不是本人') };
};

sevenQuestions('confirmClaim', confirming, {
  event: 'account.claim_decided',
  tables: ['account', 'account_claim'],
  works: async (_result, { own, who, claim, actor }) => {
    expect(await personOf(own.id)).toBe(who.id);
    expect(await claimOf(claim.id)).toMatchObject({ status: 'confirmed', decidedBy: actor.kind === 'user' && actor.accountId });
  },
  wrongState: { scene: () => confirming('refused'), code: 'claim_decided' },
  wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
  repeated: 'unchanged',
});

sevenQuestions('refuseClaim', refusing, {
  event: 'account.claim_decided',
  tables: ['account', 'account_claim'],
  works: async (_result, { own, claim }) => {
    expect(await personOf(own.id)).toBeNull();
    expect(await claimOf(claim.id)).toMatchObject({ status: 'refused', reason: '不是本人' });
  },
  wrongState: { scene: () => refusing('confirmed'), code: 'claim_decided' },
  wrongRole: async () => (await aMember(db, 'system_admin')).actor,
  repeated: 'unchanged',
});

test('a confirmed person gets the account’s phone where none was known', async () => {
  const { actor, who, own, claim } = await aClaim();
  await db.update(person).set({ phoneEncrypted: null, phoneHash: null, phoneMasked: null }).where(eq(person.id, who.id));
  await confirmClaim(contextOf(actor), claim.id);
  const [row] = await db.select().from(person).where(eq(person.id, who.id));
  expect(row).toMatchObject({ phoneMasked: own.phoneMasked, phoneHash: own.phoneHash });
  expect(decryptField(row?.phoneEncrypted ?? '', 'person.phone')).toBe(who.phone);
});

test('confirming one claim refuses the others on that person', async () => {
  const { actor, who, claim } = await aClaim();
  const rival = await anAccount(db);
  const other = one(
    await db
      .insert(accountClaim)
      .values({ id: newId(), accountId: rival.id, personId: who.id, status: 'pending', createdAt: now() })
      .returning(),
  );
  await confirmClaim(contextOf(actor), claim.id);
  expect(await claimOf(other.id)).toMatchObject({ status: 'refused' });
  await expect(confirmClaim(contextOf(actor), other.id)).rejects.toMatchObject({ code: 'claim_decided' });
});

test('a person who has an account is not given another', async () => {
  const { actor, who, claim, own } = await aClaim();
  await anAccount(db, { personId: who.id });
  await expect(confirmClaim(contextOf(actor), claim.id)).rejects.toMatchObject({ code: 'person_has_account' });
  expect(await personOf(own.id)).toBeNull();
});

test('two officers who confirm at once make one decision', async () => {
  const { actor, claim } = await aClaim();
  const city = await aMember(db, 'city_officer');
  const both = await Promise.allSettled([confirmClaim(contextOf(actor), claim.id), confirmClaim(contextOf(city.actor), claim.id)]);
  expect(both.every((one) => one.status === 'fulfilled')).toBe(true);
  const decisions = await db.execute(`select 1 from event where name = 'account.claim_decided' and data->>'claimId' = '${claim.id}'`);
  expect(decisions).toHaveLength(1);
});

test('each sees the claims on people of the own institution, district, or the city', async () => {
  const { actor, claim, stranger } = await aClaim();
  const near = await aMember(db, 'district_officer');
  const far = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }));
  const city = await aMember(db, 'city_officer');
  const sees = async (who: typeof near.actor) => (await listClaims(who, now())).some((row) => row.id === claim.id);
  expect(await sees(actor)).toBe(true);
  expect(await sees(near.actor)).toBe(true);
  expect(await sees(city.actor)).toBe(true);
  expect(await sees(far.actor)).toBe(false);
  expect(await sees(stranger)).toBe(false);
  const [row] = await listClaims(actor, now());
  expect(row).toMatchObject({ idNumberMasked: expect.stringContaining('****'), hasAccount: false, institutions: [expect.any(String)] });
});
