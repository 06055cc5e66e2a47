import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { attendance, enrolment, lesson, organisation, syllabusVersion, trainingClass } from '#db/schema';
import { minutesOf } from '../attendance/queries.server';
import type { UserActor } from '../shared/actor';
import { groupBy } from '../shared/group-by';
import { Forbidden } from '../shared/refusals';
import { listCertificates } from './certificate-queries.server';

const IN_RECORD = ['approved', 'attending', 'passed', 'failed', 'absent', 'voided'] as const;

/** Trainings of a person with their minutes and certificates, and what to do next; for the person herself. */
export async function getRecord(actor: UserActor, now: Date) {
  if (actor.role !== 'trainee') throw new Forbidden();
  const { personId } = actor;
  // An account that still waits for its claim is nobody's record yet.
  if (personId === null) return { trainings: [], totals: { theory: 0, practice: 0, certificates: 0 }, next: { kind: 'claim' as const } };
  const enrolments = await listEnrolments(personId);
  const ids = enrolments.map((row) => row.enrolmentId);
  const classIds = [...new Set(enrolments.map((row) => row.classId))];
  const [lessons, marks, certificates] = ids.length > 0 ? await readMinutes(ids, classIds) : [[], [], []];
  const lessonsOf = groupBy(lessons, (row) => row.classId);
  const marksOf = groupBy(marks, (row) => row.enrolmentId);
  const trainings = enrolments
    .map((row) => ({
      ...row,
      ...minutesOf(lessonsOf.get(row.classId) ?? [], marksOf.get(row.enrolmentId) ?? []),
      certificate: certificates.find((each) => each.enrolmentId === row.enrolmentId) ?? null,
      nextLesson: (lessonsOf.get(row.classId) ?? []).find((each) => each.status === 'scheduled' && each.endsAt > now) ?? null,
    }))
    // A voided enrolment belongs to the record only where a certificate had been given on it.
    .filter((row) => row.status !== 'voided' || row.certificate);
  const valid = trainings.filter((row) => row.certificate?.status === 'valid');
  return {
    trainings,
    totals: {
      theory: valid.reduce((sum, row) => sum + (row.certificate?.content.theoryMinutes ?? 0), 0),
      practice: valid.reduce((sum, row) => sum + (row.certificate?.content.practiceMinutes ?? 0), 0),
      certificates: valid.length,
    },
    next: nextStep(trainings),
  };
}

type Training = Awaited<ReturnType<typeof listEnrolments>>[number] & {
  certificate: { number: string; status: string } | null;
  nextLesson: { title: string; startsAt: Date } | null;
};

/** The one thing to do: go to the next lesson, wait for the result, ask for the re-test, print, or look for a class. */
const nextStep = (trainings: readonly Training[]) => {
  const going = trainings.filter((row) => row.status === 'attending' || row.status === 'approved');
  const [soonest] = going
    .flatMap((row) =>
      row.nextLesson ? [{ enrolmentId: row.enrolmentId, title: row.title, lesson: row.nextLesson.title, at: row.nextLesson.startsAt }] : [],
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  if (soonest) return { kind: 'lesson' as const, ...soonest };
  const [waiting] = going;
  if (waiting) return { kind: 'result' as const, title: waiting.title };
  const failed = trainings.find((row) => row.status === 'failed');
  if (failed) return { kind: 'retest' as const, title: failed.title, provider: failed.provider };
  const printable = trainings.find((row) => row.certificate?.status === 'valid');
  if (printable?.certificate) return { kind: 'print' as const, title: printable.title, number: printable.certificate.number };
  return { kind: 'find' as const };
};

const listEnrolments = async (personId: string) => {
  const rows = await db
    .select({
      enrolmentId: enrolment.id,
      classId: trainingClass.id,
      code: trainingClass.code,
      startsOn: trainingClass.startsOn,
      endsOn: trainingClass.endsOn,
      status: enrolment.status,
      category: enrolment.category,
      provider: organisation.name,
      syllabus: syllabusVersion.content,
    })
    .from(enrolment)
    .innerJoin(trainingClass, eq(trainingClass.id, enrolment.classId))
    .innerJoin(organisation, eq(organisation.id, trainingClass.providerId))
    .innerJoin(syllabusVersion, eq(syllabusVersion.id, trainingClass.syllabusVersionId))
    .where(and(eq(enrolment.personId, personId), inArray(enrolment.status, [...IN_RECORD])))
    .orderBy(desc(trainingClass.startsOn), desc(enrolment.id))
    .limit(200);
  return rows.map(({ syllabus, ...row }) => ({ ...row, title: syllabus.title }));
};

const readMinutes = (enrolmentIds: string[], classIds: string[]) =>
  Promise.all([
    db.select().from(lesson).where(inArray(lesson.classId, classIds)).orderBy(asc(lesson.startsAt)),
    db.select().from(attendance).where(inArray(attendance.enrolmentId, enrolmentIds)),
    listCertificates(enrolmentIds),
  ]);
