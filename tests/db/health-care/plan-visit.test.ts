import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { aFinding, aVisit } from '#db/seed/builders/visits';
import { cancelVisit } from '~/domain/health-care/cancel-visit.server';
import { changePlan } from '~/domain/health-care/change-plan.server';
import { closeVisit } from '~/domain/health-care/close-visit.server';
import { planDueVisits } from '~/domain/health-care/plan-due-visits.server';
import { planVisit, type VisitPlan } from '~/domain/health-care/plan-visit.server';
import type { Context } from '~/domain/shared/operation.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aFoundScene, aGuidanceScene, aPlannedScene, visitRow } from './visit-scenes';

const { db, sql } = testDatabase();

const plan = (columns: Partial<VisitPlan> = {}): VisitPlan => ({
  kind: 'routine',
  plannedOn: addDays(beijingDate(now()), 7),
  visitorId: null,
  purpose: '看消毒记录',
  isAnnounced: true,
  ...columns,
});
const anyInstitution = async () => (await aMember(db, 'institution_admin')).actor;

sevenQuestions(
  'planVisit',
  async () => {
    const scene = await aGuidanceScene();
    const to = { institutionId: scene.institution.id, followsId: null };
    return { ...scene, call: (ctx: Context) => planVisit(ctx, to, plan({ visitorId: scene.officer.account.id })) };
  },
  {
    event: 'visit.planned',
    tables: ['guidance_visit'],
    works: async (id, { officer, institution }) =>
      expect(await visitRow(id)).toMatchObject({
        organisation_id: officer.organisation.id,
        institution_id: institution.id,
        district_code: institution.districtCode,
        status: 'planned',
        visitor_name: officer.account.displayName,
      }),
    wrongState: {
      code: 'visit_institution_suspended',
      scene: async () => {
        const scene = await aGuidanceScene();
        const suspended = await anInstitution(db, { status: 'suspended' });
        return { ...scene, call: (ctx) => planVisit(ctx, { institutionId: suspended.id, followsId: null }, plan()) };
      },
    },
    wrongRole: anyInstitution,
    repeated: 'makes another',
  },
);

test('a plan is for today or later, by somebody of one’s own organisation', async () => {
  const { actor, admin, institution, today } = await aGuidanceScene();
  const to = { institutionId: institution.id, followsId: null };
  const asked = (columns: Partial<VisitPlan>) => planVisit(contextOf(actor), to, plan(columns));
  await expect(asked({ plannedOn: addDays(today, -1) })).rejects.toMatchObject({ code: 'visit_in_the_past', field: 'plannedOn' });
  await expect(asked({ plannedOn: addDays(today, 400) })).rejects.toMatchObject({ code: 'visit_day_far' });
  await expect(asked({ visitorId: admin.account.id })).rejects.toMatchObject({ code: 'visit_visitor_unknown' });
  await expect(asked({ kind: 'follow_up' })).rejects.toMatchObject({ code: 'visit_follows_nothing' });
  await expect(asked({ plannedOn: today })).resolves.toEqual(expect.any(String));
});

test('nobody plans outside her area; a college trains and does not visit', async () => {
  const { institution, stranger, centre } = await aGuidanceScene();
  const to = { institutionId: institution.id, followsId: null };
  await expect(planVisit(contextOf(stranger), to, plan())).rejects.toMatchObject({ status: 404 });
  await expect(planVisit(contextOf((await aMember(db, 'provider_staff')).actor), to, plan())).rejects.toMatchObject({ status: 404 });
  await expect(planVisit(contextOf(centre.actor), to, plan())).resolves.toEqual(expect.any(String));
});

test('a follow-up looks again at a visit that was made, once at a time', async () => {
  const { actor, visit, institution } = await aFoundScene();
  const follow = plan({ kind: 'follow_up' });
  const to = { institutionId: institution.id, followsId: visit.id };
  const id = await planVisit(contextOf(actor), to, follow);
  expect(await visitRow(id)).toMatchObject({ kind: 'follow_up', follows_id: visit.id });
  await expect(planVisit(contextOf(actor), to, follow)).rejects.toMatchObject({ code: 'visit_follow_up_planned' });
  const planned = await aPlannedScene();
  const early = { institutionId: planned.institution.id, followsId: planned.visit.id };
  await expect(planVisit(contextOf(planned.actor), early, follow)).rejects.toMatchObject({ code: 'visit_follows_nothing' });
  const elsewhere = { institutionId: (await anInstitution(db)).id, followsId: visit.id };
  await expect(planVisit(contextOf(actor), elsewhere, follow)).rejects.toMatchObject({ status: 404 });
});

test('several that are due are planned for together, or none of them', async () => {
  const { actor, institution } = await aGuidanceScene();
  const [other, far] = [await anInstitution(db), await anInstitution(db, { districtCode: '110106' })];
  const count = async () => (await sql`select count(*)::int as n from guidance_visit`)[0]?.n as number;
  const { kind: _kind, ...same } = plan();
  expect(await planDueVisits(contextOf(actor), [institution.id, other.id, other.id], same)).toBe(2);
  const before = await count();
  await expect(planDueVisits(contextOf(actor), [institution.id, far.id], same)).rejects.toMatchObject({ status: 404 });
  expect(await count()).toBe(before);
});

sevenQuestions(
  'changePlan',
  async () => {
    const scene = await aPlannedScene();
    return { ...scene, call: (ctx: Context) => changePlan(ctx, scene.visit.id, plan({ kind: 'special' })) };
  },
  {
    event: 'visit.plan_changed',
    tables: ['guidance_visit'],
    works: async (_result, { visit }) => expect(await visitRow(visit.id)).toMatchObject({ kind: 'special', purpose: '看消毒记录' }),
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const scene = await aFoundScene();
        return { ...scene, call: (ctx) => changePlan(ctx, scene.visit.id, plan()) };
      },
    },
    wrongRole: anyInstitution,
    repeated: 'unchanged',
  },
);

test('a plan that is late keeps its day when something else of it changes', async () => {
  const { actor, visit, today } = await aPlannedScene({ plannedOn: addDays(beijingDate(now()), -2) });
  await changePlan(contextOf(actor), visit.id, plan({ plannedOn: visit.plannedOn, purpose: '补看' }));
  expect(await visitRow(visit.id)).toMatchObject({ planned_on: visit.plannedOn, purpose: '补看' });
  await expect(changePlan(contextOf(actor), visit.id, plan({ plannedOn: addDays(today, -1) }))).rejects.toMatchObject({
    code: 'visit_in_the_past',
  });
});

sevenQuestions(
  'cancelVisit',
  async () => {
    const scene = await aPlannedScene();
    return { ...scene, call: (ctx: Context) => cancelVisit(ctx, scene.visit.id, '机构装修停业') };
  },
  {
    event: 'visit.cancelled',
    tables: ['guidance_visit'],
    works: async (_result, { visit }) => expect(await visitRow(visit.id)).toMatchObject({ status: 'cancelled', reason: '机构装修停业' }),
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const scene = await aFoundScene();
        return { ...scene, call: (ctx) => cancelVisit(ctx, scene.visit.id, '误记') };
      },
    },
    wrongRole: anyInstitution,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'closeVisit',
  async () => {
    const scene = await aFoundScene({ status: 'mended' });
    return { ...scene, call: (ctx: Context) => closeVisit(ctx, scene.visit.id) };
  },
  {
    event: 'visit.closed',
    tables: ['guidance_visit'],
    works: async (_result, { visit, officer }) =>
      expect(await visitRow(visit.id)).toMatchObject({ status: 'closed', closed_by: officer.account.id }),
    wrongState: {
      code: 'visit_findings_wait',
      scene: async () => {
        const scene = await aFoundScene({ status: 'mended' });
        await aFinding(db, scene.visit, { status: 'answered' });
        return { ...scene, call: (ctx) => closeVisit(ctx, scene.visit.id) };
      },
    },
    wrongRole: anyInstitution,
    repeated: 'unchanged',
  },
);

test('another centre’s visit is not a centre’s to end, and its commission may; after a move the new district may', async () => {
  const { centre, actor, officer } = await aGuidanceScene();
  const byOfficers = await aVisit(db, { organisationId: officer.organisation.id, visitedOn: '2026-03-01' });
  await expect(closeVisit(contextOf(centre.actor), byOfficers.id)).rejects.toMatchObject({ status: 403 });
  const byCentre = await aVisit(db, { organisationId: centre.organisation.id, visitedOn: '2026-03-01' });
  await closeVisit(contextOf(actor), byCentre.id);
  expect(await visitRow(byCentre.id)).toMatchObject({ status: 'closed' });
  const moved = await aFoundScene({ status: 'mended' });
  await sql`update organisation set district_code = '110106' where id = ${moved.institution.id}`;
  await expect(closeVisit(contextOf(moved.actor), moved.visit.id)).rejects.toMatchObject({ status: 404 });
  await closeVisit(contextOf(moved.stranger), moved.visit.id);
});
