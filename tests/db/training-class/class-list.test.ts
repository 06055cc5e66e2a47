import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aClass } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { aProvider } from '#db/seed/builders/organisations';
import { addDays } from '~/domain/shared/period';
import { getOwnClass, getPublicClass, listProviderClasses } from '~/domain/training-class/queries.server';
import { CLASS_STATUSES, classPhase } from '~/domain/training-class/training-class';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';

const { db, sql } = testDatabase();
const search = { phase: 'all', term: '', course: '', page: 1 } as const;

/** Classes of every age and state around 10 March. */
async function manyClasses() {
  const { actor, organisation } = await aMember(db, 'provider_staff', await aProvider(db));
  const course = await aCourse(db, { providerId: organisation.id });
  for (const start of [-30, -2, 0, 1, 12])
    for (const length of [0, 3])
      for (const from of [-60, 5]) {
        const startsOn = addDays('2026-03-10', start);
        const enrolFromOn = addDays('2026-03-10', Math.min(from, start - 1));
        const lessons = [0, length].map((day) => ({ on: addDays(startsOn, day), from: '09:00', until: '10:00' }));
        const group = await aClass(db, { course, lessons, enrolFromOn, enrolUntilOn: addDays(startsOn, -1), capacity: 1 });
        if (length === 3 && from === -60) await sql`update training_class set seats_taken = 1 where id = ${group.id}`;
      }
  for (const status of ['closing_review', 'closed', 'cancelled'] as const) await aClass(db, { course, status });
  return { actor, course };
}

test('the list filtered by a phase shows exactly the classes that are in it', async () => {
  const { actor } = await manyClasses();
  const { rows, total } = await listProviderClasses(actor, search, now());
  expect(total).toBe(rows.length);
  const seen = new Set<string>();
  for (const phase of CLASS_STATUSES) {
    const shown = (await listProviderClasses(actor, { ...search, phase }, now())).rows.map((row) => row.id).sort();
    expect(shown, phase).toEqual(
      rows
        .filter((row) => classPhase(row, now()) === phase)
        .map((row) => row.id)
        .sort(),
    );
    if (shown.length > 0) seen.add(phase);
  }
  expect([...seen].sort()).toEqual([...CLASS_STATUSES].sort());
});

test('a provider sees its own classes and nobody else’s', async () => {
  const { actor } = await manyClasses();
  const foreign = await aClass(db);
  const { rows } = await listProviderClasses(actor, search, now());
  expect(rows.map((row) => row.id)).not.toContain(foreign.id);
  await expect(getOwnClass(actor, foreign.id)).rejects.toMatchObject({ status: 404 });
});

test('the public page never holds the link or a lecturer, and needs a public course', async () => {
  const group = await aClass(db, {
    meetingLink: 'https://meeting.example.cn/secret',
    lessons: [{ on: '2026-03-20', from: '09:00', until: '10:00', lecturer: '王芳 13800000000' }],
  });
  const shown = JSON.stringify(await getPublicClass(group.id));
  expect(shown).not.toMatch(/meeting\.example|王芳|13800000000/);
  await sql`update course set published_at = null where id = ${group.courseId}`;
  await expect(getPublicClass(group.id)).rejects.toMatchObject({ status: 404 });
  await expect(getPublicClass('nothing')).rejects.toMatchObject({ status: 404 });
});
