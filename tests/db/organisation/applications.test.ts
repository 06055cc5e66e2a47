import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { account, membership, organisation } from '#db/schema';
import { aMember, anAccount } from '#db/seed/builders/accounts';
import { aCommission, aProvider } from '#db/seed/builders/organisations';
import { nextNumber, syntheticPhone, syntheticUscc } from '#db/seed/builders/synthetic';
import { applicationKey, readApplicationKey } from '~/domain/organisation/application-key.server';
import { type Application, applyAgain, applyAsProvider } from '~/domain/organisation/apply-as-provider.server';
import { approveOrganisation } from '~/domain/organisation/approve-organisation.server';
import { getApplication } from '~/domain/organisation/queries.server';
import { returnOrganisation } from '~/domain/organisation/return-organisation.server';
import type { Context } from '~/domain/shared/operation.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db } = testDatabase();
const visitor = () => contextOf({ kind: 'api', client: 'visitor' });
const rowOf = async (id: string) => (await db.select().from(organisation).where(eq(organisation.id, id)))[0];

const anApplication = (columns: Partial<Application> = {}): Application => {
  const n = nextNumber() + 500;
  return {
    kind: 'college',
    name: `申请学院${n}`,
    uscc: syntheticUscc(n),
    legalNature: 'enterprise',
    districtCode: '110105',
    address: '演示路 1 号',
    contactName: '周敏',
    contactPhone: syntheticPhone(n),
    contactEmail: null,
    categories: ['principal', 'caregiver'],
    applicationNote: '',
    ...columns,
  };
};

async function applied(columns: Partial<Application> = {}) {
  const key = await applyAsProvider(visitor(), anApplication(columns));
  return { key, id: readApplicationKey(key) ?? '' };
}

test('an application is opened again by its key alone', async () => {
  const { key, id } = await applied({ name: '启明学院' });
  expect(await getApplication(key)).toMatchObject({ name: '启明学院', status: 'applied' });
  for (const wrong of [id, `${id}.`, `${id}.${'A'.repeat(22)}`, '', 'x.y'])
    await expect(getApplication(wrong)).rejects.toMatchObject({ status: 404, code: 'application_link' });
  expect(applicationKey(id)).toBe(key);
});

test('one credit code stands for one provider', async () => {
  const application = anApplication();
  await applyAsProvider(visitor(), application);
  await expect(applyAsProvider(visitor(), application)).rejects.toMatchObject({ code: 'uscc_taken', field: 'uscc' });
});

const approving =
  (status: 'applied' | 'suspended' = 'applied') =>
  async () => {
    const officer = await aMember(db, 'district_officer');
    const { actor: stranger } = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }));
    const phone = syntheticPhone(nextNumber() + 700);
    const provider = await aProvider(db, { status, contactName: '周敏', contactPhone: phone });
    return {
      actor: officer.actor,
      stranger,
      provider,
      phone,
      call: (ctx: Context) => approveOrganisation(ctx, provider.id, ['caregiver']),
    };
  };

sevenQuestions('approveOrganisation', approving(), {
  event: 'organisation.approved',
  tables: ['organisation', 'account', 'membership'],
  works: async (issued, { provider }) => {
    expect(await rowOf(provider.id)).toMatchObject({ status: 'approved', categories: ['caregiver'] });
    const [own] = await db
      .select()
      .from(account)
      .where(eq(account.id, issued?.accountId ?? ''));
    expect(own).toMatchObject({ displayName: '周敏', mustChangePassword: true });
    expect(await db.select().from(membership).where(eq(membership.organisationId, provider.id))).toMatchObject([
      { accountId: own?.id, role: 'provider_staff', endedAt: null },
    ]);
  },
  wrongState: { scene: approving('suspended'), code: 'wrong_state' },
  wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
  repeated: 'unchanged',
});

const returning =
  (status: 'applied' | 'approved' = 'applied') =>
  async () => {
    const scene = await approving()();
    await db.update(organisation).set({ status }).where(eq(organisation.id, scene.provider.id));
    return { ...scene, call: (ctx: Context) => returnOrganisation(ctx, scene.provider.id, '请补充师资材料') };
  };

sevenQuestions('returnOrganisation', returning(), {
  event: 'organisation.returned',
  tables: ['organisation'],
  works: async (_result, { provider }) =>
    expect(await rowOf(provider.id)).toMatchObject({ status: 'returned', decisionReason: '请补充师资材料' }),
  wrongState: { scene: returning('approved'), code: 'wrong_state' },
  wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
  repeated: 'unchanged',
});

test('a contact person who has an account keeps it and gets the role beside', async () => {
  const own = await anAccount(db, { phone: '16944440001', username: 'knows-us' });
  const { id } = await applied({ contactPhone: '16944440001' });
  const officer = await aMember(db, 'district_officer');
  expect(await approveOrganisation(contextOf(officer.actor), id, ['principal'])).toMatchObject({ accountId: own.id, password: null });
});

test('what was returned is handed in again, and nothing else is', async () => {
  const { key, id } = await applied();
  const again = anApplication({ name: '补充后的学院' });
  await expect(applyAgain(visitor(), key, again)).rejects.toMatchObject({ status: 409 });
  const officer = await aMember(db, 'district_officer');
  await returnOrganisation(contextOf(officer.actor), id, '缺材料');
  await applyAgain(visitor(), key, again);
  expect(await rowOf(id)).toMatchObject({ status: 'applied', name: '补充后的学院', decisionReason: null });
  await expect(applyAgain(visitor(), key, again)).rejects.toMatchObject({ status: 409 });
  await approveOrganisation(contextOf(officer.actor), id, ['principal']);
  await expect(applyAgain(visitor(), key, again)).rejects.toMatchObject({ status: 409 });
  await expect(applyAgain(visitor(), `${id}.forged`, again)).rejects.toMatchObject({ status: 404 });
});

test('a city-level application is the city’s to decide, not a district’s', async () => {
  const { id } = await applied({ districtCode: null });
  const district = await aMember(db, 'district_officer');
  await expect(approveOrganisation(contextOf(district.actor), id, ['principal'])).rejects.toMatchObject({ status: 404 });
  const city = await aMember(db, 'city_officer');
  await expect(approveOrganisation(contextOf(city.actor), id, ['principal'])).resolves.toMatchObject({ password: expect.any(String) });
});
