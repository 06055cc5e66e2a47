import { describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { nextNumber } from '#db/seed/builders/synthetic';
import { aStudent } from '#db/seed/builders/talent';
import type { Context } from '~/domain/shared/operation.server';
import { acceptPlacement, declinePlacement } from '~/domain/talent/placement/answer-placement.server';
import { changePlacement } from '~/domain/talent/placement/change-placement.server';
import { extendPlacement } from '~/domain/talent/placement/extend-placement.server';
import { proposePlacements } from '~/domain/talent/placement/propose-placements.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aPlacementScene, engagementRow, eventsOf, placementRow } from './placement-scenes';

const { db, sql } = testDatabase();
const TABLES = ['placement', 'engagement'];
const trainee = async () => (await aPlacementScene(db)).trainee;

const term = {
  kind: 'post' as const,
  role: 'caregiver' as const,
  fromOn: '2026-04-01',
  untilOn: '2026-09-30',
  hoursPerDay: 8,
  agreementSignedOn: '2026-03-05',
  insuredUntilOn: '2026-10-31',
  collegeMentor: '周老师',
};
const line = (studentId: string, agreementNo = `A-${nextNumber()}`) => ({
  studentId,
  agreementNo,
  insuranceNo: 'B-1',
  guardianConsent: false,
});

sevenQuestions(
  'proposePlacements',
  async () => {
    const { teacher, strangeTeacher, institution, student } = await aPlacementScene(db);
    const entry = { institutionId: institution.id, ...term, students: [line(student.id)] };
    return { actor: teacher, stranger: strangeTeacher, student, call: (ctx: Context) => proposePlacements(ctx, entry) };
  },
  {
    event: 'placement.proposed',
    tables: TABLES,
    works: async ([answer], { student }) => {
      expect(answer).toMatchObject({ studentId: student.id, refusal: null });
      expect(await placementRow(answer?.placementId ?? '')).toMatchObject({ status: 'proposed', person_id: student.personId });
      expect((await eventsOf('placement.batch_proposed')).at(-1)?.data).toMatchObject({ placementIds: [answer?.placementId] });
    },
    wrongState: {
      code: 'placement_days',
      scene: async () => {
        const { teacher, institution, student } = await aPlacementScene(db);
        const entry = { institutionId: institution.id, ...term, untilOn: '2026-03-31', students: [line(student.id)] };
        return { actor: teacher, call: (ctx) => proposePlacements(ctx, entry) };
      },
    },
    wrongRole: trainee,
    repeated: 'unchanged',
  },
);

test('each student is taken or refused on her own, by name', async () => {
  const { teacher, institution, student, college } = await aPlacementScene(db);
  const of = async (bornOn: string | null, columns = {}) =>
    aStudent(db, { collegeId: college.id, personId: (await aPerson(db, { bornOn })).id, ...columns });
  const young = await of('2010-04-02');
  const sixteen = await of('2010-04-01');
  const gone = await of('2005-01-01', { status: 'graduated', endedOn: '2026-01-31' });
  const students = [line(student.id, 'X-1'), line(sixteen.id, 'X-2'), line(young.id), line(gone.id), line((await of(null)).id, 'X-1')];
  const nameless = { ...line((await of(null)).id), agreementNo: '' };
  const answers = await proposePlacements(contextOf(teacher), {
    institutionId: institution.id,
    ...term,
    students: [...students, nameless],
  });
  expect(answers.map(({ refusal }) => refusal?.code ?? 'ok')).toEqual([
    ...['ok', 'ok', 'too_young', 'student_not_studying', 'placement_agreement_taken', 'placement_agreement_missing'],
  ]);
  const [batch, ...more] = (await eventsOf('placement.batch_proposed')).filter((event) => event.subject_id === college.id);
  expect(batch?.data.placementIds).toHaveLength(2);
  expect(more).toEqual([]);
});

test('an institution that closed, or none, takes nobody', async () => {
  const { teacher, student } = await aPlacementScene(db);
  const closed = await anInstitution(db, { filingStatus: 'cancelled' });
  for (const institutionId of [closed.id, student.id]) {
    const call = proposePlacements(contextOf(teacher), { institutionId, ...term, students: [line(student.id)] });
    await expect(call).rejects.toMatchObject({ code: 'institution_unknown' });
  }
});

const change = { ...term, agreementNo: 'NEW-1', insuranceNo: '', guardianConsent: true };
sevenQuestions(
  'changePlacement',
  async () => {
    const { teacher, strangeTeacher, placement } = await aPlacementScene(db);
    return { actor: teacher, stranger: strangeTeacher, placement, call: (ctx: Context) => changePlacement(ctx, placement.id, change) };
  },
  {
    event: 'placement.changed',
    tables: TABLES,
    works: async (_nothing, { placement }) => {
      expect(await placementRow(placement.id)).toMatchObject({ agreement_no: 'NEW-1', guardian_consent: true, insurance_no: '' });
    },
    wrongState: {
      code: 'placement_answered',
      scene: async () => {
        const { teacher, placement } = await aPlacementScene(db, { status: 'accepted' });
        return { actor: teacher, call: (ctx) => changePlacement(ctx, placement.id, change) };
      },
    },
    wrongRole: trainee,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'acceptPlacement',
  async () => {
    const { head, strangeHead, placement } = await aPlacementScene(db);
    return { actor: head, stranger: strangeHead, placement, call: (ctx: Context) => acceptPlacement(ctx, placement.id, '吴老师') };
  },
  {
    event: 'placement.accepted',
    tables: TABLES,
    works: async (_nothing, { placement }) => {
      const row = await placementRow(placement.id);
      expect(row).toMatchObject({ status: 'accepted', institution_mentor: '吴老师' });
      expect(await engagementRow(row?.engagement_id)).toMatchObject({ is_intern: true, start_on: placement.fromOn, end_on: null });
    },
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const { head, placement } = await aPlacementScene(db, { status: 'declined', reason: '名额已满' });
        return { actor: head, call: (ctx) => acceptPlacement(ctx, placement.id, '吴老师') };
      },
    },
    wrongRole: async () => (await aPlacementScene(db)).teacher,
    repeated: 'unchanged',
  },
);

describe('the post of an intern', () => {
  test('is reused where she is one already', async () => {
    const { head, placement, person, institution } = await aPlacementScene(db);
    const post = await anEngagement(db, { personId: person.id, institutionId: institution.id, isIntern: true, startOn: '2026-02-01' });
    await acceptPlacement(contextOf(head), placement.id, '吴老师');
    expect(await placementRow(placement.id)).toMatchObject({ engagement_id: post.id });
    expect(await sql`select id from engagement where person_id = ${person.id}`).toHaveLength(1);
  });

  test('is refused to somebody who is on the staff', async () => {
    const { head, placement, person, institution } = await aPlacementScene(db);
    await anEngagement(db, { personId: person.id, institutionId: institution.id });
    await expect(acceptPlacement(contextOf(head), placement.id, '吴老师')).rejects.toMatchObject({ code: 'placement_is_staff' });
  });
});

sevenQuestions(
  'declinePlacement',
  async () => {
    const { head, strangeHead, placement } = await aPlacementScene(db);
    return { actor: head, stranger: strangeHead, placement, call: (ctx: Context) => declinePlacement(ctx, placement.id, '名额已满') };
  },
  {
    event: 'placement.declined',
    tables: TABLES,
    works: async (_nothing, { placement }) => {
      expect(await placementRow(placement.id)).toMatchObject({ status: 'declined', reason: '名额已满', engagement_id: null });
    },
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const { head, placement } = await aPlacementScene(db, { status: 'accepted' });
        return { actor: head, call: (ctx) => declinePlacement(ctx, placement.id, '名额已满') };
      },
    },
    wrongRole: async () => (await aMember(db, 'city_officer')).actor,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'extendPlacement',
  async () => {
    const { teacher, strangeTeacher, placement } = await aPlacementScene(db, { status: 'accepted' });
    const later = { untilOn: '2026-12-31', insuredUntilOn: '2027-01-31' };
    return { actor: teacher, stranger: strangeTeacher, placement, call: (ctx: Context) => extendPlacement(ctx, placement.id, later) };
  },
  {
    event: 'placement.extended',
    tables: TABLES,
    works: async (_nothing, { placement }) => {
      expect(await placementRow(placement.id)).toMatchObject({ until_on: '2026-12-31', insured_until_on: '2027-01-31' });
    },
    wrongState: {
      code: 'placement_extend_later',
      scene: async () => {
        const { teacher, placement } = await aPlacementScene(db, { status: 'accepted' });
        return { actor: teacher, call: (ctx) => extendPlacement(ctx, placement.id, { untilOn: '2026-03-01', insuredUntilOn: null }) };
      },
    },
    wrongRole: async () => (await aPlacementScene(db)).head,
    repeated: 'unchanged',
  },
);
