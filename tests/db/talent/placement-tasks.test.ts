import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution, aProvider } from '#db/seed/builders/organisations';
import { aLogEntry, aPlacement } from '#db/seed/builders/talent';
import { addDays, beijingDate } from '~/domain/shared/period';
import { countPlacementTasks, findLogToWrite } from '~/domain/talent/placement/task-queries.server';
import { START, testDatabase } from '../../support/database';

const { db } = testDatabase();
const today = beijingDate(START);

test('an institution and a college see what waits for them, and nobody else’s', async () => {
  const [institution, college] = [await anInstitution(db), await aProvider(db, { kind: 'college' })];
  const [house, school] = [
    (await aMember(db, 'institution_admin', institution)).actor,
    (await aMember(db, 'provider_staff', college)).actor,
  ];
  await aPlacement(db, { institutionId: institution.id, collegeId: college.id });
  const running = await aPlacement(db, { institutionId: institution.id, collegeId: college.id, status: 'accepted' });
  await aLogEntry(db, running.id, { day: addDays(today, -14) });
  await aPlacement(db);
  expect(await countPlacementTasks(house, 'institution', START)).toEqual({ proposed: 1, weeks: 1 });
  expect(await countPlacementTasks(school, 'college', START)).toEqual({ proposed: 0, weeks: 1 });
  const centre = (await aMember(db, 'provider_staff', await aProvider(db, { kind: 'mch_centre' }))).actor;
  expect(await countPlacementTasks(centre, 'college', START)).toEqual({ proposed: 0, weeks: 0 });
});

test('a student is asked for the entry of today until it is there, while her placement runs', async () => {
  const running = await aPlacement(db, { status: 'accepted' });
  expect(await findLogToWrite(running.personId, START)).toMatchObject({ placementId: running.id });
  await aLogEntry(db, running.id, { day: today });
  expect(await findLogToWrite(running.personId, START)).toBeNull();
  const coming = await aPlacement(db, { status: 'accepted', fromOn: addDays(today, 3) });
  expect(await findLogToWrite(coming.personId, START)).toBeNull();
});
