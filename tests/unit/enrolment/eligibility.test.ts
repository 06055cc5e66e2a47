import { describe, expect, test } from 'vitest';
import { type EligibilityFacts, eligibility } from '~/domain/enrolment/eligibility';
import { beijingInstant } from '~/domain/shared/period';

const lesson = (date: string, from: string, to: string) => ({ startsAt: beijingInstant(date, from), endsAt: beijingInstant(date, to) });

const trainingClass: EligibilityFacts['trainingClass'] = {
  status: 'enrolling',
  enrolFromOn: '2026-11-10',
  enrolUntilOn: '2026-11-25',
  startsAt: beijingInstant('2026-12-01', '09:00'),
  endsOn: '2026-12-05',
  capacity: 30,
  seatsTaken: 10,
};

const facts: EligibilityFacts = {
  now: beijingInstant('2026-11-23', '10:00'),
  trainingClass,
  categories: ['caregiver'],
  bornOn: '1990-03-07',
  education: 'associate',
  role: 'caregiver',
  isPreService: false,
  isIntern: false,
  overrideReason: null,
  existing: null,
  hasCompletion: false,
  refusedByInstitution: false,
  lessons: [lesson('2026-12-01', '09:00', '12:00')],
  heldLessons: [],
};
const answer = (change: Partial<EligibilityFacts>) => eligibility({ ...facts, ...change });
const codeOf = (change: Partial<EligibilityFacts>) => {
  const result = answer(change);
  return result.ok ? 'ok' : result.code;
};
const inClass = (change: Partial<EligibilityFacts['trainingClass']>) => codeOf({ trainingClass: { ...trainingClass, ...change } });

test('a caregiver may enrol in an open caregiver class', () => {
  expect(answer({})).toEqual({ ok: true, category: 'caregiver' });
});

test('a full class does not refuse: it has a queue', () => {
  expect(inClass({ seatsTaken: 30 })).toBe('ok');
});

describe('the class', () => {
  test('cancelled, closed, begun, not yet open and past its window each say so', () => {
    expect(inClass({ status: 'cancelled' })).toBe('class_cancelled');
    expect(inClass({ status: 'closed' })).toBe('class_closed');
    expect(inClass({ status: 'closing_review' })).toBe('class_closed');
    expect(codeOf({ now: beijingInstant('2026-12-01', '09:00') })).toBe('class_begun');
    expect(codeOf({ now: beijingInstant('2026-11-09', '23:59') })).toBe('window_not_open');
    expect(codeOf({ now: beijingInstant('2026-11-25', '24:00') })).toBe('window_closed');
    expect(codeOf({ now: beijingInstant('2026-11-25', '23:59') })).toBe('ok');
  });
});

describe('the person', () => {
  test.each([
    [{ existing: 'applied' }, 'already_enrolled'],
    [{ existing: 'waitlisted' }, 'already_enrolled'],
    [{ existing: 'failed' }, 'already_enrolled'],
    [{ existing: 'passed' }, 'already_completed'],
    [{ hasCompletion: true }, 'already_completed'],
    [{ refusedByInstitution: true }, 'refused_by_institution'],
  ] as const)('%j is refused as %s', (change, code) => {
    expect(codeOf(change)).toBe(code);
  });

  test('staff are eighteen when the class begins, interns and students sixteen', () => {
    expect(codeOf({ bornOn: '2008-12-01' })).toBe('ok');
    expect(answer({ bornOn: '2008-12-02' })).toEqual({ ok: false, code: 'under_age', params: { age: 18 } });
    expect(codeOf({ bornOn: '2008-12-02', isIntern: true })).toBe('ok');
    expect(codeOf({ bornOn: '2010-12-01', role: null, isPreService: true })).toBe('ok');
    expect(codeOf({ bornOn: '2010-12-02', role: null, isPreService: true })).toBe('under_age');
  });

  test('a document without a birth date does not bar anybody', () => {
    expect(codeOf({ bornOn: null })).toBe('ok');
  });
});

describe('the role', () => {
  test('must be one that the course is for', () => {
    expect(answer({ role: 'principal' })).toEqual({
      ok: false,
      code: 'not_eligible_category',
      params: { category: 'caregiver', role: 'principal' },
    });
    expect(codeOf({ categories: ['principal', 'caregiver'], role: 'health_staff' })).toBe('not_eligible_category');
  });

  test('may differ when a reason is written, and the course decides the category', () => {
    expect(answer({ role: 'principal', overrideReason: '兼任保育' })).toEqual({ ok: true, category: 'caregiver' });
    expect(codeOf({ role: 'principal', overrideReason: '  ' })).toBe('not_eligible_category');
  });

  test('does not matter for a course for others, or before service', () => {
    expect(answer({ categories: ['other'], role: 'caregiver' })).toEqual({ ok: true, category: 'other' });
    expect(answer({ categories: ['caregiver', 'other'], role: 'principal' })).toEqual({ ok: true, category: 'other' });
    expect(answer({ role: null, isPreService: true })).toEqual({ ok: true, category: 'caregiver' });
    expect(answer({ categories: ['principal', 'caregiver'], role: null })).toEqual({ ok: true, category: 'caregiver' });
  });
});

describe('the education of health-care staff', () => {
  const health = { categories: ['health_staff'], role: 'health_staff' } as const;
  test.each([
    ['junior_secondary', 'education_too_low'],
    ['senior_secondary', 'ok'],
    ['secondary_vocational', 'ok'],
    ['associate', 'ok'],
    ['doctor', 'ok'],
    [null, 'education_unknown'],
  ] as const)('%s: %s', (education, code) => {
    expect(codeOf({ ...health, education })).toBe(code);
    expect(codeOf({ categories: ['health_staff'], role: null, isPreService: true, education })).toBe(code);
  });

  test('no reason stands in for it, while a reason does for another post', () => {
    expect(codeOf({ ...health, role: 'caregiver' })).toBe('not_eligible_category');
    expect(codeOf({ ...health, role: 'caregiver', overrideReason: '兼任卫生保健' })).toBe('ok');
    expect(codeOf({ ...health, role: 'caregiver', overrideReason: '兼任卫生保健', education: 'junior_secondary' })).toBe(
      'education_too_low',
    );
  });

  test('is asked of nobody else, nor of those whose place in a mixed class is another', () => {
    expect(codeOf({ education: null })).toBe('ok');
    expect(codeOf({ categories: ['caregiver', 'health_staff'], education: null })).toBe('ok');
    expect(codeOf({ categories: ['caregiver', 'health_staff'], role: 'health_staff', education: null })).toBe('education_unknown');
  });
});

test('lessons that overlap those of a held seat are refused, the clash named', () => {
  const held = { ...lesson('2026-12-01', '11:00', '13:00'), classCode: 'HD-2026-07', courseTitle: '急救专题' };
  expect(answer({ heldLessons: [held] })).toEqual({
    ok: false,
    code: 'lesson_overlap',
    params: { lesson: '急救专题 HD-2026-07', time: '2026-12-01 11:00' },
  });
  expect(codeOf({ heldLessons: [{ ...held, ...lesson('2026-12-01', '12:00', '13:00') }] })).toBe('ok');
});

test('the class is looked at before the person, and the person before the timetable', () => {
  const held = { ...lesson('2026-12-01', '11:00', '13:00'), classCode: 'HD-2026-07', courseTitle: '急救专题' };
  expect(codeOf({ heldLessons: [held], existing: 'applied', trainingClass: { ...trainingClass, status: 'cancelled' } })).toBe(
    'class_cancelled',
  );
  expect(codeOf({ heldLessons: [held], existing: 'applied' })).toBe('already_enrolled');
});
