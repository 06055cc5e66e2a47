import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { certificate, certificateCheck, completion, event, notification } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { aClosedClass, aCompletion, aRevocation } from '#db/seed/builders/completions';
import { aCourse } from '#db/seed/builders/courses';
import { aHealthCareRule } from '#db/seed/builders/health-care';
import { aProvider } from '#db/seed/builders/organisations';
import { aPerson } from '#db/seed/builders/people';
import { certifyHealthCareJob } from '#jobs/handlers/certify-health-care';
import { DEFAULT_PASS_RULE } from '~/domain/course/course';
import { certifyCompletion } from '~/domain/health-care/training/certify-completion.server';
import { listUncertified } from '~/domain/health-care/training/uncertified.server';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { addDays, addMonths, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';

const { db, owner } = testDatabase();
const system = () => contextOf({ kind: 'system', job: 'health_care.certify' });

interface Options {
  kind?: 'mch_centre' | 'college';
  refresher?: boolean;
  heldOn?: string;
  personId?: string;
  passRule?: typeof DEFAULT_PASS_RULE;
}

/** Somebody who passed a class for health-care staff. */
async function aPass({ kind = 'mch_centre', refresher = false, heldOn, passRule = DEFAULT_PASS_RULE, ...who }: Options = {}) {
  const provider = await aProvider(db, { kind, name: '演示妇幼保健院', districtCode: null });
  const course = await aCourse(db, { providerId: provider.id, categories: ['health_staff'], passRule });
  if (refresher && course.syllabus) {
    const outlines = [{ category: 'health_staff' as const, outlineId: course.id, version: 1, meetsOutline: false }];
    const content = { ...course.syllabus.content, outlines };
    await owner()`update syllabus_version set content = ${JSON.stringify(content)}::text::jsonb where id = ${course.syllabus.id}`;
  }
  const trainingClass = await aClosedClass(db, { course, districtCode: null, ...(heldOn ? { heldOn } : {}) });
  const built = await aCompletion(db, { trainingClass, category: 'health_staff', personId: who.personId ?? (await aPerson(db)).id });
  return { ...built, provider };
}
const held = (personId: string) =>
  db
    .select()
    .from(certificate)
    .where(and(eq(certificate.personId, personId), eq(certificate.family, 'health_care_training')));

test('a pass is entered in the registry under its own number, verified by the centre, with a receipt and an event', async () => {
  const pass = await aPass();
  expect(await certifyCompletion(system(), pass.id)).toBe('certified');
  const [row] = await held(pass.personId);
  const { number, issuedOn } = pass.certificate;
  expect(row).toMatchObject({
    number,
    issuedOn,
    issuer: '演示妇幼保健院',
    status: 'verified',
    source: 'issuer',
    completionId: pass.id,
    validUntil: null,
  });
  const receipts = await db
    .select()
    .from(certificateCheck)
    .where(eq(certificateCheck.certificateId, row?.id ?? ''));
  expect(receipts).toMatchObject([{ channel: 'issuer', result: 'genuine', note: pass.trainingClass.code }]);
  const [logged] = await db
    .select()
    .from(event)
    .where(eq(event.subjectId, row?.id ?? ''));
  expect(logged).toMatchObject({
    name: 'health_care.certified',
    actorKind: 'system',
    data: { completionId: pass.id, kind: 'pre_job', validUntil: null },
  });
  if (logged) await deliverMessages(system(), logged);
  const told = await db.select().from(notification).where(eq(notification.personId, pass.personId));
  expect(told).toMatchObject([{ kind: 'health_care_certified', params: { number } }]);
});

test('called again, or by eight workers at once, one entry stands', async () => {
  const pass = await aPass();
  const answers = await Promise.all(Array.from({ length: 8 }, () => certifyCompletion(system(), pass.id)));
  expect(answers.filter((each) => each === 'certified')).toHaveLength(1);
  expect(await certifyCompletion(system(), pass.id)).toBe('unchanged');
  expect(await held(pass.personId)).toHaveLength(1);
});

test('an error half-way leaves nothing', async () => {
  const pass = await aPass();
  await expect(certifyCompletion({ ...system(), requestId: '\u0000' }, pass.id)).rejects.toThrow();
  expect(await held(pass.personId)).toEqual([]);
});

test.each<[string, Options]>([
  ['another kind of provider', { kind: 'college' }],
  ['a class without a skills test', { passRule: { ...DEFAULT_PASS_RULE, minPracticalScore: null } }],
  ['a refresher of somebody who holds none', { refresher: true }],
])('%s gives no certificate', async (_, options) => {
  const pass = await aPass(options);
  expect(await certifyCompletion(system(), pass.id)).toBe('unchanged');
  expect(await held(pass.personId)).toEqual([]);
});

test('the rule in force on the day of issue says how long it is good for, and a refresher renews it: both stay', async () => {
  const first = await aPass({ heldOn: '2024-03-04' });
  await aHealthCareRule(db, { inForceFromOn: '2024-01-01', certificateMonths: 24 });
  await certifyCompletion(system(), first.id);
  const second = await aPass({ refresher: true, personId: first.personId });
  expect(await certifyCompletion(system(), second.id)).toBe('certified');
  const rows = (await held(first.personId)).sort((a, b) => a.issuedOn.localeCompare(b.issuedOn));
  const until = (day: string) => addDays(addMonths(day, 24), -1);
  expect(rows.map(({ validUntil, status }) => [validUntil, status])).toEqual([
    [until(first.certificate.issuedOn), 'verified'],
    [until(second.certificate.issuedOn), 'verified'],
  ]);
});

describe('a paper that somebody handed in before', () => {
  const handedIn = async (status: 'submitted' | 'verified') => {
    const pass = await aPass();
    const { number, issuedOn } = pass.certificate;
    const entry = {
      personId: pass.personId,
      number,
      issuedOn,
      status,
      family: 'health_care_training' as const,
      occupation: null,
      level: null,
    };
    return { pass, entry: await aCertificate(db, entry) };
  };

  test('is the same one: the issuer verifies it', async () => {
    const { pass, entry } = await handedIn('submitted');
    expect(await certifyCompletion(system(), pass.id)).toBe('certified');
    expect(await held(pass.personId)).toMatchObject([{ id: entry.id, status: 'verified', completionId: pass.id }]);
  });

  test('and was verified stays as it is', async () => {
    const { pass, entry } = await handedIn('verified');
    await certifyCompletion(system(), pass.id);
    expect(await held(pass.personId)).toMatchObject([{ id: entry.id, completionId: pass.id, verifiedAt: entry.verifiedAt }]);
  });
});

describe('when the completion counts no more', () => {
  test.each([
    ['revoked', () => beijingDate(now())],
    ['voided', (issuedOn: string) => issuedOn],
  ] as const)('%s: the certificate is revoked from the day, once, and it is not entered again', async (kind, from) => {
    const pass = await aPass();
    await certifyCompletion(system(), pass.id);
    await aRevocation(db, pass, kind);
    expect(await listUncertified({ completionId: pass.id })).toEqual([pass.id]);
    expect(await certifyCompletion(system(), pass.id)).toBe('revoked');
    expect(await held(pass.personId)).toMatchObject([
      { status: 'revoked', revokedOn: from(pass.certificate.issuedOn), decisionReason: '演示' },
    ]);
    expect(await certifyCompletion(system(), pass.id)).toBe('unchanged');
    const revoked = await db.select().from(event).where(eq(event.name, 'certificate.revoked'));
    expect(revoked.filter((each) => each.subjectId === pass.id)).toEqual([]);
  });

  test('one that never had a certificate gets none', async () => {
    const pass = await aPass();
    await aRevocation(db, pass);
    expect(await certifyCompletion(system(), pass.id)).toBe('unchanged');
  });

  test('a certificate that an officer revoked is not entered again while the completion stands', async () => {
    const pass = await aPass();
    await certifyCompletion(system(), pass.id);
    await db
      .update(certificate)
      .set({ status: 'revoked', revokedOn: beijingDate(now()) })
      .where(eq(certificate.completionId, pass.id));
    expect(await listUncertified({ completionId: pass.id })).toEqual([]);
    expect(await certifyCompletion(system(), pass.id)).toBe('unchanged');
  });
});

describe('the job', () => {
  const handle = certifyHealthCareJob;
  const eventOf = async (subjectId: string, name: string, data: Record<string, unknown>) => {
    const { actor } = await aMember(db, 'city_officer');
    const [row] = await db.select().from(event).limit(1);
    if (!row || actor.kind !== 'user') throw new Error('no event to begin with');
    return { ...row, name, subjectType: name.split('.')[0] ?? '', subjectId, data };
  };

  test('after a closing enters those of the class, and no others; run twice it is the same', async () => {
    const [mine, other] = [await aPass(), await aPass()];
    const closed = await eventOf(mine.classId, 'class.closed', { closingId: mine.closingId });
    expect(await handle({ ctx: system(), event: closed })).toBe('1 certified, 0 revoked');
    expect(await handle({ ctx: system(), event: closed })).toBe('0 certified, 0 revoked');
    expect(await held(other.personId)).toEqual([]);
    await handle({ ctx: system() });
    expect(await held(other.personId)).toHaveLength(1);
    await aRevocation(db, other);
    const ended = await eventOf(other.id, 'completion.revoked', {});
    expect(await handle({ ctx: system(), event: ended })).toBe('0 certified, 1 revoked');
    expect(await handle({ ctx: system() })).toBe('0 certified, 0 revoked');
  });

  test('leaves completions of other categories alone', async () => {
    const provider = await aProvider(db, { kind: 'mch_centre' });
    const course = await aCourse(db, { providerId: provider.id });
    const pass = await aCompletion(db, { trainingClass: await aClosedClass(db, { course }) });
    expect(await certifyCompletion(system(), pass.id)).toBe('unchanged');
    expect((await db.select().from(completion).where(eq(completion.id, pass.id)))[0]?.status).toBe('valid');
    expect(await held(pass.personId)).toEqual([]);
  });
});
