import { attendancePercent } from '~/domain/attendance/attendance';
import type { Evidence } from '~/domain/completion/closing';
import { certificateNumber, countsTowardPlan } from '~/domain/completion/completion';
import { evidenceHash } from '~/domain/completion/evidence-hash.server';
import type { Decision, ResultFacts } from '~/domain/completion/result';
import { CATEGORY_LETTERS, definesAssessment } from '~/domain/course/course';
import { newId, newPublicCode } from '~/domain/shared/id';
import { beijingDate } from '~/domain/shared/period';
import type { SeedClass, SeedEnrolment, World } from './world';

export type Completion = World['rows']['completion'][number];

interface Passed {
  facts: ResultFacts;
  decision: Decision;
  closingId: string;
  decidedAt: Date;
  by: string;
}

/** What somebody who passed gets: a completion, its +1 and a certificate. */
export function issueCompletion(
  world: World,
  held: SeedClass,
  { row, member }: SeedEnrolment,
  { facts, decision, closingId, decidedAt, by }: Passed,
): Completion {
  const { ledger: book, passRule, scores } = facts;
  const evidence: Evidence = {
    passRule,
    scheduled: { theory: book.theoryScheduled, practice: book.practiceScheduled },
    credited: { theory: book.theoryCredited, practice: book.practiceCredited },
    attendancePercent: attendancePercent(book) ?? 0,
    scores: [...scores],
  };
  const { category, isPreService, institutionId, districtCode, operatorType } = row;
  const counts = { classCounts: held.row.countsTowardPlan ?? true, definesAssessment: definesAssessment(passRule), category };
  const completedOn = decision.completedOn ?? held.row.endsOn;
  const completion: Completion = {
    id: newId(),
    enrolmentId: row.id,
    classId: held.row.id,
    personId: row.personId,
    closingId,
    ...{ category, isPreService, institutionId, districtCode, operatorType },
    countsTowardPlan: countsTowardPlan(counts),
    completedOn,
    theoryMinutes: evidence.credited.theory,
    practiceMinutes: evidence.credited.practice,
    evidence,
    evidenceHash: evidenceHash(evidence),
    status: 'valid',
    createdAt: decidedAt,
  };
  world.rows.completion.push(completion);
  world.rows.completionEntry.push({ completionId: completion.id, kind: 'completed', delta: 1, at: decidedAt, by });
  const issuedOn = beijingDate(decidedAt);
  world.rows.completionCertificate.push({
    id: newId(),
    completionId: completion.id,
    number: nextNumber(world, CATEGORY_LETTERS[category], held.row.districtCode ?? null, Number(issuedOn.slice(0, 4))),
    publicCode: newPublicCode(),
    issuedOn,
    content: {
      name: member.person.name,
      idNumberMasked: member.person.idNumberMasked,
      courseTitle: held.course.row.title,
      category,
      classCode: held.row.code,
      providerName: held.course.provider.name,
      institutionName: institutionId ? (member.institution?.name ?? null) : null,
      startsOn: held.row.startsOn,
      endsOn: held.row.endsOn,
      completedOn,
      theoryMinutes: completion.theoryMinutes,
      practiceMinutes: completion.practiceMinutes,
      syllabusVersion: 1,
    },
  });
  return completion;
}

function nextNumber(world: World, letter: 'P' | 'C' | 'H' | 'O', districtCode: string | null, year: number): string {
  const key = districtCode ?? '110000';
  let counter = world.rows.certificateCounter.find((each) => each.letter === letter && each.districtCode === key && each.year === year);
  if (!counter) {
    counter = { letter, districtCode: key, year, last: 0 };
    world.rows.certificateCounter.push(counter);
  }
  counter.last += 1;
  return certificateNumber(letter, districtCode, year, counter.last);
}
