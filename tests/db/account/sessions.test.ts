import { expect, test } from 'vitest';
import { aMember, anAccount, aSession } from '#db/seed/builders/accounts';
import { listSessions } from '~/domain/account/queries.server';
import { readSession } from '~/domain/account/session.server';
import { signOut } from '~/domain/account/sign-out.server';
import { now } from '~/platform/clock.server';
import { moveClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';

const { db } = testDatabase();
const read = (cookie: string) => readSession(new Request('http://test.local/', { headers: { Cookie: cookie } }), now());

test('a trainee goes idle after half an hour, an officer after a quarter', async () => {
  const own = await anAccount(db);
  const trainee = await aSession(db, { account: own });
  const officer = await aMember(db, 'district_officer');
  const officers = await aSession(db, officer);
  moveClock({ minutes: 15 });
  expect(await read(officers.cookie)).not.toBeNull();
  moveClock({ minutes: 15 });
  expect(await read(trainee.cookie)).not.toBeNull();
  moveClock({ minutes: 16 });
  expect(await read(officers.cookie)).toBeNull();
  moveClock({ minutes: 15 });
  expect(await read(trainee.cookie)).toBeNull();
});

test('a session that is never idle ends all the same after twelve hours', async () => {
  const { cookie } = await aSession(db, { account: await anAccount(db) });
  for (let hour = 0; hour < 36; hour += 1) {
    moveClock({ minutes: 20 });
    expect(await read(cookie), `after ${(hour + 1) * 20} minutes`).not.toBeNull();
  }
  moveClock({ minutes: 1 });
  expect(await read(cookie)).toBeNull();
});

test('signing out ends this browser, signing out everywhere ends them all', async () => {
  const own = await anAccount(db);
  const [here, there, elsewhere] = [
    await aSession(db, { account: own }),
    await aSession(db, { account: own }),
    await aSession(db, { account: own }),
  ];
  const session = await read(here.cookie);
  if (!session) throw new Error('no session');
  const ctx = { ...contextOf(session.actor), actor: session.actor };
  expect(await listSessions(own.id, now())).toHaveLength(3);
  expect(await signOut(ctx, here.id)).toContain('Max-Age=0');
  expect(await read(here.cookie)).toBeNull();
  expect(await read(there.cookie)).not.toBeNull();
  await signOut(ctx, there.id, true);
  expect(await read(elsewhere.cookie)).toBeNull();
});

test('a role that asks for a second factor is not given without it', async () => {
  const officer = await aMember(db, 'city_officer');
  const { id, cookie } = await aSession(db, officer);
  expect(await read(cookie)).toMatchObject({ needsSecondFactor: false });
  await db.execute(`update session set second_factor_at = null where id = '${id}'`);
  expect(await read(cookie)).toMatchObject({ needsSecondFactor: true, hasSecondFactor: false });
});
