import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Days, firstFiledOn, type HealthCareFacts, isInFiling } from '~/domain/health-care/clock/facts';
import { segmentsOf } from '~/domain/health-care/clock/segments';
import { stepsOf } from '~/domain/health-care/clock/steps';
import { meets, requirementOf } from '~/domain/health-care/requirement';
import { addDays } from '~/domain/shared/period';
import { RULE } from './institution';

const BEGIN = '2023-06-01';
const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays(BEGIN, days));
const span = fc
  .tuple(day, fc.option(fc.integer({ min: 1, max: 400 })))
  .map(([fromOn, days]): Days => ({ fromOn, untilOn: days === null ? null : addDays(fromOn, days) }));
const personId = fc.constantFrom('a', 'b', 'c');

/** Periods that follow one another, the last one open. */
const inTurn = <Facts>(facts: fc.Arbitrary<Facts>) =>
  fc.array(fc.tuple(day, facts), { minLength: 1, maxLength: 5 }).map((drawn) => {
    const sorted = [...new Map(drawn.map((each) => [each[0], each])).values()].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([fromOn, own], at) => ({ ...own, fromOn, untilOn: sorted[at + 1]?.[0] ?? null }));
  });

const institution: fc.Arbitrary<HealthCareFacts> = fc.record({
  institutionId: fc.constant('i'),
  periods: inTurn(
    fc.record({
      filingStatus: fc.constantFrom('not_filed' as const, 'filed' as const, 'changed_pending' as const, 'cancelled' as const),
      districtCode: fc.constantFrom('110105', '110115', '110302'),
    }),
  ),
  capacities: inTurn(fc.record({ capacity: fc.constantFrom(20, 149, 150, 299, 300, 600) })),
  posts: fc.array(
    fc
      .record({ personId, span, isFullTime: fc.boolean(), off: fc.array(span, { maxLength: 2 }) })
      .map(({ span: days, ...post }) => ({ ...days, ...post })),
    { maxLength: 4 },
  ),
  certificates: fc.array(
    fc.record({
      personId,
      issuedOn: day,
      validUntil: fc.option(fc.constant('2024-09-30')),
      revokedOn: fc.option(fc.constant('2024-11-11')),
    }),
    { maxLength: 4 },
  ),
});

const everyDay = Array.from({ length: 1_201 }, (_, days) => addDays(BEGIN, days));

describe('segments of any institution', () => {
  test('never overlap, and cover exactly its days in filing', () => {
    fc.assert(
      fc.property(institution, (facts) => {
        const segments = segmentsOf(facts, [RULE]);
        const filed = firstFiledOn(facts.periods);
        for (const on of everyDay) {
          const covering = segments.filter(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn));
          const inFiling =
            filed !== null &&
            facts.periods.some((each) => isInFiling(each) && each.fromOn <= on && (each.untilOn === null || on < each.untilOn));
          expect(covering.length).toBe(inFiling ? 1 : 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('say covered exactly where the staff suffice, and turn overdue exactly after the due day', () => {
    fc.assert(
      fc.property(institution, (facts) => {
        for (const segment of segmentsOf(facts, [RULE])) {
          const { standing, fromOn, untilOn, dueOn, required, requiredFullTime, filedOn } = segment;
          expect(['in_time', 'in_grace', 'late'].includes(standing)).toBe(meets(segment, segment));
          if (standing === 'waiting') expect(untilOn !== null && untilOn <= addDays(dueOn, 1)).toBe(true);
          if (standing === 'overdue') expect(fromOn > dueOn).toBe(true);
          expect(filedOn <= fromOn && (required >= requiredFullTime || required >= requirementOf(RULE, 0).required)).toBe(true);
        }
      }),
    );
  });

  test('add up to the same from steps, whole months first', () => {
    fc.assert(
      fc.property(institution, day, (facts, on) => {
        const segments = segmentsOf(facts, [RULE]);
        const steps = stepsOf([{ segments, sign: 1 }]);
        const month = `${on.slice(0, 7)}-01`;
        const counted = steps
          .filter(({ scope, grain, onDay }) => scope === 'city' && (grain === 'month' ? onDay < month : onDay >= month && onDay <= on))
          .reduce((sum, { institutions }) => sum + institutions, 0);
        expect(counted).toBe(segments.filter(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn)).length);
        expect(
          stepsOf([
            { segments, sign: 1 },
            { segments, sign: -1 },
          ]),
        ).toEqual([]);
      }),
    );
  });
});
