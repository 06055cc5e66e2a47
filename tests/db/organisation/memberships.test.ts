import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { account, membership } from '#db/schema';
import { aMember, anAccount } from '#db/seed/builders/accounts';
import { aCommission, anInstitution, anOperationsTeam, aProvider } from '#db/seed/builders/organisations';
import { nextNumber, syntheticPhone } from '#db/seed/builders/synthetic';
import { verifyPassword } from '~/domain/account/password.server';
import { endMembership } from '~/domain/organisation/end-membership.server';
import { issueAccount } from '~/domain/organisation/issue-account.server';
import { listMembers } from '~/domain/organisation/queries.server';
import type { Role } from '~/domain/shared/actor';
import type { Context } from '~/domain/shared/operation.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db } = testDatabase();
const far = async () => (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }))).actor;
const membershipOf = async (id: string) => (await db.select().from(membership).where(eq(membership.id, id)))[0];

const issuing =
  (status: 'approved' | 'suspended' = 'approved') =>
  async () => {
    const { actor } = await aMember(db, 'district_officer');
    const place = await anInstitution(db, { status });
    const input = { name: '孙悦', role: 'institution_admin' as const, phone: syntheticPhone(nextNumber() + 300), username: null };
    return { actor, stranger: await far(), place, input, call: (ctx: Context) => issueAccount(ctx, place.id, input) };
  };

sevenQuestions('issueAccount', issuing(), {
  event: 'account.issued',
  tables: ['account', 'membership'],
  works: async (issued, { place }) => {
    const [own] = await db.select().from(account).where(eq(account.id, issued.accountId));
    expect(own).toMatchObject({ mustChangePassword: true, displayName: '孙悦' });
    expect(await verifyPassword(own?.passwordHash ?? '', issued.password ?? '')).toBe(true);
    expect(await listMembers(place.id)).toMatchObject([{ accountId: issued.accountId, role: 'institution_admin' }]);
  },
  wrongState: { scene: issuing('suspended'), code: 'organisation_not_approved' },
  wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
  repeated: 'membership_exists',
});

sevenQuestions(
  'endMembership',
  async () => {
    const { actor } = await aMember(db, 'district_officer');
    const member = await aMember(db, 'provider_staff');
    return { actor, stranger: await far(), member, call: (ctx: Context) => endMembership(ctx, member.membership.id, '离职') };
  },
  {
    event: 'membership.ended',
    tables: ['membership'],
    works: async (_result, { member }) => expect((await membershipOf(member.membership.id))?.endedAt).toBeInstanceOf(Date),
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'unchanged',
  },
);

const HOMES = {
  institution: () => anInstitution(db),
  provider: () => aProvider(db),
  commission_district: () => aCommission(db, 'district'),
  commission_city: () => aCommission(db, 'city'),
  operations: () => anOperationsTeam(db),
};
const ROLE: Record<keyof typeof HOMES, Role> = {
  institution: 'institution_admin',
  provider: 'provider_staff',
  commission_district: 'district_officer',
  commission_city: 'city_officer',
  operations: 'system_admin',
};

test.each([
  ['district_officer', ['institution', 'provider']],
  ['city_officer', ['institution', 'provider', 'commission_district']],
  ['system_admin', ['institution', 'provider', 'commission_district', 'commission_city', 'operations']],
] as const)('%s gives accounts to %j and to nobody else', async (role, allowed) => {
  const { actor } = await aMember(db, role);
  for (const [kind, home] of Object.entries(HOMES) as [keyof typeof HOMES, (typeof HOMES)['institution']][]) {
    const place = await home();
    const input = { name: '孙悦', role: ROLE[kind], phone: null, username: `made${nextNumber()}` };
    const made = issueAccount(contextOf(actor), place.id, input);
    if ((allowed as readonly string[]).includes(kind)) await expect(made, kind).resolves.toMatchObject({ password: expect.any(String) });
    else await expect(made, kind).rejects.toMatchObject({ status: expect.toSatisfy((status) => status === 403 || status === 404) });
  }
});

test('a role belongs to its kind of organisation', async () => {
  const { actor } = await aMember(db, 'district_officer');
  const place = await anInstitution(db);
  for (const role of ['provider_staff', 'district_officer', 'system_admin', 'trainee'] as const)
    await expect(
      issueAccount(contextOf(actor), place.id, { name: '孙悦', role, phone: null, username: 'nope-here' }),
    ).rejects.toMatchObject({
      code: 'role_not_for_kind',
    });
});

test('a user name is taken whatever its case, and a known phone gets the role beside', async () => {
  const { actor } = await aMember(db, 'district_officer');
  const place = await anInstitution(db);
  await anAccount(db, { username: 'taken.name' });
  const input = { name: '孙悦', role: 'institution_admin' as const, phone: null, username: 'Taken.Name' };
  await expect(issueAccount(contextOf(actor), place.id, input)).rejects.toMatchObject({ code: 'username_taken', field: 'username' });
  const own = await anAccount(db, { phone: '16955550001' });
  const known = { ...input, phone: '16955550001', username: null };
  expect(await issueAccount(contextOf(actor), place.id, known)).toMatchObject({ accountId: own.id, password: null });
});

test('nobody ends the own role, and a colleague’s in the commission is the city’s to end', async () => {
  const officer = await aMember(db, 'district_officer');
  const colleague = await aMember(db, 'district_officer', officer.organisation);
  await expect(endMembership(contextOf(officer.actor), officer.membership.id, '离职')).rejects.toMatchObject({ status: 403 });
  await expect(endMembership(contextOf(officer.actor), colleague.membership.id, '离职')).rejects.toMatchObject({ status: 403 });
  await endMembership(contextOf((await aMember(db, 'city_officer')).actor), colleague.membership.id, '离职');
  expect((await membershipOf(colleague.membership.id))?.endedAt).toBeInstanceOf(Date);
});
