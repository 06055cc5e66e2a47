import { expect, test } from 'vitest';
import { institutionFile } from '#db/schema';
import { anInstitution } from '#db/seed/builders/organisations';
import { readFile } from '~/domain/organisation/institution-facts.server';
import { keepFile } from '~/domain/organisation/keep-file.server';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { anInstitutionWithOfficers } from './institution-scene';

const { db, sql, owner } = testDatabase();
const today = () => beijingDate(now());
const places = (id: string) => sql`
  select from_on::text as "from", until_on::text as "until", capacity from institution_capacity where institution_id = ${id} order by from_on`;
const classes = (n: number) => ({ classes: [{ careGroup: 'toddler_big' as const, classes: 1, places: n }] });

test('places have dates: what the file says from the day on which it was written', async () => {
  const { actor, place } = await anInstitutionWithOfficers();
  await keepFile(contextOf(actor), place.id, classes(80));
  expect(await places(place.id)).toEqual([
    { from: '2022-03-01', until: today(), capacity: 60 },
    { from: today(), until: null, capacity: 80 },
  ]);
  await keepFile(contextOf(actor), place.id, classes(95));
  expect((await places(place.id)).at(-1)).toEqual({ from: today(), until: null, capacity: 95 });
  await keepFile(contextOf(actor), place.id, { contactName: '另一人' });
  expect(await places(place.id)).toHaveLength(2);
});

test('places that nobody entered begin nothing, and the first that are entered begin on their day', async () => {
  const { actor, place } = await anInstitutionWithOfficers();
  await owner()`delete from institution_capacity where institution_id = ${place.id}`;
  await db.update(institutionFile).set({ capacity: 0 });
  await keepFile(contextOf(actor), place.id, { contactName: '另一人' });
  expect(await places(place.id)).toEqual([]);
  const later = new Date(now().getTime() + 86_400_000);
  await keepFile({ ...contextOf(actor), now: later }, place.id, classes(40));
  expect(await places(place.id)).toEqual([{ from: addDays(today(), 1), until: null, capacity: 40 }]);
});

test('the built institution has the places of its file since its filing', async () => {
  const place = await anInstitution(db);
  expect(await places(place.id)).toEqual([{ from: '2022-03-01', until: null, capacity: 60 }]);
  expect((await readFile(db, place)).capacity).toBe(60);
});
