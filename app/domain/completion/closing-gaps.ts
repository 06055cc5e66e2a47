import type { EnrolmentStatus } from '../enrolment/enrolment';
import { Refusal, type RefusalCode } from '../shared/refusals';
import type { LessonStatus } from '../training-class/training-class';
import type { Decision, ResultMissing } from './result';

/** What keeps a class from being handed in. */
export const CLOSING_GAPS = [
  'no_lessons',
  'lessons_not_finished',
  'no_trainees',
  'applicants_undecided',
  'attendance_missing',
  'theory_score_missing',
  'practical_score_missing',
] as const;
export type ClosingGapCode = (typeof CLOSING_GAPS)[number];

export interface ClosingGap {
  code: ClosingGapCode;
  /** Whom it concerns; empty where it is the class itself. */
  people: { enrolmentId: string; name: string }[];
}

interface Concerned {
  enrolmentId: string;
  name: string;
  status: EnrolmentStatus;
  decision: Decision;
}

const UNDECIDED: readonly ResultMissing[] = ['attendance_missing', 'theory_score_missing', 'practical_score_missing'];
const OPEN: readonly EnrolmentStatus[] = ['approved', 'attending'];

/** Everything that is missing before a class can be closed; empty = it may be handed in. */
export const closingGaps = (
  lessons: readonly { status: LessonStatus; endsAt: Date }[],
  trainees: readonly Concerned[],
  applicants: readonly { enrolmentId: string; name: string }[],
  now: Date,
): ClosingGap[] => {
  const held = lessons.filter((lesson) => lesson.status === 'scheduled');
  const own = (code: ClosingGapCode, is: boolean): ClosingGap[] => (is ? [{ code, people: [] }] : []);
  const of = (code: ClosingGapCode, people: readonly { enrolmentId: string; name: string }[]): ClosingGap[] =>
    people.length === 0 ? [] : [{ code, people: people.map(({ enrolmentId, name }) => ({ enrolmentId, name })) }];
  const open = trainees.filter((trainee) => OPEN.includes(trainee.status));
  return [
    ...own('no_lessons', held.length === 0),
    ...own(
      'lessons_not_finished',
      held.some((lesson) => lesson.endsAt > now),
    ),
    ...own('no_trainees', open.length === 0 && applicants.length === 0),
    ...of('applicants_undecided', applicants),
    ...(held.length === 0
      ? []
      : UNDECIDED.flatMap((code) =>
          of(
            code as ClosingGapCode,
            open.filter((trainee) => trainee.decision.missing.includes(code)),
          ),
        )),
  ];
};

const REFUSALS: Readonly<Record<ClosingGapCode, RefusalCode>> = {
  no_lessons: 'class_without_lessons',
  lessons_not_finished: 'lessons_not_finished',
  no_trainees: 'closing_without_trainees',
  applicants_undecided: 'closing_applicants',
  attendance_missing: 'closing_attendance',
  theory_score_missing: 'closing_theory',
  practical_score_missing: 'closing_practical',
};

/** @throws Refusal that names the first thing missing and whom it concerns */
export const requireNoGaps = ([first]: readonly ClosingGap[]): void => {
  if (!first) return;
  const [somebody] = first.people;
  throw new Refusal(REFUSALS[first.code], somebody ? { params: { name: somebody.name, count: first.people.length } } : {});
};

/** How many of each result a closing brings. */
export const countResults = (trainees: readonly { decision: Decision }[]) => {
  const of = (result: Decision['result']) => trainees.filter(({ decision }) => decision.result === result).length;
  return { passed: of('passed'), failed: of('failed'), absent: of('absent') };
};
