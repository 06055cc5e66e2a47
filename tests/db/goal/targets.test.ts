import { describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCompletion } from '#db/seed/builders/completions';
import { aPlan } from '#db/seed/builders/goals';
import { jobsFor } from '#jobs/catalog';
import { rebuildTallyJob } from '#jobs/handlers/rebuild-tally';
import { addPeriod } from '~/domain/goal/add-period.server';
import { closePeriod } from '~/domain/goal/close-period.server';
import { figureOf, getFigures } from '~/domain/goal/figures.server';
import { foldTally } from '~/domain/goal/fold-tally.server';
import { newPeriodForm, targetsForm } from '~/domain/goal/inputs';
import { listShares } from '~/domain/goal/queries.server';
import { requestRebuild } from '~/domain/goal/request-rebuild.server';
import { setTargets } from '~/domain/goal/set-targets.server';
import { newId } from '~/domain/shared/id';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql, owner } = testDatabase();
const METRIC = 'caregiver_person_times' as const;
const tables = ['plan_period', 'target'];
const districtOfficer = async () => (await aMember(db, 'district_officer')).actor;
const cityOfficer = async () => (await aMember(db, 'city_officer')).actor;
const typed = (fields: Record<string, string>) => newPeriodForm.parse({ nameZh: '2027年', nameEn: '2027', ...fields });
const values = (value: number | null, shares: Record<string, number | null> = {}) => ({
  metric: METRIC,
  value,
  clause: '',
  owner: '',
  shares,
});

let year = 2030;
const nextYear = () => ({ startsOn: `${++year}-01-01`, endsOn: `${year}-12-31` });

describe('adding a period', () => {
  const scene = async () => {
    const form = typed({ ...nextYear(), caregiver_person_times: '1,200' });
    return { actor: await cityOfficer(), form, call: (ctx: Parameters<typeof addPeriod>[0]) => addPeriod(ctx, form) };
  };
  sevenQuestions('addPeriod', scene, {
    event: 'period.added',
    tables,
    works: async (periodId) => {
      const figures = await getFigures({ periodId, choices: [{}] });
      expect(figures.map(({ metric, target, asOf }) => ({ metric, target, asOf }))).toEqual([
        { metric: 'principal_person_times', target: null, asOf: null },
        { metric: METRIC, target: 1_200, asOf: null },
      ]);
    },
    wrongRole: districtOfficer,
    repeated: 'makes another',
  });

  test('the same span a second time is refused, also under another name', async () => {
    const [actor, days] = [await cityOfficer(), nextYear()];
    await addPeriod(contextOf(actor), typed(days));
    await expect(addPeriod(contextOf(actor), typed({ ...days, nameZh: '又一个' }))).rejects.toMatchObject({
      code: 'period_exists',
      field: 'startsOn',
    });
  });

  test('an end before the beginning is refused at its field', async () => {
    const actor = await cityOfficer();
    await expect(addPeriod(contextOf(actor), typed({ startsOn: '2050-02-01', endsOn: '2050-01-31' }))).rejects.toMatchObject({
      code: 'period_invalid',
      field: 'endsOn',
    });
  });

  test('its figures are counted by the next fold, which the event asks for', async () => {
    await aCompletion(db, { heldOn: '2024-06-10' });
    const periodId = await addPeriod(contextOf(await cityOfficer()), typed({ startsOn: '2024-06-01', endsOn: '2024-06-30' }));
    expect(jobsFor('period.added')).toContain('tally.fold');
    await foldTally(contextOf({ kind: 'system', job: 'tally.fold' }), 100);
    const figures = await getFigures({ periodId, choices: [{}] });
    expect(figureOf(figures.find((each) => each.metric === METRIC)?.cells ?? [])).toMatchObject({ personTimes: 1, persons: 1 });
    expect(figures.every((each) => each.asOf !== null)).toBe(true);
  });
});

describe('setting targets', () => {
  const scene = async () => {
    const plan = await aPlan(db);
    return {
      actor: await cityOfficer(),
      plan,
      call: (ctx: Parameters<typeof setTargets>[0]) => setTargets(ctx, plan.id, values(6_000, { '110101': 400, '110102': 300 })),
    };
  };
  sevenQuestions('setTargets', scene, {
    event: 'target.set',
    tables,
    works: async (changes, { plan }) => {
      expect(changes).toBe(3);
      const shares = (await listShares(plan.id, METRIC)).filter((share) => share.value !== null);
      expect(shares.map(({ districtCode, value }) => [districtCode, value])).toEqual([
        ['110101', 400],
        ['110102', 300],
      ]);
    },
    wrongState: {
      scene: async () => {
        const plan = await aPlan(db, { isClosed: true });
        return { actor: await cityOfficer(), call: (ctx) => setTargets(ctx, plan.id, values(6_000)) };
      },
      code: 'period_closed',
    },
    wrongRole: districtOfficer,
    repeated: 'makes another',
  });

  test('the same values again write nothing, and an unknown period is not found', async () => {
    const { actor, call } = await scene();
    expect(await call(contextOf(actor))).toBe(3);
    const before = await sql`select count(*) from event`;
    expect(await call(contextOf(actor))).toBe(0);
    expect(await sql`select count(*) from event`).toEqual(before);
    await expect(setTargets(contextOf(actor), newId(), values(1))).rejects.toMatchObject({ status: 404 });
  });

  test('a share taken back leaves its trace with the value before', async () => {
    const { actor, plan, call } = await scene();
    await call(contextOf(actor));
    await setTargets(contextOf(actor), plan.id, values(6_000, { '110101': null }));
    expect((await listShares(plan.id, METRIC)).find((share) => share.districtCode === '110101')?.value).toBeNull();
    const [last] = await sql`select data from event where name = 'target.set' order by seq desc limit 1`;
    expect(last?.data).toMatchObject({ districtCode: '110101', before: 400, after: null });
  });

  test('no job counts anew because of a value', () => expect(jobsFor('target.set')).toEqual([]));

  test.each(['abc', '-1', '0', '1.5', '12345678', '１２'])('the value %s is refused at its field', (value) => {
    const read = targetsForm.safeParse({ metric: METRIC, value, clause: '', owner: '', '110101': '5' });
    expect(read.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([['value', 'target_value_invalid']]);
  });

  test('fields that are no district are left alone, a wrong share is named by its district', () => {
    const form = { metric: METRIC, value: '', clause: '', owner: '', intent: 'save', __proto__: null };
    expect(targetsForm.parse({ ...form, '110108': ' 1,000 ' })).toMatchObject({ value: null, shares: { '110108': 1_000 } });
    expect(targetsForm.safeParse({ ...form, '110108': 'x' }).error?.issues[0]?.path).toEqual(['110108']);
  });
});

describe('closing a period', () => {
  const scene = async () => {
    const plan = await aPlan(db);
    return { actor: await cityOfficer(), plan, call: (ctx: Parameters<typeof closePeriod>[0]) => closePeriod(ctx, plan.id) };
  };
  sevenQuestions('closePeriod', scene, {
    event: 'period.closed',
    tables,
    works: async (_, { plan }) =>
      expect(await sql`select is_closed from plan_period where id = ${plan.id}`).toMatchObject([{ is_closed: true }]),
    wrongState: {
      scene: async () => {
        const plan = await aPlan(db, { startsOn: '2026-01-01', endsOn: null });
        return { actor: await cityOfficer(), call: (ctx) => closePeriod(ctx, plan.id) };
      },
      code: 'period_not_over',
    },
    wrongRole: districtOfficer,
    repeated: 'makes another',
  });

  test('closing twice is once, and its last day must be past', async () => {
    const { actor, call } = await scene();
    await call(contextOf(actor));
    await call(contextOf(actor));
    const plan = await aPlan(db, { startsOn: '2026-01-01', endsOn: '2026-03-10' });
    await expect(closePeriod(contextOf(actor), plan.id)).rejects.toMatchObject({ code: 'period_not_over' });
  });
});

describe('asking for a new count', () => {
  const scene = async () => {
    const plan = await aPlan(db);
    return {
      actor: await cityOfficer(),
      plan,
      call: (ctx: Parameters<typeof requestRebuild>[0]) => requestRebuild(ctx, { periodId: plan.id, metric: METRIC }),
    };
  };
  sevenQuestions('requestRebuild', scene, {
    event: 'tally.rebuild_requested',
    tables,
    works: async (_, { plan }) =>
      expect(await sql`select subject_id from event where name = 'tally.rebuild_requested' order by seq desc limit 1`).toEqual([
        { subject_id: plan.id },
      ]),
    wrongRole: districtOfficer,
    repeated: 'makes another',
  });

  test('the job mends a figure that was changed by hand, and takes the mark away; running twice changes nothing', async () => {
    const plan = await aPlan(db);
    await aCompletion(db, { heldOn: '2024-06-10' });
    const system = contextOf({ kind: 'system', job: 'tally.rebuild' });
    await foldTally(system, 100);
    await owner()`update tally set person_times = 99 where period_id = ${plan.id}`;
    await owner()`update tally_state set under_check = true where period_id = ${plan.id}`;
    await requestRebuild(contextOf(await cityOfficer()), { periodId: plan.id, metric: METRIC });
    const event = await db.query.event.findFirst({
      where: (row, { eq }) => eq(row.name, 'tally.rebuild_requested'),
      orderBy: (row, { desc }) => [desc(row.seq)],
    });
    for (let i = 0; i < 2; i++) expect(await rebuildTallyJob({ ctx: system, event })).toMatch(/ 0 differences$/);
    const [, caregivers] = await getFigures({ periodId: plan.id, choices: [{}] });
    expect(caregivers).toMatchObject({ underCheck: false, cells: [{ personTimes: expect.any(Number) }] });
    expect(figureOf(caregivers?.cells ?? []).personTimes).toBeLessThan(99);
  });
});
