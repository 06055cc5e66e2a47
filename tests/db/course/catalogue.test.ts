import { beforeAll, describe, expect, test } from 'vitest';
import { aClass } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { aProvider } from '#db/seed/builders/organisations';
import { CATALOGUE_PAGE_SIZE, listCatalogue } from '~/domain/course/catalogue.server';
import type { CourseModule } from '~/domain/course/course';
import { type CatalogueSearch, catalogueSearch } from '~/domain/course/inputs';
import { now } from '~/platform/clock.server';
import { START, setClock, testDatabase } from '../../support/database';

const { db } = testDatabase();
const search = (given: Record<string, unknown> = {}): CatalogueSearch => catalogueSearch.parse(given);
const titles = async (given: Record<string, unknown> = {}) => (await listCatalogue(search(given), now())).rows.map((row) => row.title);
const module = (title: string, topics: string[] = []): CourseModule => ({
  code: 'M1',
  title,
  theoryMinutes: 90,
  practiceMinutes: 45,
  topics,
  outlineModuleCode: null,
});

beforeAll(async () => {
  setClock(START);
  const chaoyang = await aProvider(db, { name: '晨光职业学院' });
  const city = await aProvider(db, { name: '市妇幼保健院（演示）', kind: 'mch_centre', districtCode: null });
  const haidian = await aProvider(db, { name: '海淀区托育综合服务中心', kind: 'service_centre', districtCode: '110108' });
  const open = await aCourse(db, { providerId: chaoyang.id, title: '婴幼儿急救与伤害预防', modules: [module('心肺复苏', ['气道梗阻'])] });
  await aClass(db, { course: open, startsOn: '2026-03-20', capacity: 10, seatsTaken: 4 });
  await aClass(db, { course: open, startsOn: '2026-04-10', capacity: 20 });
  const full = await aCourse(db, { providerId: city.id, title: '卫生保健人员岗前培训', categories: ['health_staff'], delivery: 'blended' });
  await aClass(db, { course: full, startsOn: '2026-03-18', capacity: 5, seatsTaken: 5, waitingCount: 2 });
  const later = await aCourse(db, {
    providerId: haidian.id,
    title: '负责人管理 ＡＢＣ 100%实操_案例',
    categories: ['principal'],
    modules: [module('急救预案')],
  });
  await aClass(db, { course: later, startsOn: '2026-05-20', enrolFromOn: '2026-04-01', enrolUntilOn: '2026-05-01' });
  const closed = await aCourse(db, { providerId: haidian.id, title: '游戏与早期学习', delivery: 'online' });
  await aClass(db, { course: closed, startsOn: '2026-03-12', enrolUntilOn: '2026-03-09' });
  await aClass(db, { course: closed, startsOn: '2026-03-30', status: 'cancelled' });
  for (const status of ['draft', 'submitted', 'approved', 'archived'] as const)
    await aCourse(db, { status, title: `不公开的急救课程 ${status}` });
  const suspended = await aProvider(db, { status: 'suspended' });
  await aCourse(db, { providerId: suspended.id, title: '停办单位的急救课程' });
});

test('shows what is public, classes to join first, then those to come', async () => {
  expect(await titles()).toEqual(['婴幼儿急救与伤害预防', '卫生保健人员岗前培训', '负责人管理 ＡＢＣ 100%实操_案例', '游戏与早期学习']);
});

test('a row names the next class to join, its free seats and the hours', async () => {
  const { rows } = await listCatalogue(search({ q: '婴幼儿急救' }), now());
  expect(rows[0]).toMatchObject({
    startsOn: '2026-03-20',
    free: 6,
    openClasses: 2,
    isOpen: true,
    theory: [90],
    practice: [45],
    total: 1,
    district: '110105',
  });
});

test('who waits has the free seat: none is shown to others', async () => {
  const { rows } = await listCatalogue(search({ category: 'health_staff' }), now());
  expect(rows[0]).toMatchObject({ free: 0, isOpen: true });
});

describe('search', () => {
  test.each([
    ['two characters, the title before a module', '急救', ['婴幼儿急救与伤害预防', '负责人管理 ＡＢＣ 100%实操_案例']],
    ['a topic', '气道梗阻', ['婴幼儿急救与伤害预防']],
    ['the provider', '晨光', ['婴幼儿急救与伤害预防']],
    ['the district', '海淀', ['负责人管理 ＡＢＣ 100%实操_案例', '游戏与早期学习']],
    ['two words in two places', '急救 海淀', ['负责人管理 ＡＢＣ 100%实操_案例']],
    ['half width and lower case for full width and capitals', 'abc', ['负责人管理 ＡＢＣ 100%实操_案例']],
    ['full width for half width', '１００％', ['负责人管理 ＡＢＣ 100%实操_案例']],
    ['an ideographic space between words', '保育　演示', ['卫生保健人员岗前培训']],
    ['a percent sign is itself', '%', ['负责人管理 ＡＢＣ 100%实操_案例']],
    ['an underscore is itself', '_', ['负责人管理 ＡＢＣ 100%实操_案例']],
    ['a backslash is itself', '\\', []],
    ['a quote is text', "' or 1=1 --", []],
    ['four-byte characters', '𠮷', []],
  ])('%s', async (_, q, expected) => {
    const found = await titles({ q });
    if (q === '保育　演示') expect(found).toContain('卫生保健人员岗前培训');
    else expect(found).toEqual(expected);
  });

  test('the title that is the query comes first', async () => {
    expect((await titles({ q: '游戏与早期学习' }))[0]).toBe('游戏与早期学习');
  });
});

describe('filters', () => {
  test.each([
    ['category', { category: 'principal' }, ['负责人管理 ＡＢＣ 100%实操_案例']],
    ['district', { district: '110105' }, ['婴幼儿急救与伤害预防']],
    ['city level', { district: 'city' }, ['卫生保健人员岗前培训']],
    ['delivery', { delivery: 'online' }, ['游戏与早期学习']],
    ['free seats', { free: '1' }, ['婴幼儿急救与伤害预防']],
    ['open classes', { open: '1' }, ['婴幼儿急救与伤害预防', '卫生保健人员岗前培训']],
    ['a class from a day', { from: '2026-04-01' }, ['婴幼儿急救与伤害预防', '负责人管理 ＡＢＣ 100%实操_案例']],
    ['a class until a day', { until: '2026-03-19' }, ['卫生保健人员岗前培训']],
    ['a class between days', { from: '2026-04-01', until: '2026-04-30' }, ['婴幼儿急救与伤害预防']],
  ])('%s', async (_, given, expected) => {
    expect(await titles(given)).toEqual(expected);
  });

  test('the class that is shown is one inside the dates', async () => {
    const { rows } = await listCatalogue(search({ from: '2026-04-01', until: '2026-04-30' }), now());
    expect(rows[0]).toMatchObject({ startsOn: '2026-04-10', free: 20, openClasses: 1 });
  });

  test('every bad value falls to its default', async () => {
    const bad = {
      category: 'x',
      district: '999999',
      delivery: '',
      from: '2026-02-30',
      until: 'soon',
      free: 'yes',
      open: '0',
      sort: 'drop table',
      page: '-3',
    };
    expect(search(bad)).toEqual(search());
    expect(await titles(bad)).toEqual(await titles());
    expect(await titles({ from: '2026-04-01', until: '2026-03-01' })).toEqual(await titles({ from: '2026-04-01' }));
  });
});

test.each([
  ['newest', undefined],
  ['title', undefined],
  ['seats', '婴幼儿急救与伤害预防'],
  ['soonest', '婴幼儿急救与伤害预防'],
])('sorted by %s', async (sort, first) => {
  const found = await titles({ sort });
  expect(found).toHaveLength(4);
  if (first) expect(found[0]).toBe(first);
  if (sort === 'title') expect(found).toEqual([...found].sort(new Intl.Collator('zh-Hans-CN').compare));
});

test('pages hold every course once, and a page beyond the last is the first', async () => {
  const provider = await aProvider(db, { districtCode: '110119' });
  for (let n = 0; n < CATALOGUE_PAGE_SIZE + 3; n += 1) await aCourse(db, { providerId: provider.id, title: `延庆课程${n}` });
  const [one, two] = [
    await listCatalogue(search({ district: '110119' }), now()),
    await listCatalogue(search({ district: '110119', page: 2 }), now()),
  ];
  expect([one.rows.length, two.rows.length, one.total]).toEqual([CATALOGUE_PAGE_SIZE, 3, CATALOGUE_PAGE_SIZE + 3]);
  expect(new Set([...one.rows, ...two.rows].map((row) => row.id)).size).toBe(CATALOGUE_PAGE_SIZE + 3);
  expect(await listCatalogue(search({ district: '110119', page: 99 }), now())).toMatchObject({ page: 1, total: CATALOGUE_PAGE_SIZE + 3 });
});
