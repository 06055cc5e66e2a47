import { describe, expect, test } from 'vitest';
import { aSession } from '#db/seed/builders/accounts';
import type { UserActor } from '~/domain/shared/actor';
import { newId } from '~/domain/shared/id';
import { action as reviewAction } from '~/routes/commission.certificates.$certificateId';
import { action as issuersAction } from '~/routes/commission.issuers';
import { action as newAction } from '~/routes/me.certificates.new';
import { testDatabase } from '../../support/database';
import { anEntry, aPhoto, aWaiting, filesOf, heldRow, registryScene } from './scenes';

const { db, sql } = testDatabase();

const browserOf = async (actor: UserActor) => {
  const [grant] = await sql`select id from membership where account_id = ${actor.accountId} and role = ${actor.role}`;
  return (await aSession(db, { account: { id: actor.accountId }, membership: grant ? { id: String(grant.id) } : null })).cookie;
};
const sent = async (actor: UserActor, address: string, fields: Record<string, string | File>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return new Request(`http://here.test${address}`, { method: 'POST', body, headers: { Cookie: await browserOf(actor) } });
};
const photoFile = async () => {
  const { name, bytes } = await aPhoto();
  return new File([bytes as BlobPart], name, { type: 'image/png' });
};
const locationOf = (answer: unknown) => (answer instanceof Response ? answer.headers.get('Location') : null);

describe('entering on a phone', () => {
  const fields = async (change: Record<string, string | File> = {}) => {
    const { number, issuer, issuedOn } = anEntry();
    const id = newId();
    const base = { certificateId: id, family: 'hrss_skill_level', occupation: '4-10-01-02', level: '5', number, issuer, issuedOn };
    return { id, fields: { ...base, intent: 'submit', consent: 'on', file: await photoFile(), ...change } };
  };
  const send = async (actor: UserActor, form: Record<string, string | File>) =>
    newAction({ request: await sent(actor, '/me/certificates/new', form), params: {}, context: {} });

  test('hands in with its photo in one step', async () => {
    const { holder } = await registryScene();
    const { id, fields: form } = await fields();
    expect(locationOf(await send(holder, form))).toBe(`/me/certificates/${id}`);
    expect((await heldRow(id)).status).toBe('submitted');
  });

  test('what contradicts itself is kept as a draft, photo and all', async () => {
    const { holder } = await registryScene();
    const { id, fields: form } = await fields({ level: '4' });
    expect(locationOf(await send(holder, form))).toBe(`/me/certificates/${id}`);
    expect((await heldRow(id)).status).toBe('draft');
    expect(await filesOf(id)).toHaveLength(1);
  });

  test.each([
    ['consent', { consent: '' }],
    ['issuer', { issuer: '' }],
    ['issuedOn', { issuedOn: '2024-02-30' }],
    ['number', { number: '' }],
  ])('a form without %s says so at its field', async (field, change) => {
    const { holder } = await registryScene();
    const { fields: form } = await fields(change);
    const answer = (await send(holder, form)) as { init: { status: number }; data: { errors: object; values: object } };
    expect(answer.init.status).toBe(422);
    expect(Object.keys(answer.data.errors)).toEqual([field]);
  });

  test('a form of six megabytes is refused whole', async () => {
    const { holder } = await registryScene();
    const { fields: form } = await fields({ file: new File([new Uint8Array(6 * 1024 * 1024)], 'a.jpg') });
    expect(await send(holder, form)).toMatchObject({ init: { status: 413 } });
  });
});

describe('the officer’s page', () => {
  test('record and next leads to the next of the same filtered list', async () => {
    const { officer } = await registryScene('110119');
    const [first, second] = [await aWaiting({ districtCode: '110119' }), await aWaiting({ districtCode: '110119' })];
    const address = `/commission/certificates/${first.id}?state=submitted&family=hrss_skill_level`;
    const check = {
      checkId: newId(),
      seenStatus: 'submitted',
      channel: 'osta',
      checkedOn: '2026-03-10',
      result: 'genuine',
      decision: 'decide',
    };
    const request = await sent(officer, address, { ...check, note: '', intent: 'checkNext' });
    const to = locationOf(await reviewAction({ request, params: { certificateId: first.id }, context: {} }));
    expect(to).toMatch(new RegExp(`^/commission/certificates/${second.id}\\?.*family=hrss_skill_level`));
    expect((await heldRow(first.id)).status).toBe('verified');
  });

  test('revoking from a day asks for the day', async () => {
    const { officer } = await registryScene();
    const { id } = await aWaiting({ status: 'verified' });
    const request = await sent(officer, `/commission/certificates/${id}`, {
      intent: 'revoke',
      from: 'day',
      revokedOn: '',
      reason: '已失效',
    });
    const answer = await reviewAction({ request, params: { certificateId: id }, context: {} });
    expect(answer).toMatchObject({ init: { status: 422 }, data: { errors: { revokedOn: { code: 'field_required' } } } });
  });

  test('an address that is no address does not enter the list', async () => {
    const { city } = await registryScene();
    const form = { intent: 'add', family: 'first_aid', name: '演示急救中心', queryUrl: 'javascript:alert(1)', source: '' };
    const answer = await issuersAction({ request: await sent(city, '/commission/issuers', form), params: {}, context: {} });
    expect(answer).toMatchObject({ init: { status: 422 }, data: { errors: { queryUrl: { code: 'issuer_url' } } } });
  });
});
