import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corrected, correctionOf } from '~/domain/person/dispute';
import { alertsOf, doublePairs, freshnessOf, type HeldPost, mainPostOf, reminderOf, type StaffDates } from '~/domain/person/roster';
import { addDays, includes } from '~/domain/shared/period';

const TODAY = '2026-11-24';
const post = (id: string, columns: Partial<HeldPost> = {}): HeldPost => ({
  ...{ id, institutionId: `house ${id}`, startOn: '2024-01-01', endOn: null },
  ...{ isMainPost: false, isFullTime: true, isIntern: false, ...columns },
});

describe('a roster stays fresh for fourteen days', () => {
  test.each([
    [null, 'never', null],
    ['2026-11-24', 'fresh', null],
    ['2026-11-13', 'fresh', null],
    ['2026-11-12', 'soon', 'soon'],
    ['2026-11-11', 'soon', 'soon'],
    ['2026-11-10', 'soon', 'due'],
    ['2026-11-09', 'stale', 'stale'],
    ['2025-01-01', 'stale', 'stale'],
  ] as const)('confirmed %s: %s', (confirmedOn, freshness, reminder) => {
    expect(freshnessOf(confirmedOn, TODAY, 14).freshness).toBe(freshness);
    expect(reminderOf(confirmedOn, TODAY, 14)).toBe(confirmedOn === null ? 'stale' : reminder);
  });

  test('the number of days is a setting', () => {
    expect(freshnessOf('2026-11-01', TODAY, 30)).toEqual({ freshness: 'fresh', dueOn: '2026-12-01' });
    expect(freshnessOf('2026-11-01', TODAY, 7).freshness).toBe('stale');
  });
});

describe('alerts', () => {
  const fine: StaffDates = { healthCertValidUntil: '2027-06-30', backgroundCheckedOn: '2026-06-01', contractUntilOn: null };
  test.each([
    ['all in order', {}, []],
    ['no date of the health certificate', { healthCertValidUntil: null }, ['health_cert_missing']],
    ['its last valid day is today', { healthCertValidUntil: TODAY }, ['health_cert_soon']],
    ['its last valid day was yesterday', { healthCertValidUntil: '2026-11-23' }, ['health_cert_expired']],
    ['thirty days left', { healthCertValidUntil: '2026-12-24' }, ['health_cert_soon']],
    ['thirty-one days left', { healthCertValidUntil: '2026-12-25' }, []],
    ['never checked', { backgroundCheckedOn: null }, ['background_missing']],
    ['checked a year ago to the day', { backgroundCheckedOn: '2025-11-24' }, []],
    ['checked a year and a day ago', { backgroundCheckedOn: '2025-11-23' }, ['background_overdue']],
    ['contract until yesterday', { contractUntilOn: '2026-11-23' }, ['contract_ended']],
    ['contract until today', { contractUntilOn: TODAY }, ['contract_soon']],
  ] as const)('%s', (_name, dates, expected) => expect(alertsOf({ ...fine, ...dates }, TODAY)).toEqual(expected));
});

describe('the main post', () => {
  test.each([
    ['nobody without posts', [], null],
    ['the only one', [post('a')], 'a'],
    ['the one that is it already', [post('a'), post('b', { isMainPost: true, isFullTime: false })], 'b'],
    ['full-time before part-time', [post('a', { isFullTime: false, startOn: '2020-01-01' }), post('b')], 'b'],
    ['staff before intern', [post('a', { isIntern: true, startOn: '2020-01-01' }), post('b', { isFullTime: false })], 'b'],
    ['the oldest of equals', [post('a'), post('b', { startOn: '2023-01-01' })], 'b'],
    ['not one that ended today', [post('a', { isMainPost: true, endOn: TODAY }), post('b')], 'b'],
    ['still one that ends tomorrow', [post('a', { isMainPost: true, endOn: '2026-11-25' }), post('b')], 'a'],
    ['not one that never was true', [post('a', { isMainPost: true, startOn: '2027-01-01', endOn: '2027-01-01' }), post('b')], 'b'],
  ] as const)('%s', (_name, posts, expected) => expect(mainPostOf(posts, TODAY)?.id ?? null).toBe(expected));
});

describe('one identity on two rosters', () => {
  const pairs = (posts: HeldPost[]) => doublePairs(posts, TODAY).map((pair) => pair.map(({ id }) => id).join(' '));
  test.each([
    ['two institutions at once', [post('a'), post('b', { startOn: '2023-01-01' })], ['b a']],
    ['two roles at one institution', [post('a', { institutionId: 'x' }), post('b', { institutionId: 'x' })], []],
    ['one after the other', [post('a', { endOn: '2026-12-01' }), post('b', { startOn: '2026-12-01' })], []],
    ['an overlap that is over', [post('a', { endOn: '2026-11-01' }), post('b', { startOn: '2026-10-01' })], []],
    ['an overlap to come', [post('a', { endOn: '2027-01-01' }), post('b', { startOn: '2026-12-15' })], ['a b']],
    ['an entry that never was true', [post('a'), post('b', { startOn: TODAY, endOn: TODAY })], []],
    ['two roles here and one there: one pair', [post('a', { institutionId: 'x' }), post('b', { institutionId: 'x' }), post('c')], ['a c']],
    ['three institutions: three pairs', [post('a'), post('b'), post('c')], ['a b', 'a c', 'b c']],
  ])('%s', (_name, posts, expected) => expect(pairs(posts)).toEqual(expected));

  const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days));
  const anyPost = fc.record({ startOn: day, length: fc.option(fc.integer({ min: 0, max: 300 })), house: fc.constantFrom('x', 'y', 'z') });
  test('a pair shares a day from today on, and as time passes no pair appears that was not there', () => {
    const built = (facts: { startOn: string; length: number | null; house: string }[]) =>
      facts.map(({ startOn, length, house }, at) =>
        post(String(at), { startOn, endOn: length === null ? null : addDays(startOn, length), institutionId: house }),
      );
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 5 }), fc.integer({ min: 0, max: 200 }), (facts, later) => {
        const posts = built(facts);
        const houses = (today: string) => doublePairs(posts, today).map(([a, b]) => [a.institutionId, b.institutionId].sort().join(' '));
        const now = houses(TODAY);
        for (const pair of houses(addDays(TODAY, later))) expect(now).toContain(pair);
        for (const [a, b] of doublePairs(posts, TODAY)) {
          const first = a.startOn > b.startOn ? a.startOn : b.startOn;
          expect(includes(a, first) && includes(b, first)).toBe(true);
        }
      }),
    );
  });
});

describe('a dispute says what is right', () => {
  const entry = { role: 'caregiver', startOn: '2024-03-01', endOn: null } as const;
  const said = { startOn: null, endOn: null, role: null };
  test.each([
    ['never there', 'never_worked_here', {}, { role: 'caregiver', startOn: '2024-03-01', endOn: '2024-03-01' }],
    ['left earlier', 'left_earlier', { endOn: '2026-01-01' }, { role: 'caregiver', startOn: '2024-03-01', endOn: '2026-01-01' }],
    ['another role', 'wrong_role', { role: 'other' }, { role: 'other', startOn: '2024-03-01', endOn: null }],
    ['began later', 'wrong_dates', { startOn: '2024-05-01' }, { role: 'caregiver', startOn: '2024-05-01', endOn: null }],
    ['in words alone', 'other', {}, { ...entry }],
  ] as const)('%s', (_name, kind, words, expected) => {
    const answer = correctionOf(entry, kind, { ...said, ...words });
    expect(answer.ok && corrected(entry, answer.wanted)).toEqual(expected);
  });

  test.each([
    ['left_earlier', {}, 'dispute_needs_day'],
    ['left_earlier', { endOn: '2024-02-01' }, 'dispute_day_outside'],
    ['wrong_role', {}, 'dispute_needs_role'],
    ['wrong_role', { role: 'caregiver' }, 'dispute_needs_role'],
    ['wrong_dates', {}, 'dispute_needs_day'],
    ['wrong_dates', { startOn: '2025-01-01', endOn: '2024-01-01' }, 'dispute_day_outside'],
  ] as const)('%s with %o is refused', (kind, words, code) =>
    expect(correctionOf(entry, kind, { ...said, ...words })).toMatchObject({ ok: false, code }),
  );
});
