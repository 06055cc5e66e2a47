import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { postClaim } from '#db/schema';
import { aTrainee } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { listPostClaims } from '~/domain/person/answer-queries.server';
import { claimPost, withdrawPostClaim } from '~/domain/person/claim-post.server';
import { confirmPostClaim, refusePostClaim } from '~/domain/person/decide-post-claim.server';
import { escalatePostClaim, overduePostClaims } from '~/domain/person/escalate-answers.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { setClock, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { anOfficer, aStaffed, postOf, somebody } from './scenes';

const { db } = testDatabase();
const job = (): Context => contextOf({ kind: 'system', job: 'roster_answers.sweep' });
const wish = { role: 'caregiver', startOn: '2026-02-01', isFullTime: true } as const;

/** Somebody who works at an institution that has not entered her. */
const aNewcomer = async () => {
  const { actor: admin, admin: own, stranger } = await aStaffed();
  const her = await aTrainee(db, { bornOn: '1995-01-01' });
  return { actor: her.actor, her, admin, institutionId: own.organisation.id, stranger };
};
const claimOf = async (id: string) => (await db.select().from(postClaim).where(eq(postClaim.id, id)))[0];

sevenQuestions(
  'claimPost',
  async () => {
    const scene = await aNewcomer();
    return { ...scene, call: (ctx: Context) => claimPost(ctx, { institutionId: scene.institutionId, ...wish }) };
  },
  {
    event: 'post.claimed',
    tables: ['post_claim'],
    // Five working days from a Tuesday.
    works: async (id) => expect(await claimOf(id as string)).toMatchObject({ status: 'pending', answerDueOn: '2026-03-17' }),
    wrongState: {
      scene: async () => {
        const scene = await aNewcomer();
        const { id } = await anInstitution(db, { filingStatus: 'not_filed' });
        return { ...scene, call: (ctx: Context) => claimPost(ctx, { institutionId: id, ...wish }) };
      },
      code: 'institution_unknown',
    },
    wrongRole: () => somebody('institution_admin'),
    repeated: 'makes another',
  },
);

test('a post is claimed once at a time, and not one that stands', async () => {
  const { actor, institutionId } = await aNewcomer();
  const claim = (columns = {}) => claimPost(contextOf(actor), { institutionId, ...wish, ...columns });
  await claim();
  await expect(claim()).rejects.toMatchObject({ code: 'post_claim_open' });
  await expect(claim({ role: 'principal', startOn: '2026-03-11' })).rejects.toMatchObject({ code: 'start_in_future' });
  const { her, post } = await aStaffed();
  await expect(claimPost(contextOf(her.actor), { institutionId: post.institutionId, ...wish })).rejects.toMatchObject({
    code: 'post_known',
  });
});

const claimed = async () => {
  const scene = await aNewcomer();
  const id = await claimPost(contextOf(scene.actor), { institutionId: scene.institutionId, ...wish });
  return { ...scene, claimant: scene.actor, actor: scene.admin, id };
};

sevenQuestions(
  'confirmPostClaim',
  async () => {
    const scene = await claimed();
    return { ...scene, call: (ctx: Context) => confirmPostClaim(ctx, scene.id) };
  },
  {
    event: 'post.claim_confirmed',
    tables: ['post_claim', 'engagement'],
    works: async (engagementId, { her, id }) => {
      const post = { personId: her.person.id, role: 'caregiver', startOn: '2026-02-01', isMainPost: true, onPost: true };
      expect(await postOf(engagementId as string)).toMatchObject(post);
      expect(await claimOf(id)).toMatchObject({ status: 'confirmed', engagementId });
    },
    wrongState: {
      scene: async () => {
        const scene = await claimed();
        await refusePostClaim(contextOf(scene.admin), scene.id, '查无此人');
        return { ...scene, call: (ctx: Context) => confirmPostClaim(ctx, scene.id) };
      },
      code: 'already_done',
    },
    wrongRole: () => somebody('provider_staff'),
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'refusePostClaim',
  async () => {
    const scene = await claimed();
    return { ...scene, call: (ctx: Context) => refusePostClaim(ctx, scene.id, '查无此人') };
  },
  {
    event: 'post.claim_refused',
    tables: ['post_claim', 'engagement'],
    works: async (_result, { id }) => expect(await claimOf(id)).toMatchObject({ status: 'refused', reason: '查无此人' }),
    wrongRole: () => somebody('system_admin'),
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'withdrawPostClaim',
  async () => {
    const scene = await claimed();
    const { actor: stranger } = await aTrainee(db);
    return { ...scene, actor: scene.claimant, stranger, call: (ctx: Context) => withdrawPostClaim(ctx, scene.id) };
  },
  {
    event: 'post.claim_withdrawn',
    tables: ['post_claim'],
    works: async (_result, { id }) => expect(await claimOf(id)).toMatchObject({ status: 'withdrawn' }),
    wrongRole: () => somebody('district_officer'),
    repeated: 'unchanged',
  },
);

test('a claim without an answer goes to the district after its day, and is the district’s alone then', async () => {
  const { admin, id } = await claimed();
  const [near, far] = [await anOfficer('110105'), await anOfficer('110108')];
  await expect(confirmPostClaim(contextOf(near), id)).rejects.toMatchObject({ code: 'wrong_state' });
  setClock('2026-03-17T23:59:00+08:00');
  expect(await overduePostClaims(now())).not.toContain(id);
  expect(await escalatePostClaim(job(), id)).toBe(false);
  setClock('2026-03-18T00:20:00+08:00');
  expect(await overduePostClaims(now())).toContain(id);
  expect([await escalatePostClaim(job(), id), await escalatePostClaim(job(), id)]).toEqual([true, false]);
  await expect(confirmPostClaim(contextOf(admin), id)).rejects.toMatchObject({ code: 'wrong_state' });
  await expect(confirmPostClaim(contextOf(far), id)).rejects.toMatchObject({ status: 404 });
  expect((await listPostClaims(near)).map((claim) => claim.id)).toContain(id);
  expect((await listPostClaims(far)).map((claim) => claim.id)).not.toContain(id);
  await confirmPostClaim(contextOf(near), id);
  expect(await claimOf(id)).toMatchObject({ status: 'confirmed' });
});
