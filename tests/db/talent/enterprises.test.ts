import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import { anEnterprise } from '#db/seed/builders/talent';
import type { Context } from '~/domain/shared/operation.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { listEnterprisesOf } from '~/domain/talent/enterprise-queries.server';
import { endEnterprise, recordEnterprise, removeEnterprise } from '~/domain/talent/keep-enterprise.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db } = testDatabase();
const today = () => beijingDate(now());
const ago = (days: number) => addDays(today(), -days);

const officerOf = async (districtCode: string) =>
  (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode }))).actor;
async function anOffice() {
  const institution = await anInstitution(db);
  return { id: institution.id, actor: await officerOf('110105'), stranger: await officerOf('110108') };
}
const entry = (over: Record<string, unknown> = {}) => ({
  status: 'certified' as const,
  fromOn: ago(10),
  documentNo: '演示〔2026〕8号',
  ...over,
});

sevenQuestions(
  'recordEnterprise',
  async () => {
    const office = await anOffice();
    await anEnterprise(db, { institutionId: office.id });
    const said = entry();
    return { ...office, call: (ctx: Context) => recordEnterprise(ctx, office.id, said) };
  },
  {
    event: 'enterprise.recorded',
    tables: ['integrated_enterprise'],
    works: async (_, { id }) =>
      expect((await listEnterprisesOf(id)).map(({ status, fromOn, untilOn }) => [status, fromOn, untilOn])).toEqual([
        ['certified', ago(10), null],
        ['cultivating', ago(365), ago(10)],
      ]),
    wrongState: {
      scene: async () => {
        const { id, actor } = await anOffice();
        await anEnterprise(db, { institutionId: id });
        return { actor, call: (ctx: Context) => recordEnterprise(ctx, id, entry({ fromOn: ago(400) })) };
      },
      code: 'later_change',
    },
    wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'endEnterprise',
  async () => {
    const office = await anOffice();
    const { id: enterpriseId } = await anEnterprise(db, { institutionId: office.id });
    const end = { enterpriseId, untilOn: ago(3), reason: '培育期满' };
    return { ...office, call: (ctx: Context) => endEnterprise(ctx, office.id, end) };
  },
  {
    event: 'enterprise.ended',
    tables: ['integrated_enterprise'],
    works: async (_, { id }) => expect((await listEnterprisesOf(id))[0]?.untilOn).toBe(ago(3)),
    wrongState: {
      scene: async () => {
        const { id, actor } = await anOffice();
        const row = await anEnterprise(db, { institutionId: id, untilOn: ago(20) });
        return { actor, call: (ctx: Context) => endEnterprise(ctx, id, { enterpriseId: row.id, untilOn: ago(3), reason: '培育期满' }) };
      },
      code: 'wrong_state',
    },
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'unchanged',
  },
);

test('a mistaken entry is taken out, and what it had ended goes on; only the latest, and by its own district', async () => {
  const { id, actor, stranger } = await anOffice();
  const first = await anEnterprise(db, { institutionId: id });
  await recordEnterprise(contextOf(actor), id, entry());
  const [last] = await listEnterprisesOf(id);
  const removal = { enterpriseId: last?.id ?? '', reason: '登错机构' };
  await expect(removeEnterprise(contextOf(stranger), id, removal)).rejects.toMatchObject({ status: 404 });
  await expect(removeEnterprise(contextOf(actor), id, { ...removal, enterpriseId: first.id })).rejects.toMatchObject({ status: 404 });
  await removeEnterprise(contextOf(actor), id, removal);
  expect((await listEnterprisesOf(id)).map(({ id: row, untilOn }) => [row, untilOn])).toEqual([[first.id, null]]);
  const same = entry({ status: 'cultivating', fromOn: ago(5) });
  await expect(recordEnterprise(contextOf(actor), id, same)).rejects.toMatchObject({ code: 'enterprise_same' });
  await expect(recordEnterprise(contextOf(actor), id, entry({ fromOn: addDays(today(), 1) }))).rejects.toMatchObject({
    code: 'day_in_future',
  });
});
