import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { account, event, person } from '#db/schema';
import { actorFor, anAccount } from '#db/seed/builders/accounts';
import { aPerson } from '#db/seed/builders/people';
import { nextNumber, syntheticPhone } from '#db/seed/builders/synthetic';
import { signIn } from '~/domain/account/sign-in.server';
import { changeOwnPhone } from '~/domain/person/change-own-phone.server';
import { phoneHash } from '~/domain/shared/secrets.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';

const { db } = testDatabase();
const PASSWORD = 'Kapok-rain-77';
const aPhone = () => syntheticPhone(nextNumber() + 40_000);

async function anOwner(withPerson = true) {
  const phone = aPhone();
  const own = await anAccount(db, { password: PASSWORD, phone, personId: withPerson ? (await aPerson(db)).id : null });
  const actor = actorFor(own);
  const rowOf = async () => (await db.select().from(account).where(eq(account.id, own.id)))[0];
  return {
    own,
    phone,
    rowOf,
    actor,
    change: (to: string, currentPassword = PASSWORD) => changeOwnPhone({ ...contextOf(actor), actor }, { phone: to, currentPassword }),
  };
}

test('the new number signs in and is hers as a person; the log says that it changed and not what it is', async () => {
  const { own, actor, rowOf, change } = await anOwner();
  const next = aPhone();
  await change(next);
  expect((await rowOf())?.phoneHash).toBe(phoneHash(next));
  const [hers] = await db
    .select()
    .from(person)
    .where(eq(person.id, own.personId ?? ''));
  expect(hers?.phoneHash).toBe(phoneHash(next));
  await expect(signIn(contextOf(actor), { login: next, password: PASSWORD, address: '198.51.100.7' })).resolves.toMatchObject({
    role: 'trainee',
  });
  const [logged] = await db.select().from(event).where(eq(event.subjectId, own.id));
  expect(logged).toMatchObject({ name: 'account.phone_changed', actor: own.id, data: {} });
  await change(next);
  expect(
    (await db.select().from(event).where(eq(event.name, 'account.phone_changed'))).filter(({ subjectId }) => subjectId === own.id),
  ).toHaveLength(1);
});

test('the password must be right, the number nobody else’s, and guesses are few', async () => {
  const [mine, other] = [await anOwner(), await anOwner(false)];
  await expect(mine.change(aPhone(), 'not-it')).rejects.toMatchObject({ code: 'password_wrong', field: 'currentPassword' });
  await expect(mine.change(other.phone)).rejects.toMatchObject({ code: 'phone_not_usable', field: 'phone' });
  expect((await mine.rowOf())?.phoneHash).toBe(phoneHash(mine.phone));
  for (let at = 0; at < 3; at += 1) await expect(mine.change(other.phone)).rejects.toMatchObject({ code: 'phone_not_usable' });
  await expect(mine.change(aPhone())).rejects.toMatchObject({ code: 'rate_limited' });
});

test('an error half-way leaves the old number', async () => {
  const { actor, phone, rowOf } = await anOwner();
  const ctx = { ...contextOf(actor), actor, requestId: '\u0000' };
  await expect(changeOwnPhone(ctx, { phone: aPhone(), currentPassword: PASSWORD })).rejects.toThrow();
  expect((await rowOf())?.phoneHash).toBe(phoneHash(phone));
});
