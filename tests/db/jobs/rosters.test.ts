import { eq, sql as raw } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { engagementDispute, event, notification, postClaim } from '#db/schema';
import { aTrainee } from '#db/seed/builders/accounts';
import { jobsFor } from '#jobs/catalog';
import { sweepRosterAnswersJob, sweepRostersJob } from '#jobs/handlers/sweep-rosters';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import type { NotificationKind } from '~/domain/notification/notification';
import { addStaff } from '~/domain/person/add-staff.server';
import { claimPost } from '~/domain/person/claim-post.server';
import { confirmRoster } from '~/domain/person/confirm-roster.server';
import { rejectDispute } from '~/domain/person/decide-dispute.server';
import { disputeEngagement } from '~/domain/person/dispute-engagement.server';
import { endEngagement } from '~/domain/person/end-engagement.server';
import { presentRoster } from '~/domain/person/present-roster.server';
import type { Context } from '~/domain/shared/operation.server';
import { LANGUAGES } from '~/i18n/languages';
import { translate } from '~/i18n/translate';
import { setClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { anOfficer, aStaffed, TODAY } from '../person/scenes';

const { db } = testDatabase();
const job = (name: string): Context => contextOf({ kind: 'system', job: name });

/** Delivers the latest event of a name and gives the kinds that a reader got, with the words in both languages. */
async function told(name: string, reader: { personId?: string | null; organisationId?: string | null }): Promise<NotificationKind[]> {
  expect(jobsFor(name)).toContain('messages.deliver');
  const [latest] = await db.select().from(event).where(eq(event.name, name)).orderBy(raw`seq desc`).limit(1);
  if (!latest) throw new Error(`${name} was never written`);
  const ctx = job('messages.deliver');
  await deliverMessages(ctx, latest);
  expect(await deliverMessages(ctx, latest)).toBe(0);
  const rows = (await db.select().from(notification).where(eq(notification.eventId, latest.id))).filter(
    (row) =>
      (reader.personId && row.personId === reader.personId) || (reader.organisationId && row.organisationId === reader.organisationId),
  );
  for (const row of rows)
    for (const language of LANGUAGES)
      expect(translate(language, `notification:body.${row.kind}`, row.params)).not.toMatch(/\{\{|undefined|null|person:|roster:/);
  return rows.map((row) => row.kind);
}

test('what institutions enter is told to her; what she says, to them; what nobody answers, to the district', async () => {
  const district = await anOfficer('110105');
  const { actor, admin, her, post } = await aStaffed();
  const house = { organisationId: admin.organisation.id };
  const person = { personId: her.person.id };
  const identity = { name: her.person.name, idType: 'resident_id' as const, idNumber: her.person.idNumber };
  const added = { role: 'other', startOn: '2026-03-01', isFullTime: true, isIntern: false, contractUntilOn: null, remark: '' } as const;
  const rest = { phone: null, education: null, healthCertValidUntil: null, backgroundCheckedOn: null };
  const other = await addStaff(contextOf(actor), { ...identity, ...added, ...rest });
  expect(await told('engagement.added', person)).toEqual(['staff_entered']);
  await endEngagement(contextOf(actor), other, '2026-03-10');
  expect(await told('engagement.ended', person)).toEqual(['staff_ended']);
  const said = { kind: 'other', startOn: null, endOn: null, role: null, statement: '岗位名称不对' } as const;
  const { id } = await disputeEngagement(contextOf(her.actor), post.id, said);
  expect(await told('engagement.disputed', house)).toEqual(['engagement_disputed']);
  const newcomer = await aTrainee(db, { bornOn: '1992-02-02' });
  const wish = { institutionId: admin.organisation.id, role: 'caregiver', startOn: '2026-02-01', isFullTime: true } as const;
  const claimId = await claimPost(contextOf(newcomer.actor), wish);
  expect(await told('post.claimed', house)).toEqual(['post_claim_asked']);

  setClock('2026-03-18T00:20:00+08:00');
  expect(await sweepRosterAnswersJob({ ctx: job('roster_answers.sweep') })).toBe('1 claims and 1 disputes to the districts');
  expect(await sweepRosterAnswersJob({ ctx: job('roster_answers.sweep') })).toBe('every institution has answered');
  expect((await db.select().from(postClaim).where(eq(postClaim.id, claimId)))[0]?.status).toBe('escalated');
  expect((await db.select().from(engagementDispute).where(eq(engagementDispute.id, id)))[0]?.status).toBe('escalated');
  const office = { organisationId: district.organisation?.id };
  expect(await told('post.claim_escalated', office)).toEqual(['post_claim_escalated']);
  expect(await told('dispute.escalated', office)).toEqual(['dispute_escalated']);
  await rejectDispute(contextOf(district), id, '核对合同，岗位无误');
  expect(await told('dispute.rejected', person)).toEqual(['dispute_rejected']);
});

test('the sweep of rosters reminds once, and running it again changes nothing', async () => {
  const { actor, admin } = await aStaffed();
  await confirmRoster(contextOf(actor), (await presentRoster(db, admin.organisation.id, TODAY)).sha256);
  setClock('2026-03-24T08:01:00+08:00');
  const first = await sweepRostersJob({ ctx: job('rosters.sweep') });
  expect(first).toMatch(/[1-9]\d* reminders$/);
  expect(await sweepRostersJob({ ctx: job('rosters.sweep') })).toBe(
    '0 on or off post, 0 main posts, 0 flags that were missing, 0 reminders',
  );
  expect(await told('roster.reminded', { organisationId: admin.organisation.id })).toEqual(expect.any(Array));
});
