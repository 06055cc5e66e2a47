import { expect, test } from 'vitest';
import { nextStepOf, type OpenEnrolment } from '~/domain/enrolment/next-step';

const one = (over: Partial<OpenEnrolment>): OpenEnrolment => ({
  id: 'e',
  status: 'applied',
  courseTitle: '课',
  institutionAnswer: 'not_needed',
  institutionAnswerDueOn: null,
  position: null,
  offerExpiresAt: null,
  nextLesson: null,
  ...over,
});
const at = (hour: number) => new Date(Date.UTC(2026, 2, 10, hour));
const lesson = (hour: number) => ({ title: 'L', startsAt: at(hour), place: 'P' });

test.each<[string, Partial<OpenEnrolment>[], string, string | undefined]>([
  ['nothing open: find a class', [], 'find_class', undefined],
  ['a rejected one changes nothing', [{ status: 'rejected' }], 'find_class', undefined],
  [
    'an offer comes before a lesson',
    [
      { status: 'attending', nextLesson: lesson(1) },
      { id: 'o', status: 'offered', offerExpiresAt: at(9) },
    ],
    'answer_offer',
    'o',
  ],
  [
    'the offer that runs out first',
    [
      { id: 'late', status: 'offered', offerExpiresAt: at(9) },
      { id: 'soon', status: 'offered', offerExpiresAt: at(5) },
    ],
    'answer_offer',
    'soon',
  ],
  [
    'the lesson that comes first',
    [
      { id: 'b', status: 'approved', nextLesson: lesson(5) },
      { id: 'a', status: 'attending', nextLesson: lesson(2) },
    ],
    'attend',
    'a',
  ],
  ['her institution is asked', [{ institutionAnswer: 'pending', institutionAnswerDueOn: '2026-03-12' }], 'await_institution', 'e'],
  ['the provider decides', [{ institutionAnswer: 'confirmed' }], 'await_provider', 'e'],
  ['a place in the queue', [{ status: 'waitlisted', position: 3 }], 'await_seat', 'e'],
  ['lessons are over', [{ status: 'attending' }], 'await_result', 'e'],
])('%s', (_name, rows, kind, enrolmentId) => {
  const step = nextStepOf(rows.map(one));
  expect(step.kind).toBe(kind);
  expect('enrolmentId' in step ? step.enrolmentId : undefined).toBe(enrolmentId);
});
