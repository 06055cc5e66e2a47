import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { institutionPeriod, rosterConfirmation } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement } from '#db/seed/builders/people';
import { confirmRoster } from '~/domain/person/confirm-roster.server';
import { presentRoster } from '~/domain/person/present-roster.server';
import { recordOffPost } from '~/domain/person/record-off-post.server';
import { dueReminders, remindOfRoster } from '~/domain/person/remind-of-roster.server';
import { coverageOn, rosterFreshness } from '~/domain/person/roster-freshness.server';
import { countRosters, listRosters } from '~/domain/person/roster-queries.server';
import { newId } from '~/domain/shared/id';
import type { Context } from '~/domain/shared/operation.server';
import { changeSetting } from '~/domain/shared/settings.server';
import { now } from '~/platform/clock.server';
import { setClock, testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { anOfficer, aStaffed, somebody, TODAY } from './scenes';

const { db, sql } = testDatabase();
const job = (): Context => contextOf({ kind: 'system', job: 'rosters.sweep' });
const seenNow = async (institutionId: string, day = TODAY) => (await presentRoster(db, institutionId, day)).sha256;
const confirmed = (institutionId: string, confirmedOn: string) =>
  db.insert(rosterConfirmation).values({ id: newId(), institutionId, confirmedOn, confirmedAt: now(), staff: 1, sha256: confirmedOn });

sevenQuestions(
  'confirmRoster',
  async () => {
    const scene = await aStaffed();
    const seen = await seenNow(scene.admin.organisation.id);
    return { ...scene, call: (ctx: Context) => confirmRoster(ctx, seen) };
  },
  {
    event: 'roster.confirmed',
    tables: ['roster_confirmation'],
    works: async (_result, { admin }) => {
      const { id } = admin.organisation;
      expect((await rosterFreshness([id], TODAY)).get(id)).toEqual({ freshness: 'fresh', confirmedOn: TODAY, dueOn: '2026-03-24' });
    },
    wrongState: {
      scene: async () => {
        const scene = await aStaffed();
        const seen = await seenNow(scene.admin.organisation.id);
        await recordOffPost(contextOf(scene.actor), scene.post.id, { fromOn: '2026-03-01', untilOn: null });
        return { ...scene, call: (ctx: Context) => confirmRoster(ctx, seen) };
      },
      code: 'roster_changed',
    },
    wrongRole: () => somebody('district_officer'),
    // It speaks of the actor's own institution: nobody can name another's.
    repeated: 'makes another',
  },
);

test('confirming twice writes once; a changed list of the same day may be confirmed again; an empty one never', async () => {
  const { actor, admin, post } = await aStaffed();
  const rows = () => db.select().from(rosterConfirmation).where(eq(rosterConfirmation.institutionId, admin.organisation.id));
  const confirm = async () => confirmRoster(contextOf(actor), await seenNow(admin.organisation.id));
  await confirm();
  await confirm();
  expect(await rows()).toHaveLength(1);
  await recordOffPost(contextOf(actor), post.id, { fromOn: '2026-03-01', untilOn: null });
  await confirm();
  expect(await rows()).toHaveLength(2);
  const empty = await aMember(db, 'institution_admin');
  await expect(confirmRoster(contextOf(empty.actor), 'x')).rejects.toMatchObject({ code: 'roster_empty' });
});

test('a confirmation is never rewritten or taken back', async () => {
  const { admin } = await aStaffed();
  await confirmed(admin.organisation.id, TODAY);
  await expect(sql`update roster_confirmation set staff = 0`).rejects.toThrow('permission denied');
  await expect(sql`delete from roster_confirmation`).rejects.toThrow('permission denied');
});

test('an institution is reminded on day 12, on day 14 and once after, and told nothing twice', async () => {
  const { admin } = await aStaffed();
  const { id } = admin.organisation;
  await confirmed(id, TODAY);
  const kinds: string[] = [];
  for (const day of ['2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24', '2026-03-25', '2026-03-30']) {
    setClock(`${day}T08:01:00+08:00`);
    const due = (await dueReminders(now())).find((each) => each.institutionId === id);
    if (due && (await remindOfRoster(job(), id, due.confirmedOn))) kinds.push(day);
    if (due) expect(await remindOfRoster(job(), id, due.confirmedOn)).toBe(false);
  }
  expect(kinds).toEqual(['2026-03-22', '2026-03-24', '2026-03-25']);
  const told = await sql`select data->>'kind' as kind from event where name = 'roster.reminded' and subject_id = ${id} order by seq`;
  expect(told.map((row) => row.kind)).toEqual(['soon', 'due', 'stale']);
});

test('coverage counts the filed institutions of a day, by where they were then, and the fresh ones among them', async () => {
  const at = async (districtCode: string, confirmedOn?: string) => {
    const { id } = await anInstitution(db, { districtCode });
    if (confirmedOn) await confirmed(id, confirmedOn);
    return id;
  };
  await at('110117', '2026-03-01');
  await at('110117', '2026-02-23');
  await at('110117');
  const moved = await at('110117', '2026-03-09');
  await db.update(institutionPeriod).set({ untilOn: '2026-03-05' }).where(eq(institutionPeriod.institutionId, moved));
  const next = { filingStatus: 'filed' as const, operatorType: 'private' as const, districtCode: '110118', createdAt: now() };
  await db.insert(institutionPeriod).values({ id: newId(), institutionId: moved, fromOn: '2026-03-05', ...next });
  const of = async (day: string) => (await coverageOn(day)).filter((row) => ['110117', '110118'].includes(row.districtCode));
  expect(await of(TODAY)).toEqual([
    { districtCode: '110117', institutions: 3, fresh: 1 },
    { districtCode: '110118', institutions: 1, fresh: 1 },
  ]);
  expect(await of('2026-03-04')).toEqual([{ districtCode: '110117', institutions: 4, fresh: 2 }]);
});

test('officers see the rosters of their area with their age; a stale one keeps its people', async () => {
  const { id } = await anInstitution(db, { districtCode: '110119', name: '演示延庆园' });
  await anEngagement(db, { institutionId: id });
  await confirmed(id, '2026-01-01');
  const list = async (district: string | null, filter = {}) =>
    (await listRosters(await anOfficer(district), { district: '', q: '', ...filter }, now(), { limit: 50, offset: 0 })).rows;
  const row = { id, freshness: 'stale', staff: 1, caregivers: 1, healthAlerts: 1, dueOn: '2026-01-15' };
  expect(await list('110119')).toMatchObject([row]);
  expect((await list('110108')).map((each) => each.id)).not.toContain(id);
  expect(await list(null, { district: '110119', freshness: 'stale', q: '延庆' })).toMatchObject([row]);
  expect(await list(null, { district: '110119', freshness: 'fresh' })).toEqual([]);
  expect(await countRosters(await anOfficer('110119'), now())).toEqual({ institutions: 1, fresh: 0 });
});

let days = 9;
sevenQuestions(
  'changeSetting',
  async () => {
    const actor = await anOfficer(null);
    days += 1;
    const value = days;
    return { actor, call: (ctx: Context) => changeSetting(ctx, 'roster_confirm_days', value) };
  },
  {
    event: 'setting.changed',
    tables: ['setting'],
    works: async () => {
      const { admin } = await aStaffed();
      await confirmed(admin.organisation.id, '2026-02-27');
      const { id } = admin.organisation;
      expect((await rosterFreshness([id], TODAY)).get(id)).toMatchObject({ freshness: 'stale', dueOn: '2026-03-09' });
    },
    wrongState: {
      scene: async () => ({
        actor: await anOfficer(null),
        call: (ctx: Context) => changeSetting(ctx, 'roster_confirm_days', 61),
      }),
      code: 'field_too_large',
    },
    wrongRole: () => somebody('district_officer'),
    repeated: 'makes another',
  },
);
