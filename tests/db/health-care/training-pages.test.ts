import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { describe, expect, test } from 'vitest';
import { offPost } from '#db/schema';
import { aMember, aSession } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { aClass } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { aHealthCareRule, aHealthCareSegment } from '#db/seed/builders/health-care';
import { aCommission, anInstitution, aProvider } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { listStaffNeeds } from '~/domain/enrolment/staff-needs.server';
import { countOwing, findOwed } from '~/domain/health-care/training/owed.server';
import { listOwing } from '~/domain/health-care/training/owing-institutions.server';
import { EXPORT_LISTS } from '~/domain/report/export-lists.server';
import { newId } from '~/domain/shared/id';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { action, loader as page } from '~/routes/institution.health-care._index';
import { testDatabase } from '../../support/database';

const { db, sql, owner } = testDatabase();
const args = (cookie: string, body?: URLSearchParams) =>
  ({
    request: new Request(
      'http://test.local/institution/health-care',
      body ? { method: 'POST', body, headers: { cookie } } : { headers: { cookie } },
    ),
    params: {},
    context: { clientAddress: 'training pages' },
  }) as unknown as LoaderFunctionArgs & ActionFunctionArgs;
const EVERYTHING = { limit: 50, offset: 0 };

/** An institution with its administrator, and a class of the city's centre with free seats. */
async function aHouse() {
  const institution = await anInstitution(db);
  const admin = await aMember(db, 'institution_admin', institution);
  const staff = async (name: string, columns: Parameters<typeof anEngagement>[1] = {}, who: Parameters<typeof aPerson>[1] = {}) => {
    const person = await aPerson(db, { name, bornOn: '1990-01-01', education: 'associate', ...who });
    const post = await anEngagement(db, { personId: person.id, institutionId: institution.id, role: 'health_staff', ...columns });
    return { ...person, post };
  };
  return { institution, admin, staff, cookie: (await aSession(db, admin)).cookie };
}
const aCentre = (districtCode: string | null) => aProvider(db, { kind: 'mch_centre', districtCode });
const aHealthClass = async (columns: Parameters<typeof aClass>[1] = {}) =>
  aClass(db, { course: await aCourse(db, { providerId: (await aCentre(null)).id, categories: ['health_staff'] }), ...columns });
const today = () => beijingDate(now());

describe('the institution', () => {
  test('sees what it owes today by the rule in force, and nothing where it is not new', async () => {
    const { institution } = await aHouse();
    expect(await findOwed(institution.id, today())).toBeNull();
    const rule = await aHealthCareRule(db, { graceDays: 60 });
    const filedOn = addDays(today(), -40);
    const about = { institutionId: institution.id, ruleId: rule.id, filedOn, dueOn: addDays(filedOn, 60) };
    await aHealthCareSegment(db, { ...about, fromOn: filedOn, untilOn: addDays(today(), -10) });
    await aHealthCareSegment(db, {
      ...about,
      fromOn: addDays(today(), -10),
      required: 2,
      requiredFullTime: 2,
      dueReason: 'capacity_raised',
    });
    expect(await findOwed(institution.id, today())).toMatchObject({
      required: 2,
      dueReason: 'capacity_raised',
      rule: { graceDays: 60, isOfficial: false },
    });
    expect(await findOwed(institution.id, addDays(today(), -11))).toMatchObject({ required: 1, dueReason: 'filed' });
    expect(await findOwed(institution.id, addDays(today(), -41))).toBeNull();
  });

  test('sees its health-care staff with the certificate that speaks for each, and nobody else', async () => {
    const { staff, cookie } = await aHouse();
    const family = { family: 'health_care_training' as const, occupation: null, level: null };
    const [valid, ended, waits] = [await staff('甲有效'), await staff('乙到期'), await staff('丙待核')];
    await staff('丁没有', { isFullTime: false });
    await staff('戊实习', { isIntern: true });
    await staff('己保育', { role: 'caregiver' });
    const away = await staff('庚离岗');
    await db.insert(offPost).values({ id: newId(), engagementId: away.post.id, fromOn: '2026-01-01', createdAt: now() });
    await aCertificate(db, { ...family, personId: valid.id, number: 'W1', issuedOn: '2020-01-01', validUntil: addDays(today(), -1) });
    await aCertificate(db, { ...family, personId: valid.id, number: 'W2', issuedOn: '2024-01-01', validUntil: today() });
    await aCertificate(db, { ...family, personId: ended.id, number: 'W3', validUntil: addDays(today(), -1) });
    await aCertificate(db, { ...family, personId: waits.id, number: 'W4', status: 'submitted' });
    const shown = (await page(args(cookie))) as { staff: { name: string; state: string; number: string | null; isFullTime: boolean }[] };
    expect(shown.staff.map(({ name, state, number, isFullTime }) => [name, state, number, isFullTime])).toEqual([
      ['丁没有', 'none', null, false],
      ['丙待核', 'submitted', 'W4', true],
      ['乙到期', 'expired', 'W3', true],
      ['甲有效', 'valid', 'W2', true],
    ]);
  });

  test('nominates whoever lacks the certificate in one step; who may not come is told why', async () => {
    const { institution, staff, cookie } = await aHouse();
    const [one, two] = [await staff('甲'), await staff('乙', {}, { education: null })];
    const { id } = await aHealthClass();
    const need = async () => (await listStaffNeeds(institution.id, now())).groups.find((group) => group.need === 'health_training');
    const found = await need();
    expect(found?.next?.id).toBe(id);
    const said = (personId: string) => found?.people.find((each) => each.personId === personId);
    expect(said(one.id)).toMatchObject({ fits: true, whyNot: null });
    expect(said(two.id)).toMatchObject({ fits: false, whyNot: { code: 'education_unknown' } });
    const body = new URLSearchParams([
      ['classId', id],
      ['person[]', one.id],
      ['person[]', two.id],
    ]);
    const answer = (await action(args(cookie, body))) as { results: { personId: string; refusal: { code: string } | null }[] };
    expect(new Map(answer.results.map(({ personId, refusal }) => [personId, refusal?.code ?? null]))).toEqual(
      new Map([
        [one.id, null],
        [two.id, 'education_unknown'],
      ]),
    );
    expect((await need())?.people.find(({ personId }) => personId === one.id)).toMatchObject({ enrolledIn: expect.any(String) });
  });

  test('is offered a refresher for a certificate about to end, and never for the first one', async () => {
    const { institution, staff } = await aHouse();
    const who = await staff('甲');
    const trainingClass = await aHealthClass();
    const outlines = JSON.stringify([{ category: 'health_staff', outlineId: newId(), version: 1, meetsOutline: false }]);
    await owner()`update syllabus_version set content = jsonb_set(content, '{outlines}', ${outlines}::text::jsonb) where id = ${trainingClass.syllabusVersionId}`;
    // Classes of the other tests are full for this one.
    await sql`update training_class set capacity = seats_taken where id <> ${trainingClass.id} and capacity > seats_taken and seats_taken > 0`;
    await sql`update training_class set enrol_until_on = enrol_from_on where id <> ${trainingClass.id}`;
    const need = async () => (await listStaffNeeds(institution.id, now())).groups.find((group) => group.need === 'health_training');
    expect(await need()).toMatchObject({ next: null, people: [{ endsOn: null }] });
    const ends = addDays(today(), 90);
    const family = { family: 'health_care_training' as const, occupation: null, level: null };
    const held = await aCertificate(db, { ...family, personId: who.id, validUntil: ends });
    expect(await need()).toMatchObject({ next: { id: trainingClass.id }, people: [{ endsOn: ends, fits: true }] });
    await sql`update certificate set valid_until = ${addDays(today(), 91)} where id = ${held.id}`;
    expect(await need()).toBeUndefined();
  });
});

describe('the centre', () => {
  const FILTER = { state: 'all' as const, q: '' };
  async function aField() {
    const place = async (districtCode: string, columns: Omit<Parameters<typeof aHealthCareSegment>[1], 'institutionId'> = {}) => {
      const built = await anInstitution(db, { districtCode });
      await aHealthCareSegment(db, { institutionId: built.id, districtCode, ...columns });
      return built;
    };
    const near = {
      waiting: await place('110117', { filedOn: addDays(today(), -20) }),
      overdue: await place('110117', { filedOn: addDays(today(), -200), standing: 'overdue' }),
      covered: await place('110117', { standing: 'in_time' }),
    };
    const far = await place('110118');
    const member = async (districtCode: string | null) => (await aMember(db, 'provider_staff', await aCentre(districtCode))).actor;
    return { near, far, member };
  }
  const user = (actor: Awaited<ReturnType<typeof aMember>>['actor']) => {
    if (actor.kind !== 'user') throw new Error('not somebody');
    return actor;
  };

  test('sees the new institutions of its area by due day; the city-level centre every district', async () => {
    const { near, far, member } = await aField();
    const own = user(await member('110117'));
    const names = async (actor: typeof own, filter = {}) =>
      (await listOwing(actor, { ...FILTER, ...filter }, now(), EVERYTHING)).rows.map(({ name }) => name);
    expect(await names(own)).toEqual([near.overdue.name, near.waiting.name, near.covered.name]);
    expect(await names(own, { state: 'open' })).toEqual([near.overdue.name, near.waiting.name]);
    expect(await names(own, { state: 'covered' })).toEqual([near.covered.name]);
    expect(await names(own, { q: near.waiting.name })).toEqual([near.waiting.name]);
    // Another district in the address opens nothing.
    expect(await names(own, { district: '110118' })).not.toContain(far.name);
    const city = user(await member(null));
    expect(await names(city, { district: '110118' })).toEqual([far.name]);
    expect(await names(city)).toEqual(expect.arrayContaining([near.overdue.name, far.name]));
    expect(await countOwing(own, now())).toEqual({ waiting: 1, overdue: 1, nextDueOn: addDays(today(), 70) });
  });

  test('takes out what the page shows', async () => {
    const { near, member } = await aField();
    const actor = user(await member('110117'));
    const { total, columns } = await EXPORT_LISTS['owing-institutions'].find(
      { actor, search: { q: near.overdue.name }, now: now() },
      'zh-CN',
    );
    expect(total).toBe(1);
    expect(columns).toHaveLength(10);
  });

  test('sees who is enrolled already', async () => {
    const { near, member } = await aField();
    const trainingClass = await aHealthClass();
    const seat = { trainingClass, status: 'approved' as const, category: 'health_staff' as const, institutionId: near.waiting.id };
    await anEnrolment(db, { ...seat, personId: (await aPerson(db)).id });
    const { rows } = await listOwing(user(await member('110117')), { ...FILTER, q: near.waiting.name }, now(), EVERYTHING);
    expect(rows).toMatchObject([{ enrolled: 1, required: 1, trained: 0 }]);
  });

  test('another provider does not know of the list, and an officer has one of her own', async () => {
    await aField();
    const college = user((await aMember(db, 'provider_staff')).actor);
    await expect(listOwing(college, FILTER, now(), EVERYTHING)).rejects.toMatchObject({ status: 404 });
    expect(await countOwing(college, now())).toEqual({ waiting: 0, overdue: 0, nextDueOn: null });
    const officer = user((await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110117' }))).actor);
    await expect(listOwing(officer, FILTER, now(), EVERYTHING)).rejects.toMatchObject({ status: 403 });
    expect((await countOwing(officer, now())).overdue).toBeGreaterThan(0);
    const admin = user((await aMember(db, 'institution_admin')).actor);
    await expect(countOwing(admin, now())).rejects.toMatchObject({ status: 403 });
  });
});
