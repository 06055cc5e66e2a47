import type { EnrolmentStatus } from './enrolment';

/** What a trainee must do first, the most urgent of her enrolments deciding. */
export type NextStep =
  | { kind: 'answer_offer'; enrolmentId: string; course: string; until: string }
  | { kind: 'attend'; enrolmentId: string; course: string; lesson: string; at: string; place: string }
  | { kind: 'await_institution'; enrolmentId: string; course: string; due: string | null }
  | { kind: 'await_provider'; enrolmentId: string; course: string }
  | { kind: 'await_seat'; enrolmentId: string; course: string; position: number }
  | { kind: 'await_result'; enrolmentId: string; course: string }
  | { kind: 'find_class' };

export interface OpenEnrolment {
  id: string;
  status: EnrolmentStatus;
  courseTitle: string;
  institutionAnswer: string;
  institutionAnswerDueOn: string | null;
  position: number | null;
  offerExpiresAt: Date | null;
  nextLesson: { title: string; startsAt: Date; place: string } | null;
}

/** Offers run out first; then the next lesson; then whoever is waited for. */
export function nextStepOf(enrolments: readonly OpenEnrolment[]): NextStep {
  const named = (row: OpenEnrolment) => ({ enrolmentId: row.id, course: row.courseTitle });
  const offered = enrolments
    .flatMap((row) => (row.status === 'offered' && row.offerExpiresAt ? [{ row, until: row.offerExpiresAt }] : []))
    .sort((a, b) => a.until.getTime() - b.until.getTime())[0];
  if (offered) return { kind: 'answer_offer', ...named(offered.row), until: offered.until.toISOString() };

  const going = enrolments.filter((row) => row.status === 'approved' || row.status === 'attending');
  const soonest = going
    .flatMap((row) => (row.nextLesson ? [{ row, lesson: row.nextLesson }] : []))
    .sort((a, b) => a.lesson.startsAt.getTime() - b.lesson.startsAt.getTime())[0];
  if (soonest) {
    const { title, startsAt, place } = soonest.lesson;
    return { kind: 'attend', ...named(soonest.row), lesson: title, at: startsAt.toISOString(), place };
  }
  const pending = enrolments.find((row) => row.status === 'applied' && row.institutionAnswer === 'pending');
  if (pending) return { kind: 'await_institution', ...named(pending), due: pending.institutionAnswerDueOn };
  const applied = enrolments.find((row) => row.status === 'applied');
  if (applied) return { kind: 'await_provider', ...named(applied) };
  const waiting = enrolments.find((row) => row.status === 'waitlisted');
  if (waiting) return { kind: 'await_seat', ...named(waiting), position: waiting.position ?? 1 };
  const finished = going[0];
  if (finished) return { kind: 'await_result', ...named(finished) };
  return { kind: 'find_class' };
}
