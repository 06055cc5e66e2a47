import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { certificate, completion, event, notification, organisation, postTraining, trainingClass } from '#db/schema';
import { actorFor, aMember, anAccount } from '#db/seed/builders/accounts';
import { aClosedClass, aCompletion } from '#db/seed/builders/completions';
import { anOutline } from '#db/seed/builders/courses';
import { aPerson } from '#db/seed/builders/people';
import { verifyCode } from '~/domain/completion/certificate-queries.server';
import { judgePostTraining } from '~/domain/completion/judge-post-training.server';
import { getOwnPostTrainings, getPostTraining, listPostTrainings, listToJudge } from '~/domain/completion/post-training-queries.server';
import { revokeCompletion } from '~/domain/completion/revoke-completion.server';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';

const { db } = testDatabase();
const SYSTEM = contextOf({ kind: 'system', job: 'test' });
/** Two lessons of 90 minutes make the smallest class: one of theory, one of practice. */
const CLASS = 90;

beforeAll(async () => {
  await anOutline(db, 'caregiver', { theoryMinutes: 2 * CLASS, practiceMinutes: 2 * CLASS });
});

async function completed(classes: number, personId?: string) {
  const who = personId ?? (await aPerson(db)).id;
  const made = [];
  for (let at = 0; at < classes; at += 1) {
    const trainingClass = await aClosedClass(db, { heldOn: `2026-02-0${at + 1}` });
    made.push(await aCompletion(db, { personId: who, trainingClass }));
  }
  return { personId: who, completions: made };
}
const judge = (personId: string) => judgePostTraining(SYSTEM, personId, 'caregiver');
const issuedTo = (personId: string) => db.select().from(postTraining).where(eq(postTraining.personId, personId));
const registered = (personId: string) => db.select().from(certificate).where(eq(certificate.personId, personId));

test('hours of several classes add up to one certificate, entered in the registry as verified by the system', async () => {
  const { personId, completions } = await completed(2);
  expect(await judge(personId)).toBe('issued');
  const [row] = await issuedTo(personId);
  expect(row).toMatchObject({ metOn: completions[1]?.completedOn, theoryMinutes: 180, practiceMinutes: 180, revokedAt: null });
  expect(row?.number).toMatch(/^BJGW-C-110105-2026-\d{5}$/);
  expect(row?.content.completions.map((each) => each.number)).toEqual(completions.map((each) => each.certificate.number));
  expect(await registered(personId)).toMatchObject([
    { family: 'post_training', number: row?.number, status: 'verified', source: 'system' },
  ]);
  const logged = await db
    .select()
    .from(event)
    .where(eq(event.subjectId, row?.id ?? ''));
  expect(logged).toMatchObject([{ name: 'post_training.issued', actorKind: 'system', data: { personId, category: 'caregiver' } }]);
});

test('one class short gives nothing, and nothing is written', async () => {
  const { personId } = await completed(1);
  expect(await judge(personId)).toBe('unchanged');
  expect(await issuedTo(personId)).toEqual([]);
});

test('judged again or by eight workers at once, one certificate stands', async () => {
  const { personId } = await completed(2);
  const answers = await Promise.all(Array.from({ length: 8 }, () => judge(personId)));
  expect(answers.filter((each) => each === 'issued')).toHaveLength(1);
  expect(await judge(personId)).toBe('unchanged');
  expect(await issuedTo(personId)).toHaveLength(1);
  expect(await registered(personId)).toHaveLength(1);
});

describe('when a completion is revoked', () => {
  async function taken() {
    const { personId, completions } = await completed(2);
    await judge(personId);
    const officer = await aMember(db, 'district_officer');
    const completionId = completions[0]?.id ?? '';
    await revokeCompletion(contextOf(officer.actor), { completionId, reason: '冒名顶替' });
    return { personId, completionId };
  }

  test('the certificate is taken back on the page, in the registry and for whoever checks the code', async () => {
    const { personId, completionId } = await taken();
    expect(await listToJudge({ completionId })).toEqual([{ personId, category: 'caregiver' }]);
    expect(await judge(personId)).toBe('revoked');
    const [row] = await issuedTo(personId);
    expect(row?.revokedAt).not.toBeNull();
    expect(await registered(personId)).toMatchObject([{ status: 'revoked', revokedOn: row?.issuedOn }]);
    expect(await verifyCode(row?.publicCode ?? '')).toMatchObject({ outcome: 'revoked', kind: 'post_training' });
    expect(await judge(personId)).toBe('unchanged');
  });

  test('a further class gives a new one with a number of its own', async () => {
    const { personId } = await taken();
    await judge(personId);
    await completed(1, personId);
    expect(await judge(personId)).toBe('issued');
    const rows = await issuedTo(personId);
    expect(new Set(rows.map((row) => row.number)).size).toBe(2);
    expect(rows.filter((row) => row.revokedAt === null)).toHaveLength(1);
  });

  test('while the hours of the others suffice it stays', async () => {
    const { personId, completions } = await completed(3);
    await judge(personId);
    await db
      .update(completion)
      .set({ status: 'revoked' })
      .where(eq(completion.id, completions[2]?.id ?? ''));
    expect(await judge(personId)).toBe('unchanged');
  });
});

test('the sweep finds whoever was missed, and nobody else', async () => {
  const { personId } = await completed(2);
  const before = await listToJudge(null);
  expect(before.map((row) => row.personId)).toContain(personId);
  for (const row of before) await judgePostTraining(SYSTEM, row.personId, row.category);
  expect(await listToJudge(null)).toEqual([]);
});

test('her record says how far she is; others see the paper only in their area', async () => {
  const { personId } = await completed(1);
  const holder = actorFor(await anAccount(db, { personId }));
  expect(await getOwnPostTrainings(holder, now())).toMatchObject([
    { category: 'caregiver', isMet: false, done: { theory: 90, practice: 90 }, missing: { theory: 90, practice: 90 }, certificates: [] },
  ]);
  await completed(1, personId);
  await judge(personId);
  const [row] = await issuedTo(personId);
  const number = row?.number ?? '';
  expect(await getOwnPostTrainings(holder, now())).toMatchObject([{ isMet: true, certificates: [{ number, isRevoked: false }] }]);
  const near = await aMember(db, 'district_officer');
  expect(await getPostTraining(near.actor, number)).toMatchObject({ number });
  expect((await listPostTrainings(near.actor, { q: number }, { limit: 10, offset: 0 })).total).toBe(1);
  const stranger = actorFor(await anAccount(db, { personId: (await aPerson(db)).id }));
  await expect(getPostTraining(stranger, number)).rejects.toMatchObject({ status: 404 });
  await expect(getPostTraining((await aMember(db, 'provider_staff')).actor, number)).rejects.toMatchObject({ status: 403 });
});

test('a provider sees those that stand on one of its classes, and others not; she is told', async () => {
  const { personId, completions } = await completed(2);
  await judge(personId);
  const [row] = await issuedTo(personId);
  const [given] = await db
    .select({ providerId: trainingClass.providerId })
    .from(trainingClass)
    .where(eq(trainingClass.id, completions[0]?.classId ?? ''));
  const [home] = await db
    .select()
    .from(organisation)
    .where(eq(organisation.id, given?.providerId ?? ''));
  const seenBy = async (actor: Parameters<typeof listPostTrainings>[0]) =>
    (await listPostTrainings(actor, { q: row?.number ?? '' }, { limit: 10, offset: 0 })).total;
  expect(await seenBy((await aMember(db, 'provider_staff', home)).actor)).toBe(1);
  expect(await seenBy((await aMember(db, 'provider_staff')).actor)).toBe(0);
  await expect(seenBy((await aMember(db, 'institution_admin')).actor)).rejects.toMatchObject({ status: 403 });
  const [logged] = await db
    .select()
    .from(event)
    .where(eq(event.subjectId, row?.id ?? ''));
  if (!logged) throw new Error('nothing was logged');
  expect(await deliverMessages(SYSTEM, logged)).toBe(1);
  expect(await db.select().from(notification).where(eq(notification.personId, personId))).toMatchObject([
    { kind: 'post_training_issued', params: { number: row?.number } },
  ]);
});
