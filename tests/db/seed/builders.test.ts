import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { person, trainingClass } from '#db/schema';
import { aMember, aSession, aTrainee } from '#db/seed/builders/accounts';
import { aClass } from '#db/seed/builders/classes';
import { aClosedClass, aCompletion, aRevocation } from '#db/seed/builders/completions';
import { aCourse, anOutline } from '#db/seed/builders/courses';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { aPlan } from '#db/seed/builders/goals';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { syntheticIdentity, syntheticUscc } from '#db/seed/builders/synthetic';
import { readSession } from '~/domain/account/session.server';
import { foldTally } from '~/domain/goal/fold-tally.server';
import { recountTally } from '~/domain/goal/recount-tally.server';
import { checkUscc } from '~/domain/organisation/uscc';
import { checkIdentity } from '~/domain/shared/identity';
import { identityHash } from '~/domain/shared/secrets.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';

const { db, sql } = testDatabase();

test('synthetic identity numbers are valid, of area 119900, and all different', () => {
  const numbers = Array.from({ length: 30_000 }, (_, n) => syntheticIdentity(n, n % 9 === 0 ? 'male' : 'female'));
  expect(new Set(numbers).size).toBe(30_000);
  for (const number of numbers.slice(0, 500)) {
    expect(number).toMatch(/^119900/);
    expect(checkIdentity('resident_id', number, '2026-03-10')).toMatchObject({ ok: true });
  }
  expect(checkUscc(syntheticUscc(7))).toMatchObject({ ok: true });
});

test('a built person is found by her identity number and shown masked', async () => {
  const built = await aPerson(db);
  const [row] = await db
    .select()
    .from(person)
    .where(eq(person.idNumberHash, identityHash('resident_id', built.idNumber)));
  expect(row?.id).toBe(built.id);
  expect(row?.idNumberMasked).toBe(`119900********${built.idNumber.slice(-4)}`);
  expect(row?.idNumberEncrypted).not.toContain(built.idNumber);
});

test('a built class keeps its counters while enrolments of every kind are built', async () => {
  const held = await aClass(db);
  for (const status of ['approved', 'applied', 'offered', 'waitlisted', 'withdrawn'] as const)
    await anEnrolment(db, { trainingClass: held, status });
  const [row] = await db.select().from(trainingClass).where(eq(trainingClass.id, held.id));
  expect(row).toMatchObject({ seatsTaken: 3, waitingCount: 1, lastQueuePlace: 2 });
});

test('a built completion counts once, and not any more when it is taken back', async () => {
  const plan = await aPlan(db);
  const shared = await aClosedClass(db, { heldOn: '2024-05-20' });
  const kept = await aCompletion(db, { trainingClass: shared });
  const gone = await aCompletion(db, { trainingClass: shared });
  const voided = await aCompletion(db, { heldOn: '2024-06-01' });
  await aRevocation(db, gone);
  await aRevocation(db, voided, 'voided');
  const ctx = { actor: { kind: 'system', job: 'test' } as const, now: now() };
  expect(await foldTally(ctx, 100)).toBe(5);
  expect((await recountTally(ctx)).differences).toBe(0);
  const [city] =
    await sql`select person_times, persons from tally where period_id = ${plan.id} and district = '*' and month = '*' and operator_type = '*'`;
  expect(city).toMatchObject({ person_times: 1, persons: 1 });
  expect(kept.certificate.number).toMatch(/^BJTY-C-110105-2024-\d{5}$/);
});

test('a built session is a signed-in browser in the member’s role', async () => {
  const member = await aMember(db, 'district_officer');
  const { cookie } = await aSession(db, member);
  const read = await readSession(new Request('http://localhost/', { headers: { Cookie: cookie } }), now());
  expect(read?.actor).toEqual(member.actor);
  expect(read?.needsSecondFactor).toBe(false);
});

test('the other builders make valid rows without being told anything', async () => {
  const trainee = await aTrainee(db);
  expect(trainee.actor).toMatchObject({ role: 'trainee', personId: trainee.person.id, organisation: null });
  expect((await anEngagement(db)).role).toBe('caregiver');
  expect((await anOutline(db)).modules).toHaveLength(14);
  expect((await aCourse(db, { status: 'draft' })).syllabus).toBeNull();
});
