import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { engagementDispute } from '#db/schema';
import { aTrainee } from '#db/seed/builders/accounts';
import { listDisputes } from '~/domain/person/answer-queries.server';
import { acceptDispute, rejectDispute } from '~/domain/person/decide-dispute.server';
import { disputeEngagement, withdrawDispute } from '~/domain/person/dispute-engagement.server';
import { escalateDispute, overdueDisputes } from '~/domain/person/escalate-answers.server';
import { listMyPosts } from '~/domain/person/my-posts.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { setClock, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { anOfficer, aStaffed, postOf, somebody } from './scenes';

const { db } = testDatabase();
const job = (): Context => contextOf({ kind: 'system', job: 'roster_answers.sweep' });
const left = { kind: 'left_earlier', startOn: null, endOn: '2026-01-01', role: null, statement: '我已离职' } as const;
const disputeOf = async (id: string) => (await db.select().from(engagementDispute).where(eq(engagementDispute.id, id)))[0];

sevenQuestions(
  'disputeEngagement',
  async () => {
    const scene = await aStaffed();
    const { actor: stranger } = await aTrainee(db);
    return { ...scene, actor: scene.her.actor, stranger, call: (ctx: Context) => disputeEngagement(ctx, scene.post.id, left) };
  },
  {
    event: 'engagement.disputed',
    tables: ['engagement_dispute', 'engagement'],
    works: async (made, { post, her }) => {
      const { id, dueOn } = made as { id: string; dueOn: string };
      expect(await disputeOf(id)).toMatchObject({ status: 'open', wanted: { endOn: '2026-01-01' }, answerDueOn: dueOn });
      // It counts as entered until somebody decides.
      expect(await postOf(post.id)).toMatchObject({ endOn: null, onPost: true });
      expect(await listMyPosts(her.person.id, now())).toMatchObject([{ id: post.id, dispute: { status: 'open' } }]);
    },
    wrongState: {
      scene: async () => {
        const scene = await aStaffed({ endOn: '2025-01-01' });
        return { ...scene, actor: scene.her.actor, call: (ctx: Context) => disputeEngagement(ctx, scene.post.id, left) };
      },
      code: 'post_over',
    },
    wrongRole: () => somebody('institution_admin'),
    repeated: 'dispute_open',
  },
);

const disputed = async () => {
  const scene = await aStaffed();
  const { id } = await disputeEngagement(contextOf(scene.her.actor), scene.post.id, left);
  return { ...scene, id };
};

sevenQuestions(
  'acceptDispute',
  async () => {
    const scene = await disputed();
    return { ...scene, call: (ctx: Context) => acceptDispute(ctx, scene.id, '已核对离职证明') };
  },
  {
    event: 'dispute.accepted',
    tables: ['engagement_dispute', 'engagement'],
    works: async (_result, { post, id }) => {
      expect(await postOf(post.id)).toMatchObject({ endOn: '2026-01-01' });
      expect(await disputeOf(id)).toMatchObject({ status: 'accepted', decision: '已核对离职证明' });
    },
    wrongState: {
      scene: async () => {
        const scene = await disputed();
        await rejectDispute(contextOf(scene.actor), scene.id, '仍在岗');
        return { ...scene, call: (ctx: Context) => acceptDispute(ctx, scene.id, '已核对') };
      },
      code: 'already_done',
    },
    wrongRole: () => somebody('provider_staff'),
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'rejectDispute',
  async () => {
    const scene = await disputed();
    return { ...scene, call: (ctx: Context) => rejectDispute(ctx, scene.id, '仍在岗，有考勤') };
  },
  {
    event: 'dispute.rejected',
    tables: ['engagement_dispute', 'engagement'],
    works: async (_result, { post, id }) => {
      expect(await postOf(post.id)).toMatchObject({ endOn: null });
      expect(await disputeOf(id)).toMatchObject({ status: 'rejected' });
    },
    wrongRole: () => somebody('auditor'),
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'withdrawDispute',
  async () => {
    const scene = await disputed();
    const { actor: stranger } = await aTrainee(db);
    return { ...scene, actor: scene.her.actor, stranger, call: (ctx: Context) => withdrawDispute(ctx, scene.id) };
  },
  {
    event: 'dispute.withdrawn',
    tables: ['engagement_dispute'],
    works: async (_result, { id }) => expect(await disputeOf(id)).toMatchObject({ status: 'withdrawn' }),
    wrongRole: () => somebody('institution_admin'),
    repeated: 'unchanged',
  },
);

test('a dispute without an answer goes to the district, which decides; withdrawn ones do not', async () => {
  const { actor, id, post } = await disputed();
  const gone = await disputed();
  await withdrawDispute(contextOf(gone.her.actor), gone.id);
  const near = await anOfficer('110105');
  setClock('2026-03-18T00:20:00+08:00');
  expect(await overdueDisputes(now())).toContain(id);
  expect(await overdueDisputes(now())).not.toContain(gone.id);
  expect([await escalateDispute(job(), id), await escalateDispute(job(), id)]).toEqual([true, false]);
  await expect(acceptDispute(contextOf(actor), id, '迟了')).rejects.toMatchObject({ code: 'wrong_state' });
  expect((await listDisputes(near)).map((dispute) => dispute.id)).toContain(id);
  await acceptDispute(contextOf(near), id, '经核实已离职');
  expect(await postOf(post.id)).toMatchObject({ endOn: '2026-01-01' });
});
