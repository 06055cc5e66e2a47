import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aFinding, anAnswer } from '#db/seed/builders/visits';
import { acceptFinding } from '~/domain/health-care/accept-finding.server';
import { answerFinding } from '~/domain/health-care/answer-finding.server';
import { extendFinding } from '~/domain/health-care/extend-finding.server';
import { readPhoto } from '~/domain/health-care/guidance-photos.server';
import { returnFinding } from '~/domain/health-care/return-finding.server';
import { withdrawFinding } from '~/domain/health-care/withdraw-finding.server';
import type { Context } from '~/domain/shared/operation.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aPicture } from './field-scenes';
import { aFoundScene, answersOf, findingRow } from './visit-scenes';

const { db, sql } = testDatabase();
const TABLES = ['guidance_finding', 'finding_answer', 'guidance_photo'];

const settled = async () => aFoundScene({ status: 'mended' });
const anyInstitution = async () => (await aMember(db, 'institution_admin')).actor;

async function anAnsweredScene() {
  const scene = await aFoundScene({ status: 'answered' });
  return { ...scene, answer: await anAnswer(db, scene.finding.id) };
}

sevenQuestions(
  'answerFinding',
  async () => {
    const scene = await aFoundScene();
    const photo = await readPhoto({ name: 'after.jpg', bytes: await aPicture() });
    const stranger = await anyInstitution();
    const call = (ctx: Context) => answerFinding(ctx, scene.finding.id, '已补齐', [photo]);
    return { ...scene, actor: scene.admin.actor, stranger, call };
  },
  {
    event: 'finding.answered',
    tables: TABLES,
    works: async (id, { finding, admin }) => {
      expect(await findingRow(finding.id)).toMatchObject({ status: 'answered' });
      expect(await answersOf(finding.id)).toMatchObject([{ id, statement: '已补齐', answered_by: admin.account.id, returned_at: null }]);
      expect(await sql`select visit_id, finding_id, media_type from guidance_photo where answer_id = ${id}`).toMatchObject([
        { visit_id: finding.visitId, finding_id: finding.id, media_type: 'image/jpeg' },
      ]);
    },
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const scene = await settled();
        return { ...scene, actor: scene.admin.actor, call: (ctx) => answerFinding(ctx, scene.finding.id, '已补齐', []) };
      },
    },
    wrongRole: async () => (await aMember(db, 'district_officer')).actor,
    repeated: 'finding_answered',
  },
);

sevenQuestions(
  'acceptFinding',
  async () => {
    const scene = await anAnsweredScene();
    return { ...scene, call: (ctx: Context) => acceptFinding(ctx, scene.finding.id, '') };
  },
  {
    event: 'finding.mended',
    tables: TABLES,
    works: async (_result, { finding, officer }) =>
      expect(await findingRow(finding.id)).toMatchObject({ status: 'mended', decided_by: officer.account.id, decision: null }),
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const scene = await aFoundScene({ status: 'withdrawn' });
        return { ...scene, call: (ctx) => acceptFinding(ctx, scene.finding.id, '') };
      },
    },
    wrongRole: anyInstitution,
    repeated: 'unchanged',
  },
);

test('without an answer somebody must have seen it: she says what she saw', async () => {
  const { actor, finding } = await aFoundScene();
  await expect(acceptFinding(contextOf(actor), finding.id, '')).rejects.toMatchObject({ code: 'finding_unanswered', field: 'note' });
  await acceptFinding(contextOf(actor), finding.id, '复查时已整改');
  expect(await findingRow(finding.id)).toMatchObject({ status: 'mended', decision: '复查时已整改' });
});

sevenQuestions(
  'returnFinding',
  async () => {
    const scene = await anAnsweredScene();
    return { ...scene, call: (ctx: Context) => returnFinding(ctx, scene.finding.id, '照片看不清', null) };
  },
  {
    event: 'finding.returned',
    tables: TABLES,
    works: async (_result, { finding, officer }) => {
      expect(await findingRow(finding.id)).toMatchObject({ status: 'open', mend_by_on: finding.mendByOn });
      expect(await answersOf(finding.id)).toMatchObject([{ return_reason: '照片看不清', returned_by: officer.account.id }]);
    },
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const scene = await aFoundScene();
        return { ...scene, call: (ctx) => returnFinding(ctx, scene.finding.id, '照片看不清', null) };
      },
    },
    wrongRole: anyInstitution,
    repeated: 'wrong_state',
  },
);

test('what is returned may be answered again; each answer is kept', async () => {
  const { actor, admin, finding, today } = await anAnsweredScene();
  const later = addDays(finding.mendByOn, 5);
  await expect(returnFinding(contextOf(actor), finding.id, '照片看不清', addDays(today, -1))).rejects.toMatchObject({
    code: 'finding_day_not_later',
  });
  await returnFinding(contextOf(actor), finding.id, '照片看不清', later);
  expect(await findingRow(finding.id)).toMatchObject({ status: 'open', mend_by_on: later });
  await answerFinding(contextOf(admin.actor), finding.id, '重新拍照', []);
  expect((await answersOf(finding.id)).map(({ return_reason }) => return_reason)).toEqual(['照片看不清', null]);
  await acceptFinding(contextOf(actor), finding.id, '');
  await expect(answerFinding(contextOf(admin.actor), finding.id, '再说一次', [])).rejects.toMatchObject({ code: 'wrong_state' });
});

sevenQuestions(
  'extendFinding',
  async () => {
    const scene = await aFoundScene({ mendByOn: addDays(beijingDate(now()), -1), overdueToldAt: now() });
    return { ...scene, call: (ctx: Context) => extendFinding(ctx, scene.finding.id, addDays(scene.today, 14), '设备到货延迟') };
  },
  {
    event: 'finding.extended',
    tables: TABLES,
    works: async (_result, { finding, today }) =>
      expect(await findingRow(finding.id)).toMatchObject({ status: 'open', mend_by_on: addDays(today, 14), overdue_told_at: null }),
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const scene = await settled();
        return { ...scene, call: (ctx) => extendFinding(ctx, scene.finding.id, addDays(scene.today, 30), '设备到货延迟') };
      },
    },
    wrongRole: anyInstitution,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'withdrawFinding',
  async () => {
    const scene = await aFoundScene();
    return { ...scene, call: (ctx: Context) => withdrawFinding(ctx, scene.finding.id, '情况不属实') };
  },
  {
    event: 'finding.withdrawn',
    tables: TABLES,
    works: async (_result, { finding }) =>
      expect(await findingRow(finding.id)).toMatchObject({ status: 'withdrawn', decision: '情况不属实' }),
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const scene = await settled();
        return { ...scene, call: (ctx) => withdrawFinding(ctx, scene.finding.id, '情况不属实') };
      },
    },
    wrongRole: anyInstitution,
    repeated: 'unchanged',
  },
);

test('two who decide at once have one effect', async () => {
  const { actor, finding, officer } = await anAnsweredScene();
  const colleague = (await aMember(db, 'district_officer', officer.organisation)).actor;
  const decided = await Promise.allSettled([
    acceptFinding(contextOf(actor), finding.id, ''),
    returnFinding(contextOf(colleague), finding.id, '照片看不清', null),
  ]);
  // Whoever comes second finds it open or mended: a return is then refused, an acceptance needs what was seen.
  expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a centre does not decide on what a commission found', async () => {
  const { centre, finding, visit } = await anAnsweredScene();
  await expect(acceptFinding(contextOf(centre.actor), finding.id, '')).rejects.toMatchObject({ status: 403 });
  const other = await aFinding(db, visit);
  await expect(extendFinding(contextOf(centre.actor), other.id, '2026-12-01', '理由')).rejects.toMatchObject({ status: 403 });
});
