import { expect, test } from 'vitest';
import {
  ENROLMENT_MOVES,
  ENROLMENT_STATUSES,
  type EnrolmentActor,
  type EnrolmentStatus,
  FINAL_ENROLMENT_STATUSES,
  holdsSeat,
  isFinal,
  LIVE_ENROLMENT_STATUSES,
  mayMove,
  OPEN_ENROLMENT_STATUSES,
  SEAT_HOLDING,
} from '~/domain/enrolment/enrolment';

test('applied, offered, approved and attending hold one seat each, the others none', () => {
  expect(ENROLMENT_STATUSES.filter(holdsSeat).sort()).toEqual(['applied', 'approved', 'attending', 'offered']);
});

test('each state is either open or final', () => {
  const open: readonly string[] = OPEN_ENROLMENT_STATUSES;
  for (const status of ENROLMENT_STATUSES) expect(open.includes(status)).toBe(!isFinal(status));
  expect(OPEN_ENROLMENT_STATUSES.length + FINAL_ENROLMENT_STATUSES.length).toBe(ENROLMENT_STATUSES.length);
});

test('who left or was turned away may enrol again; who sits, waits or was judged may not', () => {
  const live: readonly string[] = LIVE_ENROLMENT_STATUSES;
  const mayReturn: EnrolmentStatus[] = ['lapsed', 'declined', 'rejected', 'withdrawn', 'voided'];
  expect(ENROLMENT_STATUSES.filter((status) => !live.includes(status)).sort()).toEqual(mayReturn.sort());
});

test.each<[EnrolmentStatus | null, EnrolmentStatus, EnrolmentActor]>([
  [null, 'applied', 'trainee'],
  [null, 'waitlisted', 'institution'],
  ['applied', 'approved', 'provider'],
  ['applied', 'rejected', 'institution'],
  ['waitlisted', 'offered', 'system'],
  ['offered', 'approved', 'trainee'],
  ['offered', 'lapsed', 'system'],
  ['attending', 'passed', 'reviewer'],
  ['failed', 'passed', 'reviewer'],
  ['passed', 'voided', 'reviewer'],
])('from %s to %s by the %s', (from, to, who) => {
  expect(mayMove(from, to, who)).toBe(true);
});

test.each<[EnrolmentStatus | null, EnrolmentStatus, EnrolmentActor]>([
  ['waitlisted', 'approved', 'provider'],
  ['waitlisted', 'offered', 'provider'],
  ['applied', 'approved', 'trainee'],
  ['attending', 'passed', 'provider'],
  ['passed', 'withdrawn', 'trainee'],
  ['lapsed', 'approved', 'trainee'],
  ['voided', 'approved', 'reviewer'],
  ['absent', 'passed', 'reviewer'],
])('never from %s to %s by the %s', (from, to, who) => {
  expect(mayMove(from, to, who)).toBe(false);
});

test('nobody gets past the queue: a waiting person gains a seat only by an offer', () => {
  const seats: readonly string[] = SEAT_HOLDING;
  const gains = ENROLMENT_MOVES.filter((move) => move.from === 'waitlisted' && seats.includes(move.to));
  expect(gains.map((move) => [move.by, move.who])).toEqual([['offer', ['system']]]);
});

test('every open state can be voided, so that a cancelled class leaves nobody behind', () => {
  for (const status of OPEN_ENROLMENT_STATUSES) expect(mayMove(status, 'voided', 'system')).toBe(true);
});
