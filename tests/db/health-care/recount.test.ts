import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { recountHealthCareJob } from '#jobs/handlers/health-care';
import { listHealthCareDifferences } from '~/domain/health-care/clock/differences.server';
import { rebuildHealthCare } from '~/domain/health-care/clock/rebuild-health-care.server';
import { recountDays, recountHealthCare } from '~/domain/health-care/clock/recount-health-care.server';
import { coverageOn } from '~/domain/health-care/coverage.server';
import { shipHealthCareRule } from '~/domain/health-care/rule/ship-rule.server';
import type { Context } from '~/domain/shared/operation.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { CLEARED, newlyFiled, refresh, system, trainedWorker } from './clock-scene';

// The recount reads filings, places, posts and certificates; somebody corrupts one row by hand.
const { db, owner } = testDatabase();
const DAY = '2026-02-28';

let theirs: string;
beforeEach(async () => {
  await owner().unsafe(CLEARED);
  await owner()`update health_care_state set under_check = false`;
  await shipHealthCareRule(system());
  for (let n = 0; n < 3; n++) {
    theirs = (await newlyFiled()).id;
    await trainedWorker(theirs);
  }
  await refresh();
});

const found = async () => {
  const { recountId, differences } = await recountHealthCare(system(), [DAY]);
  const rows = await listHealthCareDifferences(recountId);
  expect(rows).toHaveLength(differences);
  return rows;
};

test('with nothing corrupted both ways agree', async () => {
  expect(await found()).toEqual([]);
  expect(await coverageOn(DAY)).toMatchObject({ covered: 3, institutions: 3, underCheck: false });
  expect(await recountHealthCareJob({ ctx: system() })).toBe('agrees');
});

describe('one row changed by hand is named, the figure is marked, and working out anew mends it', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['segment lost', () => owner()`delete from health_care_segment where institution_id = ${theirs}`],
    ['another standing', () => owner()`update health_care_segment set standing = 'overdue' where institution_id = ${theirs}`],
    ['another district', () => owner()`update health_care_segment set district_code = '110119' where institution_id = ${theirs}`],
    ['more wanted', () => owner()`update health_care_segment set required = 2 where institution_id = ${theirs}`],
    [
      'certificate revoked unseen',
      () =>
        owner().begin(async (tx) => {
          const hers = tx`select person_id from engagement where institution_id = ${theirs}`;
          await tx`alter table certificate disable trigger all`;
          await tx`update certificate set status = 'revoked', revoked_on = '2026-01-20' where person_id in (${hers})`;
          await tx`alter table certificate enable trigger all`;
        }),
    ],
  ])('%s', async (_, corrupt) => {
    await corrupt();
    expect([...new Set((await found()).flatMap((row) => row.institutionId ?? []))]).toEqual([theirs]);
    expect(await coverageOn(DAY)).toMatchObject({ underCheck: true });
    await rebuildHealthCare(contextOf((await aMember(db, 'city_officer')).actor), '核对后修复');
    expect(await recountHealthCareJob({ ctx: system() })).toBe('agrees');
    expect(await coverageOn(DAY)).toMatchObject({ underCheck: false });
  });

  test('a figure changed by hand is named by area and standing', async () => {
    await owner()`update health_care_step set institutions = institutions + 2 where scope = 'city' and grain = 'month' and standing = 'in_time'`;
    expect(await found()).toMatchObject([{ measure: 'in_time', scope: 'city', institutionId: null, onDay: DAY, kept: 5, recounted: 3 }]);
    await rebuildHealthCare(contextOf((await aMember(db, 'city_officer')).actor), '核对后修复');
    await refresh();
    expect(await coverageOn(DAY)).toMatchObject({ covered: 3, institutions: 3 });
    expect(await found()).toEqual([]);
  });
});

test('every night looks at today and the last twelve month ends', () => {
  expect(recountDays('2026-07-06')).toHaveLength(13);
  expect(recountDays('2026-07-06')).toEqual(expect.arrayContaining(['2026-07-06', '2026-06-30', '2025-07-31']));
});

describe('working out anew', () => {
  const scene = async () => ({
    actor: (await aMember(db, 'city_officer')).actor,
    call: (ctx: Context) => rebuildHealthCare(ctx, '核对后修复'),
  });
  sevenQuestions('rebuildHealthCare', scene, {
    event: 'health_care.rebuild_requested',
    tables: ['health_care_step', 'health_care_dirty'],
    works: async () => expect(await coverageOn(DAY)).toMatchObject({ covered: 3, institutions: 3 }),
    wrongRole: async () => (await aMember(db, 'district_officer')).actor,
    repeated: 'makes another',
  });
});
