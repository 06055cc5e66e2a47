import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { account } from '#db/schema';
import { actorFor, aMember, aMembership, anAccount, aSession } from '#db/seed/builders/accounts';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { PRIVACY_VERSION } from '~/domain/account/account';
import { changePassword } from '~/domain/account/change-password.server';
import { verifyPassword } from '~/domain/account/password.server';
import { resetPassword } from '~/domain/account/reset-password.server';
import { readSession } from '~/domain/account/session.server';
import { signIn } from '~/domain/account/sign-in.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { START, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();
const FIRST = 'Kapok-rain-77';
const passwords = ['Willow-snow-11', 'Poplar-fog-22', 'Cedar-hail-33', 'Maple-dew-44', 'Ginkgo-ice-55'];
const read = (cookie: string) => readSession(new Request('http://test.local/', { headers: { Cookie: cookie } }), now());

async function aPasswordOwner(columns: Parameters<typeof anAccount>[1] = {}) {
  const own = await anAccount(db, { password: FIRST, ...columns });
  const actor = actorFor(own);
  const [here, there] = [await aSession(db, { account: own }), await aSession(db, { account: own })];
  const change = (currentPassword: string, newPassword: string, privacy = false) =>
    changePassword({ ...contextOf(actor), actor }, here.id, { currentPassword, newPassword, privacy });
  return { own, here, there, change };
}

test('a new password takes effect and signs other browsers out', async () => {
  const { own, here, there, change } = await aPasswordOwner({ username: 'changes', mustChangePassword: true });
  expect(await read(here.cookie)).toMatchObject({ mustChangePassword: true });
  await expect(change(FIRST, 'Willow-snow-11')).rejects.toMatchObject({ code: 'privacy_not_accepted', field: 'privacy' });
  await change(FIRST, 'Willow-snow-11', true);
  const [row] = await db.select().from(account).where(eq(account.id, own.id));
  expect(row).toMatchObject({ privacyVersion: PRIVACY_VERSION, privacyAcceptedAt: START });
  expect(await read(here.cookie)).toMatchObject({ mustChangePassword: false });
  expect(await read(there.cookie)).toBeNull();
  const enter = (password: string) => signIn(contextOf(actorFor(own)), { login: 'changes', password, address: '198.51.100.1' });
  await expect(enter(FIRST)).rejects.toMatchObject({ code: 'wrong_credentials' });
  await expect(enter('Willow-snow-11')).resolves.toMatchObject({ role: 'trainee' });
});

test('the present password must be right and the new one good', async () => {
  const { change } = await aPasswordOwner({ username: 'plum-tree' });
  await expect(change('not-it', 'Willow-snow-11')).rejects.toMatchObject({ code: 'password_wrong', field: 'currentPassword' });
  await expect(change(FIRST, 'short')).rejects.toMatchObject({ code: 'password_too_short', field: 'newPassword' });
  await expect(change(FIRST, 'My-plum-tree-9')).rejects.toMatchObject({ code: 'password_contains_account' });
  await expect(change(FIRST, FIRST)).rejects.toMatchObject({ code: 'password_reused' });
});

test('none of the last five passwords comes back, the sixth may', async () => {
  const { own, change } = await aPasswordOwner();
  let current = FIRST;
  for (const next of passwords.slice(0, 4)) {
    await change(current, next);
    current = next;
  }
  for (const old of [FIRST, ...passwords.slice(0, 4)])
    await expect(change(current, old)).rejects.toMatchObject({ code: 'password_reused' });
  await change(current, passwords[4] ?? '');
  await change(passwords[4] ?? '', FIRST);
  expect((await sql`select count(*)::int as n from password_history where account_id = ${own.id}`)[0]?.n).toBeLessThanOrEqual(5);
});

async function aCaregiverWithAccount(institutionId: string) {
  const who = await aPerson(db);
  await anEngagement(db, { personId: who.id, institutionId });
  return anAccount(db, { personId: who.id, password: FIRST });
}

sevenQuestions(
  'resetPassword',
  async () => {
    const admin = await aMember(db, 'institution_admin');
    const own = await aCaregiverWithAccount(admin.organisation.id);
    const session = await aSession(db, { account: own });
    const { actor: stranger } = await aMember(db, 'institution_admin');
    return { actor: admin.actor, stranger, own, session, call: (ctx: Context) => resetPassword(ctx, own.id, '忘记密码') };
  },
  {
    event: 'account.password_reset',
    tables: ['account', 'password_history'],
    works: async (password, { own, session }) => {
      const [row] = await db.select().from(account).where(eq(account.id, own.id));
      expect(row?.mustChangePassword).toBe(true);
      expect(await verifyPassword(row?.passwordHash ?? '', password)).toBe(true);
      expect(await read(session.cookie)).toBeNull();
    },
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'makes another',
  },
);

test('a district resets what lies in it, the city and the system administrator everything', async () => {
  const institution = await anInstitution(db);
  const own = await aCaregiverWithAccount(institution.id);
  const far = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }));
  await expect(resetPassword(contextOf(far.actor), own.id, '忘记密码')).rejects.toMatchObject({ status: 404 });
  for (const role of ['district_officer', 'city_officer', 'system_admin'] as const)
    expect(await resetPassword(contextOf((await aMember(db, role)).actor), own.id, '忘记密码')).toMatch(/^.{6}-.{6}$/);
});

test('a caregiver who is an officer as well is out of her institution’s reach', async () => {
  const admin = await aMember(db, 'institution_admin');
  const own = await aCaregiverWithAccount(admin.organisation.id);
  const commission = await aCommission(db, 'district');
  await aMembership(db, { accountId: own.id, organisationId: commission.id, role: 'district_officer' });
  await expect(resetPassword(contextOf(admin.actor), own.id, '忘记密码')).rejects.toMatchObject({ status: 403 });
  const far = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }));
  await aMembership(db, { accountId: own.id, organisationId: far.organisation.id, role: 'district_officer' });
  await expect(resetPassword(contextOf(far.actor), own.id, '忘记密码')).rejects.toMatchObject({ status: 403 });
});

test('nobody resets the own password, and no institution that of somebody who has left', async () => {
  const admin = await aMember(db, 'institution_admin');
  await expect(resetPassword(contextOf(admin.actor), admin.account.id, '忘记密码')).rejects.toMatchObject({ code: 'own_account' });
  const who = await aPerson(db);
  await anEngagement(db, { personId: who.id, institutionId: admin.organisation.id, endOn: '2026-01-01' });
  const gone = await anAccount(db, { personId: who.id });
  await expect(resetPassword(contextOf(admin.actor), gone.id, '忘记密码')).rejects.toMatchObject({ status: 404 });
});
