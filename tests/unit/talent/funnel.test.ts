import { describe, expect, test } from 'vitest';
import { pathOf, type StudentFacts, sumOf } from '~/domain/talent/funnel';

const TODAY = '2026-03-02';
const NOTHING = { xCertifiedOn: null, placedOn: null, engagedOn: null, stayedOn: null, nextOn: null };

const her = (facts: Partial<StudentFacts> = {}): StudentFacts => ({
  enrolledOn: '2022-09-01',
  xIssuedOn: [],
  placements: [],
  posts: [],
  ...facts,
});
const post = (fromOn: string, untilOn: string | null = null, off: { fromOn: string; untilOn: string | null }[] = []) => ({
  fromOn,
  untilOn,
  off,
});

describe('each stage on the first day on which it was true', () => {
  const cases: [string, Partial<StudentFacts>, Partial<ReturnType<typeof pathOf>>][] = [
    ['nothing yet', {}, {}],
    ['the earliest certificate', { xIssuedOn: ['2024-06-01', '2023-06-01'] }, { xCertifiedOn: '2023-06-01' }],
    ['a certificate from before she enrolled is not of these studies', { xIssuedOn: ['2022-08-31'] }, {}],
    ['one issued on the day of enrolment', { xIssuedOn: ['2022-09-01'] }, { xCertifiedOn: '2022-09-01' }],
    ['a placement that began', { placements: [{ fromOn: '2026-03-02', untilOn: null }] }, { placedOn: '2026-03-02' }],
    ['a placement of tomorrow arrives by itself', { placements: [{ fromOn: '2026-03-03', untilOn: null }] }, { nextOn: '2026-03-03' }],
    ['a placement broken off before its first day', { placements: [{ fromOn: '2025-09-01', untilOn: '2025-09-01' }] }, {}],
    [
      'a placement broken off later did begin',
      { placements: [{ fromOn: '2025-09-01', untilOn: '2025-09-02' }] },
      { placedOn: '2025-09-01' },
    ],
    ['a post from before she enrolled', { posts: [post('2021-01-01')] }, {}],
    [
      'a post of this winter: twelve months are to come',
      { posts: [post('2026-01-10')] },
      { engagedOn: '2026-01-10', nextOn: '2027-01-10' },
    ],
    ['a post entered for tomorrow', { posts: [post('2026-03-03')] }, { nextOn: '2026-03-03' }],
    ['an entry that never was true', { posts: [post('2025-01-01', '2025-01-01')] }, {}],
    ['a stage without the one before', { posts: [post('2024-07-01')] }, { engagedOn: '2024-07-01', stayedOn: '2025-07-01' }],
  ];
  test.each(cases)('%s', (_name, facts, path) => {
    expect(pathOf(her(facts), TODAY, 30)).toEqual({ ...NOTHING, ...path });
  });
});

describe('twelve months on post', () => {
  const cases: [string, StudentFacts['posts'], string | null, string?][] = [
    ['to the day', [post('2025-03-02')], '2026-03-02'],
    ['one day short', [post('2025-03-03')], null, '2026-03-03'],
    ['a post of exactly twelve months: no longer on post afterwards', [post('2024-01-01', '2025-01-01')], null],
    ['and one day more', [post('2024-01-01', '2025-01-02')], '2025-01-01'],
    ['from 29 February', [post('2024-02-29')], '2025-02-28'],
    ['another institution the next day', [post('2024-01-01', '2024-06-01'), post('2024-06-01')], '2025-01-01'],
    ['thirty days between', [post('2024-01-01', '2024-06-01'), post('2024-07-01')], '2025-01-01'],
    ['thirty-one days between begin anew', [post('2024-01-01', '2024-06-01'), post('2024-07-02')], '2025-07-02'],
    ['between two posts when the twelve months end', [post('2024-01-01', '2024-12-20'), post('2025-01-10')], '2025-01-10'],
    ['two posts at once', [post('2024-01-01', '2024-09-01'), post('2024-03-01', '2025-02-01')], '2025-01-01'],
    ['order does not matter', [post('2024-06-01'), post('2024-01-01', '2024-06-01')], '2025-01-01'],
    ['short leave', [post('2024-01-01', null, [{ fromOn: '2024-05-01', untilOn: '2024-05-31' }])], '2025-01-01'],
    ['long leave begins anew', [post('2024-01-01', null, [{ fromOn: '2024-05-01', untilOn: '2024-10-01' }])], '2025-10-01'],
    [
      'long leave covered by a second post',
      [post('2024-01-01', null, [{ fromOn: '2024-05-01', untilOn: '2024-10-01' }]), post('2024-05-10', '2024-09-20')],
      '2025-01-01',
    ],
    ['long leave without an end', [post('2024-01-01', null, [{ fromOn: '2024-05-01', untilOn: null }])], null],
    ['leave since her first day', [post('2024-01-01', null, [{ fromOn: '2024-01-01', untilOn: '2024-03-01' }])], '2025-03-01'],
    [
      'two leaves that overlap',
      [
        post('2024-01-01', null, [
          { fromOn: '2024-05-01', untilOn: '2024-05-20' },
          { fromOn: '2024-05-10', untilOn: '2024-05-31' },
        ]),
      ],
      '2025-01-01',
    ],
    ['reached once is reached for good', [post('2024-01-01', '2025-02-01')], '2025-01-01'],
    ['left before, came back: the second run counts', [post('2023-01-01', '2023-05-01'), post('2024-02-01')], '2025-02-01'],
  ];
  test.each(cases)('%s', (_name, posts, stayedOn, nextOn = undefined) => {
    const path = pathOf(her({ posts }), TODAY, 30);
    expect(path.stayedOn).toBe(stayedOn);
    if (nextOn) expect(path.nextOn).toBe(nextOn);
  });

  test('the days forgiven are a setting', () => {
    const posts = [post('2024-01-01', '2024-06-01'), post('2024-06-02')];
    expect(pathOf(her({ posts }), TODAY, 0).stayedOn).toBe('2025-06-02');
    expect(pathOf(her({ posts }), TODAY, 1).stayedOn).toBe('2025-01-01');
  });
});

test('cells add up', () => {
  const cell = { student: 3, x_certificate: 2, placement: 2, engaged: 1, stayed: 0 };
  expect(sumOf([cell, cell])).toEqual({ student: 6, x_certificate: 4, placement: 4, engaged: 2, stayed: 0 });
  expect(sumOf([])).toEqual({ student: 0, x_certificate: 0, placement: 0, engaged: 0, stayed: 0 });
});
