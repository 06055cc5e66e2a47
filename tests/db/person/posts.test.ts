import { and, eq, isNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { engagement, offPost, person } from '#db/schema';
import { anEngagement } from '#db/seed/builders/people';
import { chooseMainPost } from '~/domain/person/choose-main-post.server';
import { convertIntern } from '~/domain/person/convert-intern.server';
import { endEngagement } from '~/domain/person/end-engagement.server';
import { passDays, peopleOfPassedDays } from '~/domain/person/pass-days.server';
import { recordChecks } from '~/domain/person/record-checks.server';
import { changeOffPost, recordOffPost, removeOffPost } from '~/domain/person/record-off-post.server';
import { listStaff } from '~/domain/person/staff-queries.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { setClock, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aStaffed, postOf, somebody } from './scenes';

const { db } = testDatabase();
const job = (): Context => contextOf({ kind: 'system', job: 'rosters.sweep' });

const leave = { fromOn: '2026-02-01', untilOn: null };
sevenQuestions(
  'recordOffPost',
  async () => {
    const scene = await aStaffed();
    return { ...scene, call: (ctx: Context) => recordOffPost(ctx, scene.post.id, leave) };
  },
  {
    event: 'engagement.off_post_recorded',
    tables: ['engagement', 'off_post'],
    works: async (_id, { post, actor }) => {
      expect(await postOf(post.id)).toMatchObject({ onPost: false });
      const off = await listStaff(actor, { q: '', state: 'current', presence: 'off_post' }, now(), { limit: 9, offset: 0 });
      expect(off.rows).toMatchObject([{ id: post.id, isOff: true }]);
    },
    wrongState: {
      scene: async () => {
        const scene = await aStaffed({ endOn: '2026-01-15' });
        return { ...scene, call: (ctx: Context) => recordOffPost(ctx, scene.post.id, leave) };
      },
      code: 'off_post_outside',
    },
    wrongRole: () => somebody('district_officer'),
    repeated: 'unchanged',
  },
);

const withLeave = async (days = leave) => {
  const scene = await aStaffed();
  const offPostId = await recordOffPost(contextOf(scene.actor), scene.post.id, days);
  return { ...scene, offPostId };
};

sevenQuestions(
  'changeOffPost',
  async () => {
    const scene = await withLeave();
    const back = { fromOn: '2026-02-01', untilOn: '2026-03-01' };
    return { ...scene, call: (ctx: Context) => changeOffPost(ctx, scene.post.id, scene.offPostId, back) };
  },
  {
    event: 'engagement.off_post_changed',
    tables: ['engagement', 'off_post'],
    works: async (_result, { post }) => expect(await postOf(post.id)).toMatchObject({ onPost: true }),
    wrongState: {
      scene: async () => {
        const scene = await withLeave();
        const days = { fromOn: '2026-02-01', untilOn: '2026-02-01' };
        return { ...scene, call: (ctx: Context) => changeOffPost(ctx, scene.post.id, scene.offPostId, days) };
      },
      code: 'off_post_days',
    },
    wrongRole: () => somebody('city_officer'),
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'removeOffPost',
  async () => {
    const scene = await withLeave();
    return { ...scene, call: (ctx: Context) => removeOffPost(ctx, scene.post.id, scene.offPostId) };
  },
  {
    event: 'engagement.off_post_removed',
    tables: ['engagement', 'off_post'],
    works: async (_result, { post }) => {
      expect(await postOf(post.id)).toMatchObject({ onPost: true });
      expect(await db.select().from(offPost).where(eq(offPost.engagementId, post.id))).toEqual([]);
    },
    wrongRole: () => somebody('provider_staff'),
    repeated: 'not_found',
  },
);

test('leaves of one engagement never overlap; touching ones may follow one another', async () => {
  const { actor, post } = await withLeave({ fromOn: '2025-06-01', untilOn: '2025-08-01' } as never);
  const record = (fromOn: string, untilOn: string | null) => recordOffPost(contextOf(actor), post.id, { fromOn, untilOn });
  await expect(record('2025-07-31', null)).rejects.toMatchObject({ code: 'off_post_overlaps' });
  await expect(record('2025-01-01', null)).rejects.toMatchObject({ code: 'off_post_overlaps' });
  await expect(record('2024-12-31', '2025-02-01')).rejects.toMatchObject({ code: 'off_post_outside' });
  await expect(record('2025-08-01', '2025-09-01')).resolves.toEqual(expect.any(String));
});

test('a day that passes puts on post and off post right, once', async () => {
  const { actor, post } = await aStaffed();
  await recordOffPost(contextOf(actor), post.id, { fromOn: '2026-03-11', untilOn: '2026-03-12' });
  expect(await postOf(post.id)).toMatchObject({ onPost: true });
  for (const [day, onPost] of [
    ['2026-03-11', false],
    ['2026-03-12', true],
  ] as const) {
    setClock(`${day}T00:01:00+08:00`);
    // The list reads the days themselves and is right before any sweep.
    expect((await listStaff(actor, { q: '', state: 'current' }, now(), { limit: 9, offset: 0 })).rows[0]?.isOff).toBe(!onPost);
    const people = (await peopleOfPassedDays(now())).filter((id) => id === post.personId);
    expect(people).toEqual([post.personId]);
    expect(await passDays(job(), people)).toEqual({ onPost: 1, mainPosts: 0, flags: 0 });
    expect(await postOf(post.id)).toMatchObject({ onPost });
    expect(await passDays(job(), people)).toEqual({ onPost: 0, mainPosts: 0, flags: 0 });
  }
});

sevenQuestions(
  'convertIntern',
  async () => {
    const scene = await aStaffed({ isIntern: true });
    const input = { startOn: '2026-03-01', isFullTime: true, contractUntilOn: '2029-02-28' };
    return { ...scene, call: (ctx: Context) => convertIntern(ctx, scene.post.id, input) };
  },
  {
    event: 'engagement.intern_converted',
    tables: ['engagement'],
    works: async (id, { post }) => {
      expect(await postOf(post.id)).toMatchObject({ isIntern: true, endOn: '2026-03-01' });
      const staff = { personId: post.personId, role: post.role, isIntern: false, startOn: '2026-03-01', endOn: null, isMainPost: true };
      expect(await postOf(id as string)).toMatchObject(staff);
    },
    wrongState: {
      scene: async () => {
        const scene = await aStaffed();
        const input = { startOn: '2026-03-01', isFullTime: true, contractUntilOn: null };
        return { ...scene, call: (ctx: Context) => convertIntern(ctx, scene.post.id, input) };
      },
      code: 'not_an_intern',
    },
    wrongRole: () => somebody('district_officer'),
    repeated: 'post_over',
  },
);

sevenQuestions(
  'chooseMainPost',
  async () => {
    const scene = await aStaffed({ isMainPost: false });
    const other = await anEngagement(db, { personId: scene.post.personId, isMainPost: true, isFullTime: false });
    return { ...scene, other, call: (ctx: Context) => chooseMainPost(ctx, scene.post.id) };
  },
  {
    event: 'engagement.main_post_moved',
    tables: ['engagement'],
    works: async (_result, { post, other }) => {
      expect([(await postOf(post.id))?.isMainPost, (await postOf(other.id))?.isMainPost]).toEqual([true, false]);
    },
    wrongState: {
      scene: async () => {
        const scene = await aStaffed({ isMainPost: false, endOn: '2026-01-01' });
        return { ...scene, call: (ctx: Context) => chooseMainPost(ctx, scene.post.id) };
      },
      code: 'post_over',
    },
    wrongRole: () => somebody('auditor'),
    repeated: 'unchanged',
  },
);

test('the main post moves when it ends: at once, or on the day when that comes', async () => {
  const { actor, post } = await aStaffed();
  const other = await anEngagement(db, { personId: post.personId, startOn: '2025-02-01' });
  const mains = () =>
    db
      .select({ id: engagement.id })
      .from(engagement)
      .where(and(eq(engagement.personId, post.personId), eq(engagement.isMainPost, true), isNull(engagement.endOn)));
  await endEngagement(contextOf(actor), post.id, '2026-03-20');
  expect(await mains()).toEqual([]);
  setClock('2026-03-20T00:01:00+08:00');
  await passDays(job(), [post.personId]);
  expect(await mains()).toEqual([{ id: other.id }]);
});

sevenQuestions(
  'recordChecks',
  async () => {
    const scene = await aStaffed();
    const input = { healthCertValidUntil: '2027-02-01', backgroundCheckedOn: '2026-03-01' };
    return { ...scene, call: (ctx: Context) => recordChecks(ctx, scene.post.id, input) };
  },
  {
    event: 'person.checks_recorded',
    tables: ['person'],
    works: async (_result, { post }) => {
      const [row] = await db.select().from(person).where(eq(person.id, post.personId));
      expect(row).toMatchObject({ healthCertValidUntil: '2027-02-01', backgroundCheckedOn: '2026-03-01' });
    },
    wrongState: {
      scene: async () => {
        const scene = await aStaffed();
        const input = { healthCertValidUntil: null, backgroundCheckedOn: '2026-03-11' };
        return { ...scene, call: (ctx: Context) => recordChecks(ctx, scene.post.id, input) };
      },
      code: 'check_in_future',
    },
    wrongRole: () => somebody('district_officer'),
    repeated: 'unchanged',
  },
);

test('an entry that never was true ends on the day it began, and is gone from the present list', async () => {
  const { actor, post } = await aStaffed();
  await endEngagement(contextOf(actor), post.id, post.startOn);
  expect((await listStaff(actor, { q: '', state: 'current' }, now(), { limit: 9, offset: 0 })).total).toBe(0);
  expect(await postOf(post.id)).toMatchObject({ endOn: post.startOn });
});
