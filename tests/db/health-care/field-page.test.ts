import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { db } from '#db/client';
import { guidanceFinding, guidanceVisit, organisation } from '#db/schema';
import { aMember, aSession } from '#db/seed/builders/accounts';
import { anInstitution, aProvider } from '#db/seed/builders/organisations';
import { aFinding, aVisit } from '#db/seed/builders/visits';
import { fieldPage } from '~/domain/health-care/field-page.server';
import { newId } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';
import { action as plainAction } from '~/routes/visits.field';
import { action as syncAction } from '~/routes/visits.sync';
import { testDatabase } from '../../support/database';
import { fieldScene } from './field-scenes';

testDatabase();

describe('what the phone takes along', () => {
  test('plans of its organisation, the institutions of its area that are open, and the checklist in force', async () => {
    const { officer, institution, plan } = await fieldScene();
    const far = await anInstitution(db, { districtCode: '110106' });
    const closed = await anInstitution(db, { filingStatus: 'cancelled' });
    const colleague = await aMember(db, 'district_officer', officer.organisation);
    const hers = await aVisit(db, {
      institutionId: institution.id,
      organisationId: officer.organisation.id,
      visitorId: colleague.account.id,
    });
    await db.update(guidanceVisit).set({ plannedOn: '2026-01-05' }).where(eq(guidanceVisit.id, plan.id));
    const page = await fieldPage(officer.actor, '', now());
    expect(page).toMatchObject({ accountId: officer.account.id, organisationId: officer.organisation.id });
    expect(page.planned.map(({ id }) => id)).toEqual([plan.id]);
    const ids = page.institutions.map(({ id }) => id);
    expect([ids.includes(institution.id), ids.includes(far.id), ids.includes(closed.id)]).toEqual([true, false, false]);
    expect(page.checklist?.items.length).toBeGreaterThan(0);
    expect((await fieldPage(officer.actor, hers.id, now())).planned.map(({ id }) => id)).toContain(hers.id);
    expect((await fieldPage((await aMember(db, 'city_officer')).actor, '', now())).institutions.map(({ id }) => id)).toContain(far.id);
  });

  test('what waits since the visit that is followed', async () => {
    const { officer, institution, plan } = await fieldScene();
    const before = await aVisit(db, { institutionId: institution.id, organisationId: officer.organisation.id, visitedOn: '2026-02-02' });
    const open = await aFinding(db, before);
    await aFinding(db, before, { status: 'mended' });
    await db.update(guidanceVisit).set({ kind: 'follow_up', followsId: before.id }).where(eq(guidanceVisit.id, plan.id));
    const [planned] = (await fieldPage(officer.actor, '', now())).planned;
    expect(planned?.toMend.map(({ id }) => id)).toEqual([open.id]);
  });

  test.each(['college', 'service_centre'] as const)('a %s trains and does not visit', async (kind) => {
    const { actor } = await aMember(db, 'provider_staff', await aProvider(db, { kind }));
    await expect(fieldPage(actor, '', now())).rejects.toMatchObject({ status: 403 });
  });

  test('a centre of the city goes everywhere', async () => {
    const far = await anInstitution(db, { districtCode: '110106' });
    const { actor } = await aMember(db, 'provider_staff', await aProvider(db, { kind: 'mch_centre', districtCode: null }));
    expect((await fieldPage(actor, '', now())).institutions.map(({ id }) => id)).toContain(far.id);
  });
});

const formOf = (fields: Record<string, string | string[]>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  return body;
};

describe('sending from the phone', () => {
  async function phone() {
    const scene = await fieldScene();
    const { cookie } = await aSession(db, scene.officer);
    const send = async (fields: Record<string, string>, as = cookie) => {
      const request = new Request('http://here.test/visits/sync', { method: 'POST', body: formOf(fields), headers: { Cookie: as } });
      return (await syncAction({ request, params: {}, context: {} })) as Response;
    };
    const signIn = { accountId: scene.actor.accountId, organisationId: scene.officer.organisation.id };
    return { ...scene, send, signIn, sent: { ...signIn, record: JSON.stringify(scene.record()) } };
  }

  test('is answered as often as it is sent', async () => {
    const { send, sent } = await phone();
    for (const _ of [1, 2]) {
      const answer = await send(sent);
      expect([answer.status, await answer.json()]).toEqual([200, { state: 'kept' }]);
    }
  });

  test('is told in a sentence when it was recorded otherwise, with a way out', async () => {
    const { send, sent, signIn, record } = await phone();
    await send(sent);
    const answer = await send({ ...signIn, record: JSON.stringify(record({ summary: '另一份' })) });
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      { state: 'refused', separable: true, sentence: expect.stringContaining('已有记录') },
    ]);
  });

  test.each<[string, (scene: Awaited<ReturnType<typeof phone>>) => Record<string, string>, number]>([
    ['no record', ({ signIn }) => ({ ...signIn, record: 'no json' }), 422],
    ['another account', ({ sent }) => ({ ...sent, accountId: newId() }), 409],
    ['another organisation', ({ sent }) => ({ ...sent, organisationId: newId() }), 409],
    ['a checklist by no id', ({ signIn, record }) => ({ ...signIn, record: JSON.stringify(record({ checklistId: 'x' })) }), 422],
    ['an institution by no id', ({ signIn, record }) => ({ ...signIn, record: JSON.stringify(record({ institutionId: 'x' })) }), 404],
  ])('is refused with %s', async (_name, fields, status) => {
    const scene = await phone();
    const answer = await scene.send(fields(scene));
    expect([answer.status, await answer.json()]).toMatchObject([status, { state: 'refused', separable: false }]);
  });

  test('leaves out what no database can hold', async () => {
    const { send, signIn, record, plan } = await phone();
    const words = { summary: '良\u0000好\ud800', recordedAt: '0000-01-01T00:00:00.000Z' };
    expect((await send({ ...signIn, record: JSON.stringify(record(words)) })).status).toBe(200);
    const [kept] = await db.select().from(guidanceVisit).where(eq(guidanceVisit.id, plan.id));
    expect(kept).toMatchObject({ summary: '良好\ufffd', recordedAt: now() });
  });

  test('without a sign-in leads to one, and in another role says so', async () => {
    const { send, sent, institution } = await phone();
    expect(await send(sent, '').catch((thrown: Response) => thrown.status)).toBe(302);
    const [home] = await db.select().from(organisation).where(eq(organisation.id, institution.id));
    const { cookie } = await aSession(db, await aMember(db, 'institution_admin', home));
    const answer = await send(sent, cookie);
    expect([answer.status, await answer.json()]).toMatchObject([403, { state: 'refused' }]);
  });
});

describe('the plain form', () => {
  test('records by the same rule, and keeps what was typed where it is refused', async () => {
    const { officer, plan, institution, checklist, today } = await fieldScene();
    const { cookie } = await aSession(db, officer);
    const submit = async (fields: Record<string, string | string[]>) => {
      const common = { visitId: plan.id, institutionId: institution.id, kind: 'routine', visitedOn: today, checklistId: checklist.id };
      const body = formOf({ ...common, openedAt: now().toISOString(), 'lines[]': ['A01', 'A02'], 'findings[]': ['A01', '+1'], ...fields });
      const request = new Request('http://here.test/visits/field', { method: 'POST', body, headers: { Cookie: cookie } });
      return plainAction({ request, params: {}, context: {} });
    };
    expect(await submit({ 'mark.A01': 'problem' })).toMatchObject({
      init: { status: 422 },
      data: { refusal: { code: 'visit_problem_without_words', params: { line: 'A01' } }, values: { 'mark.A01': ['problem'] } },
    });
    const found = { 'id.+1': newId(), 'line.+1': '', 'statement.+1': '清除积水', 'mendByOn.+1': today, 'weight.+1': 'serious' };
    const answer = (await submit({ 'mark.A01': 'problem', 'note.A01': '门口积水', summary: '良好', ...found })) as Response;
    expect(answer.headers.get('Location')).toBe(`/visits/${plan.id}`);
    const [kept] = await db.select().from(guidanceVisit).where(eq(guidanceVisit.id, plan.id));
    expect(kept).toMatchObject({ status: 'recorded', results: [{ code: 'A01', mark: 'problem', note: '门口积水' }] });
    const findings = await db.select().from(guidanceFinding).where(eq(guidanceFinding.visitId, plan.id));
    expect(findings).toMatchObject([{ statement: '清除积水', weight: 'serious', itemCode: null }]);
  });
});
