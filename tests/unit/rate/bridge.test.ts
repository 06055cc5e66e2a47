import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addUp, BRIDGE_STEPS, type BridgeFacts, bridgeStep, climb, moveOf, POST_THERE, type Standing } from '~/domain/rate/bridge';

const FROM = '2026-01-31';
const TO = '2026-02-28';
const yes: Standing = { certified: true };
const no: Standing = { certified: false };
const paper = { issuedOn: '2025-06-01', verifiedOn: '2025-07-01', validUntil: null, revokedOn: null };

const facts = (before: Standing, after: Standing, given: Partial<BridgeFacts> = {}): BridgeFacts => ({
  from: FROM,
  to: TO,
  knownBefore: before,
  knownAfter: after,
  post: before === null || after === null ? 'not_on_post' : null,
  certificate: paper,
  underFirstRule: null,
  healthCertEnded: false,
  ...given,
});

describe('which step a person is in', () => {
  test.each<[string, Standing, Standing, Partial<BridgeFacts>, string | null]>([
    ['came to a post, certified', null, yes, {}, 'joined'],
    ['left', yes, null, {}, 'left'],
    ['her institution was filed', null, no, { post: 'not_taken_in' }, 'institution_filed'],
    ['her institution closed', no, null, { post: 'not_taken_in' }, 'institution_cancelled'],
    ['her institution moved into the district', null, yes, { post: 'other_area' }, 'institution_moved'],
    ['her institution moved away', yes, null, { post: 'other_area' }, 'institution_moved'],
    ['certificate issued between the days', no, yes, { certificate: { ...paper, issuedOn: '2026-02-10' } }, 'newly_certified'],
    ['certificate older, verified between the days', no, yes, { certificate: { ...paper, verifiedOn: '2026-02-10' } }, 'newly_verified'],
    ['by now known to have counted all along', no, yes, { knownBefore: yes }, 'newly_verified'],
    ['expired', yes, no, { certificate: { ...paper, validUntil: '2026-02-27' } }, 'expired'],
    ['valid up to the last day: it is not the expiry', yes, no, { certificate: { ...paper, validUntil: TO } }, 'corrected'],
    ['health certificate ended under a rule that asks for it', yes, no, { healthCertEnded: true }, 'expired'],
    ['revoked', yes, no, { certificate: { ...paper, revokedOn: TO } }, 'revoked'],
    ['revoked from its issue', yes, no, { knownBefore: no, certificate: { ...paper, revokedOn: paper.issuedOn } }, 'revoked'],
    ['a new rule accepts what she holds', no, yes, { underFirstRule: false }, 'rule_changed'],
    ['a new rule accepts it no more', yes, no, { underFirstRule: true }, 'rule_changed'],
    [
      'a new rule, but the certificate expired under both',
      yes,
      no,
      { underFirstRule: false, certificate: { ...paper, validUntil: '2026-02-01' } },
      'expired',
    ],
    ['entered late: she had been there', null, yes, { knownBefore: yes, post: 'in_scope' }, 'corrected'],
    ['her leaving was entered late', yes, null, { knownBefore: null }, 'corrected'],
    ['recorded as there, known by now not to be', null, no, { knownAfter: null }, 'corrected'],
    ['nothing changed', yes, yes, {}, null],
    ['never there', null, null, {}, null],
  ])('%s', (_, before, after, given, expected) => {
    expect(bridgeStep(before, after, facts(before, after, given))).toBe(expected);
  });
});

const standing = fc.option(fc.record({ certified: fc.boolean() }), { nil: null });
const date = fc.integer({ min: 0, max: 120 }).map((n) => new Date(Date.UTC(2025, 11, 1 + n)).toISOString().slice(0, 10));
const anybody = fc.record({
  before: standing,
  after: standing,
  facts: fc.record({
    from: fc.constant(FROM),
    to: fc.constant(TO),
    knownBefore: standing,
    knownAfter: standing,
    post: fc.option(fc.constantFrom(...POST_THERE), { nil: null }),
    certificate: fc.option(
      fc.record({
        issuedOn: date,
        verifiedOn: fc.option(date, { nil: null }),
        validUntil: fc.option(date, { nil: null }),
        revokedOn: fc.option(date, { nil: null }),
      }),
      { nil: null },
    ),
    underFirstRule: fc.option(fc.boolean(), { nil: null }),
    healthCertEnded: fc.boolean(),
  }),
});

test('whoever they are, the steps add up to both changes, and each person is in one or changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 60 }), (people) => {
      const moves = people.flatMap(({ before, after, facts: known }) => {
        const step = bridgeStep(before, after, known);
        const move = moveOf(before, after);
        expect(step === null).toBe(move.n === 0 && move.d === 0);
        return step === null ? [] : [{ step, ...move }];
      });
      const totals = addUp(moves);
      const sum = (side: 'before' | 'after') => ({
        d: people.filter((each) => each[side] !== null).length,
        n: people.filter((each) => each[side]?.certified).length,
      });
      const [start, end] = [sum('before'), sum('after')];
      expect(start.n + totals.reduce((n, total) => n + total.n, 0)).toBe(end.n);
      expect(start.d + totals.reduce((d, total) => d + total.d, 0)).toBe(end.d);
      expect(totals.reduce((n, total) => n + total.persons, 0)).toBe(moves.length);
      const rungs = climb(start, totals);
      expect(rungs.map(({ step }) => step)).toEqual(BRIDGE_STEPS.filter((step) => moves.some((move) => move.step === step)));
      const last = rungs.at(-1);
      if (last) expect([last.nAfter, last.dAfter]).toEqual([end.n, end.d]);
    }),
  );
});

test('the rungs lead from the first rate to the second without a gap', () => {
  const rungs = climb({ n: 1, d: 4 }, [
    { step: 'joined', persons: 4, n: 3, d: 4 },
    { step: 'left', persons: 8, n: -4, d: -8 },
  ]);
  expect(rungs.map(({ start, end }) => [start, end])).toEqual([
    [25, 50],
    [50, null],
  ]);
});
