import { describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { nominateStaff } from '~/domain/enrolment/nominate-staff.server';
import { requestEnrolment } from '~/domain/enrolment/request-enrolment.server';
import { withdrawEnrolment } from '~/domain/enrolment/withdraw-enrolment.server';
import type { Context } from '~/domain/shared/operation.server';
import { setClock, testDatabase } from '../../support/database';
import { aCaregiver, aSeatScene, aStudent, asking, seatState } from '../../support/seat-scenes';
import { contextOf, sevenQuestions } from '../../support/seven-questions';

const { db, sql } = testDatabase();
const TABLES = ['enrolment', 'training_class'];
const rowOf = async (id: string) => (await sql`select * from enrolment where id = ${id}`)[0];

sevenQuestions(
  'requestEnrolment',
  async () => {
    const { group, institution } = await aSeatScene(db);
    const { actor, post } = await aCaregiver(db, institution.id);
    const request = { ...asking(group.id), engagementId: post.id };
    const stranger = (await aCaregiver(db, institution.id)).actor;
    return { actor, stranger, group, institution, call: (ctx: Context) => requestEnrolment(ctx, request) };
  },
  {
    event: 'enrolment.requested',
    tables: TABLES,
    works: async (place, { group, institution }) => {
      expect(place).toMatchObject({ status: 'applied', queuePlace: null, isNew: true });
      expect(await rowOf(place.id)).toMatchObject({
        institution_id: institution.id,
        institution_answer: 'pending',
        institution_answer_due_on: '2026-03-13',
        role: 'caregiver',
        category: 'caregiver',
        district_code: institution.districtCode,
        operator_type: 'private',
      });
      expect(await seatState(group.id)).toMatchObject({ seatsTaken: 1 });
    },
    wrongState: {
      code: 'window_closed',
      scene: async () => {
        const { group } = await aSeatScene(db, { enrolUntilOn: '2026-03-09' });
        return { actor: (await aStudent(db)).actor, call: (ctx) => requestEnrolment(ctx, asking(group.id)) };
      },
    },
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'nominateStaff',
  async () => {
    const { group, institution, admin } = await aSeatScene(db);
    const { person } = await aCaregiver(db, institution.id);
    const stranger = (await aMember(db, 'institution_admin')).actor;
    const nomination = { classId: group.id, personIds: [person.id], overrideReason: '', remark: '' };
    return {
      actor: admin.actor,
      stranger,
      group,
      admin,
      call: (ctx: Context) => nominateStaff(ctx, nomination),
    };
  },
  {
    event: 'enrolment.nominated',
    tables: TABLES,
    works: async ([answer], { admin }) => {
      expect(answer).toMatchObject({ place: { status: 'applied', isNew: true }, refusal: null });
      expect(await rowOf(answer?.place?.id ?? '')).toMatchObject({ institution_answer: 'confirmed', nominated_by: admin.account.id });
    },
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'withdrawEnrolment',
  async () => {
    const { group, institution } = await aSeatScene(db);
    const { actor } = await aCaregiver(db, institution.id);
    const place = await requestEnrolment(contextOf(actor), asking(group.id));
    const stranger = (await aStudent(db)).actor;
    return { actor, stranger, group, call: (ctx: Context) => withdrawEnrolment(ctx, place.id, '行程有变') };
  },
  {
    event: 'enrolment.withdrawn',
    tables: TABLES,
    works: async (_, { group }) => expect(await seatState(group.id)).toMatchObject({ seatsTaken: 0, statuses: [{ status: 'withdrawn' }] }),
    wrongState: {
      code: 'withdrawal_too_late',
      scene: async () => {
        const { group } = await aSeatScene(db);
        const { actor } = await aStudent(db);
        const place = await requestEnrolment(contextOf(actor), asking(group.id));
        setClock('2026-03-17T09:00:00+08:00');
        return { actor, call: (ctx) => withdrawEnrolment(ctx, place.id, '行程有变') };
      },
    },
    wrongRole: async () => (await aMember(db, 'district_officer')).actor,
    repeated: 'unchanged',
  },
);

describe('who may enrol', () => {
  test('a newcomer waits while a seat is free for somebody who already waits', async () => {
    const { group } = await aSeatScene(db, { capacity: 1 });
    const [first, second, third] = await Promise.all([aStudent(db), aStudent(db), aStudent(db)]);
    const place = await requestEnrolment(contextOf(first.actor), asking(group.id));
    await requestEnrolment(contextOf(second.actor), asking(group.id));
    await withdrawEnrolment(contextOf(first.actor), place.id, '行程有变');
    expect(await requestEnrolment(contextOf(third.actor), asking(group.id))).toMatchObject({ status: 'waitlisted', queuePlace: 2 });
    expect((await seatState(group.id)).statuses.map((row) => row.status)).toEqual(['withdrawn', 'offered', 'waitlisted']);
  });

  test('without a post one says that one is before service, or is sent to the institution', async () => {
    const { group } = await aSeatScene(db);
    const { actor } = await aStudent(db);
    await sql`update person set is_pre_service = false where id = ${actor.personId ?? ''}`;
    await expect(requestEnrolment(contextOf(actor), asking(group.id))).rejects.toMatchObject({ code: 'institution_needed' });
    const place = await requestEnrolment(contextOf(actor), { ...asking(group.id), preService: true });
    expect(await rowOf(place.id)).toMatchObject({
      is_pre_service: true,
      institution_answer: 'not_needed',
      institution_id: null,
      district_code: group.districtCode,
    });
  });

  test('an account whose claim waits, and a class whose course is not public, are refused and unknown', async () => {
    const { group } = await aSeatScene(db);
    const { actor } = await aStudent(db);
    await expect(requestEnrolment(contextOf({ ...actor, personId: null }), asking(group.id))).rejects.toMatchObject({
      code: 'claim_pending',
    });
    await sql`update course set published_at = null where id = ${group.courseId}`;
    await expect(requestEnrolment(contextOf(actor), asking(group.id))).rejects.toMatchObject({ status: 404 });
    await expect(requestEnrolment(contextOf(actor), asking('not-an-id'))).rejects.toMatchObject({ status: 404 });
  });

  test('of several staff each is taken or refused by name; a reason lets another post in', async () => {
    const { group, institution, admin } = await aSeatScene(db);
    const fits = await aCaregiver(db, institution.id);
    const cook = await aPerson(db, { name: '赵厨' });
    await anEngagement(db, { personId: cook.id, institutionId: institution.id, role: 'principal' });
    const nomination = { classId: group.id, personIds: [fits.person.id, cook.id], overrideReason: '', remark: '' };
    const answers = await nominateStaff(contextOf(admin.actor), nomination);
    expect(answers.find((answer) => answer.name === '赵厨')).toMatchObject({ place: null, refusal: { code: 'not_eligible_category' } });
    expect(answers.find((answer) => answer.personId === fits.person.id)?.place).toMatchObject({ status: 'applied' });
    const again = await nominateStaff(contextOf(admin.actor), { ...nomination, overrideReason: '兼任保育工作' });
    expect(again.map((answer) => answer.place?.isNew).sort()).toEqual([false, true]);
  });

  test('somebody who is not on the staff list is not known, and nobody is nominated', async () => {
    const { group, institution, admin } = await aSeatScene(db);
    const own = await aCaregiver(db, institution.id);
    const foreign = await aCaregiver(db, (await anInstitution(db)).id);
    const nomination = { classId: group.id, personIds: [own.person.id, foreign.person.id], overrideReason: '', remark: '' };
    await expect(nominateStaff(contextOf(admin.actor), nomination)).rejects.toMatchObject({ status: 404 });
    expect(await seatState(group.id)).toMatchObject({ seatsTaken: 0 });
  });
});
