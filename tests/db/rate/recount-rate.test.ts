import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { anEngagement } from '#db/seed/builders/people';
import { rebuildRateJob } from '#jobs/handlers/rate';
import { shipRules } from '~/domain/certificate/ship-rules.server';
import { listRateDifferences } from '~/domain/rate/differences.server';
import { rebuildSteps, requestRateRebuild } from '~/domain/rate/rebuild-rate.server';
import { recountDays, recountRate } from '~/domain/rate/recount-rate.server';
import { addDays, addMonths } from '~/domain/shared/period';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { figure, refresh, system } from './scene';

// The recount reads posts, leave, institutions, certificates and rules; somebody corrupts one row by hand.
const { db, sql, owner } = testDatabase();
const DAY = '2026-06-30';

let her: { personId: string; id: string; institutionId: string };
let heldId: string;
beforeEach(async () => {
  await owner()`truncate rate_segment, rate_step, rate_dirty, rate_difference, certificate, off_post, engagement cascade`;
  await owner()`update rate_state set under_check = false`;
  await shipRules(system());
  for (let n = 0; n < 3; n++) {
    her = await anEngagement(db, { startOn: '2025-01-01', isMainPost: true });
    heldId = (await aCertificate(db, { personId: her.personId })).id;
  }
  await refresh();
});

const underCheck = async () => (await sql`select under_check from rate_state`)[0]?.under_check;
const found = async () => {
  const { recountId, differences } = await recountRate(system(), [DAY]);
  const rows = await listRateDifferences(recountId);
  expect(rows).toHaveLength(differences);
  return rows;
};

test('with nothing corrupted both ways agree, and the recount says what it is of', async () => {
  expect(await found()).toEqual([]);
  expect(await underCheck()).toBe(false);
  expect((await sql`select "of", rows_counted, differences from recount order by started_at desc limit 1`)[0]).toEqual({
    of: 'rate',
    rows_counted: 3,
    differences: 0,
  });
});

describe('one row changed by hand is named, the figure is marked, and counting everybody anew mends it', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['segment without its certificate', () => owner()`update rate_segment set standard_by = null where person_id = ${her.personId}`],
    ['segment lost', () => owner()`delete from rate_segment where person_id = ${her.personId}`],
    ['segment in another district', () => owner()`update rate_segment set district_code = '110119' where person_id = ${her.personId}`],
    ['segment that began later', () => owner()`update rate_segment set from_on = '2026-07-01' where person_id = ${her.personId}`],
    [
      'certificate revoked unseen',
      () =>
        owner().begin(async (tx) => {
          await tx`alter table certificate disable trigger all`;
          await tx`update certificate set status = 'revoked', revoked_on = '2026-01-01' where id = ${heldId}`;
          await tx`alter table certificate enable trigger all`;
        }),
    ],
  ])('%s', async (_, corrupt) => {
    await corrupt();
    const rows = await found();
    expect([...new Set(rows.flatMap((row) => row.personId ?? []))]).toEqual([her.personId]);
    expect(await underCheck()).toBe(true);
    await requestRateRebuild(contextOf((await aMember(db, 'city_officer')).actor), '核对后修复');
    expect(await rebuildRateJob({ ctx: system() })).toMatch(/ 0 differences$/);
    expect(await underCheck()).toBe(false);
    expect(await found()).toEqual([]);
  });

  test('a cell changed by hand is named by scope and measure', async () => {
    await owner()`update rate_step set standard = standard + 5 where scope = 'city' and population = 'filed' and operator_type = '*' and grain = 'month'`;
    expect(await found()).toMatchObject([
      { measure: 'standard', personId: null, scope: 'city', population: 'filed', operatorType: '*', onDay: DAY, kept: 8, recounted: 3 },
    ]);
    expect(await rebuildSteps(system())).toBe(1);
    expect(await rebuildSteps(system())).toBe(0);
    expect(await figure(DAY)).toMatchObject({ d: 3, n: 3 });
  });
});

test('a week of nights looks at every month end of five years', () => {
  const week = Array.from({ length: 7 }, (_, n) => recountDays(addDays('2026-07-06', n)));
  expect(week[0]).toEqual(expect.arrayContaining(['2026-07-06', '2026-06-30', '2025-07-31']));
  const all = new Set(week.flat());
  for (let back = 0; back < 60; back++) expect(all).toContain(addDays(addMonths('2026-07-01', -back), -1));
  expect(Math.max(...week.map((days) => days.length))).toBeLessThan(22);
});

test('cells that hold nothing any more are no difference', async () => {
  await owner()`update engagement set end_on = start_on`;
  await refresh();
  expect(await figure(DAY)).toMatchObject({ d: 0 });
  expect(await rebuildSteps(system())).toBe(0);
  expect(await found()).toEqual([]);
});

describe('asking for everybody to be counted anew', () => {
  const scene = async () => ({
    actor: (await aMember(db, 'city_officer')).actor,
    call: (ctx: Parameters<typeof requestRateRebuild>[0]) => requestRateRebuild(ctx, '核对后修复'),
  });
  sevenQuestions('requestRateRebuild', scene, {
    event: 'rate.rebuild_requested',
    tables: ['rate_dirty', 'rate_state'],
    works: async () => {
      expect(await sql`select rebuild_people from rate_state`).toEqual([{ rebuild_people: 3 }]);
      await refresh();
      expect(await sql`select rebuild_people from rate_state`).toEqual([{ rebuild_people: null }]);
    },
    wrongRole: async () => (await aMember(db, 'district_officer')).actor,
    repeated: 'makes another',
  });
});
