import type { LoaderFunctionArgs } from '@remix-run/node';
import Excel from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { aMember, aSession } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { EXPORT_LISTS } from '~/domain/report/export-lists.server';
import { EXPORT_NAMES, type ExportName } from '~/domain/report/export-name';
import { ROLES, type Role } from '~/domain/shared/actor';
import { loader as accounts } from '~/routes/admin.accounts';
import { loader as jobs } from '~/routes/admin.jobs';
import { loader as outbox } from '~/routes/admin.outbox';
import { loader as ownClients } from '~/routes/clients';
import { loader as claims } from '~/routes/commission.claims';
import { loader as doubles } from '~/routes/commission.double-rosters._index';
import { loader as unusual } from '~/routes/commission.figures.unusual';
import { loader as institutions } from '~/routes/commission.institutions';
import { loader as organisations } from '~/routes/commission.organisations';
import { loader as outlines } from '~/routes/commission.outlines._index';
import { loader as cityPlacements } from '~/routes/commission.placements._index';
import { loader as postTrainings } from '~/routes/commission.post-trainings';
import { loader as rosters } from '~/routes/commission.rosters._index';
import { loader as counts } from '~/routes/commission.sittings._index';
import { loader as candidates } from '~/routes/commission.sittings.candidates';
import { loader as targets } from '~/routes/commission.targets._index';
import { loader as kinds } from '~/routes/commission.x-certificates._index';
import { loader as counted } from '~/routes/counting_.classes';
import { loader as courses } from '~/routes/courses._index';
import { loader as sites } from '~/routes/evaluation.sites';
import { loader as sittings } from '~/routes/evaluation.sittings._index';
import { loader as exported } from '~/routes/exports.$list';
import { loader as imports } from '~/routes/imports._index';
import { loader as confirmations } from '~/routes/institution.enrolments';
import { loader as institutionPlacements } from '~/routes/institution.placements._index';
import { loader as staff } from '~/routes/institution.staff';
import { loader as publicInstitutions } from '~/routes/institutions';
import { loader as mine } from '~/routes/me.enrolments._index';
import { loader as inbox } from '~/routes/me.inbox';
import { loader as mySittings } from '~/routes/me.sittings._index';
import { loader as ownClasses } from '~/routes/provider.classes._index';
import { loader as ownCourses } from '~/routes/provider.courses._index';
import { testDatabase } from '../../support/database';
import { aWorld, type World } from '../routes/world';

const { db, sql } = testDatabase();
let world: World;
beforeAll(async () => {
  world = await aWorld();
});

let asked = 0;
const asking = (path: string, cookie: string, list = '') =>
  ({
    request: new Request(`http://test.local${path}`, { headers: { cookie } }),
    params: { list },
    context: { clientAddress: `address ${asked++}` },
  }) as unknown as LoaderFunctionArgs;

const HEAD = 3;
async function linesOf(list: ExportName, cookie: string, query = ''): Promise<unknown[][]> {
  const answer = (await exported(asking(`/exports/${list}${query}`, cookie, list))) as Response;
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(await answer.arrayBuffer());
  const lines: unknown[][] = [];
  workbook.worksheets[0]?.eachRow((row) => lines.push((row.values as unknown[]).slice(1)));
  return lines.slice(HEAD);
}

type Page = (args: LoaderFunctionArgs) => unknown;
type Shown = { total: number };
const total = (data: unknown) => (data as Shown).total;
const length = (name: string) => (data: unknown) => (data as Record<string, unknown[]>)[name]?.length ?? 0;
const OFFICERS: Role[] = ['district_officer', 'city_officer'];

/** Each list, who has it, its page, an address of that page with a filter, and how many rows the page says there are. */
const PAGES: Partial<Record<ExportName, [Role[], Page, string, (data: unknown) => number]>> = {
  courses: [['trainee'], courses, '?district=110105', total],
  'provider-courses': [['provider_staff'], ownCourses, '?status=submitted', total],
  'provider-classes': [['provider_staff'], ownClasses, '?phase=all', total],
  'institution-enrolments': [['institution_admin'], confirmations, '?show=all', total],
  'my-enrolments': [['trainee'], mine, '', length('enrolments')],
  outlines: [OFFICERS, outlines, '', (data) => (data as { groups: { rows: [] }[] }).groups.flatMap((each) => each.rows).length],
  'post-trainings': [OFFICERS, postTrainings, '?category=caregiver', total],
  institutions: [OFFICERS, institutions, '?filing=filed', total],
  'filed-institutions': [['trainee'], publicInstitutions, '?district=110105', total],
  organisations: [OFFICERS, organisations, '?status=approved', total],
  staff: [['institution_admin'], staff, '?role=caregiver', total],
  rosters: [OFFICERS, rosters, '?freshness=never', total],
  'double-rosters': [OFFICERS, doubles, '?state=all', total],
  claims: [[...OFFICERS], claims, '', length('claims')],
  clients: [['institution_admin'], ownClients, '', length('rows')],
  targets: [['city_officer'], targets, '', length('periods')],
  unusual: [OFFICERS, unusual, '', (data) => Object.values((data as { found: Record<string, []> }).found).flat().length],
  accounts: [['system_admin'], accounts, '?role=provider_staff', total],
  'job-runs': [['system_admin'], jobs, '?outcome=done', (data) => (data as { runs: Shown }).runs.total],
  outbox: [['system_admin'], outbox, '', total],
  imports: [['institution_admin', 'evaluator', ...OFFICERS], imports, '?kind=certificates', total],
  inbox: [['trainee', 'institution_admin'], inbox, '', total],
  sittings: [['evaluator'], sittings, '?phase=all', total],
  'assessment-sites': [['evaluator'], sites, '', length('sites')],
  'my-sittings': [['trainee'], mySittings, '', length('mine')],
  candidates: [OFFICERS, candidates, '?show=failed', total],
  'sitting-counts': [OFFICERS, counts, '?by=level', length('rows')],
  'x-certificates': [OFFICERS, kinds, '', length('kinds')],
  placements: [['institution_admin'], institutionPlacements, '?shown=all', total],
  'city-placements': [OFFICERS, cityPlacements, '?shown=proposed&warning=insurance_ends', total],
  'placement-counts': [OFFICERS, cityPlacements, '?by=year', length('counts')],
  'placements-over': [OFFICERS, cityPlacements, '', length('over')],
};

const CASES = Object.entries(PAGES).flatMap(([list, [roles, page, query, count]]) =>
  roles.flatMap((role) => ['', query].map((filter) => [list as ExportName, role, filter, page, count] as const)),
);

test.each(CASES)('%s as %s%s: the file holds as many rows as the page says', async (list, role, filter, page, count) => {
  const cookie = await world.browserOf(role);
  const shown = count(await page(asking(`/page${filter}`, cookie)));
  expect(await linesOf(list, cookie, filter)).toHaveLength(shown);
  const [logged] = await sql`select subject_type, subject_id, data from event where name = 'export.made' order by seq desc limit 1`;
  expect(logged).toMatchObject({ subject_type: 'list', subject_id: list, data: { rows: shown } });
});

test('the log of events comes whole and without the record of its own export, page after page', async () => {
  const cookie = await world.browserOf('auditor');
  const [{ n } = { n: 0 }] = await sql<{ n: number }[]>`select count(*)::int as n from event where name like 'export.%'`;
  expect(n).toBeGreaterThan(20);
  const lines = await linesOf('events', cookie, '?name=export.');
  expect(lines).toHaveLength(n);
  const numbers = lines.map(([seq]) => Number(seq));
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
});

test('the classes behind a public figure come without signing in', async () => {
  const query = `?period=${world.single.period}`;
  const page = (await counted(asking(`/counting/classes${query}`, ''))) as Shown;
  expect(await linesOf('counted-classes', '', query)).toHaveLength(page.total);
});

describe('who may take a list out', () => {
  /** Providers take these out as maternal and child health centres only; the world's is a college. */
  const OF_CENTRES: readonly string[] = ['visits', 'due-visits', 'findings'];
  const ALLOWED = EXPORT_NAMES.flatMap((list) => ROLES.map((role) => [list, role] as const));
  test.each(ALLOWED)('%s as %s', async (list, role) => {
    const { roles } = EXPORT_LISTS[list];
    const query = list === 'counted-classes' ? `?period=${world.single.period}` : '';
    const answer = Promise.resolve(exported(asking(`/exports/${list}${query}`, await world.browserOf(role), list)));
    const status = (await answer.then(
      (served) => (served as Response).status,
      (thrown: { init: { status: number } }) => thrown.init.status,
    )) as number;
    // Rows of one thing: without its id there is no such list.
    const isCollege = role === 'provider_staff' && OF_CENTRES.includes(list);
    if (!isCollege && (roles === null || roles.includes(role))) expect([200, 404]).toContain(status);
    else expect(status).toBe(403);
  });

  test('a visitor is sent to sign in, and comes back', async () => {
    await expect(exported(asking('/exports/staff?role=caregiver', '', 'staff'))).rejects.toMatchObject({ status: 302 });
  });

  test('no such list', async () => {
    await expect(exported(asking('/exports/secrets', '', 'secrets'))).rejects.toMatchObject({ init: { status: 404 } });
  });
});

test('rows are those of the own institution, numbers masked as on the page, words searched for not logged', async () => {
  const place = await anInstitution(db);
  const name = '欧阳晓';
  const person = await aPerson(db, { name });
  await anEngagement(db, { personId: person.id, institutionId: place.id });
  await anEngagement(db, { institutionId: (await anInstitution(db)).id });
  const { cookie } = await aSession(db, await aMember(db, 'institution_admin', place));
  expect((await linesOf('staff', cookie)).map((line) => line.slice(0, 3))).toEqual([[name, person.idNumberMasked, person.phoneMasked]]);
  expect(await linesOf('staff', cookie, `?q=${encodeURIComponent(name)}&state=all`)).toHaveLength(1);
  const [{ data } = { data: {} }] = await sql`select data from event where name = 'export.made' order by seq desc limit 1`;
  expect(data).toEqual({ what: 'staff?state=all', rows: 1 });
});
