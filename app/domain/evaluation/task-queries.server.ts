import { and, asc, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { candidate, person, resultAppeal, sitting, xCertificateKind } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { organisationOf } from './find-sitting.server';
import { lastExamOn } from './sitting';
import { listSittings } from './sitting-queries.server';

/** What the organisation has to do now: results to enter and publish, appeals to answer, batches to approve. */
export async function listEvaluationTasks(actor: UserActor, now: Date) {
  const { rows } = await listSittings(actor, { phase: 'current', page: 1 }, now);
  const named = rows.map((row) => ({
    id: row.id,
    code: row.code,
    kind: row.kind,
    level: row.level,
    phase: row.phase,
    seatsTaken: row.seatsTaken,
    capacity: row.capacity,
    recorded: row.recorded,
    taught: row.taught,
    registerUntilOn: row.registerUntilOn,
    lastExamOn: lastExamOn(row),
    appealUntilOn: row.appealUntilOn,
    publishedByMe: row.resultsPublishedBy !== null && row.resultsPublishedBy === actor.accountId,
  }));
  return { sittings: named, appeals: await listOpenAppeals(actor) };
}

const appeals = () =>
  db
    .select({
      id: resultAppeal.id,
      sittingId: candidate.sittingId,
      code: sitting.code,
      kind: xCertificateKind.name,
      candidateId: candidate.id,
      number: candidate.number,
      name: person.name,
      candidateStatus: candidate.status,
      theoryPoints: candidate.theoryPoints,
      practicalPoints: candidate.practicalPoints,
      statement: resultAppeal.statement,
      status: resultAppeal.status,
      answerDueOn: resultAppeal.answerDueOn,
      decision: resultAppeal.decision,
    })
    .from(resultAppeal)
    .innerJoin(candidate, eq(candidate.id, resultAppeal.candidateId))
    .innerJoin(person, eq(person.id, candidate.personId))
    .innerJoin(sitting, eq(sitting.id, candidate.sittingId))
    .innerJoin(xCertificateKind, eq(xCertificateKind.id, sitting.xKindId));

const listOpenAppeals = (actor: UserActor) =>
  appeals()
    .where(and(eq(sitting.organisationId, organisationOf(actor, 'appeal.decide')), eq(resultAppeal.status, 'open')))
    .orderBy(asc(resultAppeal.answerDueOn), asc(candidate.number));

/** Open ones first, by the day on which they are due. The sitting has been found through the actor. */
export const listAppeals = (sittingId: string) =>
  appeals().where(eq(candidate.sittingId, sittingId)).orderBy(asc(resultAppeal.decidedAt), asc(resultAppeal.answerDueOn));
