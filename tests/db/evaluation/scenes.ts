import type { Tx } from '#db/client';
import { sql } from '#db/client';
import { aMember, aTrainee } from '#db/seed/builders/accounts';
import { anEvaluationOrganisation, aProvider } from '#db/seed/builders/organisations';
import { aCandidate, aSitting, heldDays } from '#db/seed/builders/sittings';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';

type SittingColumns = Parameters<typeof aSitting>[1];

/** A sitting open for registration, two accounts of its organisation, somebody of another one, and a college. */
export async function aSittingScene(tx: Tx, columns: SittingColumns = {}) {
  const organisation = await anEvaluationOrganisation(tx);
  const publisher = await aMember(tx, 'evaluator', organisation);
  const approver = await aMember(tx, 'evaluator', organisation);
  const stranger = (await aMember(tx, 'evaluator')).actor;
  const sitting = await aSitting(tx, { organisationId: organisation.id, ...columns });
  const college = await aMember(tx, 'provider_staff', await aProvider(tx));
  return { organisation, publisher, approver, stranger, actor: publisher.actor, sitting, college };
}

/** A sitting whose examinations are over, with candidates that have points: two pass, one fails, one was absent. */
export async function aHeldScene(tx: Tx, columns: SittingColumns = {}) {
  const scene = await aSittingScene(tx, { ...heldDays(beijingDate(now())), ...columns });
  const { sitting, college } = scene;
  const trainee = await aTrainee(tx);
  const collegeId = college.organisation.id;
  const first = await aCandidate(tx, sitting, { personId: trainee.person.id, collegeId, theoryPoints: 60, practicalPoints: 82.5 });
  const second = await aCandidate(tx, sitting, { collegeId, theoryPoints: 75, practicalPoints: 60, creditBankNo: 'XF-0002' });
  const failed = await aCandidate(tx, sitting, { theoryPoints: 59.9, practicalPoints: 100 });
  const absent = await aCandidate(tx, sitting, { status: 'absent' });
  return { ...scene, trainee, first, second, failed, absent };
}

/** The same, published by `publisher` eight days ago: appeals are over unless `appealUntilOn` says otherwise. */
export async function aPublishedScene(tx: Tx, columns: SittingColumns = {}) {
  const today = beijingDate(now());
  const scene = await aHeldScene(tx, { appealUntilOn: addDays(today, -1), ...columns });
  await sql`update sitting set status = ${columns.status ?? 'results_entered'}, results_published_at = now(),
    results_published_by = ${scene.publisher.account.id} where id = ${scene.sitting.id}`;
  await sql`update candidate set status = case when theory_points >= 60 and practical_points >= 60 then 'passed' else 'failed' end
    where sitting_id = ${scene.sitting.id} and status = 'registered'`;
  return scene;
}

export const sittingRow = async (id: string) => (await sql`select * from sitting where id = ${id}`)[0];
export const candidateRow = async (id: string) => (await sql`select * from candidate where id = ${id}`)[0];
export const certificatesOf = (sittingId: string) =>
  sql`select c.* from certificate c join candidate k on k.certificate_id = c.id where k.sitting_id = ${sittingId} order by c.number`;
export const lastEvent = async (name: string) => (await sql`select * from event where name = ${name} order by seq desc limit 1`)[0];
