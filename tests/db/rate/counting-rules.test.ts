import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { anEngagement } from '#db/seed/builders/people';
import { jobsFor } from '#jobs/catalog';
import type { RuleText } from '~/domain/certificate/counting-rule';
import { draftRule } from '~/domain/certificate/draft-rule.server';
import { editRule } from '~/domain/certificate/edit-rule.server';
import { getRule } from '~/domain/certificate/find-rule.server';
import { publishRule } from '~/domain/certificate/publish-rule.server';
import { SEED_RULES } from '~/domain/certificate/rule-seed';
import { shipRules } from '~/domain/certificate/ship-rules.server';
import { withdrawRule } from '~/domain/certificate/withdraw-rule.server';
import { recountRate } from '~/domain/rate/recount-rate.server';
import { rehearseRule } from '~/domain/rate/rehearse-rule.server';
import type { Context } from '~/domain/shared/operation.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { figure, refresh, system } from './scene';

const { db, sql, owner } = testDatabase();
const today = () => beijingDate(now());
const tables = ['counting_rule', 'rate_dirty'];
const officer = async () => (await aMember(db, 'city_officer')).actor;
const wrongRole = async () => (await aMember(db, 'district_officer')).actor;

/** The draft law's licence in place of everything else. */
const LICENCE: RuleText = {
  titleZh: '托育师（草案演练）',
  titleEn: 'Childcare teacher licence (draft)',
  inForceFromOn: '2027-01-01',
  isOfficial: false,
  documentNo: '',
  clauses: [{ clause: '托育服务法草案：托育师', family: 'childcare_teacher_license', verdict: 'counts' }],
  requireValidHealthCert: false,
};

beforeEach(async () => {
  await owner()`truncate rate_segment, rate_step, rate_dirty, counting_rule, certificate, engagement cascade`;
  await shipRules(system());
  await refresh();
});

test('three rules ship, all proposals, in force since 2023, and shipping again adds nothing', async () => {
  const rows = () => sql`select code, version, status, is_official, in_force_from_on::text as "from" from counting_rule order by code`;
  expect(await rows()).toEqual(
    ['broad', 'standard', 'strict'].map((code) => ({ code, version: 1, status: 'published', is_official: false, from: '2023-01-01' })),
  );
  expect(await shipRules(system())).toBe(0);
  expect(await rows()).toHaveLength(SEED_RULES.length);
});

describe('drafting', () => {
  const scene = async () => ({ actor: await officer(), call: (ctx: Context) => draftRule(ctx, 'standard', LICENCE) });
  sevenQuestions('draftRule', scene, {
    event: 'rule.drafted',
    tables,
    works: async (id) => expect(await getRule(id as string)).toMatchObject({ status: 'draft', version: 2, code: 'standard' }),
    wrongRole,
    repeated: 'makes another',
  });
  test.each<[string, Partial<RuleText>, string]>([
    ['without a line', { clauses: [] }, 'rule_without_clause'],
    ['official without a document', { isOfficial: true }, 'rule_document_missing'],
  ])('%s it is refused', async (_, change, code) => {
    await expect(draftRule(contextOf(await officer()), 'standard', { ...LICENCE, ...change })).rejects.toMatchObject({ code });
  });
});

const drafted = async (change: Partial<RuleText> = {}) => draftRule(contextOf(await officer()), 'standard', { ...LICENCE, ...change });

describe('editing', () => {
  const scene = async () => {
    const id = await drafted();
    return { actor: await officer(), call: (ctx: Context) => editRule(ctx, id, { ...LICENCE, titleZh: '改名' }), id };
  };
  sevenQuestions('editRule', scene, {
    event: 'rule.edited',
    tables,
    works: async (_, { id }) => expect(await getRule(id)).toMatchObject({ titleZh: '改名', status: 'draft' }),
    wrongState: {
      scene: async () => {
        const id = await drafted();
        await publishRule(contextOf(await officer()), id);
        return { actor: await officer(), call: (ctx) => editRule(ctx, id, { ...LICENCE, titleZh: '改名' }) };
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
      await expect(editRule(contextOf(actor), unknown, LICENCE)).rejects.toMatchObject({ status: 404 });
      await expect(publishRule(contextOf(actor), unknown)).rejects.toMatchObject({ status: 404 });
      await expect(withdrawRule(contextOf(actor), unknown, '试')).rejects.toMatchObject({ status: 404 });
    }
  });
});

describe('publishing', () => {
  const scene = async () => {
    const id = await drafted();
    return { actor: await officer(), call: (ctx: Context) => publishRule(ctx, id), id };
  };
  sevenQuestions('publishRule', scene, {
    event: 'rule.published',
    tables,
    works: async (_, { id }) => {
      expect(await getRule(id)).toMatchObject({ status: 'published', publishedAt: now() });
      expect(jobsFor('rule.published')).toContain('rate.refresh');
    },
    wrongState: {
      scene: async () => {
        const id = await drafted({ inForceFromOn: addDays(today(), -1) });
        return { actor: await officer(), call: (ctx) => publishRule(ctx, id) };
      },
      code: 'rule_in_the_past',
    },
    wrongRole,
    repeated: 'makes another',
  });
  test('twice is once, and no two versions begin on one day', async () => {
    const { actor, call } = await scene();
    await call(contextOf(actor));
    const events = await sql`select count(*) from event`;
    await call(contextOf(actor));
    expect(await sql`select count(*) from event`).toEqual(events);
    const second = await drafted();
    await expect(publishRule(contextOf(actor), second)).rejects.toMatchObject({ code: 'rule_day_taken' });
  });

  test('a future day changes nothing before it, and everything from it', async () => {
    const { personId } = await anEngagement(db, { startOn: '2025-01-01' });
    await aCertificate(db, { personId });
    await refresh();
    await publishRule(contextOf(await officer()), await drafted());
    await refresh();
    expect([await figure(today()), await figure('2026-12-31'), await figure('2027-01-01')]).toMatchObject([
      { d: 1, n: 1 },
      { n: 1 },
      { d: 1, n: 0 },
    ]);
    expect(await recountRate(system(), [today(), '2026-12-31', '2027-01-01'])).toMatchObject({ differences: 0 });
  });

  test('the database itself refuses to rewrite a published version', async () => {
    await expect(owner()`update counting_rule set clauses = '[]'::jsonb where code = 'strict'`).rejects.toThrow(/stays as it is/);
    await expect(sql`delete from counting_rule where code = 'strict'`).rejects.toThrow(/stays as it is/);
  });
});

describe('withdrawing', () => {
  const scene = async () => {
    const id = await drafted();
    await publishRule(contextOf(await officer()), id);
    return { actor: await officer(), call: (ctx: Context) => withdrawRule(ctx, id, '草案推迟'), id };
  };
  sevenQuestions('withdrawRule', scene, {
    event: 'rule.withdrawn',
    tables,
    works: async (_, { id }) => expect(await getRule(id)).toMatchObject({ status: 'withdrawn' }),
    wrongState: {
      scene: async () => {
        const [{ id } = { id: '' }] = await sql<{ id: string }[]>`select id from counting_rule where code = 'strict'`;
        return { actor: await officer(), call: (ctx) => withdrawRule(ctx, id, '试') };
      },
      code: 'rule_in_force',
    },
    wrongRole,
    repeated: 'makes another',
  });
  test('its figures go back to what they were', async () => {
    const { personId } = await anEngagement(db, { startOn: '2025-01-01' });
    await aCertificate(db, { personId });
    const { actor, call } = await scene();
    await refresh();
    expect(await figure('2027-01-01')).toMatchObject({ n: 0 });
    await call(contextOf(actor));
    await refresh();
    expect(await figure('2027-01-01')).toMatchObject({ n: 1 });
  });
});

test('a rehearsal names who would be gained and lost, and touches nothing', async () => {
  const lost = await anEngagement(db, { startOn: '2025-01-01' });
  await aCertificate(db, { personId: lost.personId });
  const gained = await anEngagement(db, { startOn: '2025-01-01' });
  await aCertificate(db, {
    personId: gained.personId,
    family: 'childcare_teacher_license',
    occupation: null,
    level: null,
    name: '托育师',
    number: 'TYS-1',
  });
  await anEngagement(db, { startOn: '2025-01-01' });
  await refresh();
  const before = await sql`select * from rate_segment order by seq`;
  const events = await sql`select count(*) from event`;
  const { scopes, people, ...counts } = await rehearseRule({ id: 'draft', code: 'standard', version: 2, ...LICENCE }, { day: today() });
  expect(counts).toEqual({ day: today(), gained: 1, lost: 1 });
  expect(scopes.get('city')).toEqual({ scope: 'city', persons: 3, present: 1, draft: 1 });
  expect(Object.fromEntries(people.map(({ personId, change }) => [personId, change]))).toEqual({
    [lost.personId]: 'lost',
    [gained.personId]: 'gained',
  });
  expect(people.find(({ change }) => change === 'lost')?.draft.reason).toBe('family_not_accepted');
  expect(await sql`select * from rate_segment order by seq`).toEqual(before);
  expect(await sql`select count(*) from event`).toEqual(events);
});
