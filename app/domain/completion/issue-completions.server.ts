import type { Tx } from '#db/client';
import { completion, completionCertificate, completionEntry } from '#db/schema';
import { attendancePercent } from '../attendance/attendance';
import type { KnownClass } from '../attendance/find-class.server';
import { CATEGORY_LETTERS, definesAssessment } from '../course/course';
import { newId, newPublicCode } from '../shared/id';
import { beijingDate } from '../shared/period';
import { takeCertificateNumbers } from './certificate-numbers.server';
import type { CertificateContent, Evidence } from './closing';
import { countsTowardPlan } from './completion';
import type { TraineeEvidence } from './evidence.server';
import { evidenceHash } from './evidence-hash.server';

interface Issue {
  known: KnownClass;
  closingId: string;
  now: Date;
  by: string;
  passed: readonly TraineeEvidence[];
}

/** One completion, one +1 and one certificate for each; unique keys refuse a second of any. */
export async function issueCompletions(tx: Tx, { known, closingId, now, by, passed }: Issue): Promise<void> {
  if (passed.length === 0) return;
  const rows = passed.map((trainee) => completionOf(known, closingId, now, trainee));
  await tx.insert(completion).values(rows);
  await tx.insert(completionEntry).values(rows.map((row) => ({ completionId: row.id, kind: 'completed' as const, delta: 1, at: now, by })));
  const issuedOn = beijingDate(now);
  const letters = passed.map((trainee) => CATEGORY_LETTERS[trainee.category]);
  const numbers = await takeCertificateNumbers(tx, letters, known.districtCode, Number(issuedOn.slice(0, 4)));
  await tx.insert(completionCertificate).values(
    passed.map((trainee, at) => {
      const row = at < rows.length ? rows[at] : undefined;
      const number = numbers[at];
      if (!row || !number) throw new Error('fewer numbers than certificates');
      return {
        id: newId(),
        completionId: row.id,
        number,
        publicCode: newPublicCode(),
        issuedOn,
        content: contentOf(known, trainee, row.completedOn),
      };
    }),
  );
}

function completionOf(known: KnownClass, closingId: string, now: Date, trainee: TraineeEvidence) {
  const { completedOn } = trainee.decision;
  if (completedOn === null) throw new Error(`passed without a day: enrolment ${trainee.enrolmentId}`);
  const evidence = evidenceOf(trainee);
  const { category, isPreService, institutionId, districtCode, operatorType } = trainee;
  const counts = { classCounts: known.countsTowardPlan, definesAssessment: definesAssessment(known.syllabus.passRule), category };
  return {
    id: newId(),
    enrolmentId: trainee.enrolmentId,
    classId: known.id,
    personId: trainee.personId,
    closingId,
    ...{ category, isPreService, institutionId, districtCode, operatorType },
    countsTowardPlan: countsTowardPlan(counts),
    completedOn,
    theoryMinutes: evidence.credited.theory,
    practiceMinutes: evidence.credited.practice,
    evidence,
    evidenceHash: evidenceHash(evidence),
    status: 'valid' as const,
    createdAt: now,
  };
}

const evidenceOf = ({ facts, scores }: TraineeEvidence): Evidence => ({
  passRule: facts.passRule,
  scheduled: { theory: facts.ledger.theoryScheduled, practice: facts.ledger.practiceScheduled },
  credited: { theory: facts.ledger.theoryCredited, practice: facts.ledger.practiceCredited },
  attendancePercent: attendancePercent(facts.ledger) ?? 0,
  scores: scores.map(({ kind, points, assessedOn }) => ({ kind, points, assessedOn })),
});

const contentOf = (known: KnownClass, trainee: TraineeEvidence, completedOn: string): CertificateContent => ({
  name: trainee.name,
  idNumberMasked: trainee.idNumberMasked,
  courseTitle: known.syllabus.title,
  category: trainee.category,
  classCode: known.code,
  providerName: known.providerName,
  institutionName: trainee.institution,
  startsOn: known.startsOn,
  endsOn: known.endsOn,
  completedOn,
  theoryMinutes: trainee.facts.ledger.theoryCredited,
  practiceMinutes: trainee.facts.ledger.practiceCredited,
  syllabusVersion: known.syllabusVersion,
});
