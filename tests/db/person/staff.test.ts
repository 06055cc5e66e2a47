import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { engagement, person } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { nextNumber, syntheticIdentity, syntheticPhone } from '#db/seed/builders/synthetic';
import { addStaff } from '~/domain/person/add-staff.server';
import { changeEngagement } from '~/domain/person/change-engagement.server';
import { changePerson } from '~/domain/person/change-person.server';
import { endEngagement } from '~/domain/person/end-engagement.server';
import type { EngagementEntry, StaffEntry } from '~/domain/person/inputs';
import { getStaffMember, listStaff } from '~/domain/person/staff-queries.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();

const entry = (columns: Partial<StaffEntry> = {}): StaffEntry => {
  const n = nextNumber() + 5_000;
  const post = { role: 'caregiver', startOn: '2026-02-01', isFullTime: true, isIntern: false, contractUntilOn: null, remark: '' } as const;
  return {
    name: '陈静',
    idType: 'resident_id',
    idNumber: syntheticIdentity(n),
    phone: syntheticPhone(n),
    education: null,
    healthCertValidUntil: null,
    backgroundCheckedOn: null,
    ...post,
    ...columns,
  };
};

async function aStaffMember(columns: Parameters<typeof anEngagement>[1] = {}) {
  const admin = await aMember(db, 'institution_admin');
  const post = await anEngagement(db, { institutionId: admin.organisation.id, startOn: '2025-01-01', ...columns });
  const { actor: stranger } = await aMember(db, 'institution_admin');
  return { actor: admin.actor, stranger, post };
}
const postOf = async (id: string) => (await db.select().from(engagement).where(eq(engagement.id, id)))[0];
const changed: EngagementEntry = {
  role: 'principal',
  startOn: '2025-01-01',
  endOn: null,
  isFullTime: false,
  isIntern: false,
  contractUntilOn: '2027-12-31',
  remark: '半日制',
};

test('somebody new is entered with her post; somebody known is found by her document', async () => {
  const admin = await aMember(db, 'institution_admin');
  const input = entry();
  const id = await addStaff(contextOf(admin.actor), input);
  const again = await aMember(db, 'institution_admin');
  const other = await addStaff(contextOf(again.actor), { ...input, phone: null });
  const [first, second] = [await postOf(id), await postOf(other)];
  expect(first).toMatchObject({ institutionId: admin.organisation.id, role: 'caregiver', createdBy: admin.account.id });
  expect(second?.personId).toBe(first?.personId);
  expect((await sql`select 1 from event where name = 'person.entered' and subject_id = ${first?.personId ?? ''}`).length).toBe(1);
});

test('the institution fills in a phone that is missing, and changes none that is known', async () => {
  const admin = await aMember(db, 'institution_admin');
  const phoneless = await aPerson(db, { phoneEncrypted: null, phoneHash: null, phoneMasked: null });
  const known = await aPerson(db);
  for (const { name, idNumber } of [phoneless, known])
    await addStaff(contextOf(admin.actor), entry({ name, idNumber, phone: '16966660001' }));
  const phoneOf = async (id: string) => (await db.select().from(person).where(eq(person.id, id)))[0]?.phoneMasked;
  expect(await phoneOf(phoneless.id)).toBe('169****0001');
  expect(await phoneOf(known.id)).toBe(known.phoneMasked);
});

test('entering staff is refused for a wrong name, the same post twice, children and other roles', async () => {
  const admin = await aMember(db, 'institution_admin');
  const input = entry();
  await addStaff(contextOf(admin.actor), input);
  await expect(addStaff(contextOf(admin.actor), input)).rejects.toMatchObject({ code: 'engagement_exists' });
  await expect(addStaff(contextOf(admin.actor), { ...input, role: 'other', name: '陈敬' })).rejects.toMatchObject({
    code: 'person_name_differs',
  });
  const seventeen = '11990020080901' + '002';
  const { identityCheckDigit } = await import('~/domain/shared/identity');
  const young = entry({ idNumber: seventeen + identityCheckDigit(seventeen) });
  await expect(addStaff(contextOf(admin.actor), young)).rejects.toMatchObject({ code: 'too_young', params: { min: 18 } });
  await expect(addStaff(contextOf(admin.actor), { ...young, isIntern: true })).resolves.toEqual(expect.any(String));
  for (const role of ['provider_staff', 'district_officer', 'city_officer', 'system_admin', 'auditor'] as const)
    await expect(addStaff(contextOf((await aMember(db, role)).actor), entry())).rejects.toMatchObject({ status: 403 });
});

test('a form sent twice at once makes one entry', async () => {
  const admin = await aMember(db, 'institution_admin');
  const input = entry();
  const both = await Promise.allSettled([addStaff(contextOf(admin.actor), input), addStaff(contextOf(admin.actor), input)]);
  expect(both.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
  expect(await listStaff(admin.actor, { q: '', state: 'all' }, now(), { limit: 10, offset: 0 })).toMatchObject({ total: 1 });
});

sevenQuestions(
  'changeEngagement',
  async () => {
    const scene = await aStaffMember();
    return { ...scene, call: (ctx: Context) => changeEngagement(ctx, scene.post.id, changed) };
  },
  {
    event: 'engagement.changed',
    tables: ['engagement'],
    works: async (_result, { post }) =>
      expect(await postOf(post.id)).toMatchObject({
        role: 'principal',
        isFullTime: false,
        contractUntilOn: '2027-12-31',
        remark: '半日制',
      }),
    wrongState: {
      scene: async () => {
        const scene = await aStaffMember();
        await anEngagement(db, { personId: scene.post.personId, institutionId: scene.post.institutionId, role: 'principal' });
        return { ...scene, call: (ctx: Context) => changeEngagement(ctx, scene.post.id, changed) };
      },
      code: 'engagement_exists',
    },
    wrongRole: async () => (await aMember(db, 'district_officer')).actor,
    repeated: 'unchanged',
  },
);

const ending =
  (columns: Parameters<typeof anEngagement>[1] = {}) =>
  async () => {
    const scene = await aStaffMember(columns);
    return { ...scene, call: (ctx: Context) => endEngagement(ctx, scene.post.id, '2026-03-01') };
  };

sevenQuestions('endEngagement', ending(), {
  event: 'engagement.ended',
  tables: ['engagement'],
  works: async (_result, { post, actor }) => {
    expect((await postOf(post.id))?.endOn).toBe('2026-03-01');
    const list = (state: 'current' | 'ended') => listStaff(actor, { q: '', state }, now(), { limit: 10, offset: 0 });
    expect((await list('current')).total).toBe(0);
    expect((await list('ended')).total).toBe(1);
  },
  wrongState: { scene: ending({ startOn: '2026-03-02' }), code: 'engagement_period' },
  wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
  repeated: 'unchanged',
});

sevenQuestions(
  'changePerson',
  async () => {
    const scene = await aStaffMember();
    const input = { name: '陈晶', phone: '16977770001', education: 'bachelor' as const };
    return { ...scene, call: (ctx: Context) => changePerson(ctx, scene.post.id, input) };
  },
  {
    event: 'person.changed',
    tables: ['person'],
    works: async (_result, { post }) => {
      const [row] = await db.select().from(person).where(eq(person.id, post.personId));
      expect(row).toMatchObject({ name: '陈晶', phoneMasked: '169****0001', education: 'bachelor' });
    },
    wrongRole: async () => (await aMember(db, 'city_officer')).actor,
    repeated: 'unchanged',
  },
);

test('the list is searched by name and role, masks numbers, and holds the own staff alone', async () => {
  const { actor, stranger, post } = await aStaffMember();
  const who = await aPerson(db, { name: '欧阳雪', bornOn: '1950-01-01' });
  await anEngagement(db, { personId: who.id, institutionId: post.institutionId, role: 'principal' });
  const list = (filter: Parameters<typeof listStaff>[1], as = actor) => listStaff(as, filter, now(), { limit: 10, offset: 0 });
  expect((await list({ q: '', state: 'current' })).total).toBe(2);
  expect((await list({ q: '阳', state: 'current' })).rows).toMatchObject([{ name: '欧阳雪', old: true, hasAccount: false }]);
  expect((await list({ q: '%', state: 'current' })).total).toBe(0);
  expect((await list({ q: '', role: 'principal', state: 'current' })).total).toBe(1);
  expect((await list({ q: '', state: 'all' }, stranger)).total).toBe(0);
  expect(JSON.stringify(await list({ q: '', state: 'all' }))).not.toContain(who.idNumber);
  await expect(getStaffMember(stranger, post.id, now())).rejects.toMatchObject({ status: 404 });
});
