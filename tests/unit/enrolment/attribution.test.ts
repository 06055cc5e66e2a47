import { describe, expect, test } from 'vitest';
import type { CourseCategory } from '~/domain/course/course';
import { attribution, enrolmentCategory, institutionAnswerDueOn, mayApprove } from '~/domain/enrolment/attribution';
import type { InstitutionAnswer } from '~/domain/enrolment/enrolment';
import type { EngagementRole } from '~/domain/person/person';

test.each<[CourseCategory[], EngagementRole | null, boolean, CourseCategory | null]>([
  [['principal'], 'caregiver', false, 'principal'],
  [['caregiver'], null, true, 'caregiver'],
  [['principal', 'caregiver'], 'caregiver', false, 'caregiver'],
  [['principal', 'caregiver'], 'principal', false, 'principal'],
  [['principal', 'caregiver'], null, true, 'caregiver'],
  [['principal', 'health_staff'], null, true, 'principal'],
  [['principal', 'caregiver'], 'health_staff', false, null],
  [[], 'caregiver', false, null],
])('in a course for %j, role %s (pre-service: %s) counts as %s', (categories, role, isPreService, expected) => {
  expect(enrolmentCategory(categories, role, isPreService)).toBe(expected);
});

describe('the place of a person-time', () => {
  const post = { role: 'caregiver', institutionId: 'institution', districtCode: '110105', operatorType: 'private' } as const;

  test.each<InstitutionAnswer>(['confirmed', 'pending', 'not_needed'])('is the institution when its answer is %s', (answer) => {
    expect(attribution(post, answer, '110108')).toEqual(post);
  });

  test('is the provider when the institution kept silent, the role kept', () => {
    expect(attribution(post, 'silent', '110108')).toEqual({
      role: 'caregiver',
      institutionId: null,
      districtCode: '110108',
      operatorType: null,
    });
  });

  test('is the provider for somebody without an institution, and only the city for a city-level provider', () => {
    expect(attribution(null, 'not_needed', '110108')).toEqual({
      role: null,
      institutionId: null,
      districtCode: '110108',
      operatorType: null,
    });
    expect(attribution(null, 'not_needed', null).districtCode).toBeNull();
  });
});

describe('a silent institution', () => {
  test.each([
    ['2026-11-23', '2026-12-31', '2026-11-26'],
    ['2026-11-20', '2026-12-31', '2026-11-25'],
    ['2026-11-23', '2026-11-24', '2026-11-24'],
  ])('asked on %s in a window until %s answers by %s', (appliedOn, untilOn, dueOn) => {
    expect(institutionAnswerDueOn(appliedOn, untilOn)).toBe(dueOn);
  });

  test.each<[InstitutionAnswer, string | null, string, string]>([
    ['pending', '2026-11-26', '2026-11-26', 'not_yet'],
    ['pending', '2026-11-26', '2026-11-27', 'as_silent'],
    ['pending', null, '2026-11-27', 'not_yet'],
    ['confirmed', '2026-11-26', '2026-11-24', 'yes'],
    ['not_needed', null, '2026-11-24', 'yes'],
    ['refused', '2026-11-26', '2026-11-30', 'refused'],
  ])('answer %s due on %s: on %s the provider may approve: %s', (answer, dueOn, today, expected) => {
    expect(mayApprove(answer, dueOn, today)).toBe(expected);
  });
});
