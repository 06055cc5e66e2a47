import { describe, expect, test } from 'vitest';
import { aLogEntry } from '#db/seed/builders/talent';
import type { Context } from '~/domain/shared/operation.server';
import { assessPlacement, finishPlacement } from '~/domain/talent/placement/assess-placement.server';
import { breakOffPlacement } from '~/domain/talent/placement/break-off-placement.server';
import { checkWeek, checkWeeks } from '~/domain/talent/placement/check-week.server';
import { remindOfWeeks } from '~/domain/talent/placement/remind-of-weeks.server';
import { writeLog } from '~/domain/talent/placement/write-log.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aPlacementScene, engagementRow, eventsOf, placementRow, weekRow } from './placement-scenes';

const { db, sql, owner } = testDatabase();
const accepted = { status: 'accepted' as const };
/** Its last day was yesterday, and both have said what they think. */
const assessed = { ...accepted, fromOn: '2025-09-08', untilOn: '2026-03-09', collegePoints: 90, institutionPoints: 85 };
const system = (): Context => ({ actor: { kind: 'system', job: 'test' }, now: now(), requestId: 'test-request' });

sevenQuestions(
  'writeLog',
  async () => {
    const { trainee, placement } = await aPlacementScene(db, accepted);
    const stranger = (await aPlacementScene(db, accepted)).trainee;
    const entry = { placementId: placement.id, day: '2026-03-10', minutes: 450, text: '晨检与喂养。' };
    return { actor: trainee, stranger, placement, call: (ctx: Context) => writeLog(ctx, entry) };
  },
  {
    event: 'placement.log_written',
    tables: ['placement_log'],
    works: async (_nothing, { placement }) => {
      const [row] = await sql`select * from placement_log where placement_id = ${placement.id}`;
      expect(row).toMatchObject({ day: '2026-03-10', minutes: 450, text: '晨检与喂养。', changed_at: null });
    },
    wrongState: {
      code: 'log_not_running',
      scene: async () => {
        const { trainee, placement } = await aPlacementScene(db);
        const entry = { placementId: placement.id, day: '2026-03-10', minutes: 1, text: '—' };
        return { actor: trainee, call: (ctx) => writeLog(ctx, entry) };
      },
    },
    wrongRole: async () => (await aPlacementScene(db)).head,
    repeated: 'unchanged',
  },
);

const WEEK = '2026-03-02';
async function aWrittenWeek() {
  const scene = await aPlacementScene(db, accepted);
  await aLogEntry(db, scene.placement.id, { day: '2026-03-03' });
  return { ...scene, entry: { placementId: scene.placement.id, weekOn: WEEK, note: '观察细致' } };
}

sevenQuestions(
  'checkWeek',
  async () => {
    const { teacher, strangeTeacher, placement, entry } = await aWrittenWeek();
    return { actor: teacher, stranger: strangeTeacher, placement, call: (ctx: Context) => checkWeek(ctx, entry) };
  },
  {
    event: 'placement.week_checked',
    tables: ['placement_week'],
    works: async (_nothing, { placement }) => {
      const week = await weekRow(placement.id, WEEK);
      expect(week).toMatchObject({ college_note: '观察细致', institution_checked_at: null });
      expect(week?.college_checked_at).not.toBeNull();
    },
    wrongState: {
      code: 'placement_week_running',
      scene: async () => {
        const { teacher, placement } = await aPlacementScene(db, accepted);
        await aLogEntry(db, placement.id);
        return { actor: teacher, call: (ctx) => checkWeek(ctx, { placementId: placement.id, weekOn: '2026-03-09', note: '' }) };
      },
    },
    wrongRole: async () => (await aPlacementScene(db)).trainee,
    repeated: 'unchanged',
  },
);

describe('a week', () => {
  test('needs both looks, and is changed no more after the first', async () => {
    const { teacher, head, trainee, placement, entry } = await aWrittenWeek();
    const again = { placementId: placement.id, day: '2026-03-04', minutes: 60, text: '补写' };
    await checkWeek(contextOf(head), entry);
    await expect(writeLog(contextOf(trainee), again)).rejects.toMatchObject({ code: 'log_week_checked' });
    await checkWeek(contextOf(teacher), { ...entry, note: '' });
    expect(await weekRow(placement.id, WEEK)).toMatchObject({ college_note: '', institution_note: '观察细致' });
    await expect(owner()`update placement_log set minutes = 1 where placement_id = ${placement.id}`).rejects.toThrow('is checked');
  });

  test('without a word, or not a Monday, is none', async () => {
    const { teacher, entry } = await aWrittenWeek();
    for (const weekOn of ['2026-02-23', '2026-03-03'])
      await expect(checkWeek(contextOf(teacher), { ...entry, weekOn })).rejects.toMatchObject({ code: 'placement_week_unknown' });
  });

  test('several of several students: all or none', async () => {
    const { head, placement, entry } = await aWrittenWeek();
    const bad = { ...entry, weekOn: '2026-02-23' };
    await expect(checkWeeks(contextOf(head), [entry, bad])).rejects.toMatchObject({ code: 'placement_week_unknown' });
    expect(await weekRow(placement.id, WEEK)).toBeUndefined();
    expect(await checkWeeks(contextOf(head), [entry])).toBe(1);
  });
});

sevenQuestions(
  'assessPlacement',
  async () => {
    const { head, strangeHead, placement } = await aPlacementScene(db, accepted);
    const said = { points: 88.5, text: '认真负责' };
    return { actor: head, stranger: strangeHead, placement, call: (ctx: Context) => assessPlacement(ctx, placement.id, said) };
  },
  {
    event: 'placement.assessed',
    tables: ['placement'],
    works: async (_nothing, { placement }) => {
      expect(await placementRow(placement.id)).toMatchObject({
        institution_points: '88.5',
        institution_assessment: '认真负责',
        college_points: null,
      });
    },
    wrongState: {
      code: 'placement_not_begun',
      scene: async () => {
        const { head, placement } = await aPlacementScene(db, { ...accepted, fromOn: '2026-03-11' });
        return { actor: head, call: (ctx) => assessPlacement(ctx, placement.id, { points: 1, text: '—' }) };
      },
    },
    wrongRole: async () => (await aPlacementScene(db)).trainee,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'finishPlacement',
  async () => {
    const { teacher, strangeTeacher, placement } = await aPlacementScene(db, assessed);
    return { actor: teacher, stranger: strangeTeacher, placement, call: (ctx: Context) => finishPlacement(ctx, placement.id, 'good') };
  },
  {
    event: 'placement.finished',
    tables: ['placement', 'engagement'],
    works: async (_nothing, { placement }) => {
      expect(await placementRow(placement.id)).toMatchObject({ status: 'finished', result: 'good' });
      expect(await engagementRow(placement.engagementId ?? '')).toMatchObject({ end_on: '2026-03-10', is_intern: true });
    },
    wrongState: {
      code: 'placement_not_over',
      scene: async () => {
        const { teacher, placement } = await aPlacementScene(db, { ...assessed, untilOn: '2026-03-11' });
        return { actor: teacher, call: (ctx) => finishPlacement(ctx, placement.id, 'good') };
      },
    },
    wrongRole: async () => (await aPlacementScene(db)).head,
    repeated: 'unchanged',
  },
);

test('it is not finished before both have assessed it', async () => {
  const { teacher, placement } = await aPlacementScene(db, { ...assessed, institutionPoints: null });
  await expect(finishPlacement(contextOf(teacher), placement.id, 'good')).rejects.toMatchObject({ code: 'placement_not_assessed' });
});

sevenQuestions(
  'breakOffPlacement',
  async () => {
    const { head, strangeHead, placement } = await aPlacementScene(db, accepted);
    const input = { endedOn: '2026-03-10', reason: '身体原因' };
    return { actor: head, stranger: strangeHead, placement, call: (ctx: Context) => breakOffPlacement(ctx, placement.id, input) };
  },
  {
    event: 'placement.broken_off',
    tables: ['placement', 'engagement'],
    works: async (_nothing, { placement }) => {
      expect(await placementRow(placement.id)).toMatchObject({ status: 'broken_off', ended_on: '2026-03-10', reason: '身体原因' });
      expect(await engagementRow(placement.engagementId ?? '')).toMatchObject({ end_on: '2026-03-10' });
    },
    wrongState: {
      code: 'placement_break_day',
      scene: async () => {
        const { head, placement } = await aPlacementScene(db, accepted);
        return { actor: head, call: (ctx) => breakOffPlacement(ctx, placement.id, { endedOn: '2026-03-12', reason: '—' }) };
      },
    },
    wrongRole: async () => (await aPlacementScene(db)).trainee,
    repeated: 'unchanged',
  },
);

test('a proposal is taken back by its college alone; what had not begun never was', async () => {
  const { teacher, head, placement } = await aPlacementScene(db);
  const input = { endedOn: '2026-03-10', reason: '改去别处' };
  await expect(breakOffPlacement(contextOf(head), placement.id, input)).rejects.toMatchObject({ status: 403 });
  await breakOffPlacement(contextOf(teacher), placement.id, input);
  expect(await placementRow(placement.id)).toMatchObject({ status: 'broken_off', ended_on: placement.fromOn });
});

test('weeks that nobody looked at in time are asked for once, each side for its own', async () => {
  const { teacher, placement, college, institution } = await aPlacementScene(db, accepted);
  for (const day of ['2026-02-18', '2026-02-24', '2026-03-03']) await aLogEntry(db, placement.id, { day });
  await checkWeek(contextOf(teacher), { placementId: placement.id, weekOn: '2026-02-16', note: '' });
  expect(await remindOfWeeks(system())).toBe(2);
  const asked = (await eventsOf('placement.checks_reminded')).filter(({ subject_id: id }) => [college.id, institution.id].includes(id));
  expect(asked.map(({ subject_id, data }) => [subject_id, data])).toEqual([
    [college.id, { side: 'college', weeks: 1 }],
    [institution.id, { side: 'institution', weeks: 2 }],
  ]);
  expect(await remindOfWeeks(system())).toBe(0);
});
