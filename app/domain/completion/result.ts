import { type Ledger, reachesAttendance } from '../attendance/attendance';
import type { PassRule } from '../course/course';
import type { Result, Score, ScoreKind } from './completion';

export const RESULT_REASONS = [
  'never_attended',
  'attendance_short',
  'theory_hours_short',
  'practice_hours_short',
  'theory_failed',
  'practical_failed',
] as const;
export type ResultReason = (typeof RESULT_REASONS)[number];

export const RESULT_MISSING = ['no_lessons', 'attendance_missing', 'theory_score_missing', 'practical_score_missing'] as const;
export type ResultMissing = (typeof RESULT_MISSING)[number];

export interface ResultFacts {
  passRule: PassRule;
  ledger: Ledger;
  scores: readonly Score[];
  /** What the frozen syllabus promises, in minutes. */
  syllabus: { theoryMinutes: number; practiceMinutes: number };
  /** Day of the last lesson that was not cancelled; null when none was held. */
  lastLessonOn: string | null;
}

export interface Decision {
  result: Result;
  reasons: ResultReason[];
  missing: ResultMissing[];
  /** Only when passed: the day of the last lesson or assessment, re-test included, that made it pass. */
  completedOn: string | null;
}

interface Examined {
  state: 'not_examined' | 'missing' | 'passed' | 'failed';
  on: string | null;
}

const examine = (scores: readonly Score[], first: ScoreKind, retest: ScoreKind, minimum: number | null): Examined => {
  if (minimum === null) return { state: 'not_examined', on: null };
  const sat = [first, retest].flatMap((kind) => scores.filter((score) => score.kind === kind));
  const passing = sat.find((score) => score.points >= minimum);
  if (passing) return { state: 'passed', on: passing.assessedOn };
  return { state: sat.length === 0 ? 'missing' : 'failed', on: null };
};

/**
 * Each part must reach the rule's share of what the syllabus promises: nobody passes on theory alone,
 * and a class cut short does not pass for a whole one.
 */
const hoursReasons = ({ passRule, ledger, syllabus }: ResultFacts): ResultReason[] => {
  if (!passRule.hoursMustBeMet) return [];
  const short = (credited: number, promised: number): boolean => credited * 100 < promised * passRule.minAttendancePercent;
  const reasons: ResultReason[] = [];
  if (short(ledger.theoryCredited, syllabus.theoryMinutes)) reasons.push('theory_hours_short');
  if (short(ledger.practiceCredited, syllabus.practiceMinutes)) reasons.push('practice_hours_short');
  return reasons;
};

/** The result of one trainee from the evidence alone. Who fell short in attendance needs no score to fail. */
export const decideResult = (facts: ResultFacts): Decision => {
  const { passRule, ledger, scores, lastLessonOn } = facts;
  const decided = (result: Result, reasons: ResultReason[], missing: ResultMissing[] = []): Decision => ({
    result,
    reasons,
    missing,
    completedOn: null,
  });
  if (ledger.lessonsScheduled === 0 || lastLessonOn === null) return decided('undetermined', [], ['no_lessons']);
  if (ledger.lessonsMarked < ledger.lessonsScheduled) return decided('undetermined', [], ['attendance_missing']);
  if (ledger.lessonsAttended === 0) return decided('absent', ['never_attended']);

  const reasons = hoursReasons(facts);
  if (!reachesAttendance(ledger, passRule.minAttendancePercent)) reasons.unshift('attendance_short');
  const theory = examine(scores, 'theory', 'theory_retest', passRule.minTheoryScore);
  const practical = examine(scores, 'practical', 'practical_retest', passRule.minPracticalScore);
  const missing: ResultMissing[] = [];
  if (theory.state === 'missing') missing.push('theory_score_missing');
  if (practical.state === 'missing') missing.push('practical_score_missing');
  if (reasons.length === 0 && missing.length > 0) return decided('undetermined', [], missing);

  if (theory.state === 'failed') reasons.push('theory_failed');
  if (practical.state === 'failed') reasons.push('practical_failed');
  if (reasons.length > 0) return decided('failed', reasons);
  const days = [lastLessonOn, theory.on, practical.on].filter((day) => day !== null).sort();
  return { result: 'passed', reasons: [], missing: [], completedOn: days.at(-1) ?? lastLessonOn };
};
