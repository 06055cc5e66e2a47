import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { account } from '#db/schema';
import { aMember, anAccount, aSession } from '#db/seed/builders/accounts';
import { getAccount, listAccounts } from '~/domain/account/account-list.server';
import { restoreAccount } from '~/domain/account/restore-account.server';
import { readSession } from '~/domain/account/session.server';
import { suspendAccount } from '~/domain/account/suspend-account.server';
import { newId } from '~/domain/shared/id';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { sevenQuestions } from '../../support/seven-questions';

const { db } = testDatabase();
const statusOf = async (id: string) => (await db.select().from(account).where(eq(account.id, id)))[0]?.status;
const ALL = { limit: 200, offset: 0 };

const scene = (status: 'active' | 'suspended' | 'closed', act: typeof suspendAccount) => async () => {
  const { actor } = await aMember(db, 'system_admin');
  const own = await anAccount(db, { status });
  const session = await aSession(db, { account: own });
  // Her reach is everything: what she may not know of is an account that does not exist.
  const { actor: stranger } = await aMember(db, 'system_admin');
  return { actor, stranger, own, session, call: (ctx: Context) => act(ctx, ctx.actor === stranger ? newId() : own.id, '离职') };
};

sevenQuestions('suspendAccount', scene('active', suspendAccount), {
  event: 'account.suspended',
  tables: ['account'],
  works: async (_result, { own, session }) => {
    expect(await statusOf(own.id)).toBe('suspended');
    expect(await readSession(new Request('http://test.local/', { headers: { Cookie: session.cookie } }), now())).toBeNull();
  },
  wrongState: { scene: scene('closed', suspendAccount), code: 'wrong_state' },
  wrongRole: async () => (await aMember(db, 'city_officer')).actor,
  repeated: 'unchanged',
});

sevenQuestions('restoreAccount', scene('suspended', restoreAccount), {
  event: 'account.restored',
  tables: ['account'],
  works: async (_result, { own }) => expect(await statusOf(own.id)).toBe('active'),
  wrongState: { scene: scene('closed', restoreAccount), code: 'wrong_state' },
  wrongRole: async () => (await aMember(db, 'auditor')).actor,
  repeated: 'unchanged',
});

test('accounts are found by part of the user name, the whole phone number or its last four digits', async () => {
  const { actor } = await aMember(db, 'system_admin');
  const own = await anAccount(db, { username: 'zhao.finds', phone: '16900008642' });
  const found = async (q: string) => (await listAccounts(actor, { q }, ALL)).rows.map((row) => row.id);
  for (const q of ['zhao.f', '169 0000 8642', '8642']) expect(await found(q), q).toEqual([own.id]);
  expect(await found('16900008643')).toEqual([]);
  expect(await found('0000')).not.toContain(own.id);
  expect(await found('zhao%')).toEqual([]);
});

test('the list tells roles, and is the system administrator’s alone', async () => {
  const admin = await aMember(db, 'system_admin');
  const officer = await aMember(db, 'city_officer');
  const { rows } = await listAccounts(admin.actor, { q: '', role: 'city_officer' }, ALL);
  expect(rows.find((row) => row.id === officer.account.id)?.roles).toEqual([
    { role: 'city_officer', organisation: officer.organisation.name },
  ]);
  expect(await getAccount(admin.actor, officer.account.id)).toMatchObject({ memberships: [{ role: 'city_officer', endedAt: null }] });
  await expect(listAccounts(officer.actor, { q: '' }, ALL)).rejects.toMatchObject({ status: 403 });
  await expect(getAccount(officer.actor, admin.account.id)).rejects.toMatchObject({ status: 403 });
});
