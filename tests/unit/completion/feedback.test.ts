import { describe, expect, test } from 'vitest';
import { type FeedbackFacts, type FeedbackState, feedbackStateOf, feedbackUntil, isShown } from '~/domain/completion/feedback';
import { ENROLMENT_STATUSES } from '~/domain/enrolment/enrolment';

const TODAY = '2026-11-24';
const facts = (over: Partial<FeedbackFacts> = {}): FeedbackFacts => ({
  status: 'passed',
  classStatus: 'closed',
  endsOn: '2026-11-10',
  closedOn: '2026-11-15',
  given: false,
  ...over,
});

describe('who is asked, and when', () => {
  test.each<[string, Partial<FeedbackFacts>, FeedbackState]>([
    ['passed and closed', {}, 'open'],
    ['answered already', { given: true }, 'given'],
    ['answered, and the time is over', { given: true, endsOn: '2026-01-10', closedOn: '2026-01-15' }, 'given'],
    ['the class goes on', { status: 'attending', classStatus: 'planned', endsOn: TODAY, closedOn: null }, 'not_yet'],
    ['its last day was yesterday', { status: 'attending', classStatus: 'planned', endsOn: '2026-11-23', closedOn: null }, 'open'],
    ['handed in for closing', { status: 'attending', classStatus: 'closing_review', closedOn: null }, 'open'],
    ['never came', { status: 'absent' }, 'not_attended'],
    ['left', { status: 'withdrawn' }, 'not_attended'],
    ['cancelled', { status: 'attending', classStatus: 'cancelled' }, 'not_attended'],
    ['the last day', { endsOn: '2026-10-20', closedOn: '2026-10-25' }, 'open'],
    ['the day after', { endsOn: '2026-10-20', closedOn: '2026-10-24' }, 'over'],
  ])('%s: %o → %s', (_, over, state) => {
    expect(feedbackStateOf(facts(over), TODAY, 30)).toBe(state);
  });

  test('of all states of an enrolment, those who came', () => {
    const asked = ENROLMENT_STATUSES.filter((status) => feedbackStateOf(facts({ status }), TODAY, 30) === 'open');
    expect(asked).toEqual(['attending', 'passed', 'failed']);
  });
});

test('the time runs from the end, or from a closing that came later', () => {
  expect(feedbackUntil({ endsOn: '2026-11-10', closedOn: null }, 30)).toBe('2026-12-10');
  expect(feedbackUntil({ endsOn: '2026-11-10', closedOn: '2026-11-20' }, 30)).toBe('2026-12-20');
  expect(feedbackUntil({ endsOn: '2026-11-10', closedOn: '2026-11-01' }, 30)).toBe('2026-12-10');
});

test.each([
  [0, false],
  [4, false],
  [5, true],
])('%s answers are shown: %s', (answers, shown) => {
  expect(isShown(answers)).toBe(shown);
});
