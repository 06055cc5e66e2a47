import { eq, sql as raw } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { event, notification } from '#db/schema';
import { aLogEntry } from '#db/seed/builders/talent';
import { jobsFor } from '#jobs/catalog';
import { linkPlacementsJob, remindOfWeeksJob } from '#jobs/handlers/placements';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { convertIntern } from '~/domain/person/convert-intern.server';
import type { Context } from '~/domain/shared/operation.server';
import { acceptPlacement, declinePlacement } from '~/domain/talent/placement/answer-placement.server';
import { assessPlacement, finishPlacement } from '~/domain/talent/placement/assess-placement.server';
import { breakOffPlacement } from '~/domain/talent/placement/break-off-placement.server';
import { extendPlacement } from '~/domain/talent/placement/extend-placement.server';
import { proposePlacements } from '~/domain/talent/placement/propose-placements.server';
import { LANGUAGES } from '~/i18n/languages';
import { translate } from '~/i18n/translate';
import { moveClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { aPlacementScene, placementRow } from '../talent/placement-scenes';

const { db } = testDatabase();
const job = (name: string): Context => contextOf({ kind: 'system', job: name });

/** Delivers the latest event of a name once: who is told what, with its words in both languages. */
async function told(name: string) {
  expect(jobsFor(name)).toContain('messages.deliver');
  const [latest] = await db.select().from(event).where(eq(event.name, name)).orderBy(raw`seq desc`).limit(1);
  if (!latest) throw new Error(`${name} was never written`);
  await deliverMessages(job('messages.deliver'), latest);
  expect(await deliverMessages(job('messages.deliver'), latest)).toBe(0);
  const rows = await db.select().from(notification).where(eq(notification.eventId, latest.id));
  for (const row of rows)
    for (const language of LANGUAGES)
      expect(translate(language, `notification:body.${row.kind}`, row.params)).not.toMatch(/\{\{|undefined|null|placement:/);
  return rows.map(({ kind, personId, organisationId }) => `${kind} ${organisationId ?? personId}`).sort();
}

test('each step is told to those whom it concerns', async () => {
  const { teacher, head, college, institution, person, student, placement } = await aPlacementScene(db);
  await acceptPlacement(contextOf(head), placement.id, '吴老师');
  expect(await told('placement.accepted')).toEqual([`placement_accepted ${college.id}`, `placement_accepted ${person.id}`].sort());
  await extendPlacement(contextOf(teacher), placement.id, { untilOn: '2026-12-31', insuredUntilOn: null });
  expect(await told('placement.extended')).toEqual([`placement_extended ${institution.id}`, `placement_extended ${person.id}`].sort());
  moveClock({ days: 300 });
  await assessPlacement(contextOf(head), placement.id, { points: 90, text: '好' });
  expect(await told('placement.assessed')).toEqual([`placement_assessment_asked ${college.id}`]);
  await assessPlacement(contextOf(teacher), placement.id, { points: 90, text: '好' });
  expect(await told('placement.assessed')).toEqual([]);
  await finishPlacement(contextOf(teacher), placement.id, 'excellent');
  expect(await told('placement.finished')).toEqual([`placement_finished ${institution.id}`, `placement_finished ${person.id}`].sort());
  const term = { kind: 'post', role: 'caregiver', fromOn: '2027-02-01', untilOn: '2027-07-31', hoursPerDay: 8 } as const;
  const papers = { agreementSignedOn: '2027-01-05', insuredUntilOn: null, collegeMentor: '周老师' };
  const students = [{ studentId: student.id, agreementNo: 'N-1', insuranceNo: '', guardianConsent: false }];
  const [answer] = await proposePlacements(contextOf(teacher), { institutionId: institution.id, ...term, ...papers, students });
  expect(await told('placement.batch_proposed')).toEqual([`placement_proposed ${institution.id}`]);
  await declinePlacement(contextOf(head), answer?.placementId ?? '', '名额已满');
  expect(await told('placement.declined')).toEqual([`placement_declined ${college.id}`]);
});

test('a break-off is told to the other side and to her', async () => {
  const { teacher, head, college, institution, person, placement } = await aPlacementScene(db, { status: 'accepted' });
  await breakOffPlacement(contextOf(head), placement.id, { endedOn: '2026-03-10', reason: '身体原因' });
  expect(await told('placement.broken_off')).toEqual([`placement_broken_off ${college.id}`, `placement_broken_off ${person.id}`].sort());
  const other = await aPlacementScene(db, { status: 'accepted' });
  await breakOffPlacement(contextOf(other.teacher), other.placement.id, { endedOn: '2026-03-10', reason: '转校' });
  expect(await told('placement.broken_off')).toContain(`placement_broken_off ${other.institution.id}`);
  expect([teacher.organisation?.id, institution.id]).not.toContain(other.institution.id);
});

test('weeks that wait and posts from elsewhere are found by the jobs, which may run twice', async () => {
  const { head, institution, college, person, placement } = await aPlacementScene(db, { status: 'accepted' });
  await aLogEntry(db, placement.id, { day: '2026-02-18' });
  expect(await remindOfWeeksJob({ ctx: job('placements.remind') })).toBe('1 weeks that wait for a look');
  expect(await told('placement.checks_reminded')).toEqual([`placement_weeks_waiting ${institution.id}`]);
  expect(await remindOfWeeksJob({ ctx: job('placements.remind') })).toBe('0 weeks that wait for a look');
  const staff = { startOn: '2026-03-10', isFullTime: true, contractUntilOn: null };
  const id = await convertIntern(contextOf(head), placement.engagementId ?? '', staff);
  expect(jobsFor('engagement.intern_converted')).toContain('placements.link');
  expect(await linkPlacementsJob({ ctx: job('placements.link') })).toBe('1 placements that led to a post');
  expect(await placementRow(placement.id)).toMatchObject({ converted_engagement_id: id });
  expect(await told('placement.taken_on')).toEqual([`placement_taken_on ${college.id}`, `placement_taken_on ${person.id}`].sort());
  expect(await linkPlacementsJob({ ctx: job('placements.link') })).toBe('0 placements that led to a post');
});
