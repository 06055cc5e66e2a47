import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aClass, type LessonPlan } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { aLecturer } from '#db/seed/builders/lecturers';
import { aCommission, aProvider } from '#db/seed/builders/organisations';
import { lecturerSearch } from '~/domain/lecturer/inputs';
import { listLecturerLessons, loadOf } from '~/domain/lecturer/load.server';
import { listNameable } from '~/domain/lecturer/nameable.server';
import { countLecturers, getLecturer, listLecturers, listSame } from '~/domain/lecturer/queries.server';
import { remindLapsing } from '~/domain/lecturer/remind-lapsing.server';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import type { UserActor } from '~/domain/shared/actor';
import { now } from '~/platform/clock.server';
import { moveClock, testDatabase } from '../../support/database';
import { asJob } from '../../support/importing';

const { db, sql, owner } = testDatabase();

let provider: Awaited<ReturnType<typeof aProvider>>;
let staff: UserActor;
let officer: UserActor;
let city: UserActor;
beforeEach(async () => {
  await owner()`update lesson set lecturer_id = null`;
  await owner()`delete from lecturer`;
  provider = await aProvider(db, { districtCode: '110105' });
  ({ actor: staff } = await aMember(db, 'provider_staff', provider));
  ({ actor: officer } = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110105' })));
  ({ actor: city } = await aMember(db, 'city_officer'));
});

const PAGE = { limit: 50, offset: 0 };
const namesOf = async (actor: UserActor, search: Record<string, string> = {}) =>
  (await listLecturers(actor, lecturerSearch.parse(search), now(), PAGE)).rows.map(({ name }) => name).sort();

async function everyKind() {
  const own = { organisationId: provider.id };
  const far = (await aProvider(db, { districtCode: '110108' })).id;
  await aLecturer(db, { ...own, name: '入库', employer: '演示甲院' });
  await aLecturer(db, { ...own, name: '将到期', approvedUntilOn: '2026-04-01', fields: ['safety', 'health_care'] });
  await aLecturer(db, { ...own, name: '已过期', approvedUntilOn: '2026-03-01' });
  await aLecturer(db, { ...own, name: '续期中', approvedUntilOn: '2026-04-01', renewalAskedAt: now() });
  await aLecturer(db, { ...own, name: '待审', status: 'submitted' });
  await aLecturer(db, { ...own, name: '退回', status: 'returned' });
  await aLecturer(db, { organisationId: far, name: '海淀师资' });
  await aLecturer(db, { organisationId: null, name: '市专家' });
  await aLecturer(db, { organisationId: null, name: '朝阳专家', districtCode: '110105' });
  await aLecturer(db, { organisationId: null, name: '海淀专家', districtCode: '110108' });
}

describe('who sees whom', () => {
  test('a provider its own, and the experts whom it may name', async () => {
    await everyKind();
    expect(await namesOf(staff)).toEqual(['入库', '将到期', '已过期', '续期中', '待审', '退回'].sort());
    expect(await namesOf(staff, { whose: 'experts' })).toEqual(['市专家', '朝阳专家'].sort());
    const nameable = (await listNameable(provider, now())).map(({ name }) => name);
    expect(nameable).toEqual(expect.arrayContaining(['入库', '已过期', '市专家', '朝阳专家']));
    expect(nameable).not.toContain('海淀专家');
    expect(nameable).not.toContain('海淀师资');
  });

  test('a district its area and the city’s experts, the city everybody', async () => {
    await everyKind();
    expect(await namesOf(officer)).not.toContain('海淀师资');
    expect(await namesOf(officer)).not.toContain('海淀专家');
    expect(await namesOf(officer)).toEqual(expect.arrayContaining(['入库', '市专家', '朝阳专家']));
    expect(await namesOf(city)).toHaveLength(10);
    expect(await namesOf(city, { district: 'city' })).toEqual(['市专家']);
  });

  test('filters and counts say the same', async () => {
    await everyKind();
    expect(await namesOf(officer, { state: 'to_decide' })).toEqual(['待审', '续期中'].sort());
    expect(await namesOf(officer, { state: 'lapsed' })).toEqual(['已过期']);
    expect(await namesOf(officer, { field: 'safety' })).toEqual(['将到期']);
    expect(await namesOf(officer, { kind: 'expert', q: '朝阳' })).toEqual(['朝阳专家']);
    expect(await namesOf(officer, { q: '甲院' })).toEqual(['入库']);
    expect(await namesOf(officer, { q: '%' })).toEqual([]);
    const counts = await countLecturers(officer, lecturerSearch.parse({}), now());
    expect(counts).toEqual({ all: 8, to_decide: 2, submitted: 1, approved: 3, lapsing: 2, lapsed: 1, returned: 1, withdrawn: 0 });
  });

  test('the same name at the same employer is pointed out', async () => {
    const first = await aLecturer(db, { organisationId: provider.id, name: '王敏', employer: '演示医院' });
    const second = await aLecturer(db, { organisationId: provider.id, name: '王敏', employer: '演示 医院' });
    await aLecturer(db, { organisationId: provider.id, name: '王敏', employer: '别的医院' });
    expect((await listSame(officer, first)).map(({ id }) => id)).toEqual([second.id]);
  });

  test('what may be done is what the policy allows', async () => {
    const row = await aLecturer(db, { organisationId: provider.id, status: 'submitted' });
    expect(await getLecturer(officer, row.id, now())).toMatchObject({ mayDecide: true, mayEdit: false, mayRenew: false });
    expect(await getLecturer(staff, row.id, now())).toMatchObject({ mayDecide: false, mayEdit: true, mayWithdraw: true });
    const expert = await aLecturer(db, { organisationId: null });
    expect(await getLecturer(staff, expert.id, now())).toMatchObject({ mayDecide: false, mayEdit: false, mayWithdraw: false });
    expect(await getLecturer(officer, expert.id, now())).toMatchObject({ mayDecide: false, mayEdit: false, mayWithdraw: false });
  });
});

describe('load', () => {
  test('counts what was held, by month, year and provider; a provider sees its own classes alone', async () => {
    const expert = await aLecturer(db, { organisationId: null });
    const other = await aProvider(db, { districtCode: '110108' });
    const lesson = (on: string, over: Partial<LessonPlan> = {}): LessonPlan => ({
      on,
      from: '09:00',
      until: '10:30',
      lecturerId: expert.id,
      ...over,
    });
    await aClass(db, {
      course: await aCourse(db, { providerId: provider.id }),
      lessons: [lesson('2026-02-03'), lesson('2026-02-04'), lesson('2026-02-05', { status: 'cancelled' }), lesson('2026-12-01')],
    });
    await aClass(db, { course: await aCourse(db, { providerId: other.id }), lessons: [lesson('2024-06-03')] });
    await aClass(db, { course: await aCourse(db, { providerId: other.id }), lessons: [lesson('2026-01-05')], status: 'cancelled' });

    const load = await loadOf(city, expert.id, now());
    expect(load.months.filter(({ minutes }) => minutes > 0)).toEqual([{ key: '2026-02', lessons: 2, minutes: 180 }]);
    expect(load.months).toHaveLength(12);
    expect(load.years).toMatchObject([
      { key: '2026', minutes: 180 },
      { key: '2024', minutes: 90 },
    ]);
    expect(load.providers.map(({ label, minutes }) => [label, minutes])).toEqual([
      [provider.name, 180],
      [other.name, 90],
    ]);
    expect(load.planned).toMatchObject({ lessons: 1, minutes: 90 });
    expect((await loadOf(staff, expert.id, now())).providers.map(({ label }) => label)).toEqual([provider.name]);
    expect(await listLecturerLessons(staff, expert.id, PAGE)).toMatchObject({ total: 3 });
    expect(await listLecturerLessons(city, expert.id, PAGE)).toMatchObject({ total: 4 });
  });
});

describe('reminders', () => {
  test('each organisation hears once of an end that comes near, and again of a new one', async () => {
    const row = await aLecturer(db, { organisationId: provider.id, approvedUntilOn: '2026-04-01' });
    await aLecturer(db, { organisationId: provider.id, approvedUntilOn: '2026-03-20' });
    await aLecturer(db, { organisationId: provider.id, approvedUntilOn: '2028-10-01' });
    await aLecturer(db, { organisationId: provider.id, approvedUntilOn: '2026-03-20', renewalAskedAt: now() });
    expect(await remindLapsing(asJob())).toBe(2);
    expect(await remindLapsing(asJob())).toBe(0);
    const [event] =
      await sql`select id, name, subject_id as "subjectId", data from event where name = 'lecturer.lapsing_reminded' order by seq desc limit 1`;
    if (!event) throw new Error('no event');
    expect(event).toMatchObject({ subjectId: provider.id, data: { firstUntilOn: '2026-03-20' } });
    const fact = { id: String(event.id), name: String(event.name), subjectId: String(event.subjectId), data: event.data };
    expect(await deliverMessages(asJob(), fact)).toBe(1);
    expect(await deliverMessages(asJob(), fact)).toBe(0);
    const [told] = await sql`select kind, link, params from notification where organisation_id = ${provider.id}`;
    expect(told).toMatchObject({ kind: 'lecturer_lapsing', link: '/provider/lecturers?state=lapsing', params: { count: 2 } });
    await sql`update lecturer set approved_until_on = '2027-04-01' where id = ${row.id}`;
    moveClock({ days: 350 });
    expect(await remindLapsing(asJob())).toBe(1);
  });
});
