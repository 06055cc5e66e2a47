import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { apiClient } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, anInstitution, aProvider } from '#db/seed/builders/organisations';
import { authenticateClient } from '~/domain/organisation/authenticate-client.server';
import { listClients } from '~/domain/organisation/client-queries.server';
import { grantClient } from '~/domain/organisation/grant-client.server';
import { revokeClient } from '~/domain/organisation/revoke-client.server';
import { suspendOrganisation } from '~/domain/organisation/suspend-organisation.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { moveClock, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db } = testDatabase();
const far = async () => (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }))).actor;
const INPUT = { name: '园务系统', scopes: ['roster:write', 'institutions:read'] as const, expiresOn: '2026-12-31' };
const page = { limit: 50, offset: 0 };

const granting =
  (status: 'approved' | 'suspended' = 'approved') =>
  async () => {
    const { actor } = await aMember(db, 'district_officer');
    const place = await anInstitution(db, { status });
    return { actor, stranger: await far(), place, call: (ctx: Context) => grantClient(ctx, place.id, INPUT) };
  };

async function aKey() {
  const scene = await granting()();
  const granted = await scene.call(contextOf(scene.actor));
  return { ...scene, ...granted };
}

sevenQuestions('grantClient', granting(), {
  event: 'client.granted',
  tables: ['api_client'],
  works: async ({ id, key }, { place }) => {
    const [stored] = await db.select().from(apiClient).where(eq(apiClient.id, id));
    expect(stored).toMatchObject({
      organisationId: place.id,
      role: 'institution_admin',
      keyPrefix: key.slice(0, 12),
      scopes: INPUT.scopes,
    });
    expect(JSON.stringify(stored)).not.toContain(key);
    expect(await authenticateClient(key, now())).toEqual({
      kind: 'api',
      client: id,
      key: {
        organisation: { id: place.id, kind: 'institution', districtCode: place.districtCode },
        role: 'institution_admin',
        scopes: INPUT.scopes,
      },
    });
  },
  wrongState: { scene: granting('suspended'), code: 'organisation_not_approved' },
  wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
  repeated: 'makes another',
});

test('an officer of another district does not know the organisation', async () => {
  const { call, stranger } = await granting()();
  await expect(call(contextOf(stranger))).rejects.toMatchObject({ status: 404 });
});

test.each([
  [{ scopes: ['scores:write'] as const }, 'scope_not_for_kind'],
  [{ expiresOn: '2026-03-09' }, 'client_expiry'],
  [{ expiresOn: '2028-03-11' }, 'client_expiry'],
])('%o is refused for an institution', async (given, code) => {
  const { actor, place } = await granting()();
  await expect(grantClient(contextOf(actor), place.id, { ...INPUT, ...given })).rejects.toMatchObject({ code });
});

sevenQuestions(
  'revokeClient',
  async () => {
    const { actor, stranger, id, key } = await aKey();
    return { actor, stranger, key, call: (ctx: Context) => revokeClient(ctx, id, '系统停用') };
  },
  {
    event: 'client.revoked',
    tables: ['api_client'],
    works: async (_result, { key }) => expect(await authenticateClient(key, now())).toBeNull(),
    wrongRole: async () => (await aMember(db, 'auditor')).actor,
    repeated: 'unchanged',
  },
);

test('the organisation ends its own key, and does not know another’s', async () => {
  const { place, id } = await aKey();
  const own = await aMember(db, 'institution_admin', place);
  const other = await aMember(db, 'institution_admin');
  await expect(revokeClient(contextOf(other.actor), id, '不用了')).rejects.toMatchObject({ status: 404 });
  expect((await listClients(other.actor, { q: '' }, now(), page)).total).toBe(0);
  await revokeClient(contextOf(own.actor), id, '不用了');
  expect((await listClients(own.actor, { q: '' }, now(), page)).rows).toMatchObject([{ id, state: 'revoked', revokedReason: '不用了' }]);
});

test('a key is good until the end of its last day, and while its organisation is approved', async () => {
  const { actor, place, key } = await aKey();
  moveClock({ days: 296 });
  expect(await authenticateClient(key, now())).not.toBeNull();
  moveClock({ days: 1 });
  expect(await authenticateClient(key, now())).toBeNull();
  const second = await grantClient(contextOf(actor), place.id, { ...INPUT, expiresOn: '2027-06-30' });
  expect(await authenticateClient(second.key, now())).not.toBeNull();
  await suspendOrganisation(contextOf(actor), place.id, '停业');
  expect(await authenticateClient(second.key, now())).toBeNull();
});

test('the list holds an officer’s area: own district, or the whole city', async () => {
  const { actor, id } = await aKey();
  const city = (await aMember(db, 'city_officer')).actor;
  const elsewhere = await aProvider(db, { districtCode: '110108' });
  const there = await grantClient(contextOf(city), elsewhere.id, { ...INPUT, scopes: ['attendance:write'] });
  const ids = async (who: typeof actor) => (await listClients(who, { q: '' }, now(), page)).rows.map((row) => row.id);
  expect(await ids(actor)).toContain(id);
  expect(await ids(actor)).not.toContain(there.id);
  expect(await ids(city)).toEqual(expect.arrayContaining([id, there.id]));
  expect((await listClients(city, { q: elsewhere.name, state: 'active' }, now(), page)).rows.map((row) => row.id)).toEqual([there.id]);
});
