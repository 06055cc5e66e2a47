import { expect, test } from 'vitest';
import {
  extensionProblem,
  FINDING_STATUSES,
  type FindingStatus,
  findingWaits,
  isFindingOverdue,
  isPlanOverdue,
  mayActOnVisit,
  mayFindingMove,
  mayVisitMove,
  planProblem,
  VISIT_STATUSES,
  type VisitStatus,
} from '~/domain/health-care/visit';
import type { ActorOrganisation, OrganisationKind } from '~/domain/shared/actor';

const TODAY = '2026-03-10';

test.each<[VisitStatus, VisitStatus[]]>([
  ['planned', ['recorded', 'cancelled']],
  ['recorded', ['closed']],
  ['closed', []],
  ['cancelled', []],
])('a visit that is %s may become %j and nothing else', (from, to) => {
  expect(VISIT_STATUSES.filter((status) => mayVisitMove(from, status))).toEqual(VISIT_STATUSES.filter((status) => to.includes(status)));
});

test.each<[FindingStatus, FindingStatus[], boolean]>([
  ['open', ['answered', 'mended', 'withdrawn'], true],
  ['answered', ['open', 'mended', 'withdrawn'], true],
  ['mended', [], false],
  ['withdrawn', [], false],
])('a finding that is %s may become %j and nothing else', (from, to, waits) => {
  expect(FINDING_STATUSES.filter((status) => mayFindingMove(from, status))).toEqual(
    FINDING_STATUSES.filter((status) => to.includes(status)),
  );
  expect(findingWaits(from)).toBe(waits);
});

test.each<[string, FindingStatus, string, boolean]>([
  ['the day before its day', 'open', '2026-03-11', false],
  ['on its day', 'open', '2026-03-10', false],
  ['the day after', 'open', '2026-03-09', true],
  ['answered in time or late', 'answered', '2026-03-01', false],
  ['mended', 'mended', '2026-03-01', false],
  ['withdrawn', 'withdrawn', '2026-03-01', false],
])('a finding %s: %s until %s is overdue %s', (_what, status, mendByOn, expected) => {
  expect(isFindingOverdue({ status, mendByOn }, TODAY)).toBe(expected);
});

test.each<[VisitStatus, string, boolean]>([
  ['planned', '2026-03-10', false],
  ['planned', '2026-03-09', true],
  ['recorded', '2026-03-01', false],
  ['cancelled', '2026-03-01', false],
])('a visit %s for %s is late %s', (status, plannedOn, expected) => {
  expect(isPlanOverdue({ status, plannedOn }, TODAY)).toBe(expected);
});

test.each([
  ['2026-03-09', 'visit_in_the_past'],
  ['2026-03-10', null],
  ['2027-03-11', null],
  ['2027-03-12', 'visit_day_far'],
])('a plan for %s: %s', (day, expected) => {
  expect(planProblem(day, TODAY)).toBe(expected);
});

test.each([
  ['more time ahead', '2026-03-20', '2026-03-21', null],
  ['the same day', '2026-03-20', '2026-03-20', 'finding_day_not_later'],
  ['an earlier day', '2026-03-20', '2026-03-15', 'finding_day_not_later'],
  ['later than a day long past, and past itself', '2026-03-01', '2026-03-09', 'finding_day_not_later'],
  ['today, for what is overdue', '2026-03-01', '2026-03-10', null],
  ['in two years', '2026-03-20', '2028-03-20', 'finding_day_far'],
])('a new day to mend by: %s', (_what, before, after, expected) => {
  expect(extensionProblem(before, after, TODAY)).toBe(expected);
});

const of = (kind: OrganisationKind, id = 'another'): ActorOrganisation => ({ id, kind, districtCode: '110105' });
test.each<[string, ActorOrganisation | null, boolean]>([
  ['whoever went', of('mch_centre', 'went'), true],
  ['another centre', of('mch_centre'), false],
  ['the commission of the district', of('commission_district'), true],
  ['the city', of('commission_city'), true],
  ['the institution', of('institution'), false],
  ['somebody for herself', null, false],
])('%s may act on a visit: %s', (_who, organisation, expected) => {
  expect(mayActOnVisit(organisation, { organisationId: 'went' })).toBe(expected);
});
