import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeFrom, correctPeriod, type FactPeriod, factsOn, newestOf } from '~/domain/organisation/institution-period';
import { FILING_STATUSES } from '~/domain/organisation/organisation';
import { addDays } from '~/domain/shared/period';

const period = (id: string, fromOn: string, untilOn: string | null, facts: Partial<FactPeriod> = {}): FactPeriod => ({
  id,
  fromOn,
  untilOn,
  filingStatus: 'filed',
  operatorType: 'private',
  districtCode: '110105',
  reason: '备案',
  ...facts,
});
const FILED = [period('a', '2022-03-01', null)];
const MOVED = [period('a', '2022-03-01', '2025-07-01'), period('b', '2025-07-01', null, { districtCode: '110112' })];
const short = (periods: readonly FactPeriod[]) =>
  periods.map(({ fromOn, untilOn, filingStatus, districtCode }) => [fromOn, untilOn, filingStatus, districtCode]);
const changed = (periods: readonly FactPeriod[], fromOn: string, facts: Partial<FactPeriod>) => {
  const answer = changeFrom(periods, fromOn, facts, '变更');
  return answer.ok ? short(answer.periods) : answer;
};

describe('a change from a day', () => {
  test('ends one period and begins the next', () => {
    expect(changed(FILED, '2026-01-01', { filingStatus: 'cancelled' })).toEqual([
      ['2022-03-01', '2026-01-01', 'filed', '110105'],
      ['2026-01-01', null, 'cancelled', '110105'],
    ]);
  });
  test('on the day on which the newest began takes its place', () => {
    expect(changed(MOVED, '2025-07-01', { districtCode: '110108' })).toEqual([
      ['2022-03-01', '2025-07-01', 'filed', '110105'],
      ['2025-07-01', null, 'filed', '110108'],
    ]);
  });
  test('back to what was before leaves one period', () => {
    expect(changed(MOVED, '2025-07-01', { districtCode: '110105' })).toEqual([['2022-03-01', null, 'filed', '110105']]);
  });
  test('before a later change of another fact holds through it', () => {
    expect(changed(MOVED, '2024-01-01', { filingStatus: 'changed_pending' })).toEqual([
      ['2022-03-01', '2024-01-01', 'filed', '110105'],
      ['2024-01-01', '2025-07-01', 'changed_pending', '110105'],
      ['2025-07-01', null, 'changed_pending', '110112'],
    ]);
  });
  test('before a later change of the same fact is refused, with its day', () => {
    expect(changed(MOVED, '2024-01-01', { districtCode: '110101' })).toEqual({ ok: false, code: 'later_change', date: '2025-07-01' });
  });
  test('before anything was known moves the beginning', () => {
    const notFiled = [period('a', '2026-05-01', null, { filingStatus: 'not_filed' })];
    expect(changed(notFiled, '2026-02-01', { filingStatus: 'filed' })).toEqual([['2026-02-01', null, 'filed', '110105']]);
  });
});

describe('a correction', () => {
  const right = { filingStatus: 'filed', operatorType: 'private', districtCode: '110112' } as const;
  test('moves the border to the neighbour', () => {
    expect(short(correctPeriod(MOVED, 'b', { ...right, fromOn: '2025-09-01' }, '') ?? [])).toEqual([
      ['2022-03-01', '2025-09-01', 'filed', '110105'],
      ['2025-09-01', null, 'filed', '110112'],
    ]);
  });
  test.each(['2022-03-01', '2021-01-01'])('cannot begin on or before the one before it (%s)', (fromOn) => {
    expect(correctPeriod(MOVED, 'b', { ...right, fromOn }, '')).toBeNull();
  });
  test('of an earlier one cannot reach into the next', () => {
    expect(correctPeriod(MOVED, 'a', { ...right, districtCode: '110105', fromOn: '2025-07-01' }, '')).toBeNull();
  });
  test('of an unknown period is none', () => {
    expect(correctPeriod(MOVED, 'x', { ...right, fromOn: '2024-01-01' }, '')).toBeNull();
  });
});

test('whatever is changed and corrected: no gap, no overlap, one open end, and days before stay', () => {
  const day = fc.integer({ min: -400, max: 1_400 }).map((n) => addDays('2022-03-01', n));
  const facts = fc.record({
    filingStatus: fc.constantFrom(...FILING_STATUSES),
    districtCode: fc.constantFrom('110105', '110112', '110302'),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(day, facts), { maxLength: 8 }), (steps) => {
      let periods: FactPeriod[] = FILED;
      for (const [at, [fromOn, wanted]] of steps.entries()) {
        const answer = changeFrom(periods, fromOn, wanted, '');
        if (!answer.ok) continue;
        const dayBefore = addDays(fromOn, -1);
        const first = periods[0]?.fromOn ?? '';
        if (dayBefore >= first)
          expect(factsOn(answer.periods, dayBefore)).toMatchObject({ districtCode: factsOn(periods, dayBefore)?.districtCode });
        expect(newestOf(answer.periods)).toMatchObject(wanted);
        periods = answer.periods.map((each, nth) => ({ ...each, id: each.id ?? `${at}-${nth}` }));
        expect(new Set(periods.map(({ id }) => id)).size).toBe(periods.length);
        expect(periods.map(({ untilOn }) => untilOn)).toEqual([...periods.slice(1).map(({ fromOn: next }) => next), null]);
        for (const { fromOn: begun, untilOn } of periods) expect(untilOn === null || untilOn > begun).toBe(true);
      }
    }),
  );
});
