import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { account } from '#db/schema';
import { actorFor, aMember, anAccount, aSession } from '#db/seed/builders/accounts';
import { aCommission } from '#db/seed/builders/organisations';
import { beginSecondFactor } from '~/domain/account/begin-second-factor.server';
import { confirmSecondFactor } from '~/domain/account/confirm-second-factor.server';
import { findPendingSecret } from '~/domain/account/queries.server';
import { removeOwnSecondFactor, resetSecondFactor } from '~/domain/account/reset-second-factor.server';
import { readSession } from '~/domain/account/session.server';
import { newTotpSecret, openTotpSecret, sealTotpSecret, totpCode } from '~/domain/account/totp.server';
import { verifySecondFactor } from '~/domain/account/verify-second-factor.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { moveClock, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();
const read = (cookie: string) => readSession(new Request('http://test.local/', { headers: { Cookie: cookie } }), now());

async function anEnrolled(columns: Parameters<typeof anAccount>[1] = {}) {
  const secret = newTotpSecret();
  const own = await anAccount(db, { totpSecretEncrypted: sealTotpSecret(secret), totpConfirmedAt: now(), ...columns });
  const session = await aSession(db, { account: own });
  const actor = actorFor(own);
  return { own, secret, session, ctx: () => ({ ...contextOf(actor), actor }) };
}

test('an authenticator is set up: secret, first code, ten recovery codes', async () => {
  const own = await anAccount(db, { username: 'sets-up' });
  const actor = actorFor(own);
  const ctx = () => ({ ...contextOf(actor), actor });
  const [here, there] = [await aSession(db, { account: own }), await aSession(db, { account: own })];
  await beginSecondFactor(ctx());
  const pending = await findPendingSecret(own.id);
  await beginSecondFactor(ctx());
  expect(await findPendingSecret(own.id)).toEqual(pending);
  expect(pending?.address).toContain(`secret=${pending?.secret}`);
  await expect(confirmSecondFactor(ctx(), here.id, '000000')).rejects.toMatchObject({ code: 'wrong_code' });
  const codes = await confirmSecondFactor(ctx(), here.id, totpCode(pending?.secret ?? '', now()));
  expect(new Set(codes).size).toBe(10);
  expect(await findPendingSecret(own.id)).toBeNull();
  expect(await read(here.cookie)).toMatchObject({ hasSecondFactor: true, needsSecondFactor: false });
  expect(await read(there.cookie)).toBeNull();
  const [stored] = await sql`select string_agg(code_hash, '') as hashes from recovery_code where account_id = ${own.id}`;
  for (const code of codes) expect(stored?.hashes).not.toContain(code);
  await expect(confirmSecondFactor(ctx(), here.id, totpCode(pending?.secret ?? '', now()))).rejects.toMatchObject({ code: 'stale' });
});

test('a code works once, however many ask at the same moment', async () => {
  const { secret, session, ctx } = await anEnrolled();
  const code = totpCode(secret, now());
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => verifySecondFactor(ctx(), session.id, { code })));
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  await expect(verifySecondFactor(ctx(), session.id, { code })).rejects.toMatchObject({ code: 'wrong_code' });
  moveClock({ minutes: 1 });
  await verifySecondFactor(ctx(), session.id, { code: totpCode(secret, now()) });
});

test('a clock half a minute off is no obstacle, one of two minutes is', async () => {
  const { secret, session, ctx } = await anEnrolled();
  const at = (seconds: number) => new Date(now().getTime() + seconds * 1000);
  await expect(verifySecondFactor(ctx(), session.id, { code: totpCode(secret, at(-120)) })).rejects.toMatchObject({ code: 'wrong_code' });
  await verifySecondFactor(ctx(), session.id, { code: totpCode(secret, at(-30)) });
  await verifySecondFactor(ctx(), session.id, { code: totpCode(secret, at(30)) });
});

test('five wrong codes are the end for a quarter of an hour', async () => {
  const { secret, session, ctx } = await anEnrolled();
  for (let n = 0; n < 5; n += 1)
    await expect(verifySecondFactor(ctx(), session.id, { code: '000000' })).rejects.toMatchObject({ code: 'wrong_code' });
  await expect(verifySecondFactor(ctx(), session.id, { code: totpCode(secret, now()) })).rejects.toMatchObject({ code: 'account_locked' });
});

test('a recovery code opens once, in any spelling', async () => {
  const own = await anAccount(db);
  const actor = actorFor(own);
  const ctx = () => ({ ...contextOf(actor), actor });
  const session = await aSession(db, { account: own });
  await beginSecondFactor(ctx());
  const secret = (await findPendingSecret(own.id))?.secret ?? '';
  const [code = ''] = await confirmSecondFactor(ctx(), session.id, totpCode(secret, now()));
  await verifySecondFactor(ctx(), session.id, { recoveryCode: ` ${code.toLowerCase().replace('-', ' ')}` });
  await expect(verifySecondFactor(ctx(), session.id, { recoveryCode: code })).rejects.toMatchObject({ code: 'wrong_recovery_code' });
});

test('the published code of the demo opens nothing where there is no demo', async () => {
  const { session, ctx } = await anEnrolled({ isDemo: true });
  await expect(verifySecondFactor(ctx(), session.id, { code: '246810' })).rejects.toMatchObject({ code: 'wrong_code' });
});

test('one takes the own second factor off with the password, and must set it up anew', async () => {
  const { own, session, ctx } = await anEnrolled({ password: 'Kapok-rain-77' });
  await expect(removeOwnSecondFactor(ctx(), session.id, 'wrong')).rejects.toMatchObject({ code: 'password_wrong' });
  await removeOwnSecondFactor(ctx(), session.id, 'Kapok-rain-77');
  const [row] = await db.select().from(account).where(eq(account.id, own.id));
  expect(row).toMatchObject({ totpSecretEncrypted: null, totpConfirmedAt: null });
});

test('the secret is stored encrypted', async () => {
  const { own, secret } = await anEnrolled();
  const [row] = await db.select().from(account).where(eq(account.id, own.id));
  expect(row?.totpSecretEncrypted).not.toContain(secret);
  expect(openTotpSecret(row?.totpSecretEncrypted ?? '')).toBe(secret);
});

sevenQuestions(
  'resetSecondFactor',
  async () => {
    const officer = await aMember(db, 'district_officer');
    const { account: lost } = await aMember(db, 'provider_staff', undefined, {
      totpSecretEncrypted: sealTotpSecret(newTotpSecret()),
      totpConfirmedAt: now(),
    });
    const { actor: stranger } = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }));
    return { actor: officer.actor, stranger, lost, call: (ctx: Context) => resetSecondFactor(ctx, lost.id, '手机遗失') };
  },
  {
    event: 'account.second_factor_cleared',
    tables: ['account', 'recovery_code'],
    works: async (_result, { lost }) => {
      const [row] = await db.select().from(account).where(eq(account.id, lost.id));
      expect(row?.totpConfirmedAt).toBeNull();
    },
    wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
    repeated: 'unchanged',
  },
);
