import { describe, expect, test } from 'vitest';
import { segmentsOf } from '~/domain/health-care/clock/segments';
import { certificate, DUE, FILED, institution, post, RULE, standingOn, told } from './institution';

const segments = (facts: Parameters<typeof institution>[0]) => segmentsOf(institution(facts), [RULE]);
const trained = (personId: string) => certificate(personId, '2023-05-01');
const filed = { filingStatus: 'filed' as const, districtCode: '110105' };

describe('staff who leave', () => {
  const left = { posts: [post('a', '2023-06-01', { untilOn: '2024-07-01' })], certificates: [trained('a'), trained('b')] };

  test('a new due day begins with the day she is gone', () => {
    const found = segments(left);
    expect(told(found)).toEqual([
      `${FILED}..2024-07-01 in_time ${DUE}`,
      '2024-07-01..2024-09-30 waiting 2024-09-29',
      '2024-09-30.. overdue 2024-09-29',
    ]);
    expect(found[1]?.dueReason).toBe('staff_left');
  });

  test.each([
    ['2024-07-01', 'in_time'],
    ['2024-07-02', 'in_grace'],
    ['2024-09-29', 'in_grace'],
    ['2024-09-30', 'late'],
  ])('replaced on %s: %s', (cameOn, standing) => {
    const found = segments({ ...left, posts: [...left.posts, post('b', cameOn)] });
    expect(standingOn(found, cameOn)).toBe(standing);
  });

  test('leave counts like leaving, and ends', () => {
    const off = [{ fromOn: '2024-05-01', untilOn: '2024-05-20' }];
    const found = segments({ posts: [post('a', '2023-06-01', { off })], certificates: [trained('a')] });
    expect(['2024-04-30', '2024-05-01', '2024-05-19', '2024-05-20'].map((day) => standingOn(found, day))).toEqual([
      'in_time',
      'waiting',
      'waiting',
      'in_grace',
    ]);
  });

  test('who leaves while her certificate ends too has left', () => {
    const both = certificate('a', '2023-05-01', { validUntil: '2024-06-30' });
    expect(segments({ ...left, certificates: [both] })[1]?.dueReason).toBe('staff_left');
  });
});

describe('places that change', () => {
  const places = (...steps: [string, number][]) => ({
    capacities: steps.map(([fromOn, capacity], at) => ({ fromOn, untilOn: steps[at + 1]?.[0] ?? null, capacity })),
  });
  const one = { posts: [post('a')], certificates: [trained('a')] };

  test('more places than the staff suffice for start a new due day', () => {
    const found = segments({ ...one, ...places([FILED, 80], ['2024-06-01', 300]) });
    expect(told(found)).toEqual([
      `${FILED}..2024-06-01 in_time ${DUE}`,
      '2024-06-01..2024-08-31 waiting 2024-08-30',
      '2024-08-31.. overdue 2024-08-30',
    ]);
    expect(found[1]).toMatchObject({ dueReason: 'capacity_raised', required: 2 });
  });

  test('more places that the staff suffice for change nothing', () => {
    expect(told(segments({ ...one, ...places([FILED, 80], ['2024-06-01', 150]) })).at(-1)).toBe(`2024-06-01.. in_time ${DUE}`);
  });

  test('a part-timer does not suffice once there are 150', () => {
    const half = { posts: [post('a', '2023-06-01', { isFullTime: false })], certificates: [trained('a')] };
    const found = segments({ ...half, ...places([FILED, 149], ['2024-06-01', 150]) });
    expect([standingOn(found, '2024-05-31'), standingOn(found, '2024-06-01')]).toEqual(['in_time', 'waiting']);
  });

  test('fewer places end what was owed', () => {
    const found = segments({ ...one, ...places([FILED, 80], ['2024-06-01', 300], ['2024-07-01', 100]) });
    expect(told(found).at(-1)).toBe('2024-07-01.. in_grace 2024-08-30');
  });

  test('while the filing is still owed, only the second person has until later', () => {
    const found = segments({
      posts: [post('a')],
      certificates: [certificate('a', '2024-03-01')],
      ...places([FILED, 80], ['2024-02-01', 300]),
    });
    expect(told(found)).toEqual([
      `${FILED}..2024-02-01 waiting ${DUE}`,
      `2024-02-01..2024-03-01 waiting ${DUE}`,
      '2024-03-01..2024-05-02 waiting 2024-05-01',
      '2024-05-02.. overdue 2024-05-01',
    ]);
  });

  test('the worst of several due days stays', () => {
    const twoLate = {
      posts: [post('a'), post('b')],
      certificates: [certificate('a', '2024-04-10'), certificate('b', '2024-04-20')],
      ...places([FILED, 80], ['2024-02-01', 300]),
    };
    expect(standingOn(segments(twoLate), '2024-04-20')).toBe('late');
  });
});

describe('filing that ends, moves, or begins again', () => {
  const cancelled = { filingStatus: 'cancelled' as const, districtCode: '110105' };

  test('a cancelled filing ends the segments', () => {
    const periods = [
      { fromOn: FILED, untilOn: '2024-02-01', ...filed },
      { fromOn: '2024-02-01', untilOn: null, ...cancelled },
    ];
    expect(told(segments({ periods }))).toEqual([`${FILED}..2024-02-01 waiting ${DUE}`]);
  });

  test('a move splits them by district and changes no due day', () => {
    const periods = [
      { fromOn: FILED, untilOn: '2024-02-01', ...filed },
      { fromOn: '2024-02-01', untilOn: null, filingStatus: 'changed_pending' as const, districtCode: '110112' },
    ];
    const found = segments({ periods });
    expect(told(found)).toEqual([
      `${FILED}..2024-02-01 waiting ${DUE}`,
      `2024-02-01..2024-04-01 waiting ${DUE}`,
      `2024-04-01.. overdue ${DUE}`,
    ]);
    expect(found.map(({ districtCode }) => districtCode)).toEqual(['110105', '110112', '110112']);
  });

  const again = (on: string) => [
    { fromOn: FILED, untilOn: '2024-02-01', ...filed },
    { fromOn: '2024-02-01', untilOn: on, ...cancelled },
    { fromOn: on, untilOn: null, ...filed },
  ];

  test('filing again goes on with the first due day', () => {
    expect(told(segments({ periods: again('2024-03-01') }))).toEqual([
      `${FILED}..2024-02-01 waiting ${DUE}`,
      `2024-03-01..2024-04-01 waiting ${DUE}`,
      `2024-04-01.. overdue ${DUE}`,
    ]);
    expect(told(segments({ periods: again('2024-09-01') })).at(-1)).toBe(`2024-09-01.. overdue ${DUE}`);
  });

  test('who left while there was no filing is to be replaced from the new filing on', () => {
    const gone = { posts: [post('a', '2023-06-01', { untilOn: '2024-05-01' })], certificates: [trained('a')] };
    const found = segments({ ...gone, periods: again('2024-09-01') });
    expect(found[1]).toMatchObject({
      fromOn: '2024-09-01',
      standing: 'waiting',
      dueOn: '2024-11-30',
      dueReason: 'staff_left',
      filedOn: FILED,
    });
  });

  test('one that was filed before the period is not new when it files again', () => {
    const [first, ...rest] = again('2024-09-01');
    expect(segments({ periods: [{ ...first, fromOn: '2022-01-01', untilOn: '2024-02-01', ...filed }, ...rest] })).toEqual([]);
  });

  test('a licence goes on where the filing was', () => {
    const periods = [
      { fromOn: FILED, untilOn: '2024-02-01', ...filed },
      { fromOn: '2024-02-01', untilOn: null, filingStatus: 'licensed' as const, districtCode: '110105' },
    ];
    expect(told(segments({ periods }))).toEqual([`${FILED}..2024-04-01 waiting ${DUE}`, `2024-04-01.. overdue ${DUE}`]);
  });
});
