import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { account, accountClaim, person } from '#db/schema';
import { actorFor, anAccount } from '#db/seed/builders/accounts';
import { aPerson } from '#db/seed/builders/people';
import { nextNumber, syntheticIdentity, syntheticPhone } from '#db/seed/builders/synthetic';
import { PRIVACY_VERSION } from '~/domain/account/account';
import { verifyPassword } from '~/domain/account/password.server';
import { identifyAccount } from '~/domain/person/identify-account.server';
import { type Registration, registerInput } from '~/domain/person/inputs';
import { registerTrainee } from '~/domain/person/register-trainee.server';
import { phoneHash } from '~/domain/shared/secrets.server';
import { START, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';

const { db, sql } = testDatabase();
const visitor = () => contextOf({ kind: 'api', client: 'visitor' });

/** Somebody nobody has heard of. */
function aRegistration(columns: Partial<Registration> = {}): Registration {
  const n = nextNumber() + 1_000;
  return {
    name: '李敏',
    idType: 'resident_id',
    idNumber: syntheticIdentity(n),
    phone: syntheticPhone(n),
    newPassword: 'Kapok-rain-77',
    repeatPassword: 'Kapok-rain-77',
    work: 'institution',
    privacy: 'on',
    ...columns,
  };
}
const accountsOf = (phone: string) =>
  db
    .select()
    .from(account)
    .where(eq(account.phoneHash, phoneHash(phone)));
const count = async (table: string) => (await sql.unsafe(`select count(*)::int as n from ${table}`))[0]?.n as number;

test('a new person gets an account at once, her number sealed and the privacy notice noted', async () => {
  const input = aRegistration({ work: 'pre_service' });
  expect(await registerTrainee(visitor(), input)).toBeUndefined();
  const [own] = await accountsOf(input.phone);
  expect(own).toMatchObject({ status: 'active', privacyVersion: PRIVACY_VERSION, privacyAcceptedAt: START, mustChangePassword: false });
  expect(await verifyPassword(own?.passwordHash ?? '', input.newPassword)).toBe(true);
  const [who] = await db
    .select()
    .from(person)
    .where(eq(person.id, own?.personId ?? ''));
  expect(who).toMatchObject({
    name: '李敏',
    isPreService: true,
    gender: 'female',
    idNumberMasked: `119900********${input.idNumber.slice(-4)}`,
  });
  expect(JSON.stringify([who, own])).not.toContain(input.idNumber);
  expect(JSON.stringify([who, own])).not.toContain(input.phone);
  const events =
    await sql`select name, actor_kind, data::text from event where subject_id in (${own?.id ?? ''}, ${who?.id ?? ''}) order by seq`;
  expect(events.map((row) => row.name)).toEqual(['account.registered', 'person.entered']);
  expect(JSON.stringify(events)).not.toContain(input.name);
});

test('a person entered by somebody else waits for confirmation, with the same answer', async () => {
  const known = await aPerson(db, { name: '王芳', phoneEncrypted: null, phoneHash: null, phoneMasked: null });
  const input = aRegistration({ name: '王芳', idNumber: known.idNumber });
  expect(await registerTrainee(visitor(), input)).toBeUndefined();
  const [own] = await accountsOf(input.phone);
  expect(own?.personId).toBeNull();
  const claims = await db.select().from(accountClaim).where(eq(accountClaim.personId, known.id));
  expect(claims).toMatchObject([{ accountId: own?.id, status: 'pending' }]);
  // The phone of whoever registers is not hers before somebody has said so.
  const [who] = await db.select().from(person).where(eq(person.id, known.id));
  expect(who).toMatchObject({ name: '王芳', phoneMasked: null });
});

test('the same number under another document type is the same person', async () => {
  const known = await aPerson(db, { idNumber: '810000199202100037', idType: 'resident_id' });
  const input = aRegistration({ idType: 'residence_permit', idNumber: '810000199202100037' });
  await registerTrainee(visitor(), input);
  expect(await db.select().from(accountClaim).where(eq(accountClaim.personId, known.id))).toHaveLength(1);
});

test('a phone or a person with an account leaves everything as it was, and that account is told', async () => {
  const first = aRegistration();
  await registerTrainee(visitor(), first);
  const [own] = await accountsOf(first.phone);
  const before = [await count('account'), await count('person'), await count('account_claim')];
  expect(await registerTrainee(visitor(), aRegistration({ phone: first.phone }))).toBeUndefined();
  expect(await registerTrainee(visitor(), aRegistration({ idNumber: first.idNumber }))).toBeUndefined();
  expect([await count('account'), await count('person'), await count('account_claim')]).toEqual(before);
  const told = await sql`select 1 from event where name = 'account.registration_repeated' and subject_id = ${own?.id ?? ''}`;
  expect(told).toHaveLength(2);
});

test('two who register the same number at the same moment make one account and one person', async () => {
  const input = aRegistration();
  const before = await count('person');
  await Promise.all([1, 2, 3, 4].map((n) => registerTrainee(visitor(), { ...input, phone: syntheticPhone(900_000 + n) })));
  expect(await count('person')).toBe(before + 1);
  const [who] = await sql`select id from person order by created_at desc, id desc limit 1`;
  expect(await db.select().from(account).where(eq(account.personId, who?.id))).toHaveLength(1);
});

test('somebody under sixteen is refused, and nothing stays', async () => {
  const before = await count('account');
  const first = '11990020120305' + '002';
  const { identityCheckDigit } = await import('~/domain/shared/identity');
  const input = aRegistration({ idNumber: first + identityCheckDigit(first) });
  await expect(registerTrainee(visitor(), input)).rejects.toMatchObject({ code: 'too_young', field: 'idNumber', params: { min: 16 } });
  expect(await count('account')).toBe(before);
});

test.each([
  [{ name: '' }, 'name', 'field_required'],
  [{ name: '李1' }, 'name', 'name_invalid'],
  [{ idNumber: '119900199003070018' }, 'idNumber', 'id_check_digit'],
  [{ idType: 'library_card' }, 'idType', undefined],
  [{ phone: '12345' }, 'phone', 'phone_invalid'],
  [{ newPassword: 'short', repeatPassword: 'short' }, 'newPassword', 'password_too_short'],
  [
    { newPassword: 'X-16912341234-y', repeatPassword: 'X-16912341234-y', phone: '169 1234 1234' },
    'newPassword',
    'password_contains_account',
  ],
  [{ repeatPassword: 'Something-else-1' }, 'repeatPassword', 'password_mismatch'],
  [{ privacy: undefined }, 'privacy', 'privacy_not_accepted'],
])('the form refuses %j at %s', (wrong, field, code) => {
  const parsed = registerInput('2026-03-10').safeParse({ ...aRegistration(), ...wrong });
  const found = parsed.error?.issues.find((issue) => issue.path[0] === field);
  expect(found).toBeDefined();
  if (code && code !== 'field_required') expect(found?.message).toBe(code);
});

test('an account that is nobody’s yet says whose it is, once', async () => {
  const own = await anAccount(db);
  const actor = actorFor(own);
  const ctx = { ...contextOf(actor), actor };
  const { name, idType, idNumber } = aRegistration({ name: '赵静' });
  const identity = { name, idType, idNumber, work: 'institution' as const };
  expect(await identifyAccount(ctx, identity)).toBe('joined');
  await expect(identifyAccount(ctx, identity)).rejects.toMatchObject({ code: 'already_done' });
  const [row] = await db.select().from(account).where(eq(account.id, own.id));
  expect(row).toMatchObject({ displayName: '赵静', personId: expect.any(String) });
});
