import { describe, expect, test } from 'vitest';
import { canonicalJson } from '~/domain/completion/canonical-json';
import { closingGaps, countResults, requireNoGaps } from '~/domain/completion/closing-gaps';
import { countsTowardPlan } from '~/domain/completion/completion';
import type { Decision, ResultMissing } from '~/domain/completion/result';

const now = new Date('2026-03-10T09:00:00+08:00');
const held = { status: 'scheduled' as const, endsAt: new Date('2026-03-10T08:59:00+08:00') };
const decision = (result: Decision['result'], missing: ResultMissing[] = []): Decision => ({
  result,
  missing,
  reasons: [],
  completedOn: null,
});
const trainee = (name: string, own: Decision, status: 'attending' | 'passed' = 'attending') => ({
  enrolmentId: name,
  name,
  status,
  decision: own,
});
const passed = trainee('李一', decision('passed'));

describe('what keeps a class from being handed in', () => {
  test.each([
    ['nothing', [held], [passed], [], []],
    ['no lessons, whatever people lack', [], [trainee('王二', decision('undetermined', ['no_lessons']))], [], ['no_lessons']],
    ['only cancelled lessons', [{ ...held, status: 'cancelled' as const }], [passed], [], ['no_lessons']],
    ['a lesson that ends now is over', [{ ...held, endsAt: now }], [passed], [], []],
    ['a lesson under way', [{ ...held, endsAt: new Date(now.getTime() + 1) }], [passed], [], ['lessons_not_finished']],
    ['nobody', [held], [], [], ['no_trainees']],
    ['somebody to decide on', [held], [], [{ enrolmentId: 'x', name: '赵六' }], ['applicants_undecided']],
    [
      'each kind of evidence by itself',
      [held],
      [
        trainee('王二', decision('undetermined', ['theory_score_missing', 'practical_score_missing'])),
        trainee('张三', decision('undetermined', ['attendance_missing'])),
      ],
      [],
      ['attendance_missing', 'theory_score_missing', 'practical_score_missing'],
    ],
    [
      'nothing of those who have a result',
      [held],
      [passed, trainee('张三', decision('undetermined', ['attendance_missing']), 'passed')],
      [],
      [],
    ],
  ])('%s', (_, lessons, trainees, applicants, codes) => {
    expect(closingGaps(lessons, trainees, applicants, now).map((gap) => gap.code)).toEqual(codes);
  });

  test('the refusal names the first gap, whom it concerns and how many they are', () => {
    const people = [
      { enrolmentId: 'a', name: '王二' },
      { enrolmentId: 'b', name: '张三' },
    ];
    expect(() => requireNoGaps([])).not.toThrow();
    try {
      requireNoGaps([
        { code: 'theory_score_missing', people },
        { code: 'practical_score_missing', people },
      ]);
      expect.unreachable();
    } catch (refusal) {
      expect(refusal).toMatchObject({ code: 'closing_theory', params: { name: '王二', count: 2 } });
    }
  });

  test('results are counted', () => {
    expect(countResults([passed, passed, trainee('张三', decision('absent'))])).toEqual({ passed: 2, failed: 0, absent: 1 });
  });
});

describe('a completion counts toward the plan', () => {
  test.each([
    [true, true, 'caregiver', true],
    [true, true, 'principal', true],
    [true, true, 'health_staff', false],
    [true, true, 'other', false],
    [true, false, 'caregiver', false],
    [false, true, 'caregiver', false],
  ])('class counts %s, assessment %s, category %s: %s', (classCounts, definesAssessment, category, counts) => {
    expect(countsTowardPlan({ classCounts, definesAssessment, category })).toBe(counts);
  });
});

test('the canonical form does not depend on the order of keys, and keeps that of lists', () => {
  const one = { b: [2, { y: null, x: '学' }], a: 1.5, c: undefined };
  const other = { a: 1.5, b: [2, { x: '学', y: null }] };
  expect(canonicalJson(one)).toBe('{"a":1.5,"b":[2,{"x":"学","y":null}]}');
  expect(canonicalJson(other)).toBe(canonicalJson(one));
  expect(canonicalJson({ b: [{ x: '学', y: null }, 2], a: 1.5 })).not.toBe(canonicalJson(one));
});
