import { desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db } from '#db/client';
import { account, closing, completion, completionCertificate } from '#db/schema';
import { attendancePercent } from '../attendance/attendance';
import { findClass, subjectOf } from '../attendance/find-class.server';
import { headOf } from '../attendance/queries.server';
import type { Actor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { can } from '../shared/policy';
import { closingGaps } from './closing-gaps';
import { SCORE_KINDS } from './completion';
import { type ClassEvidence, readEvidence, type TraineeEvidence } from './evidence.server';
import { mayScore, minimumOf, needsRetest } from './score-changes';
import { parseScorePaste } from './score-paste';
import { listApplicants, newlyPassed } from './submit-closing.server';

/** A trainee as the tables of results show her. */
const rowOf = ({ enrolmentId, name, institution, idNumberMasked, status, category, scores, facts, decision }: TraineeEvidence) => ({
  enrolmentId,
  name,
  institution,
  idTail: idNumberMasked.slice(-4),
  status,
  category,
  scores,
  facts,
  decision,
  percent: attendancePercent(facts.ledger),
});

/** The grid: which parts are examined, which cells may be written, and what the scores so far decide. */
export async function getScoreSheet(actor: Actor, classId: string, now: Date) {
  const known = await findClass(db, actor, classId);
  const [{ trainees, lessons }, closings] = await Promise.all([readEvidence(db, known), listClosings(known.id)]);
  const rule = known.syllabus.passRule;
  const open = known.status !== 'closing_review' && known.status !== 'cancelled' && !closings.some((row) => row.status === 'submitted');
  const mayRecord = open && can(actor, 'score.record', subjectOf(known));
  const examined = SCORE_KINDS.filter((kind) => minimumOf(rule, kind) !== null);
  const today = beijingDate(now);
  const lastDay = lessons.reduce((last, { heldOn }) => (heldOn > last ? heldOn : last), known.startsOn);
  return {
    head: headOf(known, now),
    passRule: rule,
    examined,
    mayRecord,
    /** Suggested for scores that are entered now. */
    assessedOn: lastDay < today ? lastDay : today,
    today,
    trainees: trainees.map((trainee) => ({
      ...rowOf(trainee),
      cells: examined.filter(
        (kind) =>
          trainee.scores.some((score) => score.kind === kind) ||
          (mayRecord &&
            mayScore(known.status, trainee.status, kind) &&
            (kind === 'theory' ||
              kind === 'practical' ||
              needsRetest(rule, trainee.scores, kind === 'theory_retest' ? 'theory' : 'practical'))),
      ),
      mayEdit: mayRecord && SCORE_KINDS.some((kind) => mayScore(known.status, trainee.status, kind)),
    })),
  };
}

/** Rows copied from a sheet, read against the class's names. */
export async function readScorePaste(actor: Actor, classId: string, text: string) {
  const known = await findClass(db, actor, classId);
  const { trainees } = await readEvidence(db, known);
  const roster = trainees.map(({ enrolmentId, name, idNumberMasked }) => ({ enrolmentId, name, idTail: idNumberMasked.slice(-4) }));
  const { rows, errors } = parseScorePaste(text, roster);
  const names = new Map(roster.map((entry) => [entry.enrolmentId, entry.name]));
  return { rows: rows.map((row) => ({ ...row, name: names.get(row.enrolmentId) ?? '' })), errors };
}

const submitter = alias(account, 'submitter');
const decider = alias(account, 'decider');

const listClosings = (classId: string) =>
  db
    .select({
      id: closing.id,
      kind: closing.kind,
      status: closing.status,
      note: closing.note,
      submittedAt: closing.submittedAt,
      submittedBy: submitter.displayName,
      decisionDueOn: closing.decisionDueOn,
      decidedAt: closing.decidedAt,
      decidedBy: decider.displayName,
      decisionReason: closing.decisionReason,
    })
    .from(closing)
    .leftJoin(submitter, eq(submitter.id, closing.submittedBy))
    .leftJoin(decider, eq(decider.id, closing.decidedBy))
    .where(eq(closing.classId, classId))
    .orderBy(desc(closing.submittedAt));

/** Everything about the closing of a class, for the provider who hands it in and the officer who decides. */
export async function getClosing(actor: Actor, classId: string, now: Date) {
  const known = await findClass(db, actor, classId);
  const [evidence, closings, applicants] = await Promise.all([
    readEvidence(db, known),
    listClosings(known.id),
    listApplicants(db, known.id),
  ]);
  const open = closings.find((row) => row.status === 'submitted') ?? null;
  const kind = open?.kind ?? (known.status === 'closed' ? 'supplementary' : 'main');
  const gaps = kind === 'main' ? closingGaps(evidence.lessons, evidence.trainees, applicants, now) : [];
  const candidates = kind === 'main' ? openTrainees(evidence) : newlyPassed(evidence);
  const completions = await listCompletions(evidence.trainees.map((trainee) => trainee.enrolmentId));
  const subject = subjectOf(known);
  const ready = gaps.length === 0 && candidates.length > 0 && open === null && known.status !== 'cancelled';
  return {
    head: headOf(known, now),
    passRule: known.syllabus.passRule,
    countsTowardPlan: known.countsTowardPlan,
    kind,
    open,
    closings,
    gaps,
    unmarked: unmarkedLessons(evidence),
    trainees: evidence.trainees.map((trainee) => ({
      ...rowOf(trainee),
      concerned: candidates.includes(trainee),
      completion: completions.get(trainee.enrolmentId) ?? null,
    })),
    concerned: candidates.length,
    maySubmit: ready && can(actor, 'closing.submit', subject),
    mayReview: open !== null && can(actor, 'closing.review', subject),
    overdue: open !== null && beijingDate(now) > open.decisionDueOn,
  };
}

const openTrainees = ({ trainees }: ClassEvidence) =>
  trainees.filter((trainee) => trainee.status === 'approved' || trainee.status === 'attending');

/** Lessons that lack the mark of somebody who is still to be concluded. */
const unmarkedLessons = (evidence: ClassEvidence) => {
  const people = openTrainees(evidence);
  return evidence.lessons
    .filter((row) => row.status === 'scheduled')
    .map(({ id, title, heldOn, startsAt }) => ({
      id,
      title,
      heldOn,
      startsAt,
      missing: people.filter((trainee) => !trainee.marked.has(id)).length,
    }))
    .filter((row) => row.missing > 0);
};

async function listCompletions(enrolmentIds: readonly string[]) {
  if (enrolmentIds.length === 0) return new Map<string, never>();
  const rows = await db
    .select({
      id: completion.id,
      enrolmentId: completion.enrolmentId,
      status: completion.status,
      completedOn: completion.completedOn,
      number: completionCertificate.number,
    })
    .from(completion)
    .leftJoin(completionCertificate, eq(completionCertificate.completionId, completion.id))
    .where(inArray(completion.enrolmentId, [...enrolmentIds]));
  return new Map(rows.map((row) => [row.enrolmentId, row]));
}
