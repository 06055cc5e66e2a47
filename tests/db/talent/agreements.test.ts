import { describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { nextNumber } from '#db/seed/builders/synthetic';
import { aFiledAgreement, anAgreement } from '#db/seed/builders/talent';
import type { UserActor } from '~/domain/shared/actor';
import type { Context } from '~/domain/shared/operation.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { confirmAgreement, declineAgreement, endAgreement } from '~/domain/talent/decide-agreement.server';
import { proposeAgreement, reviseAgreement } from '~/domain/talent/propose-agreement.server';
import { now } from '~/platform/clock.server';
import { openFile } from '~/platform/files.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { parties } from './agreement-scene';

const { db, sql } = testDatabase();
const pdf = () => ({ name: '协议.exe', bytes: Buffer.from(`%PDF-1.4\n${nextNumber()}\n%%EOF\n`) });
const today = () => beijingDate(now());
const rowOf = async (id: string) => (await sql`select * from cooperation_agreement where id = ${id}`)[0];
const seen = (agreement: { proposedAt: Date }) => agreement.proposedAt.toISOString();

const entryFor = (institutionId: string, over: Record<string, unknown> = {}) => ({
  institutionId,
  number: `XY-${nextNumber()}`,
  scopes: ['placements' as const, 'teacher_practice' as const],
  signedOn: '2026-01-05',
  fromOn: '2026-02-01',
  untilOn: '2028-01-31',
  remark: '',
  renewsId: null,
  ...over,
});

sevenQuestions(
  'proposeAgreement',
  async () => {
    const { college, ids } = await parties();
    const [entry, file] = [entryFor(ids.institutionId), pdf()];
    return { actor: college, file, call: (ctx: Context) => proposeAgreement(ctx, entry, file) };
  },
  {
    event: 'agreement.proposed',
    tables: ['cooperation_agreement'],
    works: async (id) => {
      const row = await rowOf(id);
      expect(row).toMatchObject({
        status: 'proposed',
        scopes: ['placements', 'teacher_practice'],
        file_name: '协议.pdf',
        file_media_type: 'application/pdf',
      });
      expect((await openFile(String(row?.file_stored_as)))?.size).toBe(row?.file_bytes);
    },
    wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
    repeated: 'makes another',
  },
);

describe('what a college hands in', () => {
  test.each<[string, Record<string, unknown>, { name: string; bytes: Uint8Array } | null, string]>([
    ['without a file', {}, null, 'agreement_file_missing'],
    ['with a program as its file', {}, { name: '协议.pdf', bytes: Buffer.from('MZ this is no document') }, 'file_type'],
    ['that ends before it begins', { untilOn: '2026-01-31' }, pdf(), 'agreement_days'],
    ['signed after it began', { signedOn: '2026-02-02' }, pdf(), 'agreement_signed_late'],
    ['that renews an agreement of others', { renewsId: 'other' }, pdf(), 'agreement_renews_another'],
  ])('%s is refused', async (_what, over, file, code) => {
    const { college, ids } = await parties();
    const renewsId = over.renewsId === 'other' ? (await anAgreement(db)).id : null;
    await expect(proposeAgreement(contextOf(college), entryFor(ids.institutionId, { ...over, renewsId }), file)).rejects.toMatchObject({
      code,
    });
  });

  test('has a number of its own and an institution that works', async () => {
    const { college, ids } = await parties();
    const { number } = await anAgreement(db, ids);
    const ctx = contextOf(college);
    await expect(proposeAgreement(ctx, entryFor(ids.institutionId, { number }), pdf())).rejects.toMatchObject({
      code: 'agreement_number_taken',
    });
    const suspended = await anInstitution(db, { status: 'suspended' });
    await expect(proposeAgreement(ctx, entryFor(suspended.id), pdf())).rejects.toMatchObject({ code: 'institution_unknown' });
    await expect(proposeAgreement(ctx, entryFor(ids.collegeId), pdf())).rejects.toMatchObject({ code: 'institution_unknown' });
  });
});

sevenQuestions(
  'reviseAgreement',
  async () => {
    const { college, otherCollege, ids } = await parties();
    const { id, fileStoredAs } = await aFiledAgreement(db, { ...ids, status: 'declined', reason: '缺盖章' });
    const [entry, file] = [entryFor(ids.institutionId), pdf()];
    return {
      actor: college,
      stranger: otherCollege,
      id,
      old: fileStoredAs ?? '',
      call: (ctx: Context) => reviseAgreement(ctx, id, entry, file),
    };
  },
  {
    event: 'agreement.revised',
    tables: ['cooperation_agreement'],
    works: async (_, { id, old }) => {
      expect(await rowOf(id)).toMatchObject({ status: 'proposed', reason: null, decided_at: null });
      expect(await openFile(old)).toBeNull();
    },
    wrongState: {
      scene: async () => {
        const { college, ids } = await parties();
        const { id } = await anAgreement(db, ids);
        return { actor: college, call: (ctx: Context) => reviseAgreement(ctx, id, entryFor(ids.institutionId), null) };
      },
      code: 'wrong_state',
    },
    wrongRole: async () => (await aMember(db, 'city_officer')).actor,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'confirmAgreement',
  async () => {
    const { institution, otherInstitution, ids } = await parties();
    const agreement = await aFiledAgreement(db, { ...ids, status: 'proposed' });
    return {
      actor: institution,
      stranger: otherInstitution,
      id: agreement.id,
      call: (ctx: Context) => confirmAgreement(ctx, agreement.id, seen(agreement)),
    };
  },
  {
    event: 'agreement.confirmed',
    tables: ['cooperation_agreement'],
    works: async (_, { id, actor }) => expect(await rowOf(id)).toMatchObject({ status: 'confirmed', decided_by: actor.accountId }),
    wrongState: {
      scene: async () => {
        const { institution, ids } = await parties();
        const agreement = await anAgreement(db, { ...ids, status: 'proposed' });
        return { actor: institution, call: (ctx: Context) => confirmAgreement(ctx, agreement.id, seen(agreement)) };
      },
      code: 'agreement_without_file',
    },
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'unchanged',
  },
);

test('an agreement that was changed since it was looked at is not confirmed', async () => {
  const { institution, ids } = await parties();
  const agreement = await aFiledAgreement(db, { ...ids, status: 'proposed' });
  await expect(confirmAgreement(contextOf(institution), agreement.id, '2020-01-01T00:00:00.000Z')).rejects.toMatchObject({ status: 409 });
});

sevenQuestions(
  'declineAgreement',
  async () => {
    const { institution, otherInstitution, ids } = await parties();
    const { id } = await aFiledAgreement(db, { ...ids, status: 'proposed' });
    return { actor: institution, stranger: otherInstitution, id, call: (ctx: Context) => declineAgreement(ctx, id, '日期有误') };
  },
  {
    event: 'agreement.declined',
    tables: ['cooperation_agreement'],
    works: async (_, { id }) => expect(await rowOf(id)).toMatchObject({ status: 'declined', reason: '日期有误' }),
    wrongState: {
      scene: async () => {
        const { institution, ids } = await parties();
        const { id } = await anAgreement(db, ids);
        return { actor: institution, call: (ctx: Context) => declineAgreement(ctx, id, '日期有误') };
      },
      code: 'wrong_state',
    },
    wrongRole: async () => (await aMember(db, 'district_officer')).actor,
    repeated: 'unchanged',
  },
);

const ending = (who: 'college' | 'institution') => async () => {
  const found = await parties();
  const { id } = await anAgreement(db, found.ids);
  const end = { endedOn: today(), reason: '机构停办' };
  const stranger = who === 'college' ? found.otherCollege : found.otherInstitution;
  return { actor: found[who] as UserActor, stranger, id, call: (ctx: Context) => endAgreement(ctx, id, end) };
};
for (const who of ['college', 'institution'] as const)
  sevenQuestions(`endAgreement by the ${who}`, ending(who), {
    event: 'agreement.ended',
    tables: ['cooperation_agreement'],
    works: async (_, { id }) => {
      expect(await rowOf(id)).toMatchObject({ status: 'ended', reason: '机构停办' });
      const [event] = await sql`select data from event where name = 'agreement.ended' order by seq desc limit 1`;
      expect(event?.data).toMatchObject({ by: who });
    },
    wrongState: {
      scene: async () => {
        const found = await parties();
        const { id } = await anAgreement(db, found.ids);
        const before = { endedOn: addDays(today(), -400), reason: '机构停办' };
        return { actor: found[who], call: (ctx: Context) => endAgreement(ctx, id, before) };
      },
      code: 'agreement_end_outside',
    },
    wrongRole: async () => (await aMember(db, 'city_officer')).actor,
    repeated: 'unchanged',
  });
