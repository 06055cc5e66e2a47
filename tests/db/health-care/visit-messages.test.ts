import { eq, sql as raw } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { event, notification } from '#db/schema';
import { anAnswer } from '#db/seed/builders/visits';
import { jobsFor } from '#jobs/catalog';
import { sweepFindingsJob } from '#jobs/handlers/sweep-findings';
import { acceptFinding } from '~/domain/health-care/accept-finding.server';
import { answerFinding } from '~/domain/health-care/answer-finding.server';
import { cancelVisit } from '~/domain/health-care/cancel-visit.server';
import { changePlan } from '~/domain/health-care/change-plan.server';
import { extendFinding } from '~/domain/health-care/extend-finding.server';
import { planVisit } from '~/domain/health-care/plan-visit.server';
import { returnFinding } from '~/domain/health-care/return-finding.server';
import { withdrawFinding } from '~/domain/health-care/withdraw-finding.server';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import type { Context } from '~/domain/shared/operation.server';
import { addDays } from '~/domain/shared/period';
import { LANGUAGES } from '~/i18n/languages';
import { translate } from '~/i18n/translate';
import { moveClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { aFoundScene, aGuidanceScene, eventNamed, findingRow } from './visit-scenes';

const { db, sql } = testDatabase();
const job = (name: string): Context => contextOf({ kind: 'system', job: name });

/** Delivers the latest event of a name: who was told what, with words in both languages. */
async function told(name: string): Promise<[string, string][]> {
  expect(jobsFor(name)).toContain('messages.deliver');
  const [latest] = await db.select().from(event).where(eq(event.name, name)).orderBy(raw`seq desc`).limit(1);
  if (!latest) throw new Error(`${name} was never written`);
  const ctx = job('messages.deliver');
  await deliverMessages(ctx, latest);
  expect(await deliverMessages(ctx, latest)).toBe(0);
  const rows = await db.select().from(notification).where(eq(notification.eventId, latest.id)).orderBy(notification.id);
  for (const { kind, params } of rows)
    for (const language of LANGUAGES)
      expect(translate(language, `notification:body.${kind}`, params)).not.toMatch(/\{\{|undefined|null|visit:/);
  return rows.map(({ kind, organisationId }) => [kind, organisationId ?? '']);
}

test('an institution is told of plans that are announced, of their change and their end; of others nothing', async () => {
  const { actor, institution, today } = await aGuidanceScene();
  const plan = { kind: 'routine', plannedOn: addDays(today, 7), visitorId: null, purpose: '', isAnnounced: true } as const;
  const to = { institutionId: institution.id, followsId: null };
  const id = await planVisit(contextOf(actor), to, plan);
  expect(await told('visit.planned')).toEqual([['visit_planned', institution.id]]);
  await changePlan(contextOf(actor), id, { ...plan, plannedOn: addDays(today, 9) });
  expect(await told('visit.plan_changed')).toEqual([['visit_moved', institution.id]]);
  await changePlan(contextOf(actor), id, { ...plan, plannedOn: addDays(today, 9), purpose: '看消毒' });
  expect(await told('visit.plan_changed')).toEqual([]);
  await cancelVisit(contextOf(actor), id, '改日');
  expect(await told('visit.cancelled')).toEqual([['visit_cancelled', institution.id]]);
  const secret = await planVisit(contextOf(actor), to, { ...plan, isAnnounced: false });
  expect(await told('visit.planned')).toEqual([]);
  await changePlan(contextOf(actor), secret, plan);
  expect(await told('visit.plan_changed')).toEqual([['visit_planned', institution.id]]);
});

test('answers go to those who visited, decisions to the institution', async () => {
  const { actor, admin, institution, finding, officer, today } = await aFoundScene();
  await answerFinding(contextOf(admin.actor), finding.id, '已补齐', []);
  expect(await told('finding.answered')).toEqual([['finding_answered', officer.organisation.id]]);
  await returnFinding(contextOf(actor), finding.id, '照片看不清', null);
  expect(await told('finding.returned')).toEqual([['finding_returned', institution.id]]);
  await extendFinding(contextOf(actor), finding.id, addDays(today, 30), '设备未到');
  expect(await told('finding.extended')).toEqual([['finding_extended', institution.id]]);
  await answerFinding(contextOf(admin.actor), finding.id, '已补齐', []);
  await acceptFinding(contextOf(actor), finding.id, '');
  expect(await told('finding.mended')).toEqual([['finding_mended', institution.id]]);
  const other = await aFoundScene();
  await withdrawFinding(contextOf(other.actor), other.finding.id, '误记');
  expect(await told('finding.withdrawn')).toEqual([['finding_withdrawn', other.institution.id]]);
});

const overdueEvents = async (id: string) =>
  (await sql`select count(*)::int as n from event where name = 'finding.overdue' and subject_id = ${id}`)[0]?.n as number;
const sweep = () => sweepFindingsJob({ ctx: job('findings.sweep') } as Parameters<typeof sweepFindingsJob>[0]);

test('a day that passes is said once, to both; answered in time it is not said; a new day is said anew', async () => {
  const { actor, finding, institution, officer, today } = await aFoundScene();
  const answered = await aFoundScene({ status: 'answered', mendByOn: addDays(finding.mendByOn, -5) });
  await anAnswer(db, answered.finding.id);
  moveClock({ days: 10 });
  await sweep();
  expect(await overdueEvents(finding.id)).toBe(0);
  moveClock({ days: 1 });
  await Promise.all([sweep(), sweep()]);
  expect(await sweep()).toBe('no finding has become overdue');
  expect([await overdueEvents(finding.id), await overdueEvents(answered.finding.id)]).toEqual([1, 0]);
  expect(await eventNamed('finding.overdue')).toMatchObject({ actor: 'findings.sweep', data: { mendByOn: finding.mendByOn } });
  expect((await told('finding.overdue')).sort()).toEqual(
    [
      ['finding_overdue', institution.id],
      ['finding_overdue', officer.organisation.id],
    ].sort(),
  );
  await extendFinding(contextOf(actor), finding.id, addDays(today, 20), '设备未到');
  expect(await findingRow(finding.id)).toMatchObject({ overdue_told_at: null });
  moveClock({ days: 10 });
  await sweep();
  expect(await overdueEvents(finding.id)).toBe(2);
});
