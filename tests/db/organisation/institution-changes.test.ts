import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { institutionChange, institutionClass } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission } from '#db/seed/builders/organisations';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { acceptChange, returnChange } from '~/domain/organisation/decide-change.server';
import { getOwnInstitution } from '~/domain/organisation/institution-page.server';
import { keepFile } from '~/domain/organisation/keep-file.server';
import { proposeChange, withdrawChange } from '~/domain/organisation/propose-change.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { moveClock, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { fileOf, periodsOf, rowOf, scene, twoInstitutions } from './institution-scene';

const { db, sql } = testDatabase();
const TABLES = ['organisation', 'institution_file', 'institution_class', 'institution_period', 'institution_change'];
const CLASSES = [{ careGroup: 'mixed' as const, classes: 2, places: 30 }];
const stateOf = async (id: string) => (await db.select().from(institutionChange).where(eq(institutionChange.id, id)))[0];
type Place = Awaited<ReturnType<typeof twoInstitutions>>['place'];

sevenQuestions(
  'keepFile',
  scene((ctx, id) => keepFile(ctx, id, { filingNo: '演示备字2号', classes: CLASSES, legalRepName: '沈一帆' })),
  {
    event: 'institution.file_kept',
    tables: TABLES,
    works: async (fields, { place }) => {
      expect(fields).toEqual(['legalRepName', 'filingNo', 'classes']);
      expect(await fileOf(place.id)).toMatchObject({ filingNo: '演示备字2号', capacity: 30 });
      expect(await db.select().from(institutionClass).where(eq(institutionClass.organisationId, place.id))).toMatchObject(CLASSES);
      const [logged] = await sql`select data::text from event where name = 'institution.file_kept' and subject_id = ${place.id}`;
      expect(logged?.data).not.toContain('沈一帆');
    },
    wrongState: { scene: scene((ctx, id) => keepFile(ctx, id, { filingNo: 'x' }), { status: 'applied' }), code: 'wrong_state' },
    wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
    repeated: 'unchanged',
  },
);

test('what somebody else wrote meanwhile is not overwritten by an older form', async () => {
  const { officer, place } = await twoInstitutions();
  const seen = (await fileOf(place.id))?.updatedAt.toISOString() ?? '';
  moveClock({ minutes: 1 });
  await keepFile(contextOf(officer), place.id, { filingNo: '演示备字5号' }, seen);
  await expect(keepFile(contextOf(officer), place.id, { filingNo: '演示备字6号' }, seen)).rejects.toMatchObject({ code: 'stale' });
});

test('an inclusive institution has its day, and a principal stands on the roster', async () => {
  const { officer, place } = await twoInstitutions();
  const keep = (facts: Parameters<typeof keepFile>[2]) => keepFile(contextOf(officer), place.id, facts);
  await expect(keep({ isInclusive: true })).rejects.toMatchObject({ code: 'field_required', field: 'inclusiveSince' });
  const elsewhere = (await sql`select id from person limit 1`)[0]?.id ?? '00000000-0000-7000-8000-000000000000';
  await expect(keep({ principalPersonId: elsewhere })).rejects.toMatchObject({ code: 'principal_not_on_roster' });
});

const proposalOf = (place: Place, more: object = {}) => ({
  facts: {
    name: place.name,
    uscc: place.uscc,
    legalNature: place.legalNature,
    address: '新址2号',
    contactName: place.contactName,
    contactPhone: place.contactPhone,
    contactEmail: null,
    registrarType: null,
    isProfit: null,
    legalRepName: null,
    principalPersonId: null,
    subdistrict: null,
    serviceTypes: [],
    premises: null,
    buildingM2: null,
    indoorM2: null,
    outdoorM2: null,
    providesMeals: false,
    foodPermitUntil: null,
    classes: CLASSES,
    operatorType: 'private' as const,
    districtCode: '110105',
    ...more,
  },
  effectiveOn: '2026-02-01',
  note: '扩班',
});

async function proposed(more: object = {}) {
  const found = await twoInstitutions();
  const id = await proposeChange(contextOf(found.actor), proposalOf(found.place, more));
  return { ...found, id };
}

sevenQuestions(
  'proposeChange',
  async () => {
    const found = await twoInstitutions();
    return { ...found, call: (ctx: Context) => proposeChange(ctx, proposalOf(found.place)) };
  },
  {
    event: 'institution.change_proposed',
    tables: TABLES,
    works: async (id, { place }) => {
      expect(await stateOf(id)).toMatchObject({
        status: 'submitted',
        before: { address: null, classes: [] },
        proposed: { address: '新址2号', classes: CLASSES },
      });
      expect(await rowOf(place.id)).toMatchObject({ address: null });
    },
    wrongState: {
      scene: async () => {
        const found = await proposed();
        return { ...found, call: (ctx: Context) => proposeChange(ctx, proposalOf(found.place, { address: '新址3号' })) };
      },
      code: 'change_waits',
    },
    wrongRole: async () => (await aMember(db, 'district_officer')).actor,
    repeated: 'makes another',
  },
);

test('what is already so is no proposal', async () => {
  const { actor, place } = await twoInstitutions();
  const same = proposalOf(place, { address: null, classes: [] });
  await expect(proposeChange(contextOf(actor), same)).rejects.toMatchObject({ code: 'nothing_changed' });
});

const acting = (act: (ctx: Context, id: string) => Promise<unknown>, as: 'actor' | 'officer', before?: typeof returnChange) => async () => {
  const found = await proposed({ operatorType: 'community' });
  const far = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }));
  if (before) await before(contextOf(found.officer), found.id, '材料不全');
  return {
    ...found,
    actor: found[as],
    stranger: as === 'officer' ? far.actor : found.stranger,
    call: (ctx: Context) => act(ctx, found.id),
  };
};

sevenQuestions('acceptChange', acting(acceptChange, 'officer'), {
  event: 'institution.change_accepted',
  tables: TABLES,
  works: async (_, { id, place }) => {
    expect(await stateOf(id)).toMatchObject({ status: 'accepted' });
    expect(await rowOf(place.id)).toMatchObject({ address: '新址2号', operatorType: 'community' });
    expect(await periodsOf(place.id)).toMatchObject([{ operator: 'private' }, { operator: 'community', fromOn: '2026-02-01' }]);
    expect(await fileOf(place.id)).toMatchObject({ capacity: 30 });
  },
  wrongState: { scene: acting(acceptChange, 'officer', returnChange), code: 'wrong_state' },
  wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
  repeated: 'unchanged',
});

const sendBack = (ctx: Context, id: string) => returnChange(ctx, id, '请补充消防证明');
sevenQuestions('returnChange', acting(sendBack, 'officer'), {
  event: 'institution.change_returned',
  tables: TABLES,
  works: async (_, { id, place }) => {
    expect(await stateOf(id)).toMatchObject({ status: 'returned', decisionReason: '请补充消防证明' });
    expect(await rowOf(place.id)).toMatchObject({ address: null });
  },
  wrongState: { scene: acting(sendBack, 'officer', (ctx, id) => acceptChange(ctx, id)), code: 'wrong_state' },
  wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
  repeated: 'unchanged',
});

sevenQuestions('withdrawChange', acting(withdrawChange, 'actor'), {
  event: 'institution.change_withdrawn',
  tables: TABLES,
  works: async (_, { id }) => expect(await stateOf(id)).toMatchObject({ status: 'withdrawn' }),
  wrongState: { scene: acting(withdrawChange, 'actor', returnChange), code: 'wrong_state' },
  wrongRole: async () => (await aMember(db, 'district_officer')).actor,
  repeated: 'unchanged',
});

test('the page says what others changed since it was proposed, and both sides are told', async () => {
  const { actor, officer, id, place } = await proposed();
  await keepFile(contextOf(officer), place.id, { address: '临时地址' });
  const [change] = (await getOwnInstitution(actor, now())).changes;
  expect(change).toMatchObject({ fields: ['address', 'classes'], overtaken: ['address'] });
  await acceptChange(contextOf(officer), id);
  const facts = {
    id: '01a00000-0000-7000-8000-000000000001',
    name: 'institution.change_accepted',
    subjectId: id,
    data: { institutionId: place.id },
  };
  expect(await deliverMessages({ actor: { kind: 'system', job: 'messages.deliver' }, now: now() }, facts)).toBe(1);
});
