import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCandidate, anXKind, aSite } from '#db/seed/builders/sittings';
import { cancelSitting } from '~/domain/evaluation/cancel-sitting.server';
import { editSitting } from '~/domain/evaluation/edit-sitting.server';
import { openSitting, type SittingEntry } from '~/domain/evaluation/open-sitting.server';
import { getSitting, listSittings } from '~/domain/evaluation/sitting-queries.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aHeldScene, aPublishedScene, aSittingScene, lastEvent, sittingRow } from './scenes';

const { db } = testDatabase();

let nth = 0;
async function anEntry(organisationId: string, columns: Partial<SittingEntry> = {}): Promise<SittingEntry> {
  nth += 1;
  return {
    xKindId: (await anXKind(db, { organisationId })).id,
    level: 'middle',
    siteId: (await aSite(db, { organisationId, seats: 30 })).id,
    code: `OPEN-${nth}`,
    registerFromOn: '2026-03-10',
    registerUntilOn: '2026-03-20',
    theoryOn: '2026-04-01',
    practicalOn: '2026-04-02',
    capacity: 30,
    theoryPass: 60,
    practicalPass: 65.5,
    appealDays: 7,
    ...columns,
  };
}
const entryOf = ({ id: _id, ...row }: Awaited<ReturnType<typeof aSittingScene>>['sitting']): SittingEntry => {
  const {
    xKindId,
    level,
    siteId,
    code,
    registerFromOn,
    registerUntilOn,
    theoryOn,
    practicalOn,
    capacity,
    theoryPass,
    practicalPass,
    appealDays,
  } = row;
  return {
    xKindId,
    level,
    siteId,
    code,
    registerFromOn,
    registerUntilOn,
    theoryOn,
    practicalOn,
    capacity,
    theoryPass,
    practicalPass,
    appealDays,
  };
};

sevenQuestions(
  'openSitting',
  async () => {
    const member = await aMember(db, 'evaluator');
    const entry = await anEntry(member.organisation.id);
    return { actor: member.actor, member, call: (ctx: Context) => openSitting(ctx, entry) };
  },
  {
    event: 'sitting.opened',
    tables: ['sitting'],
    works: async (id, { member }) =>
      expect(await sittingRow(id)).toMatchObject({
        organisation_id: member.organisation.id,
        status: 'open',
        seats_taken: 0,
        practical_pass: '65.5',
      }),
    wrongState: {
      code: 'kind_not_yours',
      scene: async () => {
        const member = await aMember(db, 'evaluator');
        const entry = { ...(await anEntry(member.organisation.id)), xKindId: (await anXKind(db)).id };
        return { actor: member.actor, call: (ctx) => openSitting(ctx, entry) };
      },
    },
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'makes another',
  },
);

test.each<[string, Partial<SittingEntry>, string]>([
  ['a site of somebody else', { siteId: '019b0000-0000-7000-8000-000000000000' }, 'field_choice'],
  ['an examination today', { theoryOn: '2026-03-10', registerFromOn: '2026-03-01', registerUntilOn: '2026-03-05' }, 'sitting_in_past'],
  ['more places than seats', { capacity: 31 }, 'sitting_above_site_seats'],
])('opening with %s is refused', async (_what, columns, code) => {
  const member = await aMember(db, 'evaluator');
  await expect(openSitting(contextOf(member.actor), await anEntry(member.organisation.id, columns))).rejects.toMatchObject({ code });
});

test('a code is used once, a level only where the certificate has it, a closed site for nothing new', async () => {
  const member = await aMember(db, 'evaluator');
  const ctx = contextOf(member.actor);
  const entry = await anEntry(member.organisation.id);
  await openSitting(ctx, entry);
  await expect(openSitting(ctx, entry)).rejects.toMatchObject({ code: 'sitting_code_taken' });
  const one = await anXKind(db, { organisationId: member.organisation.id, levels: ['junior'] });
  await expect(openSitting(ctx, { ...entry, xKindId: one.id })).rejects.toMatchObject({ code: 'kind_level_not_offered' });
  const closed = await aSite(db, { organisationId: member.organisation.id, isActive: false });
  await expect(openSitting(ctx, { ...entry, siteId: closed.id })).rejects.toMatchObject({ code: 'site_inactive' });
});

sevenQuestions(
  'editSitting',
  async () => {
    const scene = await aSittingScene(db);
    await aCandidate(db, scene.sitting);
    const entry = { ...entryOf(scene.sitting), practicalOn: '2026-04-30', capacity: 8 };
    return { ...scene, call: (ctx: Context) => editSitting(ctx, scene.sitting.id, entry) };
  },
  {
    event: 'sitting.edited',
    tables: ['sitting'],
    works: async (_, { sitting }) => {
      expect(await sittingRow(sitting.id)).toMatchObject({ practical_on: '2026-04-30', capacity: 8 });
      expect((await lastEvent('sitting.edited'))?.data).toMatchObject({ moved: true, after: { practicalOn: '2026-04-30', capacity: 8 } });
    },
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const { actor, sitting } = await aPublishedScene(db);
        return { actor, call: (ctx) => editSitting(ctx, sitting.id, { ...entryOf(sitting), capacity: 12 }) };
      },
    },
    wrongRole: async () => (await aMember(db, 'city_officer')).actor,
    repeated: 'unchanged',
  },
);

test('what candidates rely on stays: name and level once registered, dates once begun, marks once recorded, places taken', async () => {
  const scene = await aSittingScene(db);
  await aCandidate(db, scene.sitting);
  const ctx = contextOf(scene.actor);
  const entry = entryOf(scene.sitting);
  await expect(editSitting(ctx, scene.sitting.id, { ...entry, level: 'senior' })).rejects.toMatchObject({ code: 'sitting_has_candidates' });
  const held = await aHeldScene(db);
  const of = entryOf(held.sitting);
  const change = (columns: Partial<SittingEntry>) => editSitting(contextOf(held.actor), held.sitting.id, { ...of, ...columns });
  await expect(change({ practicalOn: '2026-05-01' })).rejects.toMatchObject({ code: 'sitting_begun' });
  await expect(change({ capacity: 3 })).rejects.toMatchObject({ code: 'sitting_below_taken', params: { taken: 4 } });
  await expect(change({ theoryPass: 50 })).resolves.toBeUndefined();
});

sevenQuestions(
  'cancelSitting',
  async () => {
    const scene = await aSittingScene(db);
    return { ...scene, call: (ctx: Context) => cancelSitting(ctx, scene.sitting.id, '考场停电') };
  },
  {
    event: 'sitting.cancelled',
    tables: ['sitting'],
    works: async (_, { sitting }) => expect(await sittingRow(sitting.id)).toMatchObject({ status: 'cancelled', reason: '考场停电' }),
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const { actor, sitting } = await aPublishedScene(db);
        return { actor, call: (ctx) => cancelSitting(ctx, sitting.id, '考场停电') };
      },
    },
    wrongRole: async () => (await aMember(db, 'auditor')).actor,
    repeated: 'unchanged',
  },
);

test('an organisation lists its own sittings by phase and finds nobody else’s', async () => {
  const scene = await aSittingScene(db);
  await aHeldScene(db);
  const listed = async (phase: 'current' | 'registering' | 'results_due') =>
    (await listSittings(scene.publisher.actor, { phase, page: 1 }, now())).rows.map((row) => [row.id, row.phase]);
  expect(await listed('current')).toEqual([[scene.sitting.id, 'registering']]);
  expect(await listed('registering')).toEqual([[scene.sitting.id, 'registering']]);
  expect(await listed('results_due')).toEqual([]);
  const other = await aMember(db, 'evaluator');
  await expect(getSitting(other.actor, scene.sitting.id, now())).rejects.toMatchObject({ status: 404 });
});
