import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { enrolment, organisation, person, score } from '#db/schema';
import type { LedgerLesson, LedgerMark } from '../attendance/attendance';
import { ledger } from '../attendance/attendance';
import type { KnownClass } from '../attendance/find-class.server';
import { listLessons, listMarks } from '../attendance/queries.server';
import { groupBy } from '../shared/group-by';
import type { Score } from './completion';
import { type Decision, decideResult, type ResultFacts } from './result';

const WITH_EVIDENCE = ['approved', 'attending', 'passed', 'failed', 'absent'] as const;

export interface StoredScore extends Score {
  assessor: string;
}

export type Trainee = Awaited<ReturnType<typeof listTrainees>>[number];
export type TraineeEvidence = Trainee & {
  scores: StoredScore[];
  facts: ResultFacts;
  decision: Decision;
  /** Lessons that she has a mark for. */
  marked: ReadonlyMap<string, LedgerMark>;
};

export interface ClassEvidence {
  lessons: Awaited<ReturnType<typeof listLessons>>;
  trainees: TraineeEvidence[];
}

/** Lessons, marks and scores of a class and what they decide for each trainee, or for one enrolment whatever its state. */
export async function readEvidence(tx: Tx, known: KnownClass, enrolmentId?: string): Promise<ClassEvidence> {
  const only = enrolmentId === undefined ? undefined : [enrolmentId];
  // One after the other: they may run inside one transaction.
  const lessons = await listLessons(tx, known.id);
  const people = await listTrainees(tx, known.id, enrolmentId);
  const marks = await listMarks(tx, known.id, only);
  const scores = await listScores(tx, known.id, enrolmentId);
  return {
    lessons,
    trainees: people.map((trainee) => {
      const own = scores.get(trainee.enrolmentId) ?? [];
      const mine = marks.get(trainee.enrolmentId) ?? [];
      const facts = factsOf(known.syllabus, lessons, mine, own);
      return { ...trainee, scores: own, facts, decision: decideResult(facts), marked: new Map(mine.map((mark) => [mark.lessonId, mark])) };
    }),
  };
}

const factsOf = (
  syllabus: KnownClass['syllabus'],
  lessons: readonly (LedgerLesson & { heldOn: string })[],
  marks: readonly LedgerMark[],
  scores: readonly Score[],
): ResultFacts => ({
  passRule: syllabus.passRule,
  ledger: ledger(lessons, marks),
  scores: scores.map(({ kind, points, assessedOn }) => ({ kind, points, assessedOn })),
  syllabus: {
    theoryMinutes: syllabus.modules.reduce((sum, module) => sum + module.theoryMinutes, 0),
    practiceMinutes: syllabus.modules.reduce((sum, module) => sum + module.practiceMinutes, 0),
  },
  lastLessonOn: lessons.reduce<string | null>(
    (last, { status, heldOn }) => (status === 'scheduled' && (last === null || heldOn > last) ? heldOn : last),
    null,
  ),
});

const listTrainees = (tx: Tx, classId: string, enrolmentId?: string) =>
  tx
    .select({
      enrolmentId: enrolment.id,
      personId: enrolment.personId,
      status: enrolment.status,
      category: enrolment.category,
      isPreService: enrolment.isPreService,
      institutionId: enrolment.institutionId,
      institution: organisation.name,
      districtCode: enrolment.districtCode,
      operatorType: enrolment.operatorType,
      name: person.name,
      idNumberMasked: person.idNumberMasked,
    })
    .from(enrolment)
    .innerJoin(person, eq(person.id, enrolment.personId))
    .leftJoin(organisation, eq(organisation.id, enrolment.institutionId))
    .where(
      and(
        eq(enrolment.classId, classId),
        enrolmentId === undefined ? inArray(enrolment.status, [...WITH_EVIDENCE]) : eq(enrolment.id, enrolmentId),
      ),
    )
    .orderBy(sql`${person.name} collate "zh-x-icu"`, asc(enrolment.id));

async function listScores(tx: Tx, classId: string, enrolmentId?: string): Promise<Map<string, StoredScore[]>> {
  const rows = await tx
    .select({
      enrolmentId: score.enrolmentId,
      kind: score.kind,
      points: score.points,
      assessedOn: score.assessedOn,
      assessor: score.assessor,
    })
    .from(score)
    .innerJoin(enrolment, eq(enrolment.id, score.enrolmentId))
    .where(and(eq(enrolment.classId, classId), enrolmentId === undefined ? undefined : eq(enrolment.id, enrolmentId)));
  return groupBy(rows, (row) => row.enrolmentId);
}
