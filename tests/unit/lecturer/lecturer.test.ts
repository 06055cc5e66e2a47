import { describe, expect, test } from 'vitest';
import { lecturerHistory } from '~/domain/lecturer/history';
import { fieldsIn } from '~/domain/lecturer/import-columns';
import {
  isApprovedOn,
  isSameLecturer,
  LECTURER_STATUSES,
  type LecturerStanding,
  type LecturerStatus,
  lastDayOf,
  lecturerMove,
  mayAskRenewal,
  nextApproval,
  standingOf,
} from '~/domain/lecturer/lecturer';

const TODAY = '2026-11-24';
const LAPSING = 60;

describe('how somebody stands', () => {
  test.each<[LecturerStatus, string | null, LecturerStanding]>([
    ['submitted', null, 'submitted'],
    ['returned', null, 'returned'],
    ['withdrawn', '2027-05-01', 'withdrawn'],
    ['approved', '2029-11-23', 'approved'],
    ['approved', '2027-01-24', 'approved'],
    ['approved', '2027-01-23', 'lapsing'],
    ['approved', '2026-11-24', 'lapsing'],
    ['approved', '2026-11-23', 'lapsed'],
  ])('%s until %s is %s', (status, approvedUntilOn, standing) => {
    expect(standingOf({ status, approvedUntilOn }, TODAY, LAPSING)).toBe(standing);
  });

  test.each([
    ['2026-01-01', true],
    ['2025-12-31', false],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('approved for 2026, she is approved on %s: %s', (date, approved) => {
    expect(isApprovedOn({ status: 'approved', approvedFromOn: '2026-01-01', approvedUntilOn: '2026-12-31' }, date)).toBe(approved);
    expect(isApprovedOn({ status: 'withdrawn', approvedFromOn: '2026-01-01', approvedUntilOn: '2026-12-31' }, date)).toBe(false);
  });
});

test('who may do what from where', () => {
  const moves = (['edit', 'approve', 'return', 'renew', 'withdraw'] as const).map((by) => [
    by,
    Object.fromEntries(LECTURER_STATUSES.map((from) => [from, lecturerMove(from, by)])),
  ]);
  expect(Object.fromEntries(moves)).toEqual({
    edit: { submitted: 'submitted', approved: null, returned: 'submitted', withdrawn: null },
    approve: { submitted: 'approved', approved: 'approved', returned: null, withdrawn: null },
    return: { submitted: 'returned', approved: 'approved', returned: null, withdrawn: null },
    renew: { submitted: null, approved: 'approved', returned: null, withdrawn: null },
    withdraw: { submitted: 'withdrawn', approved: 'withdrawn', returned: 'withdrawn', withdrawn: null },
  });
});

describe('terms', () => {
  test.each([
    ['2026-11-24', 3, '2029-11-23'],
    ['2028-02-29', 1, '2029-02-27'],
    ['2026-01-01', 1, '2026-12-31'],
  ])('from %s for %s years: until %s', (from, years, until) => {
    expect(lastDayOf(from, years)).toBe(until);
  });

  test('a term that runs goes on from its end, one that is over begins anew', () => {
    const running = { status: 'approved', approvedFromOn: '2024-01-10', approvedUntilOn: '2027-01-09' } as const;
    expect(nextApproval(running, TODAY, 3)).toEqual({ fromOn: '2024-01-10', untilOn: '2030-01-09' });
    const over = { ...running, approvedUntilOn: '2026-11-23' };
    expect(nextApproval(over, TODAY, 3)).toEqual({ fromOn: TODAY, untilOn: '2029-11-23' });
    expect(nextApproval({ status: 'submitted', approvedFromOn: null, approvedUntilOn: null }, TODAY, 3).fromOn).toBe(TODAY);
  });

  test('a renewal is asked for near the end or after it, once', () => {
    const standings = ['submitted', 'approved', 'lapsing', 'lapsed', 'returned', 'withdrawn'] as const;
    expect(standings.filter((standing) => mayAskRenewal(standing, false))).toEqual(['lapsing', 'lapsed']);
    expect(standings.filter((standing) => mayAskRenewal(standing, true))).toEqual([]);
  });
});

test.each([
  [{ name: '王芳', employer: '演示医院', personId: null }, true],
  [{ name: '王 芳', employer: '演示医院。', personId: 'p' }, true],
  [{ name: '王芳', employer: '演示学院', personId: null }, false],
  [{ name: '王芳', employer: '演示学院', personId: 'q' }, false],
])('the same lecturer as 王芳 of 演示医院: %o %s', (other, same) => {
  expect(isSameLecturer({ name: '王芳', employer: '演示医院', personId: null }, other)).toBe(same);
});

test('one person under two names is one; two persons of one name are two', () => {
  const of = (name: string, personId: string) => ({ name, employer: '演示医院', personId });
  expect(isSameLecturer(of('王芳', 'p'), of('王小芳', 'p'))).toBe(true);
  expect(isSameLecturer(of('王芳', 'p'), of('王芳', 'q'))).toBe(false);
});

test.each([
  ['卫生保健、安全与急救', ['health_care', 'safety'], null],
  ['安全；卫生保健；', ['health_care', 'safety'], null],
  ['卫生保健，烹饪', ['health_care'], '烹饪'],
  ['', [], null],
])('fields in “%s”', (text, fields, unknown) => {
  expect(fieldsIn(text)).toEqual({ fields, unknown });
});

test('a renewal is told apart from the first approval, the newest first', () => {
  const logged = (name: string, data: Record<string, unknown> = {}) => ({
    id: `${name}${data.untilOn ?? ''}`,
    name,
    at: new Date(0),
    actorName: '审核员',
    organisationName: '演示委员会',
    data,
  });
  const entries = lecturerHistory([
    logged('lecturer.proposed'),
    logged('lecturer.approved', { untilOn: '2026-12-31', renewal: false }),
    logged('lecturer.renewal_asked', { untilOn: '2026-12-31' }),
    logged('lecturer.returned', { reason: '缺证明', renewal: true }),
    logged('notification.sent'),
    logged('lecturer.approved', { untilOn: '2029-12-31', renewal: true }),
  ]);
  expect(entries.map(({ step }) => step)).toEqual(['renewed', 'declined', 'renewal_asked', 'approved', 'proposed']);
  expect(entries[0]).toMatchObject({ by: '审核员 · 演示委员会', untilOn: '2029-12-31' });
});
