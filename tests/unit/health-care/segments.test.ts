import { describe, expect, test } from 'vitest';
import { segmentsOf } from '~/domain/health-care/clock/segments';
import { certificate, DUE, FILED, institution, post, RULE, standingOn, told } from './institution';

const segments = (facts: Parameters<typeof institution>[0], rules = [RULE]) => segmentsOf(institution(facts), rules);

describe('the day of the filing starts the clock', () => {
  test('nobody there: waiting until the due day, overdue from the day after', () => {
    expect(told(segments({}))).toEqual([`${FILED}..2024-04-01 waiting ${DUE}`, `2024-04-01.. overdue ${DUE}`]);
  });

  test.each([
    // certificate of, standing from that day on
    ['2023-05-01', 'in_time'],
    [FILED, 'in_time'],
    ['2024-01-02', 'in_grace'],
    [DUE, 'in_grace'],
    ['2024-04-01', 'late'],
    ['2025-02-01', 'late'],
  ])('trained on %s: %s', (issuedOn, standing) => {
    const found = segments({ posts: [post('a')], certificates: [certificate('a', issuedOn)] });
    expect(standingOn(found, issuedOn > FILED ? issuedOn : FILED)).toBe(standing);
    expect(standingOn(found, '2026-01-01')).toBe(standing);
  });

  test('it is overdue between the due day and the late training', () => {
    const found = segments({ posts: [post('a')], certificates: [certificate('a', '2024-05-10')] });
    expect(told(found)).toEqual([
      `${FILED}..2024-04-01 waiting ${DUE}`,
      `2024-04-01..2024-05-10 overdue ${DUE}`,
      `2024-05-10.. late ${DUE}`,
    ]);
  });

  test('somebody trained long ago counts from the day she comes', () => {
    const found = segments({ posts: [post('a', '2024-02-01')], certificates: [certificate('a', '2020-01-01')] });
    expect([standingOn(found, '2024-01-31'), standingOn(found, '2024-02-01')]).toEqual(['waiting', 'in_grace']);
  });

  test('an institution filed before the period is not newly set up', () => {
    const before = { fromOn: '2022-12-31', untilOn: null, filingStatus: 'filed' as const, districtCode: '110105' };
    expect(segments({ periods: [before] })).toEqual([]);
    expect(told(segments({ periods: [{ ...before, fromOn: '2023-01-01' }] }))[0]).toBe('2023-01-01..2023-04-02 waiting 2023-04-01');
  });

  test('without a filing there is no clock', () => {
    expect(segments({ periods: [{ fromOn: FILED, untilOn: null, filingStatus: 'not_filed', districtCode: '110105' }] })).toEqual([]);
  });
});

describe('part-time and full-time', () => {
  const trained = (isFullTime: boolean) => ({
    posts: [post('a', '2023-06-01', { isFullTime })],
    certificates: [certificate('a', '2023-05-01')],
  });
  const places = (capacity: number) => ({ capacities: [{ fromOn: FILED, untilOn: null, capacity }] });

  test.each([
    [149, false, 'in_time'],
    [150, false, 'waiting'],
    [150, true, 'in_time'],
    [300, true, 'waiting'],
  ])('%i places, full-time %s: %s', (capacity, isFullTime, standing) => {
    expect(standingOn(segments({ ...trained(isFullTime), ...places(capacity) }), FILED)).toBe(standing);
  });

  test('the numbers wanted and there stand in each segment', () => {
    const [first] = segments({ ...trained(true), ...places(300) });
    expect(first).toMatchObject({ required: 2, requiredFullTime: 2, trained: 1, trainedFullTime: 1, dueReason: 'filed', filedOn: FILED });
  });

  test('one person with two posts is one person', () => {
    const twice = { posts: [post('a'), post('a', '2023-07-01')], certificates: [certificate('a', '2023-05-01')] };
    expect(segments({ ...twice, ...places(300) })[0]).toMatchObject({ standing: 'waiting', trained: 1 });
  });

  test('places that became known later are taken to have been the same before', () => {
    const later = { capacities: [{ fromOn: '2024-06-01', untilOn: null, capacity: 300 }] };
    expect(segments({ ...trained(true), ...later })[0]).toMatchObject({ standing: 'waiting', required: 2 });
  });
});

describe('certificates that end', () => {
  const withOne = (more: Parameters<typeof certificate>[2]) => ({
    posts: [post('a')],
    certificates: [certificate('a', '2023-05-01', more)],
  });

  test('the last valid day counts, the day after does not', () => {
    const found = segments(withOne({ validUntil: '2024-06-30' }));
    expect([standingOn(found, '2024-06-30'), standingOn(found, '2024-07-01')]).toEqual(['in_time', 'waiting']);
    expect(found[1]).toMatchObject({ fromOn: '2024-07-01', dueOn: '2024-09-29', dueReason: 'certificate_ended' });
    expect([standingOn(found, '2024-09-29'), standingOn(found, '2024-09-30')]).toEqual(['waiting', 'overdue']);
  });

  test('a revoked one ends on the day of the revocation', () => {
    const found = segments(withOne({ revokedOn: '2024-06-15' }));
    expect([standingOn(found, '2024-06-14'), standingOn(found, '2024-06-15')]).toEqual(['in_time', 'waiting']);
  });

  test('one that never was genuine never counted', () => {
    expect(standingOn(segments(withOne({ revokedOn: '2023-05-01' })), FILED)).toBe('waiting');
  });

  test('a rule may end those without a printed end', () => {
    const found = segments(withOne({}), [{ ...RULE, certificateMonths: 12 }]);
    expect([standingOn(found, '2024-04-30'), standingOn(found, '2024-05-01')]).toEqual(['in_time', 'waiting']);
  });

  test('a renewal in time leaves no gap', () => {
    const renewed = [certificate('a', '2023-05-01', { validUntil: '2024-06-30' }), certificate('a', '2024-06-20')];
    expect(told(segments({ posts: [post('a')], certificates: renewed }))).toEqual([`${FILED}.. in_time ${DUE}`]);
  });
});

describe('what rule speaks of a day', () => {
  const second = { ...RULE, id: 'v2', inForceFromOn: '2025-01-01', graceDays: 400 };

  test('each day is read by the version in force on it', () => {
    const found = segments({}, [RULE, second]);
    expect(told(found)).toEqual([
      `${FILED}..2024-04-01 waiting ${DUE}`,
      `2024-04-01..2025-01-01 overdue ${DUE}`,
      '2025-01-01..2025-02-05 waiting 2025-02-04',
      '2025-02-05.. overdue 2025-02-04',
    ]);
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['v1', 'v1', 'v2', 'v2']);
  });

  test('a version for a new period lets the older institutions go', () => {
    const found = segments({}, [RULE, { ...second, newSinceOn: '2025-01-01' }]);
    expect(told(found).at(-1)).toBe(`2024-04-01..2025-01-01 overdue ${DUE}`);
  });

  test('no rule, no clock', () => {
    expect(segments({}, [])).toEqual([]);
  });
});
