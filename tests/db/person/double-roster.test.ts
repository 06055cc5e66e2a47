import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { doubleRoster, engagement } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { anEngagement } from '#db/seed/builders/people';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { addStaff } from '~/domain/person/add-staff.server';
import { changeEngagement } from '~/domain/person/change-engagement.server';
import { claimPost } from '~/domain/person/claim-post.server';
import { decideDoubleRoster } from '~/domain/person/decide-double-roster.server';
import { confirmPostClaim } from '~/domain/person/decide-post-claim.server';
import { getDoubleRoster, listDoubleRosters } from '~/domain/person/double-queries.server';
import { endEngagement } from '~/domain/person/end-engagement.server';
import type { DoubleRosterEntry, StaffEntry } from '~/domain/person/inputs';
import { passDays, peopleOfPassedDays } from '~/domain/person/pass-days.server';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { anOfficer, onTwoRosters, postOf, somebody } from './scenes';

const { db, sql } = testDatabase();
type Scene = Awaited<ReturnType<typeof onTwoRosters>>;

const entryOf = ({ her }: Scene, columns: Partial<StaffEntry> = {}): StaffEntry => ({
  ...{ name: her.person.name, idType: 'resident_id', idNumber: her.person.idNumber, phone: null, education: null },
  ...{ role: 'caregiver', startOn: '2026-03-01', isFullTime: true, isIntern: false, contractUntilOn: null, remark: '' },
  ...{ healthCertValidUntil: null, backgroundCheckedOn: null },
  ...columns,
});
const flagsOf = (personId: string) => db.select().from(doubleRoster).where(eq(doubleRoster.personId, personId));

/** Entered at the second institution by its administrator: the flag is there at once. */
async function flagged() {
  const scene = await onTwoRosters();
  const admin = await aMember(db, 'institution_admin', scene.second);
  const otherId = await addStaff(contextOf(admin.actor), entryOf(scene));
  const [flag] = await flagsOf(scene.her.person.id);
  if (!flag) throw new Error('no flag was raised');
  return { ...scene, admin, otherId, flag };
}

test('the second roster raises one flag, seen in both districts and nowhere else, and told to both commissions', async () => {
  const near = await anOfficer('110105');
  const there = await anOfficer('110108');
  const { flag, post, otherId, her } = await flagged();
  expect(flag).toMatchObject({ firstEngagementId: post.id, secondEngagementId: otherId, decision: null });
  const seen = async (district: string) =>
    (await listDoubleRosters(await anOfficer(district), 'open', { limit: 50, offset: 0 })).rows.some((row) => row.id === flag.id);
  expect([await seen('110105'), await seen('110108'), await seen('110101')]).toEqual([true, true, false]);
  await expect(getDoubleRoster(await anOfficer('110101'), flag.id)).rejects.toMatchObject({ status: 404 });
  const [event] = await sql`select id, name, subject_id, data from event where name = 'roster.doubled' and subject_id = ${flag.id}`;
  const facts = { id: event?.id, name: event?.name, subjectId: event?.subject_id, data: event?.data };
  await deliverMessages(contextOf({ kind: 'system', job: 'messages.deliver' }), facts);
  const told = await sql`select organisation_id, params from notification where event_id = ${event?.id}`;
  const ids = told.map((row) => row.organisation_id);
  expect(ids).toEqual(expect.arrayContaining([near.organisation?.id, there.organisation?.id]));
  expect(told[0]?.params).toMatchObject({ person: her.person.name });
});

test('a confirmed claim raises it just the same; two roles at one institution never do', async () => {
  const scene = await onTwoRosters();
  const claimId = await claimPost(contextOf(scene.her.actor), {
    ...{ institutionId: scene.second.id, role: 'caregiver', startOn: '2026-03-01', isFullTime: false },
  });
  const admin = await aMember(db, 'institution_admin', scene.second);
  await confirmPostClaim(contextOf(admin.actor), claimId);
  expect(await flagsOf(scene.her.person.id)).toHaveLength(1);
  await addStaff(contextOf(admin.actor), entryOf(scene, { role: 'other' }));
  expect(await flagsOf(scene.her.person.id)).toHaveLength(1);
});

test('entered at two institutions in the same moment: one flag all the same', async () => {
  for (let round = 0; round < 5; round += 1) {
    const scene = await onTwoRosters();
    await db.update(engagement).set({ endOn: '2025-01-01', isMainPost: false }).where(eq(engagement.id, scene.post.id));
    const [one, two] = [await aMember(db, 'institution_admin', scene.first), await aMember(db, 'institution_admin', scene.second)];
    await Promise.all([addStaff(contextOf(one.actor), entryOf(scene)), addStaff(contextOf(two.actor), entryOf(scene))]);
    expect(await flagsOf(scene.her.person.id)).toHaveLength(1);
  }
});

test('it settles by itself when one of the two ends, and comes back with the entry', async () => {
  const { admin, otherId, her, flag } = await flagged();
  await endEngagement(contextOf(admin.actor), otherId, '2026-03-10');
  expect((await flagsOf(her.person.id))[0]?.settledAt).toEqual(now());
  await expect(decideDoubleRoster(contextOf(await anOfficer('110105')), flag.id, both)).rejects.toMatchObject({ code: 'wrong_state' });
  const post = { role: 'caregiver', startOn: '2026-03-01', endOn: null, isFullTime: true, isIntern: false } as const;
  await changeEngagement(contextOf(admin.actor), otherId, { ...post, contractUntilOn: null, remark: '' });
  expect(await flagsOf(her.person.id)).toMatchObject([{ id: flag.id, settledAt: null, decision: null }]);
});

test('the nightly sweep finds nothing where operations did their work, and raises what was written past them', async () => {
  const { her } = await flagged();
  expect(await peopleOfPassedDays(now())).not.toContain(her.person.id);
  const past = await onTwoRosters();
  await anEngagement(db, { personId: past.her.person.id, institutionId: past.second.id, startOn: '2026-01-01' });
  expect(await peopleOfPassedDays(now())).toContain(past.her.person.id);
  const ctx: Context = contextOf({ kind: 'system', job: 'rosters.sweep' });
  expect(await passDays(ctx, [past.her.person.id])).toMatchObject({ flags: 1 });
  expect(await peopleOfPassedDays(now())).not.toContain(past.her.person.id);
});

const both: DoubleRosterEntry = { decision: 'both_real', engagementId: null, endOn: null, reason: '两家半日制兼职' };

sevenQuestions(
  'decideDoubleRoster',
  async () => {
    const scene = await flagged();
    const decision: DoubleRosterEntry = { decision: 'one_ended', engagementId: scene.post.id, endOn: '2026-03-01', reason: '已到海淀任职' };
    const actor = await anOfficer('110108');
    const stranger = await anOfficer('110101');
    return { ...scene, actor, stranger, call: (ctx: Context) => decideDoubleRoster(ctx, scene.flag.id, decision) };
  },
  {
    event: 'roster.double_decided',
    tables: ['double_roster', 'engagement'],
    works: async (_result, { post, otherId, flag }) => {
      expect(await postOf(post.id)).toMatchObject({ endOn: '2026-03-01' });
      expect(await postOf(otherId)).toMatchObject({ endOn: null, isMainPost: true });
      const [row] = await db.select().from(doubleRoster).where(eq(doubleRoster.id, flag.id));
      expect(row).toMatchObject({ decision: 'one_ended', reason: '已到海淀任职' });
    },
    wrongState: {
      scene: async () => {
        const { flag } = await flagged();
        const decision: DoubleRosterEntry = { decision: 'one_ended', engagementId: null, endOn: '2026-03-01', reason: '不明' };
        return { actor: await anOfficer('110105'), call: (ctx: Context) => decideDoubleRoster(ctx, flag.id, decision) };
      },
      code: 'which_entry',
    },
    wrongRole: () => somebody('institution_admin'),
    repeated: 'unchanged',
  },
);

test('both real: no further flag while both stand; an entry that was wrong ends on its first day', async () => {
  const { flag, her, otherId } = await flagged();
  const officer = await anOfficer('110105');
  await decideDoubleRoster(contextOf(officer), flag.id, both);
  const ctx: Context = contextOf({ kind: 'system', job: 'rosters.sweep' });
  expect(await passDays(ctx, [her.person.id])).toMatchObject({ flags: 0 });
  expect(await flagsOf(her.person.id)).toHaveLength(1);
  await expect(decideDoubleRoster(contextOf(officer), flag.id, { ...both, decision: 'one_ended' })).rejects.toMatchObject({
    code: 'already_done',
  });
  const wrong = await flagged();
  await decideDoubleRoster(contextOf(officer), wrong.flag.id, { ...both, decision: 'entry_wrong', engagementId: wrong.otherId });
  expect(await postOf(wrong.otherId)).toMatchObject({ startOn: '2026-03-01', endOn: '2026-03-01' });
  expect(otherId).not.toBe(wrong.otherId);
});
