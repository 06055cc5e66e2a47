import { desc, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { account, outline } from '#db/schema';
import { addAccounts } from './accounts';
import { addCertificates } from './certificates';
import { addClients } from './clients';
import { addCooperation } from './cooperation';
import { addCourses } from './courses';
import { addEnrollingClasses } from './enrolling';
import { addFeedback } from './feedback';
import { addTrainingCertificates } from './health-care-training';
import { addHistory } from './history';
import { addImports } from './imports';
import { addLecturers } from './lecturers';
import { addNewInstitutions, addTrainedWorkers } from './new-institutions';
import { addInstitutionHistory, addOrganisations } from './organisations';
import { addPeople } from './people';
import { addPlacements } from './placements';
import { addPostTrainings } from './post-trainings';
import { addProgrammes } from './programmes';
import { addRateStories } from './rate-stories';
import { addRosters } from './rosters';
import { addShares } from './shares';
import { addSittings } from './sittings';
import { addStoryPeople } from './story-people';
import { addGraduates, addStudents } from './students';
import { addTeachingClasses } from './teaching';
import { addVisits } from './visits';
import { World } from './world';
import { settleMessages, writeWorld } from './write-world';

async function readOutlines(): Promise<Map<string, { id: string; version: number }>> {
  const rows = await db.select().from(outline).orderBy(desc(outline.version));
  return new Map(rows.reverse().map(({ id, category, version }) => [category, { id, version }]));
}

/** The demo's stories, in memory: nothing is written yet. */
export async function tellStories(now: Date, outlines: Map<string, { id: string; version: number }>): Promise<World> {
  const world = new World(now, outlines);
  addOrganisations(world);
  addPeople(world);
  addStoryPeople(world);
  await addAccounts(world);
  addCourses(world);
  addHistory(world);
  addTeachingClasses(world);
  addEnrollingClasses(world);
  addLecturers(world);
  addFeedback(world);
  addInstitutionHistory(world);
  addRateStories(world);
  addGraduates(world);
  addRosters(world);
  addNewInstitutions(world);
  return world;
}

/** Written in one transaction and never twice, even where an earlier run stopped behind it; nothing is folded yet. */
export async function seedDemo(now: Date): Promise<void> {
  const [told] = await db.select({ id: account.id }).from(account).where(eq(account.isDemo, true)).limit(1);
  if (told) return;
  const world = await tellStories(now, await readOutlines());
  await db.transaction(async (tx) => {
    await addShares(tx);
    await writeWorld(tx, world);
    await addCertificates(tx, world);
    await addPostTrainings(tx, now);
    await addTrainingCertificates(tx, world);
    await addTrainedWorkers(tx, world);
    await addSittings(tx, world);
    await addProgrammes(tx, world);
    await addStudents(tx, world);
    await addPlacements(tx, world);
    await addCooperation(tx, world);
    await addVisits(tx, world);
    await addClients(tx, now);
    await settleMessages(tx, now);
  });
  await addImports(now);
}
