import { beforeAll, describe, expect, test } from 'vitest';
import { aMember, anAccount, aSession } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { aPlan } from '#db/seed/builders/goals';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { shipRules } from '~/domain/certificate/ship-rules.server';
import { listMeasuredTargets } from '~/domain/goal/measured-targets.server';
import { shipMeasuredTargets } from '~/domain/goal/ship-measured-targets.server';
import { getMyStanding } from '~/domain/rate/my-standing.server';
import { getPublicRates } from '~/domain/rate/public-rates.server';
import { refreshAll } from '~/domain/rate/refresh-rate.server';
import { makeExport } from '~/domain/report/make-export.server';
import { loader as start } from '~/routes/commission.rate._index';
import { loader as bridge } from '~/routes/commission.rate.bridge';
import { loader as ofDistrict } from '~/routes/commission.rate.districts.$code';
import { loader as people } from '~/routes/commission.rate.people';
import { loader as own } from '~/routes/institution.rate';
import { START, setClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';

const { db, sql } = testDatabase();
const job = () => contextOf({ kind: 'system', job: 'rate.refresh' });
const HOME = '110105';
const AWAY = '110108';
let actors: Record<'city' | 'district' | 'institution', Awaited<ReturnType<typeof aMember>>>;
let cookies: Record<'city' | 'district' | 'institution', string>;
let places: Record<'here' | 'there', { id: string }>;
let worker: { id: string };

beforeAll(async () => {
  setClock(START);
  await shipRules(job());
  places = { here: await anInstitution(db, { districtCode: HOME }), there: await anInstitution(db, { districtCode: AWAY }) };
  worker = await aPerson(db);
  await anEngagement(db, { personId: worker.id, institutionId: places.here.id, isMainPost: true });
  await aCertificate(db, { personId: worker.id });
  for (let n = 0; n < 7; n++) await anEngagement(db, { institutionId: places.here.id });
  for (let n = 0; n < 3; n++) await anEngagement(db, { institutionId: places.there.id });
  await refreshAll(job());
  actors = {
    city: await aMember(db, 'city_officer'),
    district: await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: HOME })),
    institution: await aMember(db, 'institution_admin', places.here as Parameters<typeof aMember>[2]),
  };
  cookies = {
    city: (await aSession(db, actors.city)).cookie,
    district: (await aSession(db, actors.district)).cookie,
    institution: (await aSession(db, actors.institution)).cookie,
  };
});

const get = (who: keyof typeof cookies, path: string, params: Record<string, string> = {}) => ({
  request: new Request(`http://localhost${path}`, { headers: { cookie: cookies[who] } }),
  params,
  context: {},
});

describe('whose figures and whose people', () => {
  test('every officer sees every figure; each opens to people in her own area alone', async () => {
    const { rows, city } = await start(get('district', '/commission/rate'));
    expect(city).toMatchObject({ n: 1, d: 11 });
    const [home, away] = [rows.find(({ scope }) => scope === HOME), rows.find(({ scope }) => scope === AWAY)];
    expect(home).toMatchObject({ n: 1, d: 8, personsTo: expect.stringContaining('/commission/rate/people') });
    expect(away).toMatchObject({ n: 0, d: 3, personsTo: undefined });
    expect((await start(get('city', '/commission/rate'))).rows.find(({ scope }) => scope === AWAY)?.personsTo).toBeDefined();
  });

  test('a district officer lists her own people, is refused another area, and does not know another’s institution', async () => {
    expect((await people(get('district', '/commission/rate/people'))).total).toBe(8);
    expect((await people(get('district', `/commission/rate/people?scope=${places.here.id}&which=uncertified`))).total).toBe(7);
    for (const scope of ['city', AWAY, '110115%2B110302'])
      await expect(people(get('district', `/commission/rate/people?scope=${scope}`))).rejects.toMatchObject({ init: { status: 403 } });
    await expect(people(get('district', `/commission/rate/people?scope=${places.there.id}`))).rejects.toMatchObject({
      init: { status: 404 },
    });
    expect((await people(get('city', `/commission/rate/people?scope=${places.there.id}`))).total).toBe(3);
  });

  test('the institutions of another district are figures without links', async () => {
    const page = await ofDistrict(get('district', `/commission/rate/districts/${AWAY}`, { code: AWAY }));
    expect(page.rows).toMatchObject([{ d: 3, n: 0, links: { persons: undefined } }]);
    const mine = await ofDistrict(get('district', `/commission/rate/districts/${HOME}`, { code: HOME }));
    expect(mine.rows).toMatchObject([{ d: 8, n: 1, links: { uncertified: expect.stringContaining(places.here.id) } }]);
  });

  test('a bridge of another district shows its steps and keeps its people to itself', async () => {
    const page = await bridge(get('district', `/commission/rate/bridge?scope=${AWAY}&from=2024-12-31&step=joined`));
    expect(page).toMatchObject({ mayOpen: false, total: 0, people: [], end: { n: 0, d: 3 } });
    expect(page.rungs).toMatchObject([{ step: 'joined', persons: 3, n: 0, d: 3 }]);
    const mine = await bridge(get('district', '/commission/rate/bridge?from=2024-12-31&step=joined'));
    expect(mine).toMatchObject({ mayOpen: true, total: 8 });
    expect(mine.people).toHaveLength(8);
  });

  test('an institution sees itself, whatever scope it asks for, and who is missing first', async () => {
    const page = await own(get('institution', `/institution/rate?scope=${places.there.id}`));
    expect(page).toMatchObject({ figure: { n: 1, d: 8, pending: 0 }, which: 'uncertified', total: 7 });
    expect(page.rows.every(({ reason }) => reason === 'no_certificate')).toBe(true);
  });

  test('the exported people are the actor’s own, and the export is on record', async () => {
    const ask = (who: keyof typeof actors, search: Record<string, unknown>) =>
      makeExport(contextOf(actors[who].actor), { name: 'rate-people', search, language: 'zh-CN' });
    await expect(ask('district', { scope: AWAY })).rejects.toMatchObject({ status: 403 });
    await expect(ask('district', { scope: places.there.id })).rejects.toMatchObject({ status: 404 });
    const { body } = await ask('institution', { scope: places.there.id });
    body.destroy();
    const [last] = await sql`select data from event where name = 'export.made' order by seq desc limit 1`;
    expect(last?.data).toMatchObject({ rows: 8 });
  });
});

test('a worker sees the figures that she is in, and why', async () => {
  const actor = { ...(await anAccount(db, { personId: worker.id })), personId: worker.id };
  const standing = await getMyStanding(
    { kind: 'user', accountId: actor.id, personId: worker.id, role: 'trainee', organisation: null },
    '2026-03-10',
  );
  expect(standing?.posts).toMatchObject([{ institutionId: places.here.id, districtCode: HOME, isFiled: true }]);
  expect(standing?.rules.map(({ code, verdict }) => [code, verdict])).toEqual([
    ['strict', 'counts'],
    ['standard', 'counts'],
    ['broad', 'counts'],
  ]);
  const nobody = await aPerson(db);
  expect(
    await getMyStanding({ kind: 'user', accountId: 'x', personId: nobody.id, role: 'trainee', organisation: null }, '2026-03-10'),
  ).toBeNull();
});

test('below city level what stands for one to four persons is not published, nor what would give it away', async () => {
  const { rates } = await getPublicRates('2026-03-10');
  const of = (scope: string) => rates.find((each) => each.scope === scope)?.figure;
  expect(of('city')).toMatchObject({ n: 1, d: 11 });
  expect([of(HOME), of(AWAY)]).toEqual([null, null]);
  expect(of('110101')).toMatchObject({ n: 0, d: 0 });
});

test('what is measured goes into a plan that was shipped without it, once', async () => {
  await aPlan(db, { code: '2023-2025' });
  const other = await aPlan(db);
  expect(await shipMeasuredTargets(job())).toBe(6);
  expect(await shipMeasuredTargets(job())).toBe(0);
  const targets = await listMeasuredTargets('caregiver_certified_rate');
  expect(targets.find(({ period }) => period.code === '2023-2025')).toMatchObject({ value: 90, clause: expect.stringContaining('第14项') });
  expect(targets.find(({ period }) => period.id === other.id)?.value).toBeNull();
  const points = await listMeasuredTargets('programme_points');
  expect(points.map(({ value }) => value)).toEqual(expect.arrayContaining([5, null]));
});
