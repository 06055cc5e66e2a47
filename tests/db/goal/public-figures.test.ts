import { beforeAll, describe, expect, test } from 'vitest';
import { aClosedClass, aCompletion } from '#db/seed/builders/completions';
import { aPlan } from '#db/seed/builders/goals';
import { foldTally } from '~/domain/goal/fold-tally.server';
import { apiProblem, targetsAnswer } from '~/domain/goal/public-api.server';
import { loader as description } from '~/routes/api.v1.openapi[.]json';
import { loader } from '~/routes/api.v1.targets';
import { moveClock, START, setClock, testDatabase } from '../../support/database';
import { fits, type JsonSchema } from '../../support/json-schema';
import { contextOf } from '../../support/seven-questions';

const { db } = testDatabase();
const ORIGIN = 'http://localhost';

beforeAll(async () => {
  setClock(START);
  await aPlan(db, { code: 'plan', nameZh: '计划', nameEn: 'Plan' });
  for (const [districtCode, heldOn, n] of [
    ['110105', '2024-03-01', 12],
    ['110105', '2024-04-01', 6],
    ['110108', '2024-03-01', 7],
    ['110101', '2024-03-01', 3],
    ['110302', '2024-04-01', 9],
  ] as const) {
    const held = await aClosedClass(db, { heldOn, capacity: 20 });
    for (let i = 0; i < n; i++) await aCompletion(db, { trainingClass: held, districtCode });
  }
  await foldTally(contextOf({ kind: 'system', job: 'tally.fold' }), 1_000);
});

const ask = async (query = '', headers: Record<string, string> = {}) =>
  (await loader({ request: new Request(`${ORIGIN}/api/v1/targets${query}`, { headers }), params: {}, context: {} })) as Response;
const caregivers = async (query = '') => {
  const answer = targetsAnswer.parse(await (await ask(query)).json());
  const found = answer.targets.find((each) => each.metric === 'caregiver_person_times');
  if (!found) throw new Error('no caregivers');
  return found;
};

test('the answer fits its own description, property by property', async () => {
  const api = (await (
    (await description({ request: new Request(`${ORIGIN}/api/v1/openapi.json`), params: {}, context: {} })) as Response
  ).json()) as {
    openapi: string;
    paths: Record<string, { get: { parameters: { name: string }[] } }>;
    components: { schemas: { Targets: JsonSchema; Problem: JsonSchema } };
  };
  expect(api.openapi).toBe('3.1.0');
  expect(api.paths['/api/v1/targets']?.get.parameters.map((each) => each.name)).toEqual(['period', 'district', 'month']);
  expect(fits(await (await ask()).json(), api.components.schemas.Targets)).toEqual([]);
  expect(fits(await (await ask('?month=x')).json(), api.components.schemas.Problem)).toEqual([]);
  expect(fits({ targets: [{ metric: 'other' }] }, api.components.schemas.Targets)).not.toEqual([]);
});

describe('what is asked for', () => {
  test('nothing: the city, its districts and its months, with rule, target and time', async () => {
    const found = await caregivers();
    expect(found).toMatchObject({ target: 5_000, countingRule: 'person_times_2023', asOf: '2026-03-10T09:00:00+08:00', underCheck: false });
    expect(found.figures.find((cell) => cell.district === '110000' && cell.month === null)).toMatchObject({ personTimes: 37, persons: 37 });
    expect(found.figures.filter((cell) => cell.month === null)).toHaveLength(1 + 17 + 1);
    expect(found.figures.filter((cell) => cell.month !== null).map((cell) => [cell.district, cell.month, cell.personTimes])).toEqual([
      ['110000', '2024-03', 22],
      ['110000', '2024-04', 15],
    ]);
  });

  test('a district: its months; a month: its districts; both: one figure', async () => {
    expect((await caregivers('?district=110105')).figures).toHaveLength(3);
    expect((await caregivers('?month=2024-04')).figures).toHaveLength(19);
    expect((await caregivers('?district=110302&month=2024-04')).figures).toMatchObject([{ district: '110302', month: '2024-04' }]);
    expect((await caregivers('?district=none')).figures[0]).toMatchObject({ district: 'none', personTimes: 0 });
  });

  test('a period by its code, and none for an unknown one', async () => {
    expect(targetsAnswer.parse(await (await ask('?period=plan')).json()).targets).toHaveLength(2);
    expect(targetsAnswer.parse(await (await ask('?period=nothing')).json()).targets).toEqual([]);
  });

  test.each([
    ['?month=2024-13', 'month'],
    ['?district=999999', 'district'],
    ['?districts=110105', 'districts'],
    [`?period=${'x'.repeat(100)}`, 'period'],
  ])('%s is refused with the name of the parameter', async (query, field) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(Object.keys(apiProblem.parse(await answer.json()).error.fields ?? {})).toEqual([field]);
  });
});

test('a small cell and a second one with it are null, everywhere the same, and the city is complete', async () => {
  const all = await caregivers();
  const hidden = all.figures.filter((cell) => cell.hidden);
  expect(hidden.map((cell) => cell.district).sort()).toEqual(['110101', '110108']);
  for (const cell of hidden) expect(cell).toMatchObject({ personTimes: null, persons: null, hidden: 'small_cell' });
  const own = await caregivers('?district=110101');
  expect(own.figures.filter((cell) => cell.personTimes !== 0).every((cell) => cell.hidden === 'small_cell')).toBe(true);
  const march = (await caregivers('?month=2024-03')).figures.filter((cell) => cell.hidden);
  expect(march.map((cell) => cell.district).sort()).toEqual(['110101', '110108']);
});

test('any page may read it, caches may keep it, and an unchanged answer is not sent twice', async () => {
  const first = await ask();
  const etag = first.headers.get('ETag') ?? '';
  expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(first.headers.get('Cache-Control')).toBe('public, max-age=60');
  expect(first.headers.get('Set-Cookie')).toBeNull();
  const again = await ask('', { 'If-None-Match': `W/${etag}` });
  expect([again.status, await again.text()]).toEqual([304, '']);
  moveClock({ hours: 1 });
  await foldTally(contextOf({ kind: 'system', job: 'tally.fold' }), 10);
  expect((await ask('', { 'If-None-Match': etag })).status).toBe(200);
});
