import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EngagementRole } from '~/domain/person/person';
import { firstDaysOver, type Presence, sharesOn } from '~/domain/talent/placement/shares';

const LIMITS = { ofStaff: 10, ofPost: 20 };
const there = (personId: string, role: EngagementRole = 'caregiver', more: Partial<Presence> = {}): Presence => ({
  personId,
  role,
  startOn: '2025-01-01',
  endOn: null,
  ...more,
});
const many = (n: number, role: EngagementRole = 'caregiver', prefix = 's') =>
  Array.from({ length: n }, (_, at) => there(`${prefix}${role}${at}`, role));
const DAY = '2026-03-10';

describe('shares of interns on a day', () => {
  test.each<[string, Presence[], Presence[], boolean, boolean | undefined]>([
    ['nobody', many(10), [], false, undefined],
    ['one of ten staff is exactly ten per cent', many(10), [there('i')], false, false],
    ['one of nine is more', many(9), [there('i')], true, false],
    ['one of five on the post is exactly twenty per cent', [...many(5), ...many(5, 'other')], [there('i')], false, false],
    ['one of four on the post is more', [...many(4), ...many(6, 'other')], [there('i')], false, true],
    ['nobody on the post', many(10, 'other'), [there('i')], false, true],
    ['no staff at all', [], [there('i')], true, true],
  ])('%s', (_what, staff, interns, total, post) => {
    const shares = sharesOn(DAY, staff, interns, LIMITS);
    expect(shares.total.isOver).toBe(total);
    expect(shares.posts.find(({ role }) => role === 'caregiver')?.isOver).toBe(post);
  });

  test('a person counts once, in each post once', () => {
    const staff = [there('a'), there('a', 'principal'), there('b')];
    const { total, posts } = sharesOn(DAY, staff, [there('i'), there('i')], LIMITS);
    expect(total).toEqual({ interns: 1, staff: 2, isOver: true });
    expect(posts).toEqual([{ role: 'caregiver', interns: 1, staff: 2, isOver: true }]);
  });

  test('those on leave, those who left and those who come later are not there', () => {
    const staff = [
      there('leave', 'caregiver', { off: [{ startOn: '2026-03-01', endOn: null }] }),
      there('back', 'caregiver', { off: [{ startOn: '2026-01-01', endOn: DAY }] }),
      there('left', 'caregiver', { endOn: DAY }),
      there('later', 'caregiver', { startOn: '2026-03-11' }),
    ];
    expect(sharesOn(DAY, staff, [], LIMITS).total.staff).toBe(1);
  });
});

describe('the first day on which they are too many', () => {
  const within = { startOn: '2026-03-01', endOn: '2026-09-01', role: 'caregiver' as const };

  test('is the day when staff leave', () => {
    const staff = [...many(9), there('leaves', 'caregiver', { endOn: '2026-05-01' })];
    const over = firstDaysOver(within, staff, [there('i', 'caregiver', { startOn: '2026-03-01' })], LIMITS);
    expect(over.total?.day).toBe('2026-05-01');
    expect(over.post).toBeNull();
  });

  test('is the day when another intern comes, and leave counts', () => {
    const staff = [...many(10), there('leave', 'caregiver', { off: [{ startOn: '2026-06-01', endOn: '2026-06-15' }] })];
    const interns = [there('i'), there('j', 'caregiver', { startOn: '2026-07-01' })];
    expect(firstDaysOver(within, staff, interns, LIMITS).total).toMatchObject({ day: '2026-07-01', total: { interns: 2, staff: 11 } });
  });

  test('never outside of the placement', () => {
    const staff = [...many(9), there('leaves', 'caregiver', { endOn: '2026-09-01' })];
    expect(firstDaysOver(within, staff, [there('i')], LIMITS)).toEqual({ total: null, post: null });
  });
});

const period = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.option(fc.integer({ min: 1, max: 28 })), fc.integer({ min: 0, max: 5 }))
  .map(([from, until, person]) =>
    there(`p${person}`, 'caregiver', {
      startOn: `2026-03-${String(from).padStart(2, '0')}`,
      endOn: until === null ? null : `2026-03-${String(until).padStart(2, '0')}`,
    }),
  );

test('the first day is the first of all days looked at one by one', () => {
  const days = Array.from({ length: 31 }, (_, at) => `2026-03-${String(at + 1).padStart(2, '0')}`);
  const within = { startOn: '2026-03-01', endOn: '2026-04-01', role: 'caregiver' as const };
  fc.assert(
    fc.property(fc.array(period), fc.array(period), (staff, interns) => {
      const slow = days.find((day) => sharesOn(day, staff, interns, LIMITS).total.isOver);
      expect(firstDaysOver(within, staff, interns, LIMITS).total?.day).toBe(slow);
    }),
  );
});
