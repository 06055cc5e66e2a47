import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { jobsFor } from '#jobs/catalog';
import { draftHealthCareRule } from '~/domain/health-care/rule/draft-rule.server';
import { editHealthCareRule } from '~/domain/health-care/rule/edit-rule.server';
import { getHealthCareRule } from '~/domain/health-care/rule/find-rule.server';
import { publishHealthCareRule } from '~/domain/health-care/rule/publish-rule.server';
import type { HealthCareRuleText } from '~/domain/health-care/rule/rule';
import { SEED_RULE } from '~/domain/health-care/rule/rule-seed';
import { healthCareRuleOn, listHealthCareRules } from '~/domain/health-care/rule/rules.server';
import { shipHealthCareRule } from '~/domain/health-care/rule/ship-rule.server';
import { withdrawHealthCareRule } from '~/domain/health-care/rule/withdraw-rule.server';
import type { Context } from '~/domain/shared/operation.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { CLEARED, refresh, system, waiting } from './clock-scene';

const { db, sql, owner } = testDatabase();
const today = () => beijingDate(now());
const tables = ['health_care_rule', 'health_care_dirty'];
const officer = async () => (await aMember(db, 'city_officer')).actor;
const wrongRole = async () => (await aMember(db, 'district_officer')).actor;
const NEXT: HealthCareRuleText = { ...SEED_RULE, inForceFromOn: '2027-01-01', graceDays: 60 };
const drafted = async (change: Partial<HealthCareRuleText> = {}) => draftHealthCareRule(contextOf(await officer()), { ...NEXT, ...change });
const published = async (change: Partial<HealthCareRuleText> = {}) => {
  const id = await drafted(change);
  await publishHealthCareRule(contextOf(await officer()), id);
  return id;
};

beforeEach(async () => {
  await owner().unsafe(CLEARED);
  await shipHealthCareRule(system());
  await refresh();
});

test('one rule ships, a proposal in force since 2023, and shipping again adds nothing', async () => {
  await shipHealthCareRule(system());
  const rows = await listHealthCareRules(today(), { drafts: true });
  expect(rows).toMatchObject([{ version: 1, state: 'in_force', untilOn: null, ...SEED_RULE }]);
});

describe('drafting', () => {
  sevenQuestions('draftHealthCareRule', async () => ({ actor: await officer(), call: (ctx: Context) => draftHealthCareRule(ctx, NEXT) }), {
    event: 'health_care_rule.drafted',
    tables,
    works: async (id) => expect(await getHealthCareRule(id as string)).toMatchObject({ status: 'draft', version: 2, graceDays: 60 }),
    wrongRole,
    repeated: 'makes another',
  });
  test('official without a document is refused', async () => {
    await expect(drafted({ isOfficial: true })).rejects.toMatchObject({ code: 'rule_document_missing' });
  });
});

describe('editing', () => {
  const scene = async () => {
    const id = await drafted();
    return { actor: await officer(), call: (ctx: Context) => editHealthCareRule(ctx, id, { ...NEXT, graceDays: 30 }), id };
  };
  sevenQuestions('editHealthCareRule', scene, {
    event: 'health_care_rule.edited',
    tables,
    works: async (_, { id }) => expect(await getHealthCareRule(id)).toMatchObject({ graceDays: 30, status: 'draft' }),
    wrongState: {
      scene: async () => {
        const id = await published();
        return { actor: await officer(), call: (ctx) => editHealthCareRule(ctx, id, { ...NEXT, graceDays: 30 }) };
      },
      code: 'rule_not_draft',
    },
    wrongRole,
    repeated: 'makes another',
  });
  test('the same again is silent, and an unknown id is not found', async () => {
    const { actor, call, id } = await scene();
    await call(contextOf(actor));
    const events = await sql`select count(*) from event`;
    await call(contextOf(actor));
    expect(await sql`select count(*) from event`).toEqual(events);
    for (const unknown of ['nothing', id.replace(/^./, 'f')]) {
      await expect(editHealthCareRule(contextOf(actor), unknown, NEXT)).rejects.toMatchObject({ status: 404 });
      await expect(publishHealthCareRule(contextOf(actor), unknown)).rejects.toMatchObject({ status: 404 });
      await expect(withdrawHealthCareRule(contextOf(actor), unknown, '试')).rejects.toMatchObject({ status: 404 });
    }
  });
});

describe('publishing', () => {
  const scene = async () => {
    const id = await drafted();
    return { actor: await officer(), call: (ctx: Context) => publishHealthCareRule(ctx, id), id };
  };
  sevenQuestions('publishHealthCareRule', scene, {
    event: 'health_care_rule.published',
    tables,
    works: async (_, { id }) => {
      expect(await getHealthCareRule(id)).toMatchObject({ status: 'published', publishedAt: now() });
      expect(jobsFor('health_care_rule.published')).toContain('health_care.refresh');
    },
    wrongState: {
      scene: async () => {
        const id = await drafted();
        await withdrawHealthCareRule(contextOf(await officer()), id, '不用了');
        return { actor: await officer(), call: (ctx) => publishHealthCareRule(ctx, id) };
      },
      code: 'rule_not_draft',
    },
    wrongRole,
    repeated: 'makes another',
  });

  test('the second time is silent; only the first version may begin in the past, and no two on one day', async () => {
    const id = await published();
    const events = await sql`select count(*) from event`;
    const actor = await officer();
    const before = await sql`select count(*) from event`;
    await publishHealthCareRule(contextOf(actor), id);
    expect(await sql`select count(*) from event`).toEqual(before);
    expect(events).toEqual(before);
    await expect(published({ inForceFromOn: addDays(today(), -1) })).rejects.toMatchObject({ code: 'rule_in_the_past' });
    await expect(published()).rejects.toMatchObject({ code: 'rule_day_taken' });
    await published({ inForceFromOn: today() });
    expect(await healthCareRuleOn(today())).toMatchObject({ inForceFromOn: today() });
    expect(await healthCareRuleOn(addDays(today(), -1))).toMatchObject({ version: 1 });
  });

  test('what was published is never rewritten, not even by hand', async () => {
    const id = await published();
    await expect(sql`update health_care_rule set grace_days = 1 where id = ${id}`).rejects.toThrow(/stays as it is/);
    await expect(sql`delete from health_care_rule where id = ${id}`).rejects.toThrow(/stays as it is/);
  });
});

describe('withdrawing', () => {
  const scene = async () => {
    const id = await published();
    return { actor: await officer(), call: (ctx: Context) => withdrawHealthCareRule(ctx, id, '另行研究'), id };
  };
  sevenQuestions('withdrawHealthCareRule', scene, {
    event: 'health_care_rule.withdrawn',
    tables,
    works: async (_, { id }) => {
      expect(await getHealthCareRule(id)).toMatchObject({ status: 'withdrawn' });
      expect(await waiting()).toBe(0);
    },
    wrongState: {
      scene: async () => {
        const [rule] = await listHealthCareRules(today(), { drafts: false });
        return { actor: await officer(), call: (ctx) => withdrawHealthCareRule(ctx, rule?.id ?? '', '不用了') };
      },
      code: 'rule_in_force',
    },
    wrongRole,
    repeated: 'makes another',
  });
  test('a withdrawn one is silent, and holds no day', async () => {
    const { actor, call, id } = await scene();
    await call(contextOf(actor));
    const events = await sql`select count(*) from event`;
    await call(contextOf(actor));
    expect(await sql`select count(*) from event`).toEqual(events);
    expect((await listHealthCareRules('2027-06-01', { drafts: true })).find((rule) => rule.id === id)).toMatchObject({
      state: 'withdrawn',
    });
    expect(await healthCareRuleOn('2027-06-01')).toMatchObject({ version: 1 });
  });
});
