import { describe, expect, test } from 'vitest';
import {
  CARE_GROUPS,
  capacityOf,
  caregiversAdvised,
  fileWarnings,
  filingMoves,
  GROUP_LIMITS,
  type GroupClasses,
} from '~/domain/organisation/institution';
import { changedFields, type FileFacts, inGroupOrder, loggedFields, missingFields } from '~/domain/organisation/institution-facts';

const groups = (...rows: [GroupClasses['careGroup'], number, number][]): GroupClasses[] =>
  rows.map(([careGroup, classes, places]) => ({ careGroup, classes, places }));

test('the standard’s table of classes and ratios (clauses 19 and 20)', () => {
  expect(CARE_GROUPS.map((group) => [group, GROUP_LIMITS[group].places, GROUP_LIMITS[group].perCaregiver])).toEqual([
    ['infant', 10, 3],
    ['toddler_small', 15, 5],
    ['toddler_big', 20, 7],
    ['mixed', 18, 5],
  ]);
});

test.each([
  ['nothing', groups(), 0, 0],
  ['one full infant class', groups(['infant', 1, 10]), 10, 4],
  ['two classes are staffed each on its own', groups(['infant', 2, 8]), 8, 4],
  ['uneven classes', groups(['toddler_big', 2, 29]), 29, 5],
  ['all groups', groups(['infant', 1, 9], ['toddler_small', 1, 15], ['toddler_big', 2, 40], ['mixed', 1, 18]), 82, 3 + 3 + 6 + 4],
])('%s: places and caregivers advised', (_, classes, places, caregivers) => {
  expect(capacityOf(classes)).toBe(places);
  expect(caregiversAdvised(classes)).toBe(caregivers);
});

describe('what to look at twice', () => {
  const file = {
    classes: groups(['infant', 1, 10]),
    operatorType: 'private' as const,
    legalNature: 'enterprise' as const,
    registrarType: 'market_regulation' as const,
    codeContradicts: false,
    providesMeals: true,
    foodPermitUntil: '2026-03-10',
  };
  test.each([
    ['nothing', {}, []],
    ['a class beyond its limit', { classes: groups(['infant', 1, 11]) }, ['group_too_big']],
    ['the limit holds per class', { classes: groups(['infant', 2, 20]) }, []],
    ['a family site with six', { operatorType: 'family_site' as const, classes: groups(['mixed', 1, 6]) }, ['family_site_too_big']],
    ['another legal nature in the code', { codeContradicts: true }, ['nature_differs']],
    ['a registrar of other legal persons', { registrarType: 'civil_affairs' as const }, ['registrar_differs']],
    ['a nature that any registrar may have', { legalNature: 'other' as const, registrarType: 'civil_affairs' as const }, []],
    ['a permit that ended yesterday', { foodPermitUntil: '2026-03-09' }, ['food_permit_over']],
    ['no meals, no permit', { providesMeals: false, foodPermitUntil: '2020-01-01' }, []],
  ])('%s', (_, columns, codes) => {
    expect(fileWarnings({ ...file, ...columns }, '2026-03-10').map(({ code }) => code)).toEqual(codes);
  });
});

describe('where a filing may go', () => {
  test.each([
    ['not_filed', ['filed']],
    ['filed', ['changed_pending', 'cancelled']],
    ['changed_pending', ['filed', 'cancelled']],
    ['cancelled', ['filed', 'not_filed']],
  ] as const)('from %s', (from, to) => {
    expect(filingMoves(from, false)).toEqual(to);
    expect(filingMoves(from, true)).toEqual([...to, 'licensed']);
  });
});

describe('the file', () => {
  const facts: FileFacts = {
    name: '演示园',
    uscc: null,
    legalNature: null,
    siteNo: 1,
    address: '演示路1号',
    contactName: '办公室',
    contactPhone: '010-65550100',
    contactEmail: null,
    filingNo: '演示1号',
    registrarType: null,
    isProfit: false,
    legalRepName: '沈一帆',
    principalPersonId: null,
    subdistrict: '望京街道',
    serviceTypes: [],
    premises: 'leased',
    buildingM2: null,
    indoorM2: null,
    outdoorM2: null,
    isInclusive: false,
    inclusiveSince: null,
    isDemonstration: false,
    providesMeals: false,
    foodPermitUntil: null,
    classes: groups(['mixed', 1, 10]),
  };
  test('names what a filed institution must still say; "no" is an answer', () => {
    expect(missingFields(facts)).toEqual(['uscc', 'legalNature', 'registrarType', 'serviceTypes']);
  });
  test('only what was sent is compared, and lists as a whole', () => {
    expect(changedFields<Partial<FileFacts>>(facts, { name: '演示园', classes: groups(['mixed', 1, 10]) })).toEqual([]);
    expect(changedFields<Partial<FileFacts>>(facts, { classes: groups(['mixed', 2, 10]), contactName: '行政部' })).toEqual([
      'contactName',
      'classes',
    ]);
  });
  test('facts about persons do not reach the log', () => {
    expect(loggedFields(facts, ['legalRepName', 'filingNo'])).toEqual({ legalRepName: '*', filingNo: '演示1号' });
  });
  test('classes stand in the order of the groups, without empty ones', () => {
    expect(inGroupOrder(groups(['mixed', 1, 5], ['infant', 1, 5], ['toddler_big', 0, 0]))).toEqual(
      groups(['infant', 1, 5], ['mixed', 1, 5]),
    );
  });
});
