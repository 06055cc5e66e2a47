import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { lecturer } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aLecturer } from '#db/seed/builders/lecturers';
import { aCommission, aProvider } from '#db/seed/builders/organisations';
import { aPerson } from '#db/seed/builders/people';
import { approveLecturer } from '~/domain/lecturer/approve-lecturer.server';
import { askRenewal } from '~/domain/lecturer/ask-renewal.server';
import { editLecturer } from '~/domain/lecturer/edit-lecturer.server';
import { enterExpert, proposeLecturer } from '~/domain/lecturer/propose-lecturer.server';
import { returnLecturer } from '~/domain/lecturer/return-lecturer.server';
import { withdrawLecturer } from '~/domain/lecturer/withdraw-lecturer.server';
import type { Context } from '~/domain/shared/operation.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();

const facts = (over: { employer?: string } = {}) => ({
  kind: 'lecturer' as const,
  name: '王敏',
  employer: '演示医院',
  fields: ['health_care' as const],
  qualification: '副主任医师',
  idType: 'resident_id' as const,
  idNumber: '',
  ...over,
});
const rowOf = async (id: string) => (await db.select().from(lecturer).where(eq(lecturer.id, id)))[0];
const CHAOYANG = { districtCode: '110105' };
const officerAt = async (districtCode: string) =>
  (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode }))).actor;

/** A provider of Chaoyang with its own lecturer, the officer who decides, and both of another place. */
async function arrange(columns: Partial<typeof lecturer.$inferInsert> = {}) {
  const provider = await aProvider(db, CHAOYANG);
  const { actor: staff } = await aMember(db, 'provider_staff', provider);
  const { actor: otherStaff } = await aMember(db, 'provider_staff', await aProvider(db, CHAOYANG));
  const row = await aLecturer(db, { organisationId: provider.id, ...columns });
  return { row, provider, staff, otherStaff, officer: await officerAt('110105'), far: await officerAt('110108') };
}
const anybody = async () => (await aMember(db, 'institution_admin')).actor;

sevenQuestions('proposeLecturer', async () => ({ actor: (await arrange()).staff, call: (ctx: Context) => proposeLecturer(ctx, facts()) }), {
  event: 'lecturer.proposed',
  tables: ['lecturer'],
  works: async (id) => expect(await rowOf(String(id))).toMatchObject({ status: 'submitted', districtCode: '110105', personId: null }),
  wrongRole: async () => officerAt('110105'),
  repeated: 'makes another',
});

sevenQuestions(
  'enterExpert',
  async () => ({ actor: await officerAt('110105'), call: (ctx: Context) => enterExpert(ctx, { ...facts(), approvedUntilOn: null }) }),
  {
    event: 'lecturer.entered',
    tables: ['lecturer'],
    works: async (id) =>
      expect(await rowOf(String(id))).toMatchObject({
        status: 'approved',
        organisationId: null,
        districtCode: '110105',
        approvedUntilOn: '2029-03-09',
      }),
    wrongRole: async () => (await arrange()).staff,
    repeated: 'makes another',
  },
);

sevenQuestions(
  'editLecturer',
  async () => {
    const { row, staff, otherStaff } = await arrange({ status: 'returned', decisionReason: '缺证明' });
    return { actor: staff, stranger: otherStaff, row, call: (ctx: Context) => editLecturer(ctx, row.id, facts({ employer: '演示学院' })) };
  },
  {
    event: 'lecturer.edited',
    tables: ['lecturer'],
    works: async (_, { row }) => {
      expect(await rowOf(row.id)).toMatchObject({ status: 'submitted', employer: '演示学院', decisionReason: null });
      expect(await sql`select 1 from event where name = 'lecturer.proposed' and subject_id = ${row.id}`).toHaveLength(1);
    },
    wrongState: {
      scene: async () => {
        const { row, staff } = await arrange();
        return { actor: staff, call: (ctx) => editLecturer(ctx, row.id, facts({ employer: '演示学院' })) };
      },
      code: 'wrong_state',
    },
    wrongRole: anybody,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'approveLecturer',
  async () => {
    const { row, officer, far } = await arrange({ status: 'submitted' });
    return { actor: officer, stranger: far, row, call: (ctx: Context) => approveLecturer(ctx, row.id, { approvedUntilOn: null }) };
  },
  {
    event: 'lecturer.approved',
    tables: ['lecturer'],
    works: async (_, { row }) =>
      expect(await rowOf(row.id)).toMatchObject({ status: 'approved', approvedFromOn: '2026-03-10', approvedUntilOn: '2029-03-09' }),
    wrongState: {
      scene: async () => {
        const { row, officer } = await arrange({ status: 'returned' });
        return { actor: officer, call: (ctx) => approveLecturer(ctx, row.id, { approvedUntilOn: null }) };
      },
      code: 'wrong_state',
    },
    wrongRole: async () => (await arrange()).staff,
    repeated: 'already_done',
  },
);

sevenQuestions(
  'returnLecturer',
  async () => {
    const { row, officer, far } = await arrange({ status: 'submitted' });
    return { actor: officer, stranger: far, row, call: (ctx: Context) => returnLecturer(ctx, row.id, '请补充职称证明') };
  },
  {
    event: 'lecturer.returned',
    tables: ['lecturer'],
    works: async (_, { row }) => expect(await rowOf(row.id)).toMatchObject({ status: 'returned', decisionReason: '请补充职称证明' }),
    wrongState: {
      scene: async () => {
        const { row, officer } = await arrange();
        return { actor: officer, call: (ctx) => returnLecturer(ctx, row.id, '理由') };
      },
      code: 'wrong_state',
    },
    wrongRole: async () => (await arrange()).staff,
    repeated: 'wrong_state',
  },
);

sevenQuestions(
  'askRenewal',
  async () => {
    const { row, staff, otherStaff } = await arrange({ approvedUntilOn: '2026-04-01' });
    return { actor: staff, stranger: otherStaff, row, call: (ctx: Context) => askRenewal(ctx, row.id) };
  },
  {
    event: 'lecturer.renewal_asked',
    tables: ['lecturer'],
    works: async (_, { row }) => expect(await rowOf(row.id)).toMatchObject({ status: 'approved', renewalAskedAt: expect.any(Date) }),
    wrongState: {
      scene: async () => {
        const { row, staff } = await arrange({ approvedUntilOn: '2028-10-01' });
        return { actor: staff, call: (ctx) => askRenewal(ctx, row.id) };
      },
      code: 'lecturer_renewal_early',
    },
    wrongRole: async () => officerAt('110105'),
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'withdrawLecturer',
  async () => {
    const { row, staff, otherStaff } = await arrange();
    return { actor: staff, stranger: otherStaff, row, call: (ctx: Context) => withdrawLecturer(ctx, row.id, '已离职') };
  },
  {
    event: 'lecturer.withdrawn',
    tables: ['lecturer'],
    works: async (_, { row }) => expect(await rowOf(row.id)).toMatchObject({ status: 'withdrawn', decisionReason: '已离职' }),
    wrongState: {
      scene: async () => {
        const { row, staff } = await arrange();
        return { actor: staff, call: (ctx) => withdrawLecturer(ctx, row.id, ' ') };
      },
      code: 'reason_required',
    },
    wrongRole: anybody,
    repeated: 'unchanged',
  },
);

describe('who decides', () => {
  test('of a city-level provider the city, of a district’s the district alone', async () => {
    const { actor: city } = await aMember(db, 'city_officer');
    const { row } = await arrange({ status: 'submitted' });
    await expect(approveLecturer(contextOf(city), row.id, { approvedUntilOn: null })).rejects.toMatchObject({ status: 403 });
    const central = await aLecturer(db, { organisationId: (await aProvider(db, { districtCode: null })).id, status: 'submitted' });
    await approveLecturer(contextOf(city), central.id, { approvedUntilOn: '2027-06-30' });
    expect(await rowOf(central.id)).toMatchObject({ approvedUntilOn: '2027-06-30' });
  });

  test('nobody on herself, nor on what she proposed in another role', async () => {
    const person = await aPerson(db);
    const { row, officer } = await arrange({ status: 'submitted', personId: person.id });
    const herself = { ...officer, personId: person.id };
    await expect(approveLecturer(contextOf(herself), row.id, { approvedUntilOn: null })).rejects.toMatchObject({ status: 403 });
    await db.update(lecturer).set({ submittedBy: officer.accountId }).where(eq(lecturer.id, row.id));
    await expect(returnLecturer(contextOf(officer), row.id, '理由')).rejects.toMatchObject({ status: 403 });
  });

  test('a proposal that changed meanwhile is not approved unread, nor until a day that is past', async () => {
    const { row, officer } = await arrange({ status: 'submitted' });
    const stale = approveLecturer(contextOf(officer), row.id, { approvedUntilOn: null, seenAt: '2026-01-01T00:00:00.000Z' });
    await expect(stale).rejects.toMatchObject({ code: 'stale' });
    const past = approveLecturer(contextOf(officer), row.id, { approvedUntilOn: '2026-03-09', seenAt: row.submittedAt.toISOString() });
    await expect(past).rejects.toMatchObject({ code: 'lecturer_until_past' });
  });
});

describe('renewal', () => {
  test('prolongs from the end; declined, the approval ends on its day', async () => {
    const { row, staff, officer } = await arrange({ approvedFromOn: '2023-04-02', approvedUntilOn: '2026-04-01' });
    await askRenewal(contextOf(staff), row.id);
    await approveLecturer(contextOf(officer), row.id, { approvedUntilOn: null });
    expect(await rowOf(row.id)).toMatchObject({ approvedFromOn: '2023-04-02', approvedUntilOn: '2029-04-01', renewalAskedAt: null });

    const second = await arrange({ approvedUntilOn: '2026-04-01' });
    await askRenewal(contextOf(second.staff), second.row.id);
    await returnLecturer(contextOf(second.officer), second.row.id, '近两年没有授课');
    expect(await rowOf(second.row.id)).toMatchObject({ status: 'approved', approvedUntilOn: '2026-04-01', renewalAskedAt: null });
  });

  test('an expert of the commission is prolonged without being asked for, by officers of her area', async () => {
    const expert = await aLecturer(db, { organisationId: null, districtCode: '110105', approvedUntilOn: '2026-04-01' });
    await approveLecturer(contextOf(await officerAt('110105')), expert.id, { approvedUntilOn: null });
    expect(await rowOf(expert.id)).toMatchObject({ approvedUntilOn: '2029-04-01' });
    const foreign = approveLecturer(contextOf(await officerAt('110108')), expert.id, { approvedUntilOn: null });
    await expect(foreign).rejects.toMatchObject({ status: 404 });
  });
});
