import type { ActionFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { anInstitution } from '#db/seed/builders/organisations';
import { aPerson } from '#db/seed/builders/people';
import { grantClient } from '~/domain/organisation/grant-client.server';
import type { ApiScope } from '~/domain/shared/api-scopes';
import { loader as heldCertificates } from '~/routes/api.v1.held-certificates';
import { loader as institutions } from '~/routes/api.v1.institutions';
import { loader as description } from '~/routes/api.v1.openapi[.]json';
import { loader as rate } from '~/routes/api.v1.rate';
import { paths } from '~/web/paths';
import { testDatabase } from '../../support/database';
import { fits, type JsonSchema } from '../../support/json-schema';
import { contextOf } from '../../support/seven-questions';

const { db } = testDatabase();

async function aClient(scopes: ApiScope[]) {
  const place = await anInstitution(db);
  const officer = (await aMember(db, 'city_officer')).actor;
  return grantClient(contextOf(officer), place.id, { name: '园务系统', scopes, expiresOn: '2026-12-31' });
}

test('institutions on file are read by page, an unknown parameter is named', async () => {
  const { key } = await aClient(['institutions:read']);
  await anInstitution(db, { name: '望京示例托育园（演示）', filingStatus: 'filed' });
  const read = async (query: string) => {
    const request = new Request(`http://test.local/api/v1/institutions${query}`, { headers: { Authorization: `Bearer ${key}` } });
    return institutions({ request, params: {}, context: {} } as unknown as ActionFunctionArgs);
  };
  const answer = await (await read(`?q=${encodeURIComponent('望京示例')}`)).json();
  expect(answer).toMatchObject({ total: 1, institutions: [{ name: '望京示例托育园（演示）' }] });
  const api = (await (
    (await description({ request: new Request('http://test.local/x'), params: {}, context: {} })) as Response
  ).json()) as Described;
  expect(fits(answer, api.paths['/api/v1/institutions']?.get?.responses['200']?.content['application/json'].schema ?? {})).toEqual([]);
  expect(await (await read('?pages=2')).json()).toMatchObject({ error: { fields: [{ field: 'pages' }] } });
});

test('the rate of a day is read by district; a day to come is refused', async () => {
  const { key } = await aClient(['rate:read']);
  const read = async (query: string) => {
    const request = new Request(`http://test.local/api/v1/rate${query}`, { headers: { Authorization: `Bearer ${key}` } });
    const answer = await rate({ request, params: {}, context: {} } as unknown as ActionFunctionArgs);
    return { status: answer.status, body: await answer.json() };
  };
  const { body } = await read('?date=2026-03-01');
  const api = (await (
    (await description({ request: new Request('http://test.local/x'), params: {}, context: {} })) as Response
  ).json()) as Described;
  expect(fits(body, api.paths['/api/v1/rate']?.get?.responses['200']?.content['application/json'].schema ?? {})).toEqual([]);
  expect((body as { rates: unknown[] }).rates).toHaveLength(18);
  expect((await read('?district=110105')).body).toMatchObject({ on: '2026-03-10', rates: [{ district: '110105' }] });
  expect(await read('?date=2026-03-11')).toMatchObject({ status: 400, body: { error: { fields: [{ field: 'date' }] } } });
  expect((await read('?date=2026-02-30')).status).toBe(400);
});

test('a certificate from outside is answered for by number and name together', async () => {
  const { key } = await aClient(['certificates:check']);
  const holder = await aPerson(db, { name: '王小梅' });
  const entry = await aCertificate(db, { personId: holder.id, issuedOn: '2025-03-01' });
  const ask = async (query: Record<string, string>) => {
    const request = new Request(`http://test.local${paths.apiHeldCertificates(query)}`, { headers: { Authorization: `Bearer ${key}` } });
    return (await heldCertificates({ request, params: {}, context: {} } as unknown as ActionFunctionArgs)).json();
  };
  const asked = { family: entry.family, number: entry.number, name: '王小梅' };
  const nothing = { outcome: 'unknown', verifiedOn: null, issuedOn: null, validUntil: null };
  expect(await ask(asked)).toMatchObject({ outcome: 'verified', issuedOn: '2025-03-01' });
  expect(await ask({ ...asked, name: '李小梅' })).toEqual(nothing);
  expect(await ask({ ...asked, number: 'X1' })).toEqual(nothing);
  expect(await ask({ family: 'driving', number: 'X1', name: '王' })).toMatchObject({ error: { fields: [{ field: 'family' }] } });
});

interface Content {
  content: { 'application/json': { schema: JsonSchema; example?: unknown } };
}
interface Method {
  requestBody?: Content;
  responses: Record<string, Content>;
}
interface Described {
  paths: Record<string, { get?: Method; post?: Method }>;
}

test('every example of the description fits its schema', async () => {
  const api = (await (
    (await description({ request: new Request('http://test.local/x'), params: {}, context: {} })) as Response
  ).json()) as Described;
  const contents = Object.values(api.paths).flatMap(({ get, post }) =>
    [get, post].flatMap((method) => (method ? [method.requestBody, ...Object.values(method.responses)] : [])),
  );
  const examples = contents.flatMap((each) => (each?.content?.['application/json']?.example ? [each.content['application/json']] : []));
  expect(examples.length).toBeGreaterThan(10);
  for (const { schema, example } of examples) expect(fits(example, schema)).toEqual([]);
});
