import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, anInstitution, aProvider } from '#db/seed/builders/organisations';
import { nextNumber, syntheticUscc } from '#db/seed/builders/synthetic';
import { changeOrganisation } from '~/domain/organisation/change-organisation.server';
import { createOrganisation, type OrganisationFacts } from '~/domain/organisation/create-organisation.server';
import { issueAccount } from '~/domain/organisation/issue-account.server';
import { listOrganisations } from '~/domain/organisation/queries.server';
import { restoreOrganisation } from '~/domain/organisation/restore-organisation.server';
import { suspendOrganisation } from '~/domain/organisation/suspend-organisation.server';
import type { Context } from '~/domain/shared/operation.server';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { fileOf, periodsOf, rowOf } from './institution-scene';

const { db, sql } = testDatabase();

const facts = (columns: Partial<OrganisationFacts> = {}): OrganisationFacts => {
  const n = nextNumber() + 800;
  return {
    kind: 'institution',
    name: `新园${n}`,
    uscc: syntheticUscc(n),
    legalNature: 'enterprise',
    siteNo: 1,
    districtCode: '110105',
    address: '演示路 2 号',
    contactName: '钱丽',
    contactPhone: '010-65550100',
    contactEmail: null,
    operatorType: 'private',
    filingStatus: 'filed',
    filedOn: '2025-05-01',
    categories: ['caregiver'],
    ...columns,
  };
};

async function officers() {
  const near = await aMember(db, 'district_officer');
  const far = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }));
  return { actor: near.actor, stranger: far.actor };
}

test('an officer enters institutions and providers of her area, each with what its kind has', async () => {
  const { actor } = await officers();
  const institution = await createOrganisation(contextOf(actor), facts());
  expect(await rowOf(institution)).toMatchObject({ status: 'approved', operatorType: 'private', categories: [] });
  const provider = await createOrganisation(contextOf(actor), facts({ kind: 'mch_centre' }));
  expect(await rowOf(provider)).toMatchObject({ kind: 'mch_centre', operatorType: null, filedOn: null, categories: ['caregiver'] });
  expect(await sql`select 1 from event where name = 'organisation.created' and subject_id = ${provider}`).toHaveLength(1);
});

test.each([
  [{ districtCode: '110108' }, 'outside_area', 'area'],
  [{ kind: 'college', districtCode: null }, 'outside_area', 'area'],
  [{ districtCode: null }, 'district_unknown', 'area'],
  [{ operatorType: null }, 'field_required', 'operatorType'],
  [{ filedOn: null }, 'field_required', 'filedOn'],
  [{ kind: 'college', categories: [] }, 'field_too_few', 'categories[]'],
] as const)('a district officer cannot enter %j', async (columns, code, field) => {
  const { actor } = await officers();
  await expect(createOrganisation(contextOf(actor), facts(columns as Partial<OrganisationFacts>))).rejects.toMatchObject({ code, field });
});

test('an institution begins with its file and its dated facts: from its filing on, or today', async () => {
  const { actor } = await officers();
  const filed = await createOrganisation(contextOf(actor), facts());
  expect(await periodsOf(filed)).toEqual([
    { fromOn: '2025-05-01', untilOn: null, filing: 'filed', operator: 'private', district: '110105' },
  ]);
  expect(await fileOf(filed)).toMatchObject({ capacity: 0 });
  const unfiled = await createOrganisation(contextOf(actor), facts({ filingStatus: 'not_filed', filedOn: null }));
  expect(await periodsOf(unfiled)).toMatchObject([{ fromOn: beijingDate(now()), filing: 'not_filed' }]);
  await expect(createOrganisation(contextOf(actor), facts({ filedOn: '2099-01-01' }))).rejects.toMatchObject({ code: 'day_in_future' });
  await expect(createOrganisation(contextOf(actor), facts({ filingStatus: 'licensed' }))).rejects.toMatchObject({ code: 'licensing_off' });
});

test('a change from a day leaves the days before as they were; a correction does not', async () => {
  const { actor } = await officers();
  const input = facts();
  const id = await createOrganisation(contextOf(actor), input);
  await changeOrganisation(contextOf(actor), id, { ...input, operatorType: 'public', changedFrom: '2026-01-01' });
  expect(await periodsOf(id)).toMatchObject([
    { operator: 'private', untilOn: '2026-01-01' },
    { operator: 'public', untilOn: null },
  ]);
  await changeOrganisation(contextOf(actor), id, { ...input, operatorType: 'community', changedFrom: null });
  expect(await periodsOf(id)).toMatchObject([{ operator: 'private' }, { operator: 'community', fromOn: '2026-01-01' }]);
  expect(await rowOf(id)).toMatchObject({ operatorType: 'community' });
});

test('the city enters an organisation that examines, and gives it members', async () => {
  const city = await aMember(db, 'city_officer');
  const id = await createOrganisation(contextOf(city.actor), facts({ kind: 'evaluation_organisation', districtCode: null }));
  expect(await rowOf(id)).toMatchObject({ kind: 'evaluation_organisation', operatorType: null, filingStatus: null, categories: [] });
  expect(await periodsOf(id)).toEqual([]);
  const issued = await issueAccount(contextOf(city.actor), id, { name: '孙悦', role: 'evaluator', phone: null, username: 'examiner' });
  expect(issued.password).toEqual(expect.any(String));
  const { actor } = await officers();
  await expect(
    issueAccount(contextOf(actor), id, { name: '孙悦', role: 'evaluator', phone: null, username: 'other' }),
  ).rejects.toMatchObject({
    status: 404,
  });
});

test('several sites share a credit code under their own numbers', async () => {
  const { actor } = await officers();
  const first = facts();
  await createOrganisation(contextOf(actor), first);
  await expect(createOrganisation(contextOf(actor), first)).rejects.toMatchObject({ code: 'uscc_taken' });
  await expect(createOrganisation(contextOf(actor), { ...first, siteNo: 2 })).resolves.toEqual(expect.any(String));
});

test('other roles enter nothing', async () => {
  for (const role of ['institution_admin', 'provider_staff', 'system_admin', 'auditor'] as const)
    await expect(createOrganisation(contextOf((await aMember(db, role)).actor), facts())).rejects.toMatchObject({ status: 403 });
});

const deciding = (status: 'approved' | 'suspended' | 'applied', act: typeof suspendOrganisation) => async () => {
  const { actor, stranger } = await officers();
  const provider = await aProvider(db, { status });
  return { actor, stranger, provider, call: (ctx: Context) => act(ctx, provider.id, '整改') };
};

sevenQuestions('suspendOrganisation', deciding('approved', suspendOrganisation), {
  event: 'organisation.suspended',
  tables: ['organisation'],
  works: async (_result, { provider }) => expect((await rowOf(provider.id))?.status).toBe('suspended'),
  wrongState: { scene: deciding('applied', suspendOrganisation), code: 'wrong_state' },
  wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
  repeated: 'unchanged',
});

sevenQuestions('restoreOrganisation', deciding('suspended', restoreOrganisation), {
  event: 'organisation.restored',
  tables: ['organisation'],
  works: async (_result, { provider }) => expect((await rowOf(provider.id))?.status).toBe('approved'),
  wrongState: { scene: deciding('applied', restoreOrganisation), code: 'wrong_state' },
  wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
  repeated: 'unchanged',
});

const correction = facts({ name: '更名后的园', filingStatus: 'changed_pending' });

sevenQuestions(
  'changeOrganisation',
  async () => {
    const { actor, stranger } = await officers();
    const place = await anInstitution(db);
    const input = { ...correction, uscc: place.uscc ?? '', changedFrom: null };
    return { actor, stranger, place, call: (ctx: Context) => changeOrganisation(ctx, place.id, input) };
  },
  {
    event: 'organisation.changed',
    tables: ['organisation', 'institution_period'],
    works: async (_result, { place }) => {
      expect(await rowOf(place.id)).toMatchObject({ name: '更名后的园', filingStatus: 'changed_pending', kind: 'institution' });
      const [logged] = await sql`select data::text as data from event where name = 'organisation.changed' and subject_id = ${place.id}`;
      expect(JSON.parse(logged?.data)).toMatchObject({ before: { filingStatus: 'filed' }, after: { contactName: '*' } });
      expect(logged?.data).not.toContain('65550100');
    },
    wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
    repeated: 'unchanged',
  },
);

test('an officer may not hand an organisation to another district', async () => {
  const { actor } = await officers();
  const place = await anInstitution(db);
  const input = { ...correction, uscc: place.uscc ?? '', districtCode: '110108', changedFrom: null };
  await expect(changeOrganisation(contextOf(actor), place.id, input)).rejects.toMatchObject({ code: 'outside_area' });
});

test('the list shows the own area, applications first', async () => {
  const { actor, stranger } = await officers();
  const waiting = await aProvider(db, { status: 'applied', name: '龙龙龙学院' });
  const list = (as = actor, filter = {}) => listOrganisations(as, { q: '', ...filter }, { limit: 200, offset: 0 });
  const own = await list();
  expect(own.rows[0]).toMatchObject({ status: 'applied' });
  expect(own.rows.every((row) => row.districtCode === '110105')).toBe(true);
  expect(own.rows.some((row) => row.kind.startsWith('commission'))).toBe(false);
  expect((await list(stranger)).rows.some((row) => row.id === waiting.id)).toBe(false);
  expect((await list(actor, { q: '龙龙' })).rows.map((row) => row.id)).toEqual([waiting.id]);
  expect((await list(actor, { district: 'city' })).total).toBe(0);
  const { actor: city } = await aMember(db, 'city_officer');
  expect((await list(city, { q: '龙龙' })).total).toBe(1);
});
