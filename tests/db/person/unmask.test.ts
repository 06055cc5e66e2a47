import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { unmaskPerson } from '~/domain/person/unmask-person.server';
import type { Context } from '~/domain/shared/operation.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();

async function aStaffNumber() {
  const admin = await aMember(db, 'institution_admin');
  const who = await aPerson(db);
  await anEngagement(db, { personId: who.id, institutionId: admin.organisation.id });
  const { actor: stranger } = await aMember(db, 'institution_admin');
  return { actor: admin.actor, stranger, who, call: (ctx: Context) => unmaskPerson(ctx, who.id, 'id_number', '核对证件') };
}

sevenQuestions('unmaskPerson', aStaffNumber, {
  event: 'person.unmasked',
  tables: ['person'],
  works: async (number, { who }) => {
    expect(number).toBe(who.idNumber);
    const [logged] = await sql`select data::text as data from event where name = 'person.unmasked' and subject_id = ${who.id}`;
    expect(JSON.parse(logged?.data)).toEqual({ field: 'id_number', reason: '核对证件' });
  },
  wrongRole: async () => (await aMember(db, 'auditor')).actor,
  repeated: 'makes another',
});

test('the phone is read the same way, and every look is logged', async () => {
  const { actor, who } = await aStaffNumber();
  expect(await unmaskPerson(contextOf(actor), who.id, 'phone', '联系本人')).toBe(who.phone);
  expect(await unmaskPerson(contextOf(actor), who.id, 'phone', '再次联系')).toBe(who.phone);
  expect(await sql`select 1 from event where name = 'person.unmasked' and subject_id = ${who.id}`).toHaveLength(2);
});

test('her district and the city may look, another district may not', async () => {
  const { who } = await aStaffNumber();
  const near = await aMember(db, 'district_officer');
  const far = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }));
  const city = await aMember(db, 'city_officer');
  for (const { actor } of [near, city]) expect(await unmaskPerson(contextOf(actor), who.id, 'id_number', '核对')).toBe(who.idNumber);
  await expect(unmaskPerson(contextOf(far.actor), who.id, 'id_number', '核对')).rejects.toMatchObject({ status: 404 });
});

test('nobody reads a whole register in an hour', async () => {
  const { actor, who } = await aStaffNumber();
  for (let n = 0; n < 60; n += 1) await unmaskPerson(contextOf(actor), who.id, 'id_number', '核对');
  await expect(unmaskPerson(contextOf(actor), who.id, 'id_number', '核对')).rejects.toMatchObject({ code: 'rate_limited' });
});
