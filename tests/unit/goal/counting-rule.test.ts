import { describe, expect, test } from 'vitest';
import { type CountedTarget, countsTowardTarget, type PersonTimeFacts } from '~/domain/goal/goal';

const plan = { startsOn: '2023-01-01', endsOn: '2025-12-31' };
const caregivers: CountedTarget = { metric: 'caregiver_person_times', ...plan };
const principals: CountedTarget = { metric: 'principal_person_times', ...plan };

const facts: PersonTimeFacts = {
  completion: { status: 'valid', completedOn: '2024-06-10' },
  classStatus: 'closed',
  countsTowardPlan: true,
  definesAssessment: true,
  category: 'caregiver',
};
const why = (change: Partial<PersonTimeFacts>, target = caregivers) => {
  const answer = countsTowardTarget({ ...facts, ...change }, target);
  return answer.counts ? 'counts' : answer.why;
};

/** Person-times and persons of a set of rows, each person once per class as the database keeps it. */
const count = (rows: { person: string; trainingClass: string; facts: PersonTimeFacts }[], target = caregivers) => {
  const unique = new Map(rows.map((row) => [`${row.person} ${row.trainingClass}`, row]));
  const counted = [...unique.values()].filter((row) => countsTowardTarget(row.facts, target).counts);
  return { personTimes: counted.length, persons: new Set(counted.map((row) => row.person)).size };
};

test('a valid completion of a closed class in the period counts', () => {
  expect(why({})).toBe('counts');
});

describe('what does not count says why', () => {
  test.each<[string, Partial<PersonTimeFacts>, string]>([
    ['enrolled, never attended', { completion: null }, 'not_passed'],
    ['attended, failed', { completion: null }, 'not_passed'],
    ['class not yet approved', { classStatus: 'closing_review' }, 'class_not_closed'],
    ['class cancelled', { classStatus: 'cancelled' }, 'class_not_closed'],
    ['completion revoked', { completion: { status: 'revoked', completedOn: '2024-06-10' } }, 'revoked'],
    ['completion voided', { completion: { status: 'voided', completedOn: '2024-06-10' } }, 'voided'],
    ['class set apart from the plan', { countsTowardPlan: false }, 'class_outside_plan'],
    ['online-only course without exam', { definesAssessment: false }, 'no_assessment'],
    ['health-staff pre-job course', { category: 'health_staff' }, 'other_category'],
    ['course for others', { category: 'other' }, 'other_category'],
    ['training before 2023', { completion: { status: 'valid', completedOn: '2022-12-31' } }, 'outside_period'],
    ['begun 2025-12-28, completed 2026-01-05', { completion: { status: 'valid', completedOn: '2026-01-05' } }, 'outside_period'],
  ])('%s', (_, change, reason) => {
    expect(why(change)).toBe(reason);
  });

  test('health staff count in neither of the two targets', () => {
    expect(why({ category: 'health_staff' }, principals)).toBe('other_category');
  });
});

test('both ends of the period are inside it, and an open period has no end', () => {
  expect(why({ completion: { status: 'valid', completedOn: '2023-01-01' } })).toBe('counts');
  expect(why({ completion: { status: 'valid', completedOn: '2025-12-31' } })).toBe('counts');
  const later: CountedTarget = { metric: 'caregiver_person_times', startsOn: '2026-01-01', endsOn: null };
  expect(why({ completion: { status: 'valid', completedOn: '2026-01-05' } }, later)).toBe('counts');
  expect(why({ completion: { status: 'valid', completedOn: '2025-12-31' } }, later)).toBe('outside_period');
});

describe('person-times and persons', () => {
  test('failed, then passed the re-test of the same class: one and one', () => {
    const retest = { ...facts, completion: { status: 'valid' as const, completedOn: '2024-07-01' } };
    expect(count([{ person: 'a', trainingClass: '1', facts: retest }])).toEqual({ personTimes: 1, persons: 1 });
  });

  test('two classes of the same course in one year: two and one', () => {
    const rows = ['1', '2'].map((trainingClass) => ({ person: 'a', trainingClass, facts }));
    expect(count(rows)).toEqual({ personTimes: 2, persons: 1 });
  });

  test('the same person and class twice: one and one', () => {
    const rows = ['1', '1'].map((trainingClass) => ({ person: 'a', trainingClass, facts }));
    expect(count(rows)).toEqual({ personTimes: 1, persons: 1 });
  });

  test('a mixed class counts each trainee in one category only', () => {
    const rows = [
      { person: 'a', trainingClass: '1', facts: { ...facts, category: 'principal' as const } },
      { person: 'b', trainingClass: '1', facts },
    ];
    expect(count(rows, caregivers)).toEqual({ personTimes: 1, persons: 1 });
    expect(count(rows, principals)).toEqual({ personTimes: 1, persons: 1 });
  });

  test('a principal who is also a caregiver is in both targets through two classes', () => {
    const rows = [
      { person: 'a', trainingClass: '1', facts: { ...facts, category: 'principal' as const } },
      { person: 'a', trainingClass: '2', facts },
    ];
    expect(count(rows, caregivers)).toEqual({ personTimes: 1, persons: 1 });
    expect(count(rows, principals)).toEqual({ personTimes: 1, persons: 1 });
  });

  test('a pre-service student and a kindergarten-class teacher count in a caregiver class like anyone', () => {
    const rows = ['student', 'teacher'].map((person) => ({ person, trainingClass: '1', facts }));
    expect(count(rows)).toEqual({ personTimes: 2, persons: 2 });
  });

  test('a revocation after the year takes one off the figure as of now', () => {
    const revoked = { ...facts, completion: { status: 'revoked' as const, completedOn: '2024-06-10' } };
    const rows = [
      { person: 'a', trainingClass: '1', facts },
      { person: 'b', trainingClass: '1', facts: revoked },
    ];
    expect(count(rows)).toEqual({ personTimes: 1, persons: 1 });
  });
});
