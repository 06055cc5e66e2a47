import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { engagement, offPost } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { changeFiling } from '~/domain/organisation/change-filing.server';
import { restoreOrganisation } from '~/domain/organisation/restore-organisation.server';
import { closeInstitution } from '~/domain/person/close-institution.server';
import { mergeInstitutions } from '~/domain/person/merge-institutions.server';
import { newId } from '~/domain/shared/id';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { anInstitutionWithOfficers, fileOf, periodsOf, rowOf } from './institution-scene';

const { db } = testDatabase();
const TABLES = ['organisation', 'institution_file', 'institution_period', 'engagement', 'off_post'];
const FROM = '2026-02-01';
const stranger = async () => (await aMember(db, 'institution_admin')).actor;
const postsOf = (personId: string) =>
  db.select().from(engagement).where(eq(engagement.personId, personId)).orderBy(asc(engagement.startOn), asc(engagement.id));

async function withStaff(columns: Parameters<typeof anInstitution>[1] = {}) {
  const found = await anInstitutionWithOfficers(columns);
  const into = await anInstitution(db);
  const person = await aPerson(db);
  const post = await anEngagement(db, { personId: person.id, institutionId: found.place.id, startOn: '2024-03-01', isMainPost: true });
  return { ...found, into, personId: person.id, post };
}

const closing =
  (columns = {}) =>
  async () => {
    const found = await withStaff(columns);
    return { ...found, call: (ctx: Context) => closeInstitution(ctx, found.place.id, { fromOn: FROM, reason: '停办' }) };
  };
sevenQuestions('closeInstitution', closing(), {
  event: 'institution.closed',
  tables: TABLES,
  works: async (_, { place, personId }) => {
    expect(await rowOf(place.id)).toMatchObject({ status: 'suspended', filingStatus: 'cancelled' });
    expect(await fileOf(place.id)).toMatchObject({ closedOn: FROM });
    expect(await postsOf(personId)).toMatchObject([{ endOn: FROM }]);
    expect(await periodsOf(place.id)).toMatchObject([
      { filing: 'filed', untilOn: FROM },
      { filing: 'cancelled', untilOn: null },
    ]);
  },
  wrongState: { scene: closing({ status: 'applied' }), code: 'wrong_state' },
  wrongRole: stranger,
  repeated: 'unchanged',
});

const merging =
  (columns = {}) =>
  async () => {
    const found = await withStaff(columns);
    const merger = { intoId: found.into.id, fromOn: FROM, reason: '合并办学' };
    return { ...found, call: (ctx: Context) => mergeInstitutions(ctx, found.place.id, merger) };
  };
sevenQuestions('mergeInstitutions', merging(), {
  event: 'institution.merged',
  tables: TABLES,
  works: async (_, { place, into, personId }) => {
    expect(await fileOf(place.id)).toMatchObject({ mergedIntoId: into.id, closedOn: FROM });
    expect(await rowOf(place.id)).toMatchObject({ status: 'suspended', filingStatus: 'cancelled' });
    expect(await periodsOf(place.id)).toMatchObject([{ filing: 'filed', untilOn: FROM }, { filing: 'cancelled' }]);
    expect(await postsOf(personId)).toMatchObject([
      { institutionId: place.id, startOn: '2024-03-01', endOn: FROM },
      { institutionId: into.id, startOn: FROM, endOn: null, isMainPost: true },
    ]);
  },
  wrongState: { scene: merging({ status: 'applied' }), code: 'wrong_state' },
  wrongRole: stranger,
  repeated: 'unchanged',
});

test('an institution that closed opens again by filing; one that was merged does not', async () => {
  const { actor, place, into } = await withStaff();
  await closeInstitution(contextOf(actor), place.id, { fromOn: FROM, reason: '停办' });
  await expect(restoreOrganisation(contextOf(actor), place.id, '恢复')).rejects.toMatchObject({ code: 'institution_closed' });
  const again = { to: 'filed' as const, fromOn: '2026-03-01', reason: '恢复', filingNo: '演示备字3号' };
  await changeFiling(contextOf(actor), place.id, again);
  expect(await rowOf(place.id)).toMatchObject({ status: 'approved', filingStatus: 'filed', filedOn: '2026-03-01' });
  expect(await fileOf(place.id)).toMatchObject({ closedOn: null });
  await mergeInstitutions(contextOf(actor), place.id, { intoId: into.id, fromOn: '2026-03-05', reason: '合并' });
  await expect(changeFiling(contextOf(actor), place.id, { ...again, fromOn: '2026-03-06' })).rejects.toMatchObject({
    code: 'institution_merged',
  });
});

test('leave goes along, a post there already stays, and a post that would have begun later begins there', async () => {
  const { actor, place, into, personId, post } = await withStaff();
  await db.insert(offPost).values({ id: newId(), engagementId: post.id, fromOn: '2026-01-10', untilOn: null, createdAt: now() });
  const both = (await aPerson(db)).id;
  const kept = await anEngagement(db, { personId: both, institutionId: into.id, startOn: '2025-01-01' });
  await anEngagement(db, { personId: both, institutionId: place.id, startOn: '2025-05-01', isFullTime: false });
  const late = (await aPerson(db)).id;
  await anEngagement(db, { personId: late, institutionId: place.id, startOn: '2026-02-20' });
  await mergeInstitutions(contextOf(actor), place.id, { intoId: into.id, fromOn: FROM, reason: '合并' });
  const leave = await db.select().from(offPost).orderBy(asc(offPost.fromOn));
  expect(leave).toMatchObject([
    { engagementId: post.id, untilOn: FROM },
    { fromOn: FROM, untilOn: null },
  ]);
  expect((await postsOf(personId)).at(-1)).toMatchObject({ institutionId: into.id, onPost: false });
  expect((await postsOf(both)).filter((row) => row.endOn === null)).toMatchObject([{ id: kept.id }]);
  expect(await postsOf(late)).toMatchObject([
    { institutionId: place.id, startOn: '2026-02-20', endOn: '2026-02-20' },
    { institutionId: into.id, startOn: '2026-02-20', endOn: null },
  ]);
});

test('an institution goes into another at work, of the same officer’s area', async () => {
  const { actor, place, into } = await withStaff();
  const merge = (intoId: string) => mergeInstitutions(contextOf(actor), place.id, { intoId, fromOn: FROM, reason: '合并' });
  await expect(merge(place.id)).rejects.toMatchObject({ code: 'merge_into_itself' });
  const far = await anInstitution(db, { districtCode: '110108' });
  await expect(merge(far.id)).rejects.toMatchObject({ status: 404 });
  await closeInstitution(contextOf(actor), into.id, { fromOn: FROM, reason: '停办' });
  await expect(merge(into.id)).rejects.toMatchObject({ code: 'merge_into_closed', field: 'intoId' });
  await aCommission(db, 'city');
  const city = await aMember(db, 'city_officer');
  await mergeInstitutions(contextOf(city.actor), place.id, { intoId: far.id, fromOn: FROM, reason: '跨区合并' });
  expect(await fileOf(place.id)).toMatchObject({ mergedIntoId: far.id });
});
