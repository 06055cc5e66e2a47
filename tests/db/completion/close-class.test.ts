import { eq, inArray, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { completion, completionCertificate, completionEntry, enrolment, event, trainingClass } from '#db/schema';
import { actorFor, aMember, aMembership } from '#db/seed/builders/accounts';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { aCommission } from '#db/seed/builders/organisations';
import { closeClass } from '~/domain/completion/close-class.server';
import { CERTIFICATE_NUMBER } from '~/domain/completion/completion';
import { evidenceHash } from '~/domain/completion/evidence-hash.server';
import { returnClosing } from '~/domain/completion/return-closing.server';
import { DEFAULT_PASS_RULE } from '~/domain/course/course';
import type { Context } from '~/domain/shared/operation.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { closedClass, closingRow, submittedClass } from '../../support/taught-class';

const { db } = testDatabase();
type Options = Parameters<typeof submittedClass>[0];

const close = (scene: { held: { id: string }; closingId: string }) => (ctx: Context) =>
  closeClass(ctx, { classId: scene.held.id, closingId: scene.closingId });
const ready = async (options: Options = {}) => {
  const scene = await submittedClass(options);
  return { ...scene, actor: scene.officer, stranger: scene.otherOfficer, call: close(scene) };
};
const completionsOf = (classId: string) => db.select().from(completion).where(eq(completion.classId, classId));
const certificatesOf = async (classId: string) =>
  db
    .select()
    .from(completionCertificate)
    .where(
      inArray(
        completionCertificate.completionId,
        (await completionsOf(classId)).map((row) => row.id),
      ),
    );
const classRow = async (classId: string) => (await db.select().from(trainingClass).where(eq(trainingClass.id, classId)))[0];
const statusesOf = async (ids: { id: string }[]) => {
  const rows = await db
    .select()
    .from(enrolment)
    .where(
      inArray(
        enrolment.id,
        ids.map((row) => row.id),
      ),
    );
  return ids.map(({ id }) => rows.find((row) => row.id === id)?.status);
};

sevenQuestions('closeClass', () => ready({ oneFails: true }), {
  event: 'class.closed',
  tables: ['closing', 'completion', 'completion_entry', 'completion_certificate', 'certificate_counter', 'enrolment', 'training_class'],
  works: async (result, scene) => {
    expect(result).toEqual({ passed: 1, failed: 1, absent: 0 });
    expect(await statusesOf(scene.trainees)).toEqual(['failed', 'passed']);
    expect(await closingRow(scene.closingId)).toMatchObject({ status: 'approved', decidedBy: scene.officer.accountId });
    expect(await classRow(scene.held.id)).toMatchObject({ status: 'closed', seatsTaken: 0, closedBy: scene.officer.accountId });
  },
  wrongState: {
    scene: async () => {
      const scene = await ready();
      await returnClosing(contextOf(scene.officer), { classId: scene.held.id, closingId: scene.closingId, reason: '缺签到表' });
      return scene;
    },
    code: 'stale',
  },
  wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
  repeated: 'unchanged',
});

test('fifty approvals at once issue one set of certificates', async () => {
  const scene = await submittedClass({ names: ['甲一', '乙二', '丙三', '丁四'] });
  const results = await Promise.all(Array.from({ length: 50 }, () => close(scene)(contextOf(scene.officer))));
  expect(results.filter((result) => result !== null)).toEqual([{ passed: 4, failed: 0, absent: 0 }]);
  const certificates = await certificatesOf(scene.held.id);
  expect(certificates).toHaveLength(4);
  expect(new Set(certificates.map((row) => row.number)).size).toBe(4);
  expect(new Set(certificates.map((row) => row.publicCode)).size).toBe(4);
  const entries = await db
    .select()
    .from(completionEntry)
    .where(
      inArray(
        completionEntry.completionId,
        certificates.map((row) => row.completionId),
      ),
    );
  expect(entries.map((row) => row.delta)).toEqual([1, 1, 1, 1]);
  expect(await db.$count(event, sql`${event.name} = 'class.closed' and ${event.subjectId} = ${scene.held.id}`)).toBe(1);
});

test('closings of one district at once share one row of numbers without a repeat', async () => {
  const district = { districtCode: '110119' };
  const { actor } = await aMember(db, 'district_officer', await aCommission(db, 'district', district));
  const scenes = [];
  for (let at = 0; at < 6; at += 1) scenes.push(await submittedClass({ provider: district, names: ['甲一', '乙二', '丙三'] }));
  await Promise.all(scenes.map((scene) => close(scene)(contextOf(actor))));
  const numbers = (await Promise.all(scenes.map((scene) => certificatesOf(scene.held.id)))).flat().map((row) => row.number);
  expect(numbers.sort()).toEqual(Array.from({ length: 18 }, (_, at) => `BJTY-C-110119-2026-${String(at + 1).padStart(5, '0')}`));
});
test('a city-level provider is closed by the city, and its numbers carry the city code', async () => {
  const scene = await closedClass({ provider: { districtCode: null } });
  const numbers = (await certificatesOf(scene.held.id)).map((row) => row.number);
  expect(numbers.every((number) => number.startsWith('BJTY-C-110000-2026-') && CERTIFICATE_NUMBER.test(number))).toBe(true);
  const other = await submittedClass();
  await expect(close(other)(contextOf(scene.officer))).rejects.toMatchObject({ status: 403 });
});

test('what counted is frozen with the completion, and its hash can be taken again', async () => {
  const scene = await closedClass({ names: ['李一'] });
  const [row] = await completionsOf(scene.held.id);
  expect(row).toMatchObject({
    completedOn: '2026-03-08',
    theoryMinutes: 90,
    practiceMinutes: 90,
    countsTowardPlan: true,
    category: 'caregiver',
    districtCode: scene.held.districtCode,
    evidence: { attendancePercent: 100, scheduled: { theory: 90, practice: 90 }, passRule: DEFAULT_PASS_RULE },
  });
  expect(row?.evidence.scores).toHaveLength(2);
  expect(row && evidenceHash(row.evidence)).toBe(row?.evidenceHash);
  const [certificate] = await certificatesOf(scene.held.id);
  expect(certificate?.content).toMatchObject({
    name: '李一',
    providerName: scene.provider.name,
    classCode: scene.held.code,
    completedOn: '2026-03-08',
  });
  expect(certificate?.issuedOn).toBe('2026-03-10');
});

describe('a person-time counts toward the plan only when', () => {
  test.each([
    ['the class is meant to count', { class: { countsTowardPlan: false } }],
    ['the course examines something', { course: { passRule: { ...DEFAULT_PASS_RULE, minTheoryScore: null, minPracticalScore: null } } }],
    ['its category is one of the plan', { course: { categories: ['health_staff' as const] } }],
  ])('%s', async (_, options: Options) => {
    const scene = await closedClass({ names: ['李一'], ...options });
    expect(await completionsOf(scene.held.id)).toMatchObject([{ countsTowardPlan: false, status: 'valid' }]);
  });
});

test('who has a part in the class does not decide on it', async () => {
  const scene = await submittedClass();
  const { accountId, organisation } = scene.officer;
  await aMembership(db, { accountId, organisationId: scene.provider.id, role: 'provider_staff' });
  await expect(close(scene)(contextOf(scene.officer))).rejects.toMatchObject({ code: 'own_decision' });

  const other = await submittedClass();
  const learner = { ...other.officer, personId: other.trainees[0]?.personId ?? null };
  await expect(close(other)(contextOf(learner))).rejects.toMatchObject({ code: 'own_decision' });

  const third = await submittedClass();
  const both = actorFor(
    { id: third.teacher.accountId, personId: null },
    {
      role: 'district_officer',
      organisation: { ...organisation, id: organisation?.id ?? '', kind: 'commission_district', districtCode: third.held.districtCode },
    },
  );
  await expect(close(third)(contextOf(both))).rejects.toMatchObject({ code: 'own_decision' });
});

test('people who still waited for a seat have waited in vain', async () => {
  const scene = await submittedClass();
  const waiting = await anEnrolment(db, { trainingClass: scene.held, status: 'waitlisted' });
  await close(scene)(contextOf(scene.officer));
  expect(await statusesOf([waiting])).toEqual(['lapsed']);
  expect(await classRow(scene.held.id)).toMatchObject({ waitingCount: 0 });
});

test('a closing of another class is not found', async () => {
  const [one, other] = [await submittedClass(), await submittedClass()];
  const mixed = closeClass(contextOf(one.officer), { classId: one.held.id, closingId: other.closingId });
  await expect(mixed).rejects.toMatchObject({ status: 404 });
});
