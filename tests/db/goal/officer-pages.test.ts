import Excel from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { aMember, aSession } from '#db/seed/builders/accounts';
import { aClass } from '#db/seed/builders/classes';
import { aClosing, aCompletion } from '#db/seed/builders/completions';
import { aCourse } from '#db/seed/builders/courses';
import { aPlan } from '#db/seed/builders/goals';
import { aCommission, anInstitution, aProvider } from '#db/seed/builders/organisations';
import { foldTally } from '~/domain/goal/fold-tally.server';
import { listWaiting } from '~/domain/goal/officer-inbox.server';
import { now } from '~/platform/clock.server';
import { loader as figures } from '~/routes/commission.figures._index';
import { loader as list } from '~/routes/commission.person-times._index';
import { loader as exported } from '~/routes/commission.person-times.export';
import { moveClock, START, setClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';

const { db, sql } = testDatabase();
const HOME = '110105';
let city: Awaited<ReturnType<typeof aMember>>;
let district: Awaited<ReturnType<typeof aMember>>;
let cookies: { city: string; district: string; trainer: string };

beforeAll(async () => {
  setClock(START);
  city = await aMember(db, 'city_officer');
  district = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: HOME }));
  const trainer = await aMember(db, 'provider_staff');
  cookies = {
    city: (await aSession(db, city)).cookie,
    district: (await aSession(db, district)).cookie,
    trainer: (await aSession(db, trainer)).cookie,
  };
  await aPlan(db);
  const place = await anInstitution(db, { districtCode: HOME, operatorType: 'community' });
  for (let i = 0; i < 3; i++)
    await aCompletion(db, { heldOn: '2024-06-10', institutionId: place.id, districtCode: HOME, operatorType: 'community' });
  for (let i = 0; i < 2; i++) await aCompletion(db, { heldOn: '2024-07-10', districtCode: '110101' });
  await aCompletion(db, { heldOn: '2024-08-10', districtCode: null });
  await foldTally(contextOf({ kind: 'system', job: 'tally.fold' }), 100);
});

const get = (path: string, cookie: string) => ({
  request: new Request(`http://localhost${path}`, { headers: { cookie } }),
  params: {},
  context: {},
});
const rows = async (who: keyof typeof cookies, query = '') => {
  const { list: found } = await list(get(`/commission/person-times${query}`, cookies[who]));
  return found;
};

describe('whose rows an officer sees', () => {
  test('the city sees all, a district its own, whatever it asks for', async () => {
    expect((await rows('city')).total.personTimes).toBe(6);
    expect((await rows('district')).total).toEqual({ personTimes: 3, persons: 3 });
    expect((await rows('district', '?district=*')).total.personTimes).toBe(3);
    expect((await rows('city', '?district=city')).total.personTimes).toBe(1);
  });

  test.each(['?district=110101', '?district=city'])('a district officer is refused %s, as a list and as a file', async (query) => {
    await expect(list(get(`/commission/person-times${query}`, cookies.district))).rejects.toMatchObject({ init: { status: 403 } });
    await expect(exported(get(`/commission/person-times/export${query}`, cookies.district))).rejects.toMatchObject({
      init: { status: 403 },
    });
  });

  test('another role is refused, a visitor is sent to sign in', async () => {
    await expect(list(get('/commission/person-times', cookies.trainer))).rejects.toMatchObject({ init: { status: 403 } });
    await expect(list(get('/commission/person-times', ''))).rejects.toMatchObject({ status: 302 });
  });

  test('a district officer sees the figures of all districts, with the way to the rows of her own', async () => {
    const page = await figures(get('/commission/figures', cookies.district));
    const links = page.rows.filter((row) => row.cells.some((cell) => cell.to));
    expect(page.rows.filter((row) => row.cells.some((cell) => cell.personTimes > 0)).map((row) => row.value)).toEqual([
      '110101',
      HOME,
      'city',
    ]);
    expect(links.map((row) => row.value)).toEqual([HOME]);
    expect(links[0]?.cells[1]?.to).toContain(`district=${HOME}`);
  });

  test('figures by month of one district open to that district and month', async () => {
    const page = await figures(get(`/commission/figures?by=month&district=${HOME}&operatorType=community`, cookies.city));
    expect(page.rows.map((row) => row.value)).toEqual(['2024-06']);
    const link = new URL(page.rows[0]?.cells[1]?.to ?? '', 'http://localhost').searchParams;
    expect(Object.fromEntries(link)).toMatchObject({
      metric: 'caregiver_person_times',
      district: HOME,
      month: '2024-06',
      operatorType: 'community',
    });
    expect((await rows('city', `?${link}`)).total.personTimes).toBe(page.rows[0]?.cells[1]?.personTimes);
  });
});

test('words that no list knows are ignored, and no address fails', async () => {
  const junk = `?period=x&metric=y&district=%F0%9F%91%A9&month=2024-99&operatorType=<b>&sort=drop&direction=up&page=-1&view=z`;
  expect((await rows('city', junk)).total.personTimes).toBe(6);
  expect((await rows('city', '?page=99999')).rows).toEqual([]);
});

test('the file holds exactly the rows of the list, its check value, and leaves its event', async () => {
  const shown = await rows('district');
  const answer = (await exported(get('/commission/person-times/export', cookies.district))) as Response;
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(await answer.arrayBuffer());
  const sheet = workbook.worksheets[0];
  const lines = Array.from({ length: sheet?.rowCount ?? 0 }, (_, n) => sheet?.getRow(n + 1).values as unknown[]);
  expect(lines.flat().join(' ')).toContain(shown.hash);
  const certificates = lines.flatMap((line) => line.filter((cell) => String(cell).startsWith('BJTY-')));
  expect(certificates.toSorted()).toEqual(shown.rows.map((row) => row.certificateNumber).toSorted());
  const [event] = await sql`select actor, data from event where name = 'export.made' order by seq desc limit 1`;
  expect(event).toMatchObject({ actor: district.account.id, data: { rows: 3, what: expect.stringContaining(String(shown.hash)) } });
});

describe('what waits for an officer', () => {
  test('each thing stands with whom decides it, overdue ones first', async () => {
    const [own, municipal] = [await aProvider(db, { districtCode: HOME }), await aProvider(db, { districtCode: null })];
    await aCourse(db, { providerId: own.id, status: 'submitted', title: '待审课程', decisionDueOn: '2026-03-20' });
    await aCourse(db, { providerId: municipal.id, status: 'submitted', decisionDueOn: '2026-03-20' });
    const held = await aClass(db, { providerId: own.id, status: 'closing_review' });
    await aClosing(db, held, {
      status: 'submitted',
      decidedAt: null,
      decidedBy: null,
      decisionDueOn: '2026-03-09',
      submittedAt: new Date('2026-03-02T02:00:00Z'),
    });
    await anInstitution(db, { districtCode: HOME, status: 'applied' });
    await aProvider(db, { districtCode: '110108', status: 'applied' });

    const hers = await listWaiting(district.actor, now());
    expect(hers.items.map(({ kind, overdue }) => [kind, overdue])).toEqual([
      ['closing', true],
      ['organisation', false],
      ['course', false],
    ]);
    expect(hers.districts).toEqual([]);
    const ofCity = await listWaiting(city.actor, now());
    expect(ofCity.items.map((item) => item.kind)).toEqual(['course']);
    expect(ofCity.districts).toEqual([
      { districtCode: HOME, waiting: 3, overdue: 1 },
      { districtCode: '110108', waiting: 1, overdue: 0 },
    ]);
  });

  test('an application is due after five working days', async () => {
    await anInstitution(db, { districtCode: '110119', status: 'applied' });
    const officer = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110119' }));
    expect((await listWaiting(officer.actor, now())).items).toMatchObject([
      { arrivedOn: '2026-03-10', dueOn: '2026-03-17', overdue: false },
    ]);
    expect((await listWaiting(officer.actor, moveClock({ days: 8 }))).items).toMatchObject([{ overdue: true }]);
  });
});
