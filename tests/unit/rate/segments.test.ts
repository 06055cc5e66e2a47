import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doesItCount } from '~/domain/certificate/does-it-count';
import type { PersonFacts, RateBasis } from '~/domain/rate/posts';
import { segmentsOf } from '~/domain/rate/segments';
import { StepSum } from '~/domain/rate/steps';
import { addDays, monthOf } from '~/domain/shared/period';
import { basis, held, institution, person, post } from './facts';

const T = '2024-06-30';

/** N and D of the city on a day, from the steps. */
function figure(people: readonly PersonFacts[], facts: RateBasis, day = T, scope = 'city') {
  const sum = new StepSum();
  for (const each of people) sum.add(segmentsOf(each, facts), 1);
  const rows = sum.columns();
  const total = (key: 'persons' | 'strict' | 'standard' | 'standardPending') =>
    rows.onDay.reduce((n, onDay, at) => {
      const inCell = rows.scope[at] === scope && rows.population[at] === 'filed' && rows.operatorType[at] === '*';
      const counted = rows.grain[at] === 'month' ? onDay < monthOf(day) : onDay >= monthOf(day) && onDay <= day;
      return inCell && counted ? n + (rows.values[key][at] ?? 0) : n;
    }, 0);
  return { d: total('persons'), n: total('standard'), strict: total('strict'), pending: total('standardPending') };
}

const x = held({ family: 'x_certificate', occupation: null, level: 'junior', childcareRelated: true });

describe('the table of the domain rules, one row each', () => {
  test.each<[string, Partial<PersonFacts>, { d: number; n: number; strict?: number; pending?: number }]>([
    ['育婴员 and 保育师: one person', { certificates: [held(), held({ id: 'c2', occupation: '4-10-01-03' })] }, { d: 1, n: 1 }],
    ['part-time with an active post', { certificates: [held()] }, { d: 1, n: 1 }],
    ['on leave on the day', { certificates: [held()], posts: [post({ off: [{ fromOn: '2024-03-01', untilOn: null }] })] }, { d: 0, n: 0 }],
    ['back from leave', { certificates: [held()], posts: [post({ off: [{ fromOn: '2024-03-01', untilOn: T }] })] }, { d: 1, n: 1 }],
    ['left on the day', { certificates: [held()], posts: [post({ endOn: T })] }, { d: 0, n: 0 }],
    ['leaves the day after', { certificates: [held()], posts: [post({ endOn: '2024-07-01' })] }, { d: 1, n: 1 }],
    ['submitted, not verified', { certificates: [held({ status: 'submitted' })] }, { d: 1, n: 0, pending: 1 }],
    ['issued on the day', { certificates: [held({ issuedOn: T })] }, { d: 1, n: 1 }],
    ['issued the day after', { certificates: [held({ issuedOn: '2024-07-01' })] }, { d: 1, n: 0 }],
    ['valid until the day', { certificates: [held({ validUntil: T })] }, { d: 1, n: 1 }],
    ['valid until the day before', { certificates: [held({ validUntil: '2024-06-29' })] }, { d: 1, n: 0 }],
    ['revoked on the day', { certificates: [held({ status: 'revoked', revokedOn: T })] }, { d: 1, n: 0 }],
    ['revoked the day after', { certificates: [held({ status: 'revoked', revokedOn: '2024-07-01' })] }, { d: 1, n: 1 }],
    ['rejected', { certificates: [held({ status: 'rejected' })] }, { d: 1, n: 0 }],
    ['health certificate expired', { certificates: [held()], healthCertValidUntil: '2024-01-01' }, { d: 1, n: 1 }],
    ['only a health certificate', { certificates: [held({ family: 'health_certificate', occupation: null })] }, { d: 1, n: 0 }],
    ['only 岗位培训合格证', { certificates: [held({ family: 'post_training', occupation: null })] }, { d: 1, n: 0 }],
    ['only 结业证书', { certificates: [held({ family: 'training_completion', occupation: null })] }, { d: 1, n: 0 }],
    ['1+X 幼儿照护 初级', { certificates: [x] }, { d: 1, n: 1, strict: 0 }],
    ['1+X of another field', { certificates: [{ ...x, childcareRelated: false }] }, { d: 1, n: 0 }],
  ])('%s', (_, given, expected) => {
    expect(figure([person(given)], basis())).toMatchObject(expected);
  });

  test('two institutions in two districts: the city counts her once, each district once, and the main post leads', () => {
    const both = person({
      certificates: [held()],
      posts: [post({ isMainPost: false }), post({ engagementId: 'e2', institutionId: 'i2', startOn: '2024-02-01' })],
    });
    for (const scope of ['city', '110101', '110105', 'i1', 'i2']) expect(figure([both], basis(), T, scope)).toMatchObject({ d: 1, n: 1 });
    const here = segmentsOf(both, basis()).filter(({ fromOn, untilOn }) => fromOn <= T && (untilOn ?? '9999') > T);
    expect(here.filter(({ leadsFiled }) => leadsFiled).map(({ engagementId }) => engagementId)).toEqual(['e2']);
  });

  test.each([
    ['cancelled before the day', { filingStatus: 'cancelled' as const }, 0],
    ['not filed', { filingStatus: 'not_filed' as const }, 0],
    ['a change pending', { filingStatus: 'changed_pending' as const }, 1],
    ['licensed, setting off', { filingStatus: 'licensed' as const }, 0],
  ])('institution %s', (_, change, d) => {
    const institutions = new Map([['i1', [institution({ untilOn: T }), institution({ fromOn: T, ...change })]]]);
    expect(figure([person({ certificates: [held()] })], basis({ institutions }))).toMatchObject({ d, n: d });
    expect(figure([person({ certificates: [held()] })], basis({ institutions }), addDays(T, -1))).toMatchObject({ d: 1, n: 1 });
  });

  test('with the setting on, licensed institutions are taken in', () => {
    const institutions = new Map([['i1', [institution({ filingStatus: 'licensed' })]]]);
    expect(figure([person()], basis({ institutions, licensedCount: true }))).toMatchObject({ d: 1, n: 0 });
  });

  test('nursery classes of kindergartens are in the extended population alone, until they close', () => {
    const open = institution({ filingStatus: 'not_filed', operatorType: 'kindergarten_class', untilOn: '2024-05-01' });
    const institutions = new Map([['i1', [open, { ...open, filingStatus: 'cancelled' as const, fromOn: '2024-05-01', untilOn: null }]]]);
    expect(segmentsOf(person(), basis({ institutions }))).toMatchObject([
      { isFiled: false, leadsFiled: false, leadsExtended: true, fromOn: '2024-01-01', untilOn: '2024-05-01' },
    ]);
  });

  test('the development area put into 大兴 counts a person of both once', () => {
    const institutions = new Map([
      ['i1', [institution({ districtCode: '110115' })]],
      ['i2', [institution({ districtCode: '110302' })]],
    ]);
    const both = person({ posts: [post(), post({ engagementId: 'e2', institutionId: 'i2' })] });
    for (const scope of ['110115', '110302', '110115+110302']) expect(figure([both], basis({ institutions }), T, scope).d).toBe(1);
  });
});

const DAY0 = '2024-01-01';
const dayArb = fc.integer({ min: 0, max: 40 }).map((n) => addDays(DAY0, n));
const untilArb = fc.option(dayArb, { nil: null });
const daysArb = fc
  .tuple(dayArb, untilArb)
  .map(([fromOn, untilOn]) => ({ fromOn, untilOn: untilOn !== null && untilOn <= fromOn ? addDays(fromOn, 3) : untilOn }));
const certificateArb = fc.record({
  id: fc.constantFrom('c1', 'c2', 'c3'),
  family: fc.constantFrom('hrss_skill_level' as const, 'x_certificate' as const, 'nurse_license' as const, 'health_certificate' as const),
  childcareRelated: fc.boolean(),
  issuedOn: dayArb,
  validUntil: untilArb,
  status: fc.constantFrom('verified' as const, 'submitted' as const, 'rejected' as const, 'revoked' as const),
  revokedOn: dayArb,
});
const postArb = fc.record({
  engagementId: fc.constantFrom('e1', 'e2', 'e3'),
  institutionId: fc.constantFrom('i1', 'i2'),
  isMainPost: fc.boolean(),
  startOn: dayArb,
  endOn: untilArb,
  off: fc.array(daysArb, { maxLength: 2 }),
});
const institutionArb = fc
  .array(
    fc.tuple(
      dayArb,
      fc.constantFrom('filed' as const, 'not_filed' as const, 'cancelled' as const),
      fc.constantFrom('private' as const, 'kindergarten_class' as const),
      fc.constantFrom('110115', '110302'),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((changes) =>
    [...new Map(changes.map((change) => [change[0], change])).values()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([fromOn, filingStatus, operatorType, districtCode], at, all) => ({
        fromOn,
        untilOn: all[at + 1]?.[0] ?? null,
        filingStatus,
        operatorType,
        districtCode,
      })),
  );
const unique = <Item>(items: readonly Item[], key: (item: Item) => string) => [...new Map(items.map((item) => [key(item), item])).values()];
const factsArb = fc
  .record({
    posts: fc.array(postArb, { maxLength: 3 }),
    certificates: fc.array(certificateArb, { maxLength: 3 }),
    i1: institutionArb,
    i2: institutionArb,
  })
  .map(({ posts, certificates, i1, i2 }) => ({
    facts: basis({
      institutions: new Map([
        ['i1', i1],
        ['i2', i2],
      ]),
    }),
    her: person({
      posts: unique(posts, ({ engagementId }) => engagementId),
      certificates: unique(certificates, ({ id }) => id).map((each) =>
        held({ ...each, revokedOn: each.status === 'revoked' ? each.revokedOn : null }),
      ),
    }),
  }));
const covers = (days: { fromOn: string; untilOn: string | null }, day: string) =>
  days.fromOn <= day && (days.untilOn === null || day < days.untilOn);

/** The definition, read out day by day. */
function naive(her: PersonFacts, facts: RateBasis, day: string) {
  return her.posts.flatMap((each) => {
    const there = covers({ fromOn: each.startOn, untilOn: each.endOn }, day) && !each.off.some((off) => covers(off, day));
    const at = facts.institutions.get(each.institutionId)?.find((period) => covers(period, day));
    if (!there || !at) return [];
    const isFiled = at.filingStatus === 'filed';
    if (!isFiled && (at.operatorType !== 'kindergarten_class' || at.filingStatus === 'cancelled')) return [];
    const { verdict, certificateId } = doesItCount(facts.rules.standard, { ...her, role: 'caregiver' }, day);
    return [
      { engagementId: each.engagementId, isFiled, districtCode: at.districtCode, standardBy: verdict === 'counts' ? certificateId : null },
    ];
  });
}

test('any history: every day says what the definition says, posts never overlap themselves, and one row leads', () => {
  fc.assert(
    fc.property(factsArb, ({ her, facts }) => {
      const rows = segmentsOf(her, facts);
      for (let at = 0; at <= 45; at += 1) {
        const day = addDays(DAY0, at);
        const here = rows.filter((row) => covers(row, day));
        const said = here.map(({ engagementId, isFiled, districtCode, standardBy }) => ({
          engagementId,
          isFiled,
          districtCode,
          standardBy,
        }));
        const byId = (a: { engagementId: string }, b: { engagementId: string }) => (a.engagementId < b.engagementId ? -1 : 1);
        expect(said.sort(byId)).toEqual(naive(her, facts, day).sort(byId));
        expect(here.filter(({ leadsExtended }) => leadsExtended)).toHaveLength(here.length > 0 ? 1 : 0);
        expect(here.filter(({ leadsFiled }) => leadsFiled)).toHaveLength(here.some(({ isFiled }) => isFiled) ? 1 : 0);
      }
    }),
    { numRuns: 150 },
  );
});

test('any two people: the steps add up to distinct persons of each scope, and taking them back leaves nothing', () => {
  fc.assert(
    fc.property(factsArb, factsArb, ({ her, facts }, other) => {
      const people = [her, { ...other.her, personId: 'p2' }];
      for (const day of [DAY0, addDays(DAY0, 15), addDays(DAY0, 33)]) {
        for (const scope of ['city', '110115', '110302', '110115+110302', 'i1']) {
          const there = people.map((each) =>
            naive(each, facts, day).filter(
              (row) =>
                row.isFiled &&
                (scope === 'city' ||
                  scope.includes(row.districtCode) ||
                  (scope === 'i1' && each.posts.find(({ engagementId }) => engagementId === row.engagementId)?.institutionId === 'i1')),
            ),
          );
          const { d, n } = figure(people, facts, day, scope);
          expect([d, n]).toEqual([
            there.filter((rows) => rows.length > 0).length,
            there.filter((rows) => rows.some((row) => row.standardBy !== null)).length,
          ]);
        }
      }
      const sum = new StepSum();
      for (const each of people) sum.add(segmentsOf(each, facts), 1);
      for (const each of people) sum.add(segmentsOf(each, facts), -1);
      expect(sum.columns().scope).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
