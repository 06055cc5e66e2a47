import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import {
  cooperationAgreement,
  integratedEnterprise,
  major,
  placement,
  placementLog,
  programmePoint,
  programmeYear,
  student,
  teacherPractice,
} from '#db/schema';
import { newId } from '~/domain/shared/id';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { storeFile } from '~/platform/files.server';
import { anInstitution, aProvider } from './organisations';
import { anEngagement, aPerson } from './people';
import { one } from './row';
import { nextNumber } from './synthetic';

/** A childcare-related major of higher vocational level. */
export const aMajor = async (tx: Tx, columns: Partial<typeof major.$inferInsert> = {}) => {
  const n = nextNumber();
  return one(
    await tx
      .insert(major)
      .values({
        id: newId(),
        code: `T${n}`,
        nameZh: `演示托育专业${n}`,
        level: 'higher_vocational',
        childcareRelated: true,
        source: '演示目录',
        createdAt: now(),
        ...columns,
      })
      .returning(),
  );
};

/** A filed point that the commission confirmed, without any year; makes its college and major. `confirmedAt: null` = waits. */
export const aProgrammePoint = async (tx: Tx, columns: Partial<typeof programmePoint.$inferInsert> = {}) =>
  one(
    await tx
      .insert(programmePoint)
      .values({
        id: newId(),
        status: 'filed',
        filedOn: columns.status === 'planned' ? null : '2022-03-01',
        documentNo: columns.status === 'planned' ? '' : '演示备案〔2022〕1号',
        confirmedAt: columns.status === 'planned' ? null : now(),
        createdAt: now(),
        ...columns,
        collegeId: columns.collegeId ?? (await aProvider(tx)).id,
        majorId: columns.majorId ?? (await aMajor(tx)).id,
      })
      .returning(),
  );

/** Forty places planned in this year, enrolment not over yet. */
export const aProgrammeYear = async (tx: Tx, pointId: string, columns: Partial<typeof programmeYear.$inferInsert> = {}) =>
  one(
    await tx
      .insert(programmeYear)
      .values({ pointId, year: Number(beijingDate(now()).slice(0, 4)), plannedIntake: 40, changedAt: now(), ...columns })
      .returning(),
  );

/** A confirmed agreement about placements that runs for two years around today, without its file. */
export const anAgreement = async (tx: Tx, columns: Partial<typeof cooperationAgreement.$inferInsert> = {}) => {
  const today = beijingDate(now());
  return one(
    await tx
      .insert(cooperationAgreement)
      .values({
        id: newId(),
        number: `XQHZ-${nextNumber()}`,
        scopes: ['placements'],
        signedOn: addDays(today, -370),
        fromOn: addDays(today, -365),
        untilOn: addDays(today, 365),
        status: 'confirmed',
        proposedAt: now(),
        decidedAt: columns.status === 'proposed' ? null : now(),
        ...columns,
        collegeId: columns.collegeId ?? (await aProvider(tx)).id,
        institutionId: columns.institutionId ?? (await anInstitution(tx)).id,
      })
      .returning(),
  );
};

/** The same with a signed copy, a PDF of its own. */
export async function aFiledAgreement(tx: Tx, columns: Partial<typeof cooperationAgreement.$inferInsert> = {}) {
  const bytes = Buffer.from(`%PDF-1.4\n${nextNumber()}\n%%EOF\n`);
  const { sha256, storageKey } = await storeFile(bytes);
  return anAgreement(tx, {
    fileName: '合作协议.pdf',
    fileMediaType: 'application/pdf',
    fileBytes: bytes.byteLength,
    fileSha256: sha256,
    fileStoredAs: storageKey,
    ...columns,
  });
}

/** In cultivation since last year, until something else is entered. */
export const anEnterprise = async (tx: Tx, columns: Partial<typeof integratedEnterprise.$inferInsert> = {}) =>
  one(
    await tx
      .insert(integratedEnterprise)
      .values({
        id: newId(),
        status: 'cultivating',
        fromOn: addDays(beijingDate(now()), -365),
        documentNo: '演示产教〔2025〕1号',
        createdAt: now(),
        ...columns,
        institutionId: columns.institutionId ?? (await anInstitution(tx)).id,
      })
      .returning(),
  );

/** Ten days of a teacher that begin next week. */
export const aPractice = async (tx: Tx, columns: Partial<typeof teacherPractice.$inferInsert> = {}) => {
  const today = beijingDate(now());
  return one(
    await tx
      .insert(teacherPractice)
      .values({
        id: newId(),
        teacherName: `周老师${nextNumber()}`,
        fromOn: addDays(today, 7),
        untilOn: addDays(today, 18),
        days: 10,
        topic: '婴幼儿一日生活照护跟岗',
        status: 'planned',
        createdAt: now(),
        ...columns,
        collegeId: columns.collegeId ?? (await aProvider(tx)).id,
        institutionId: columns.institutionId ?? (await anInstitution(tx)).id,
      })
      .returning(),
  );
};

/** Studies since last September at a point of her own college; makes person and point. */
export const aStudent = async (tx: Tx, columns: Partial<typeof student.$inferInsert> = {}) => {
  const point = columns.pointId ? null : await aProgrammePoint(tx, columns.collegeId ? { collegeId: columns.collegeId } : {});
  const ofPoint = columns.pointId
    ? (await tx.select({ collegeId: programmePoint.collegeId }).from(programmePoint).where(eq(programmePoint.id, columns.pointId)))[0]
    : point;
  return one(
    await tx
      .insert(student)
      .values({
        id: newId(),
        studentNo: `XS${nextNumber()}`,
        enrolledOn: `${Number(beijingDate(now()).slice(0, 4)) - 1}-09-01`,
        status: 'studying',
        createdAt: now(),
        ...columns,
        pointId: columns.pointId ?? point?.id ?? '',
        collegeId: columns.collegeId ?? ofPoint?.collegeId ?? '',
        personId: columns.personId ?? (await aPerson(tx, { isPreService: true })).id,
      })
      .returning(),
  );
};

type PlacementColumns = Partial<typeof placement.$inferInsert>;

/**
 * Six months on a post, proposed; from next week, or since four weeks where it was accepted. An accepted one stands on the post of
 * an intern. Makes its student and institution.
 */
export const aPlacement = async (tx: Tx, columns: PlacementColumns = {}) => {
  const { status = 'proposed', collegeId, personId } = columns;
  const who = columns.studentId
    ? one(await tx.select().from(student).where(eq(student.id, columns.studentId)))
    : await aStudent(tx, { ...(collegeId && { collegeId }), ...(personId && { personId }) });
  const institutionId = columns.institutionId ?? (await anInstitution(tx)).id;
  const isWaiting = status === 'proposed' || status === 'declined';
  const fromOn = columns.fromOn ?? addDays(beijingDate(now()), isWaiting ? 7 : -28);
  const post = { personId: who.personId, institutionId, isIntern: true, startOn: fromOn };
  const engagementId = status === 'accepted' ? (columns.engagementId ?? (await anEngagement(tx, post)).id) : null;
  return one(
    await tx
      .insert(placement)
      .values({
        id: newId(),
        kind: 'post',
        role: 'caregiver',
        untilOn: addDays(fromOn, 181),
        hoursPerDay: 8,
        agreementNo: `SX-${nextNumber()}`,
        agreementSignedOn: addDays(fromOn, -10),
        insuranceNo: `BX${nextNumber()}`,
        insuredUntilOn: addDays(fromOn, 400),
        collegeMentor: '周老师',
        institutionMentor: isWaiting ? '' : '吴老师',
        proposedAt: now(),
        proposedBy: newId(),
        result: status === 'finished' ? 'good' : null,
        endedOn: status === 'broken_off' ? fromOn : null,
        ...columns,
        ...{ status, fromOn, institutionId, engagementId },
        ...{ studentId: who.id, personId: who.personId, collegeId: who.collegeId },
      })
      .returning(),
  );
};

/** Eight hours of a day in the log. */
export const aLogEntry = async (tx: Tx, placementId: string, columns: Partial<typeof placementLog.$inferInsert> = {}) =>
  one(
    await tx
      .insert(placementLog)
      .values({ placementId, day: beijingDate(now()), minutes: 480, text: '照护午睡，记录喂养。', writtenAt: now(), ...columns })
      .returning(),
  );
