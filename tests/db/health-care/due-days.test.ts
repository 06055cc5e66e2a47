import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { event, notification } from '#db/schema';
import { aCommission, aProvider } from '#db/seed/builders/organisations';
import { jobsFor } from '#jobs/catalog';
import { remindHealthCareJob } from '#jobs/handlers/health-care';
import { shipHealthCareRule } from '~/domain/health-care/rule/ship-rule.server';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { CLEARED, newlyFiled, refresh, system, trainedWorker } from './clock-scene';

const { db, owner } = testDatabase();
const today = () => beijingDate(now());
const on = (days: number) => ({ ...system(), now: new Date(now().getTime() + days * 86_400_000) });

beforeEach(async () => {
  await owner().unsafe(CLEARED);
  await shipHealthCareRule(system());
});

/** What the institution was told, after the job ran on a day so many days from now. */
const told = async (institutionId: string, days: number) => {
  await remindHealthCareJob({ ctx: on(days) });
  const rows = await db
    .select()
    .from(event)
    .where(and(eq(event.name, 'health_care.due_reminded'), eq(event.subjectId, institutionId)))
    .orderBy(event.seq);
  return rows.map(({ data }) => (data as { kind: string }).kind);
};

test('a due day is told when it begins, when it comes near and when it has passed, once each', async () => {
  const { id } = await newlyFiled({ filedOn: today() });
  await refresh();
  expect(await told(id, 0)).toEqual(['begun']);
  expect(await told(id, 0)).toEqual(['begun']);
  expect(await told(id, 75)).toEqual(['begun']);
  expect(await told(id, 76)).toEqual(['begun', 'near']);
  expect(await told(id, 90)).toEqual(['begun', 'near']);
  expect(await told(id, 91)).toEqual(['begun', 'near', 'overdue']);
  expect(await told(id, 200)).toEqual(['begun', 'near', 'overdue']);
});

test('one that passed before anybody looked is told as passed alone; one that is covered is not told', async () => {
  const late = await newlyFiled({ filedOn: addDays(today(), -100) });
  const covered = await newlyFiled({ filedOn: addDays(today(), -100) });
  await trainedWorker(covered.id, { post: { startOn: '2024-01-01' }, held: { issuedOn: '2024-01-01' } });
  await refresh();
  expect([await told(late.id, 0), await told(covered.id, 0)]).toEqual([['overdue'], []]);
});

test('the institution, its district and the centres of district and city hear of it, others do not', async () => {
  const district = await aCommission(db, 'district', { districtCode: '110109' });
  const centre = await aProvider(db, { kind: 'mch_centre', districtCode: '110109' });
  const ofCity = await aProvider(db, { kind: 'mch_centre', districtCode: null });
  const elsewhere = await aProvider(db, { kind: 'mch_centre', districtCode: '110117' });
  const college = await aProvider(db, { kind: 'college', districtCode: '110109' });
  const { id } = await newlyFiled({ filedOn: today(), districtCode: '110109' });
  await refresh();
  await told(id, 0);
  const [said] = await db
    .select()
    .from(event)
    .where(and(eq(event.name, 'health_care.due_reminded'), eq(event.subjectId, id)));
  if (!said) throw new Error('nothing was said');
  expect(jobsFor(said.name)).toContain('messages.deliver');
  for (let twice = 0; twice < 2; twice++) await deliverMessages(system(), said);
  const rows = await db.select().from(notification).where(eq(notification.eventId, said.id));
  expect(new Map(rows.map((row) => [row.organisationId, row.link]))).toEqual(
    new Map([
      [id, '/institution/health-care'],
      [district.id, '/commission/health-care/institutions?standing=waiting'],
      [centre.id, '/provider/health-care'],
      [ofCity.id, '/provider/health-care'],
    ]),
  );
  expect(rows.map(({ organisationId }) => organisationId)).not.toContain(elsewhere.id);
  expect(rows.map(({ organisationId }) => organisationId)).not.toContain(college.id);
  expect(rows[0]).toMatchObject({ kind: 'health_care_begun', params: { due: addDays(today(), 90) } });
});
