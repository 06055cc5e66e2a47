import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import {
  closing,
  completion,
  completionCertificate,
  completionEntry,
  enrolment,
  organisation,
  person,
  postTraining,
  trainingClass,
} from '#db/schema';
import type { CertificateContent, Evidence } from '~/domain/completion/closing';
import { certificateNumber } from '~/domain/completion/completion';
import { evidenceHash } from '~/domain/completion/evidence-hash.server';
import { postTrainingNumber } from '~/domain/completion/post-training';
import { CATEGORY_LETTERS } from '~/domain/course/course';
import { newId, newPublicCode } from '~/domain/shared/id';
import { addDays, beijingDate, beijingInstant } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { aClass, type BuiltClass } from './classes';
import { anOutline } from './courses';
import { anAttendance, anEnrolment, aScore } from './enrolments';
import { one } from './row';
import { nextNumber } from './synthetic';

type EnrolmentColumns = Partial<
  Pick<typeof enrolment.$inferInsert, 'personId' | 'institutionId' | 'districtCode' | 'operatorType' | 'role' | 'isPreService' | 'category'>
>;

/** Puts a class into the state `closed`, with the closing that an officer approved. */
export async function aClosing(tx: Tx, held: Pick<BuiltClass, 'id' | 'endsOn'>, columns: Partial<typeof closing.$inferInsert> = {}) {
  const submittedAt = columns.submittedAt ?? beijingInstant(addDays(held.endsOn, 1), '10:00');
  const row = one(
    await tx
      .insert(closing)
      .values({
        id: newId(),
        kind: 'main',
        status: 'approved',
        submittedBy: newId(),
        decisionDueOn: addDays(beijingDate(submittedAt), 5),
        decidedAt: new Date(submittedAt.getTime() + 86_400_000),
        decidedBy: newId(),
        ...columns,
        classId: held.id,
        submittedAt,
      })
      .returning(),
  );
  if (row.status === 'approved') {
    await tx
      .update(trainingClass)
      .set({ status: 'closed', closedAt: row.decidedAt, closedBy: row.decidedBy })
      .where(eq(trainingClass.id, held.id));
  }
  return row;
}

/** A class of the smallest course, held on one day, and closed; for many completions in one class. */
export async function aClosedClass(
  tx: Tx,
  { heldOn = addDays(beijingDate(now()), -14), ...columns }: Parameters<typeof aClass>[1] & { heldOn?: string } = {},
) {
  const held = await aClass(tx, { startsOn: heldOn, ...columns });
  return { ...held, status: 'closed' as const, closing: await aClosing(tx, held) };
}
export type BuiltClosedClass = Awaited<ReturnType<typeof aClosedClass>>;

/**
 * One person who passed a closed class, with everything behind it: attendance, scores, closing, certificate and the
 * +1 of the counting ledger, which is not folded yet. `heldOn` is the day that it counts by.
 */
export async function aCompletion(
  tx: Tx,
  {
    trainingClass: given,
    heldOn,
    countsTowardPlan,
    ...who
  }: EnrolmentColumns & { trainingClass?: BuiltClosedClass; heldOn?: string; countsTowardPlan?: boolean } = {},
) {
  const held =
    given ?? (await aClosedClass(tx, { ...(heldOn ? { heldOn } : {}), ...(countsTowardPlan === undefined ? {} : { countsTowardPlan }) }));
  const passed = await anEnrolment(tx, { trainingClass: held, status: 'passed', ...who });
  const completedOn = held.endsOn;
  await anAttendance(tx, passed, held.lessons);
  const scores = [await aScore(tx, passed, 'theory', 85, completedOn), await aScore(tx, passed, 'practical', 90, completedOn)];
  const minutes = (kind: 'theory' | 'practice') =>
    held.lessons.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.minutes, 0);
  const hours = { theory: minutes('theory'), practice: minutes('practice') };
  const evidence: Evidence = {
    passRule: held.course.passRule,
    scheduled: hours,
    credited: hours,
    attendancePercent: 100,
    scores: scores.map(({ kind, points, assessedOn }) => ({ kind, points, assessedOn })),
  };
  const row = one(
    await tx
      .insert(completion)
      .values({
        id: newId(),
        enrolmentId: passed.id,
        classId: held.id,
        personId: passed.personId,
        closingId: held.closing.id,
        category: passed.category,
        countsTowardPlan: held.countsTowardPlan,
        isPreService: passed.isPreService,
        institutionId: passed.institutionId,
        districtCode: passed.districtCode,
        operatorType: passed.operatorType,
        completedOn,
        theoryMinutes: hours.theory,
        practiceMinutes: hours.practice,
        evidence,
        evidenceHash: evidenceHash(evidence),
        status: 'valid',
        createdAt: held.closing.decidedAt ?? now(),
      })
      .returning(),
  );
  await tx.insert(completionEntry).values({ completionId: row.id, kind: 'completed', delta: 1, at: row.createdAt });
  return { ...row, enrolment: passed, trainingClass: held, certificate: await aCertificate(tx, row, held) };
}

async function aCertificate(tx: Tx, row: typeof completion.$inferSelect, held: BuiltClosedClass) {
  const named = (id: string | null) =>
    id ? tx.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, id)) : Promise.resolve([]);
  const [[holder], [provider], [institution]] = await Promise.all([
    tx.select().from(person).where(eq(person.id, row.personId)),
    named(held.providerId),
    named(row.institutionId),
  ]);
  const issuedOn = beijingDate(row.createdAt);
  const content: CertificateContent = {
    name: holder?.name ?? '',
    idNumberMasked: holder?.idNumberMasked ?? '',
    courseTitle: held.course.title,
    category: row.category,
    classCode: held.code,
    providerName: provider?.name ?? '',
    institutionName: institution?.name ?? null,
    startsOn: held.startsOn,
    endsOn: held.endsOn,
    completedOn: row.completedOn,
    theoryMinutes: row.theoryMinutes,
    practiceMinutes: row.practiceMinutes,
    syllabusVersion: 1,
  };
  return one(
    await tx
      .insert(completionCertificate)
      .values({
        id: newId(),
        completionId: row.id,
        number: certificateNumber(
          CATEGORY_LETTERS[row.category],
          held.districtCode,
          Number(issuedOn.slice(0, 4)),
          50_000 + (nextNumber() % 50_000),
        ),
        publicCode: newPublicCode(),
        issuedOn,
        content,
      })
      .returning(),
  );
}

/** Takes a completion back as the product does: a new entry of -1, the old one stays. */
export async function aRevocation(tx: Tx, { id }: Pick<typeof completion.$inferSelect, 'id'>, kind: 'revoked' | 'voided' = 'revoked') {
  await tx.update(completion).set({ status: kind }).where(eq(completion.id, id));
  await tx.update(completionCertificate).set({ revokedAt: now(), revokedReason: '演示' }).where(eq(completionCertificate.completionId, id));
  await tx.insert(completionEntry).values({ completionId: id, kind, delta: -1, reason: '演示', at: now() });
  if (kind === 'voided') {
    const own = tx.select({ id: completion.enrolmentId }).from(completion).where(eq(completion.id, id));
    await tx.update(enrolment).set({ status: 'voided' }).where(sql`${enrolment.id} in ${own}`);
  }
}

/** A 岗位培训合格证 of somebody who met the caregivers' outline. */
export async function aPostTraining(tx: Tx, columns: Partial<typeof postTraining.$inferInsert> & { personId: string }) {
  const [who] = await tx.select().from(person).where(eq(person.id, columns.personId));
  const outlineId = columns.outlineId ?? (await anOutline(tx, 'caregiver')).id;
  const minutes = { theoryMinutes: 2_700, practiceMinutes: 2_700 };
  const n = nextNumber();
  return one(
    await tx
      .insert(postTraining)
      .values({
        id: newId(),
        category: 'caregiver',
        outlineId,
        number: postTrainingNumber('caregiver', columns.districtCode ?? null, 2026, n),
        publicCode: newPublicCode(),
        metOn: beijingDate(now()),
        issuedOn: beijingDate(now()),
        ...minutes,
        content: {
          name: who?.name ?? '',
          idNumberMasked: who?.idNumberMasked ?? '',
          category: 'caregiver',
          outlineTitle: '保育人员培训大纲（演示）',
          outlineVersion: 1,
          issuerName: '区卫生健康委（演示）',
          required: { theory: 2_700, practice: 2_700 },
          ...minutes,
          completions: [],
        },
        createdAt: now(),
        ...columns,
      })
      .returning(),
  );
}
