import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { institutionFile } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { getInstitution } from '~/domain/organisation/institution-page.server';
import { listInstitutions, listOwnStreets } from '~/domain/organisation/institution-queries.server';
import { countPublicInstitutions, listPublicInstitutions, listStreets } from '~/domain/organisation/public-institutions.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { anInstitutionWithOfficers } from './institution-scene';

const { db } = testDatabase();
const PAGE = { limit: 50, offset: 0 };
const setFile = (id: string, columns: Partial<typeof institutionFile.$inferInsert>) =>
  db.update(institutionFile).set(columns).where(eq(institutionFile.organisationId, id));

test('the public list shows what is filed and open, with places and no person', async () => {
  const q = '公开园';
  const filed = await anInstitution(db, { name: `${q}甲`, contactName: '周敏', contactPhone: '010-65550100' });
  await setFile(filed.id, { subdistrict: '望京街道', capacity: 40, isInclusive: true });
  await anInstitution(db, { name: `${q}乙`, filingStatus: 'changed_pending', districtCode: '110112' });
  await anInstitution(db, { name: `${q}丙`, filingStatus: 'not_filed', filedOn: null });
  await anInstitution(db, { name: `${q}丁`, filingStatus: 'cancelled' });
  await anInstitution(db, { name: `${q}戊`, status: 'suspended' });
  const closed = await anInstitution(db, { name: `${q}己` });
  await setFile(closed.id, { closedOn: '2026-01-01' });
  const { rows, total } = await listPublicInstitutions({ q }, PAGE);
  expect(rows.map((row) => row.name)).toEqual([`${q}甲`, `${q}乙`]);
  expect(total).toBe(2);
  expect(JSON.stringify(rows)).not.toMatch(/周敏|65550100/);
  expect(await countPublicInstitutions({ q })).toEqual(
    expect.arrayContaining([
      { districtCode: '110105', institutions: 1, places: 40 },
      { districtCode: '110112', institutions: 1, places: 60 },
    ]),
  );
  const names = async (filter: Parameters<typeof listPublicInstitutions>[0]) =>
    (await listPublicInstitutions({ q, ...filter }, PAGE)).rows.map((row) => row.name);
  expect(await names({ district: '110112' })).toEqual([`${q}乙`]);
  expect(await names({ street: '望京街道' })).toEqual([`${q}甲`]);
  expect(await names({ inclusive: 'no' })).toEqual([`${q}乙`]);
  expect(await names({ q: '%' })).toEqual([]);
  expect(await listStreets('110105')).toContain('望京街道');
});

test('officers filter their list; closed ones are asked for, other districts’ are never there', async () => {
  const { actor, stranger, place } = await anInstitutionWithOfficers({ name: '名单园', operatorType: 'community' });
  await setFile(place.id, { subdistrict: '东坝地区', isInclusive: true });
  const found = async (filter: object, as = actor) =>
    (await listInstitutions(as, { q: '名单园', street: '', ...filter }, PAGE)).rows.map((row) => row.id);
  for (const filter of [{ street: '东坝地区' }, { filing: 'filed' }, { operator: 'community' }, { inclusive: 'yes' }])
    expect(await found(filter)).toEqual([place.id]);
  for (const filter of [{ street: '望京街道' }, { filing: 'cancelled' }, { operator: 'public' }, { inclusive: 'no' }, { state: 'closed' }])
    expect(await found(filter)).toEqual([]);
  expect(await found({}, stranger)).toEqual([]);
  expect(await listOwnStreets(actor, undefined)).toContain('东坝地区');
  const city = (await aMember(db, 'city_officer')).actor;
  expect(await found({ district: '110105' }, city)).toEqual([place.id]);
  expect(await found({ district: '110108' }, city)).toEqual([]);
  await setFile(place.id, { closedOn: '2026-01-01' });
  expect(await found({})).toEqual([]);
  expect(await found({ state: 'closed' })).toEqual([place.id]);
  const outsider = (await aMember(db, 'provider_staff')).actor;
  await expect(listInstitutions(outsider, { q: '', street: '' }, PAGE)).rejects.toMatchObject({ status: 403 });
});

test('other sites under the same credit code stand on the page of each', async () => {
  const { actor, place } = await anInstitutionWithOfficers();
  const second = await anInstitution(db, { uscc: place.uscc, siteNo: 2 });
  const seen = await getInstitution(actor, place.id, now());
  expect(seen.sites.map((site) => site.id)).toEqual([second.id]);
  expect(seen.missing).toContain('filingNo');
});
