import { describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCandidate, anAppeal } from '#db/seed/builders/sittings';
import { openAppeal, withdrawAppeal } from '~/domain/evaluation/appeal-result.server';
import { decideAppeal } from '~/domain/evaluation/decide-appeal.server';
import { publishResults } from '~/domain/evaluation/publish-results.server';
import { recordResults } from '~/domain/evaluation/record-results.server';
import { getMyRegistration } from '~/domain/evaluation/registration-queries.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { setClock, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aHeldScene, aPublishedScene, aSittingScene, candidateRow, lastEvent, sittingRow } from './scenes';

const { db, sql } = testDatabase();
const TODAY = '2026-03-10';

sevenQuestions(
  'recordResults',
  async () => {
    const scene = await aHeldScene(db);
    const rows = [
      { candidate: scene.first.number, theory: 88.5 },
      { candidate: scene.absent.id, theory: 70, practical: 71, creditBankNo: 'XF-0004' },
    ];
    return { ...scene, call: (ctx: Context) => recordResults(ctx, scene.sitting.id, rows) };
  },
  {
    event: 'result.recorded',
    tables: ['candidate'],
    works: async (recorded, { first, absent, publisher }) => {
      expect(recorded).toEqual({ changed: 2, taught: 0, errors: [] });
      expect(await candidateRow(first.id)).toMatchObject({
        theory_points: '88.5',
        practical_points: '82.5',
        result_recorded_by: publisher.account.id,
      });
      expect(await candidateRow(absent.id)).toMatchObject({ status: 'registered', theory_points: '70.0', credit_bank_no: 'XF-0004' });
      const { data } = (await lastEvent('result.recorded')) ?? {};
      expect(data.rows).toHaveLength(2);
      expect(JSON.stringify(data)).not.toContain('XF-0004');
    },
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const { actor, sitting, first } = await aPublishedScene(db, { status: 'approved' });
        return { actor, call: (ctx) => recordResults(ctx, sitting.id, [{ candidate: first.id, creditBankNo: 'XF-1111' }]) };
      },
    },
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'unchanged',
  },
);

test('wrong rows are answered one by one and the others written; all or nothing refuses at the cell', async () => {
  const { actor, sitting, first, second } = await aHeldScene(db);
  const gone = await aCandidate(db, sitting, { status: 'withdrawn' });
  const rows = [
    { candidate: first.number, theory: 61 },
    { candidate: 'NOBODY', theory: 61 },
    { candidate: gone.number, theory: 61 },
    { candidate: second.id, practical: 120 },
  ];
  await expect(recordResults(contextOf(actor), sitting.id, rows, { allOrNothing: true })).rejects.toMatchObject({
    code: 'candidate_unknown',
  });
  expect(await candidateRow(first.id)).toMatchObject({ theory_points: '60.0' });
  const { changed, errors } = await recordResults(contextOf(actor), sitting.id, rows);
  expect(changed).toBe(1);
  expect(errors.map(({ row, code }) => [row, code])).toEqual([
    [1, 'candidate_unknown'],
    [2, 'candidate_withdrawn'],
    [3, 'points_range'],
  ]);
  expect(await candidateRow(first.id)).toMatchObject({ theory_points: '61.0' });
});

sevenQuestions(
  'publishResults',
  async () => {
    const scene = await aHeldScene(db, { appealDays: 5 });
    return { ...scene, call: (ctx: Context) => publishResults(ctx, scene.sitting.id) };
  },
  {
    event: 'result.published',
    tables: ['sitting', 'candidate'],
    works: async (published, { sitting, first, failed, absent, publisher }) => {
      expect(published).toEqual({ passed: 2, failed: 1, absent: 1, appealUntilOn: '2026-03-15' });
      expect(await sittingRow(sitting.id)).toMatchObject({ status: 'results_entered', results_published_by: publisher.account.id });
      const states = await Promise.all([first, failed, absent].map(async ({ id }) => (await candidateRow(id))?.status));
      expect(states).toEqual(['passed', 'failed', 'absent']);
    },
    wrongState: {
      code: 'results_missing',
      scene: async () => {
        const { actor, sitting } = await aHeldScene(db);
        await aCandidate(db, sitting, { theoryPoints: 90 });
        return { actor, call: (ctx) => publishResults(ctx, sitting.id) };
      },
    },
    wrongRole: async () => (await aMember(db, 'city_officer')).actor,
    repeated: 'unchanged',
  },
);

test('nothing is published before the last examination, nor of nobody', async () => {
  const early = await aHeldScene(db, { practicalOn: '2026-03-11' });
  await expect(publishResults(contextOf(early.actor), early.sitting.id)).rejects.toMatchObject({ code: 'results_not_due' });
  const { actor, sitting } = await aSittingScene(db, {
    registerUntilOn: '2026-03-01',
    registerFromOn: '2026-02-20',
    theoryOn: TODAY,
    practicalOn: TODAY,
  });
  await expect(publishResults(contextOf(actor), sitting.id)).rejects.toMatchObject({ code: 'sitting_without_candidates' });
});

test('points are told once they are published, and only the credit-bank number may change then', async () => {
  const { actor, sitting, trainee, first } = await aHeldScene(db);
  const seen = async () => getMyRegistration(trainee.actor, first.id, now());
  expect(await seen()).toMatchObject({ theoryPoints: null, candidateStatus: 'registered', mayAppeal: false });
  await publishResults(contextOf(actor), sitting.id);
  expect(await seen()).toMatchObject({ theoryPoints: 60, candidateStatus: 'passed', mayAppeal: true });
  const { errors, changed } = await recordResults(contextOf(actor), sitting.id, [{ candidate: first.id, theory: 99 }]);
  expect([changed, errors[0]?.code]).toEqual([0, 'results_published']);
  await recordResults(contextOf(actor), sitting.id, [{ candidate: first.id, creditBankNo: 'XF-0009' }]);
  expect(await candidateRow(first.id)).toMatchObject({ status: 'passed', credit_bank_no: 'XF-0009', theory_points: '60.0' });
});

const anAppealScene = () => aPublishedScene(db, { appealUntilOn: TODAY });

sevenQuestions(
  'openAppeal',
  async () => {
    const scene = await anAppealScene();
    return {
      ...scene,
      actor: scene.trainee.actor,
      stranger: await otherTrainee(),
      call: (ctx: Context) => openAppeal(ctx, scene.first.id, '实操漏记一项'),
    };
  },
  {
    event: 'appeal.opened',
    tables: ['result_appeal'],
    works: async (_, { first }) => {
      const [row] = await sql`select status, answer_due_on from result_appeal where candidate_id = ${first.id}`;
      expect(row).toEqual({ status: 'open', answer_due_on: '2026-03-17' });
    },
    wrongState: {
      code: 'appeal_closed',
      scene: async () => {
        const { trainee, first } = await aPublishedScene(db);
        return { actor: trainee.actor, call: (ctx) => openAppeal(ctx, first.id, '实操漏记一项') };
      },
    },
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'appeal_exists',
  },
);
const otherTrainee = async () => (await aHeldScene(db)).trainee.actor;

test('an appeal waits for the results and ends with the last day at 24:00', async () => {
  const held = await aHeldScene(db);
  await expect(openAppeal(contextOf(held.trainee.actor), held.first.id, '实操漏记一项')).rejects.toMatchObject({ code: 'appeal_not_yet' });
  const { trainee, first } = await anAppealScene();
  setClock('2026-03-10T23:59:59+08:00');
  await openAppeal(contextOf(trainee.actor), first.id, '实操漏记一项');
});

sevenQuestions(
  'withdrawAppeal',
  async () => {
    const scene = await anAppealScene();
    await anAppeal(db, scene.first.id);
    return {
      ...scene,
      actor: scene.trainee.actor,
      stranger: await otherTrainee(),
      call: (ctx: Context) => withdrawAppeal(ctx, scene.first.id),
    };
  },
  {
    event: 'appeal.withdrawn',
    tables: ['result_appeal'],
    works: async (_, { first }) =>
      expect((await sql`select status from result_appeal where candidate_id = ${first.id}`)[0]).toEqual({ status: 'withdrawn' }),
    wrongRole: async () => (await aMember(db, 'evaluator')).actor,
    repeated: 'unchanged',
  },
);

const upheld = { decision: 'upheld' as const, reason: '核对评分表，实操加 3 分', theory: 62, practical: 63 };

sevenQuestions(
  'decideAppeal',
  async () => {
    const scene = await anAppealScene();
    const appeal = await anAppeal(db, scene.failed.id);
    return { ...scene, appeal, call: (ctx: Context) => decideAppeal(ctx, appeal.id, upheld) };
  },
  {
    event: 'appeal.decided',
    tables: ['result_appeal', 'candidate'],
    works: async (_, { failed, publisher }) => {
      expect(await candidateRow(failed.id)).toMatchObject({ status: 'passed', theory_points: '62.0', practical_points: '63.0' });
      const [row] = await sql`select status, decision, decided_by from result_appeal where candidate_id = ${failed.id}`;
      expect(row).toEqual({ status: 'upheld', decision: upheld.reason, decided_by: publisher.account.id });
      expect((await lastEvent('appeal.decided'))?.data).toMatchObject({
        before: { theory: 59.9, status: 'failed' },
        after: { theory: 62, status: 'passed' },
      });
    },
    wrongState: {
      code: 'appeal_points_unchanged',
      scene: async () => {
        const { actor, first } = await anAppealScene();
        const appeal = await anAppeal(db, first.id);
        return { actor, call: (ctx) => decideAppeal(ctx, appeal.id, { ...upheld, theory: 60, practical: 82.5 }) };
      },
    },
    wrongRole: async () => (await aMember(db, 'city_officer')).actor,
    repeated: 'wrong_state',
  },
);

describe('the answer to an appeal', () => {
  test('a rejected one leaves the result, an upheld one needs both points', async () => {
    const { actor, failed } = await anAppealScene();
    const appeal = await anAppeal(db, failed.id);
    await expect(decideAppeal(contextOf(actor), appeal.id, { ...upheld, practical: null })).rejects.toMatchObject({
      code: 'appeal_points_missing',
      field: 'practical',
    });
    await decideAppeal(contextOf(actor), appeal.id, { decision: 'rejected', reason: '评分无误', theory: 90, practical: 90 });
    expect(await candidateRow(failed.id)).toMatchObject({ status: 'failed', theory_points: '59.9' });
  });
});
