import { expect, test } from 'vitest';
import { aMember, aMembership, anAccount } from '#db/seed/builders/accounts';
import { anInstitution, aProvider } from '#db/seed/builders/organisations';
import { readSession } from '~/domain/account/session.server';
import { signIn } from '~/domain/account/sign-in.server';
import { switchRole } from '~/domain/account/switch-role.server';
import { suspendOrganisation } from '~/domain/organisation/suspend-organisation.server';
import { now } from '~/platform/clock.server';
import { moveClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';

const { db, sql } = testDatabase();
const PASSWORD = 'Kapok-rain-77';
const visitor = () => contextOf({ kind: 'api', client: 'visitor' });
const browser = (cookie: string) => new Request('http://test.local/', { headers: { Cookie: cookie.split(';')[0] ?? '' } });
const enter = (login: string, password = PASSWORD, address = '198.51.100.7') => signIn(visitor(), { login, password, address });
const events = async (name: string, subject: string) =>
  (await sql`select count(*)::int as n from event where name = ${name} and subject_id = ${subject}`)[0]?.n;

test('a phone number in any spelling or a user name in any case opens the account', async () => {
  const own = await anAccount(db, { password: PASSWORD, phone: '16900001001', username: 'li.min' });
  for (const login of ['16900001001', '+86 169-0000-1001', 'LI.MIN']) {
    const session = await readSession(browser((await enter(login)).cookie), now());
    expect(session?.actor.accountId).toBe(own.id);
  }
  expect(await events('account.signed_in', own.id)).toBe(3);
});

test('an unknown account, a wrong password and a closed account get the same answer', async () => {
  await anAccount(db, { password: PASSWORD, username: 'known-one' });
  await anAccount(db, { password: PASSWORD, username: 'closed-one', status: 'closed' });
  const answers = await Promise.allSettled([enter('nobody-here'), enter('known-one', 'Wrong-word-1'), enter('closed-one')]);
  expect(answers.map((answer) => answer.status === 'rejected' && answer.reason.code)).toEqual(Array(3).fill('wrong_credentials'));
});

test('an account without a password is opened by none', async () => {
  await anAccount(db, { username: 'no-password' });
  await expect(enter('no-password', '')).rejects.toMatchObject({ code: 'wrong_credentials' });
});

test('a suspended account says so only to its right password', async () => {
  await anAccount(db, { password: PASSWORD, username: 'rests', status: 'suspended' });
  await expect(enter('rests', 'Wrong-word-1')).rejects.toMatchObject({ code: 'wrong_credentials' });
  await expect(enter('rests')).rejects.toMatchObject({ code: 'account_suspended' });
});

test('five failures from one address lock it for a quarter of an hour, and only there', async () => {
  const own = await anAccount(db, { password: PASSWORD, username: 'guessed' });
  const guesses = await Promise.allSettled(Array.from({ length: 12 }, () => enter('guessed', 'Wrong-word-1')));
  const codes = guesses.map((guess) => guess.status === 'rejected' && guess.reason.code);
  expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(5);
  expect(codes.filter((code) => code === 'account_locked')).toHaveLength(7);
  await expect(enter('guessed')).rejects.toMatchObject({ code: 'account_locked', params: { minutes: 15 } });
  expect(await events('account.locked', own.id)).toBe(1);
  await expect(enter('guessed', PASSWORD, '203.0.113.9')).resolves.toMatchObject({ role: 'trainee' });
  moveClock({ minutes: 15 });
  await expect(enter('guessed')).resolves.toMatchObject({ role: 'trainee' });
});

test('a login that stands for nobody is locked just the same', async () => {
  for (let n = 0; n < 5; n += 1) await expect(enter('ghost')).rejects.toMatchObject({ code: 'wrong_credentials' });
  await expect(enter('ghost')).rejects.toMatchObject({ code: 'account_locked' });
});

test('guessing from ever new addresses is stopped as well', async () => {
  await anAccount(db, { password: PASSWORD, username: 'wanted' });
  for (let n = 0; n < 50; n += 1) await enter('wanted', 'Wrong-word-1', `192.0.2.${n}`).catch(() => {});
  await expect(enter('wanted', PASSWORD, '192.0.2.200')).rejects.toMatchObject({ code: 'account_locked' });
});

test('the right password forgets the wrong ones before it', async () => {
  await anAccount(db, { password: PASSWORD, username: 'forgetful' });
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 4; n += 1) await expect(enter('forgetful', 'Wrong-word-1')).rejects.toMatchObject({ code: 'wrong_credentials' });
    await enter('forgetful');
  }
});

test('one begins in the role last chosen, and a suspended organisation gives none', async () => {
  const own = await anAccount(db, { password: PASSWORD, username: 'two-hats' });
  const first = await anInstitution(db);
  const second = await aProvider(db);
  await aMembership(db, { accountId: own.id, organisationId: first.id, role: 'institution_admin', grantedAt: new Date('2026-01-01') });
  const later = await aMembership(db, { accountId: own.id, organisationId: second.id, role: 'provider_staff' });
  const { cookie, role } = await enter('two-hats');
  expect(role).toBe('institution_admin');
  const session = await readSession(browser(cookie), now());
  if (!session) throw new Error('no session');
  const ctx = { ...contextOf(session.actor), actor: session.actor };
  expect(await switchRole(ctx, session.sessionId, later.id)).toBe('provider_staff');
  expect((await readSession(browser(cookie), now()))?.actor).toMatchObject({ role: 'provider_staff', organisation: { id: second.id } });
  expect((await enter('two-hats')).role).toBe('provider_staff');

  const officer = await aMember(db, 'district_officer');
  await suspendOrganisation(contextOf(officer.actor), second.id, '整改');
  expect((await readSession(browser(cookie), now()))?.actor).toMatchObject({ role: 'trainee', organisation: null });
  expect((await enter('two-hats')).role).toBe('institution_admin');
  await expect(switchRole(ctx, session.sessionId, later.id)).rejects.toMatchObject({ code: 'role_not_held' });
});
