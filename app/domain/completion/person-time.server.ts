import { asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db } from '#db/client';
import { account, closing, completion, completionCertificate, completionEntry, enrolment, organisation, person } from '#db/schema';
import { attendancePercent } from '../attendance/attendance';
import { readClass, subjectOf } from '../attendance/find-class.server';
import { minutesLate } from '../attendance/mark-changes';
import { headOf } from '../attendance/queries.server';
import type { Actor } from '../shared/actor';
import { isId } from '../shared/id';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { readEvidence } from './evidence.server';
import { evidenceHash } from './evidence-hash.server';
import { listTrace } from './trace.server';

const submitter = alias(account, 'submitter');
const decider = alias(account, 'decider');

const readCompletion = async (completionId: string) => {
  const [row] = await db
    .select({
      completion,
      certificate: completionCertificate,
      closing,
      submittedBy: submitter.displayName,
      decidedBy: decider.displayName,
      person: { name: person.name, idNumberMasked: person.idNumberMasked },
      institution: organisation.name,
      enrolment: {
        role: enrolment.role,
        institutionAnswer: enrolment.institutionAnswer,
        nominated: sql<boolean>`${enrolment.nominatedBy} is not null`,
        createdAt: enrolment.createdAt,
      },
    })
    .from(completion)
    .innerJoin(person, eq(person.id, completion.personId))
    .innerJoin(enrolment, eq(enrolment.id, completion.enrolmentId))
    .leftJoin(organisation, eq(organisation.id, completion.institutionId))
    .leftJoin(completionCertificate, eq(completionCertificate.completionId, completion.id))
    .leftJoin(closing, eq(closing.id, completion.closingId))
    .leftJoin(submitter, eq(submitter.id, closing.submittedBy))
    .leftJoin(decider, eq(decider.id, closing.decidedBy))
    .where(eq(completion.id, completionId));
  return row;
};

const listEntries = (completionId: string) =>
  db
    .select({
      kind: completionEntry.kind,
      delta: completionEntry.delta,
      reason: completionEntry.reason,
      at: completionEntry.at,
      by: account.displayName,
      foldedAt: completionEntry.foldedAt,
    })
    .from(completionEntry)
    .leftJoin(account, eq(account.id, completionEntry.by))
    .where(eq(completionEntry.completionId, completionId))
    .orderBy(asc(completionEntry.seq));

/**
 * Everything that one person-time 人次 rests on: class, lessons, marks, scores, certificate, who approved, what happened.
 * Seen from the district that counts it and from the one that closed it.
 * @throws Forbidden for roles without person-times, NotFound outside the officer's area
 */
export async function getPersonTime(actor: Actor, completionId: string, now: Date) {
  if (!hasLine(actor, 'person_time.read')) throw new Forbidden();
  const row = isId(completionId) ? await readCompletion(completionId) : undefined;
  const known = row && (await readClass(db, row.completion.classId));
  if (!row || !known) throw new NotFound();
  const seen = [row.completion.districtCode, known.districtCode].some((districtCode) => can(actor, 'person_time.read', { districtCode }));
  if (!seen) throw new NotFound();

  const { completion: stored } = row;
  const evidence = await readEvidence(db, known, stored.enrolmentId);
  const [trainee] = evidence.trainees;
  if (!trainee) throw new NotFound();
  const lessonIds = evidence.lessons.map((each) => each.id);
  const [entries, trace] = await Promise.all([
    listEntries(stored.id),
    listTrace({ classId: known.id, enrolmentId: stored.enrolmentId, completionId: stored.id, lessonIds }),
  ]);
  return {
    ...row,
    head: headOf(known, now),
    lessons: evidence.lessons.map(({ id, title, startsAt, endsAt, kind, minutes, lecturer, status }) => {
      const mark = trainee.marked.get(id);
      const late = mark?.mark === 'late' ? minutesLate(minutes, mark.minutesCredited) : null;
      return {
        id,
        title,
        startsAt,
        endsAt,
        kind,
        minutes,
        lecturer,
        status,
        mark: mark?.mark ?? null,
        credited: mark?.minutesCredited ?? null,
        late,
      };
    }),
    scores: trainee.scores,
    facts: trainee.facts,
    percent: attendancePercent(trainee.facts.ledger),
    /** The evidence read today leads to what was frozen, and the frozen evidence is unchanged. */
    agrees: trainee.decision.result === 'passed' && trainee.decision.completedOn === stored.completedOn,
    intact: evidenceHash(stored.evidence) === stored.evidenceHash,
    entries,
    trace,
    mayRevoke: stored.status === 'valid' && can(actor, 'completion.revoke', subjectOf(known)),
  };
}
