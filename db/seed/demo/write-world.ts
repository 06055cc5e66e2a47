import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import {
  account,
  accountClaim,
  attendance,
  certificateCounter,
  closing,
  completion,
  completionCertificate,
  completionEntry,
  course,
  courseModule,
  doubleRoster,
  engagement,
  engagementDispute,
  enrolment,
  event,
  feedback,
  feedbackGiven,
  feedbackLecturer,
  institutionCapacity,
  institutionChange,
  institutionClass,
  institutionFile,
  institutionPeriod,
  lecturer,
  lesson,
  membership,
  offPost,
  organisation,
  person,
  postClaim,
  rosterConfirmation,
  score,
  syllabusVersion,
  trainingClass,
} from '#db/schema';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { newId } from '~/domain/shared/id';
import { insertRows } from '../insert-rows';
import type { World } from './world';

/** Each table after those that it points at. */
const TABLES = {
  organisation,
  person,
  institutionFile,
  institutionClass,
  institutionPeriod,
  institutionCapacity,
  engagement,
  offPost,
  postClaim,
  engagementDispute,
  rosterConfirmation,
  doubleRoster,
  account,
  membership,
  institutionChange,
  accountClaim,
  lecturer,
  course,
  courseModule,
  syllabusVersion,
  trainingClass,
  lesson,
  enrolment,
  feedbackGiven,
  feedback,
  feedbackLecturer,
  attendance,
  score,
  closing,
  completion,
  completionEntry,
  completionCertificate,
  certificateCounter,
};

/** Writes everything, tells the recent part of it to those whom it concerns, and marks the past as past. */
export async function writeWorld(tx: Tx, world: World): Promise<void> {
  // A course points at its current syllabus, and the syllabus at its course: the pointer comes last.
  const current = world.rows.course.map(({ id, currentSyllabusId }) => ({ id, currentSyllabusId: currentSyllabusId ?? null }));
  for (const row of world.rows.course) row.currentSyllabusId = null;
  for (const name of Object.keys(TABLES) as (keyof typeof TABLES)[]) await insertRows(tx, TABLES[name], world.rows[name]);
  await tx.execute(sql`
    update course set current_syllabus_id = x."currentSyllabusId"
    from jsonb_to_recordset(${JSON.stringify(current)}::jsonb) as x (id uuid, "currentSyllabusId" uuid) where x.id = course.id`);
  await writeEvents(tx, world);
}

async function writeEvents(tx: Tx, world: World): Promise<void> {
  const events = [...world.events]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ voice, tell, ...fact }) => ({
      tell,
      row: {
        id: newId(),
        ...fact,
        data: { ...fact.data },
        actorKind: voice ? 'user' : 'system',
        actor: voice?.accountId ?? 'seed',
        actorRole: voice?.role ?? null,
        organisationId: voice?.organisationId ?? null,
      },
    }));
  await insertRows(
    tx,
    event,
    events.map(({ row }) => row),
  );
  for (const { tell, row } of events) {
    if (!tell) continue;
    const ctx = { actor: { kind: 'system', job: 'messages.deliver' } as const, now: row.at, tx };
    await deliverMessages(ctx, { id: row.id, name: row.name, subjectId: row.subjectId, data: row.data });
  }
}

/** What is older than three days was read, and everything has left the house. */
export async function settleMessages(tx: Tx, now: Date): Promise<void> {
  await tx.execute(
    sql`update notification set read_at = created_at + interval '5 hours' where created_at < ${now.toISOString()}::timestamptz - interval '3 days'`,
  );
  await tx.execute(sql`update outbox set status = 'sent', sent_at = created_at`);
}
