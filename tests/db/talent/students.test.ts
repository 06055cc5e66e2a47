import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { person, student } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aProvider } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { syntheticIdentity, syntheticIdentityOf } from '#db/seed/builders/synthetic';
import { aMajor, aProgrammePoint, aStudent } from '#db/seed/builders/talent';
import { mergePersons } from '~/domain/person/merge-persons.server';
import type { Context } from '~/domain/shared/operation.server';
import { correctStudent } from '~/domain/talent/correct-student.server';
import { endStudent, reinstateStudent } from '~/domain/talent/end-student.server';
import { enterStudent } from '~/domain/talent/enter-student.server';
import { removeStudent } from '~/domain/talent/remove-student.server';
import { getStudent, listStudents } from '~/domain/talent/student-queries.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aCollege, aStranger } from './student-scenes';

const { db } = testDatabase();
let nth = 700;
const anEntry = (pointId: string, change: Partial<Parameters<typeof enterStudent>[1]> = {}) => {
  nth += 1;
  return {
    name: '陈小雨',
    idType: 'resident_id' as const,
    idNumber: syntheticIdentity(nth, 'female'),
    pointId,
    studentNo: `N${nth}`,
    className: '托育一班',
    enrolledOn: '2025-09-01',
    ...change,
  };
};
const rowOf = async (id: string) => (await db.select().from(student).where(eq(student.id, id)))[0];
const institutionAdmin = async () => (await aMember(db, 'institution_admin')).actor;

sevenQuestions(
  'enterStudent',
  async () => {
    const { actor, point, college } = await aCollege();
    const entry = anEntry(point.id);
    return { actor, college, call: (ctx: Context) => enterStudent(ctx, entry) };
  },
  {
    event: 'student.entered',
    tables: ['student', 'person'],
    works: async (id, { college }) => {
      const row = await rowOf(id);
      expect(row).toMatchObject({ collegeId: college.id, status: 'studying', endedOn: null, className: '托育一班' });
      const [her] = await db
        .select()
        .from(person)
        .where(eq(person.id, row?.personId ?? ''));
      expect(her).toMatchObject({ name: '陈小雨', isPreService: true });
    },
    wrongRole: institutionAdmin,
    repeated: 'makes another',
  },
);

sevenQuestions(
  'correctStudent',
  async () => {
    const { actor, student: entry } = await aCollege();
    const studies = { pointId: entry.pointId, studentNo: entry.studentNo, className: '二班', enrolledOn: '2024-09-02' };
    return { actor, entry, stranger: await aStranger(), call: (ctx: Context) => correctStudent(ctx, entry.id, studies) };
  },
  {
    event: 'student.corrected',
    tables: ['student'],
    works: async (_result, { entry }) => expect(await rowOf(entry.id)).toMatchObject({ className: '二班', enrolledOn: '2024-09-02' }),
    wrongRole: institutionAdmin,
    repeated: 'unchanged',
  },
);

const ending = async (columns: Partial<typeof student.$inferInsert> = {}) => {
  const { actor, student: entry } = await aCollege();
  await db
    .update(student)
    .set({ status: 'studying', ...columns })
    .where(eq(student.id, entry.id));
  return {
    actor,
    entry,
    stranger: await aStranger(),
    call: (ctx: Context) => endStudent(ctx, entry.id, { status: 'graduated', endedOn: '2026-01-10' }),
  };
};
sevenQuestions('endStudent', ending, {
  event: 'student.ended',
  tables: ['student'],
  works: async (_result, { entry }) => expect(await rowOf(entry.id)).toMatchObject({ status: 'graduated', endedOn: '2026-01-10' }),
  wrongState: { scene: () => ending({ status: 'left', endedOn: '2025-03-01' }), code: 'wrong_state' },
  wrongRole: institutionAdmin,
  repeated: 'unchanged',
});

sevenQuestions(
  'reinstateStudent',
  async () => {
    const scene = await ending({ status: 'graduated', endedOn: '2025-07-01' });
    return { ...scene, call: (ctx: Context) => reinstateStudent(ctx, scene.entry.id) };
  },
  {
    event: 'student.reinstated',
    tables: ['student'],
    works: async (_result, { entry }) => expect(await rowOf(entry.id)).toMatchObject({ status: 'studying', endedOn: null }),
    wrongRole: institutionAdmin,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'removeStudent',
  async () => {
    const scene = await ending();
    return { ...scene, call: (ctx: Context) => removeStudent(ctx, scene.entry.id, '登错学校') };
  },
  {
    event: 'student.removed',
    tables: ['student', 'person'],
    works: async (_result, { entry }) => {
      expect(await rowOf(entry.id)).toBeUndefined();
      expect(await db.select().from(person).where(eq(person.id, entry.personId))).toHaveLength(1);
    },
    wrongRole: institutionAdmin,
    repeated: 'not_found',
  },
);

describe('entering a student', () => {
  test('somebody known by her document keeps her record, and is before service unless she works', async () => {
    const { actor, point } = await aCollege();
    const [idle, working] = [await aPerson(db), await aPerson(db)];
    await anEngagement(db, { personId: working.id });
    for (const her of [idle, working]) {
      const id = await enterStudent(contextOf(actor), anEntry(point.id, { name: her.name, idNumber: her.idNumber }));
      expect((await rowOf(id))?.personId).toBe(her.id);
    }
    const marked = await db.select({ id: person.id, isPreService: person.isPreService }).from(person);
    expect(marked.find(({ id }) => id === idle.id)?.isPreService).toBe(true);
    expect(marked.find(({ id }) => id === working.id)?.isPreService).toBe(false);
  });

  test('is refused with its field', async () => {
    const { actor, point, student: entry, college } = await aCollege();
    const someone = await aPerson(db);
    const planned = await aProgrammePoint(db, { collegeId: college.id, majorId: (await aMajor(db)).id, status: 'planned' });
    const ended = await aProgrammePoint(db, {
      collegeId: college.id,
      majorId: (await aMajor(db)).id,
      status: 'ended',
      endedOn: '2025-01-01',
    });
    const foreign = await aProgrammePoint(db, { collegeId: (await aProvider(db)).id });
    const cases: [Partial<Parameters<typeof enterStudent>[1]>, string][] = [
      [{ studentNo: entry.studentNo }, 'student_number_taken'],
      [{ name: '不同名', idNumber: someone.idNumber }, 'person_name_differs'],
      [{ pointId: planned.id }, 'student_point_planned'],
      [{ pointId: ended.id }, 'student_point_ended'],
      [{ pointId: foreign.id }, 'student_point_unknown'],
      [{ enrolledOn: '2027-09-01' }, 'student_enrolled_too_far'],
      [{ idNumber: syntheticIdentityOf('2015-05-05', nth + 5) }, 'too_young'],
    ];
    for (const [change, code] of cases)
      await expect(enterStudent(contextOf(actor), anEntry(point.id, change)), code).rejects.toMatchObject({ code });
  });

  test('two who enter her at once make one entry', async () => {
    const { actor, point } = await aCollege();
    const entry = anEntry(point.id);
    const answers = await Promise.allSettled([
      enterStudent(contextOf(actor), entry),
      enterStudent(contextOf(actor), { ...entry, studentNo: 'OTHER' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find((answer) => answer.status === 'rejected')).toMatchObject({ reason: { code: 'student_exists' } });
  });
});

test('an ending before enrolment or in the future is refused', async () => {
  const { actor, student: entry } = await aCollege();
  const end = (endedOn: string) => endStudent(contextOf(actor), entry.id, { status: 'left', endedOn });
  await expect(end('2024-09-01')).rejects.toMatchObject({ code: 'student_ended_before_start', field: 'endedOn' });
  await expect(end('2099-01-01')).rejects.toMatchObject({ code: 'day_in_future' });
});

test('two records that study at one point do not become one', async () => {
  const { point, student: entry, college } = await aCollege();
  const twin = await aStudent(db, { pointId: point.id, collegeId: college.id });
  const { actor } = await aMember(db, 'city_officer');
  await expect(mergePersons(contextOf(actor), entry.personId, twin.personId, '同一人')).rejects.toMatchObject({
    code: 'merge_same_student',
  });
});

test('a college lists its own students by filter and opens them; another does not know of them', async () => {
  const { actor, student: entry, point, college } = await aCollege();
  await aStudent(db, { pointId: point.id, collegeId: college.id, enrolledOn: '2025-09-01', studentNo: 'LATER' });
  const list = async (filter: Partial<Parameters<typeof listStudents>[1]>) =>
    (await listStudents(actor, { q: '', stage: 'student', ...filter }, { limit: 10, offset: 0 })).rows.map(({ studentNo }) => studentNo);
  expect(await list({})).toEqual(['LATER', entry.studentNo]);
  expect(await list({ year: 2024 })).toEqual([entry.studentNo]);
  expect(await list({ q: 'late' })).toEqual(['LATER']);
  expect(await list({ status: 'graduated' })).toEqual([]);
  expect(await list({ stage: 'engaged' })).toEqual([]);
  expect(await getStudent(actor, entry.id, '2026-03-10')).toMatchObject({ studentNo: entry.studentNo, steps: [] });
  await expect(getStudent(await aStranger(), entry.id, '2026-03-10')).rejects.toMatchObject({ status: 404 });
  const centre = await aMember(db, 'provider_staff', await aProvider(db, { kind: 'service_centre' }));
  await expect(listStudents(centre.actor, { q: '', stage: 'student' }, { limit: 10, offset: 0 })).rejects.toMatchObject({ status: 403 });
});
