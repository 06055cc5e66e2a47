import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { closing, enrolment, trainingClass } from '#db/schema';
import { SEAT_HOLDING } from '../enrolment/enrolment';
import { type Context, operation } from '../shared/operation.server';
import { Conflict } from '../shared/refusals';
import { closingGaps, countResults, requireNoGaps } from './closing-gaps';
import { readEvidence, type TraineeEvidence } from './evidence.server';
import { findClosingToDecide } from './find-closing.server';
import { issueCompletions } from './issue-completions.server';
import { listApplicants, newlyPassed } from './submit-closing.server';

interface Closed {
  passed: number;
  failed: number;
  absent: number;
}

/**
 * The officer's approval. Every result is decided anew from the evidence under the class's lock; who passed gets a
 * completion, its +1 and one certificate. @returns null when it was closed already: then nothing more is done
 */
export function closeClass(ctx: Context, input: { classId: string; closingId: string }): Promise<Closed | null> {
  return operation(ctx, 'class.closed', async (op) => {
    const { known, found, accountId } = await findClosingToDecide(op, input.classId, input.closingId);
    if (found.status === 'approved') return op.unchanged(null);
    if (found.status === 'returned') throw new Conflict();

    const evidence = await readEvidence(op.tx, known);
    const main = found.kind === 'main';
    if (main) requireNoGaps(closingGaps(evidence.lessons, evidence.trainees, await listApplicants(op.tx, known.id), op.now));
    const concluded = main
      ? evidence.trainees.filter(({ status }) => status === 'approved' || status === 'attending')
      : newlyPassed(evidence);
    if (concluded.length === 0) throw new Conflict();

    const decided = { decidedAt: op.now, decidedBy: accountId };
    await setResults(op.tx, concluded, { ...decided, updatedAt: op.now });
    if (main) {
      await lapseWaiting(op.tx, known.id, op.now);
      await op.tx
        .update(trainingClass)
        .set({ status: 'closed', closedAt: op.now, closedBy: accountId, seatsTaken: heldSeats(known.id), waitingCount: 0 })
        .where(eq(trainingClass.id, known.id));
    }
    await op.tx
      .update(closing)
      .set({ status: 'approved', ...decided })
      .where(eq(closing.id, found.id));
    await issueCompletions(op.tx, { known, closingId: found.id, now: op.now, by: accountId, passed: concluded.filter(isPassed) });

    const results = countResults(concluded);
    await op.record({ subject: { type: 'class', id: known.id }, data: { closingId: found.id, kind: found.kind, ...results } });
    return results;
  });
}

const isPassed = (trainee: TraineeEvidence): boolean => trainee.decision.result === 'passed';

async function setResults(tx: Tx, trainees: readonly TraineeEvidence[], stamp: { decidedAt: Date; decidedBy: string; updatedAt: Date }) {
  for (const result of ['passed', 'failed', 'absent'] as const) {
    const ids = trainees.filter((trainee) => trainee.decision.result === result).map((trainee) => trainee.enrolmentId);
    if (ids.length > 0)
      await tx
        .update(enrolment)
        .set({ status: result, ...stamp })
        .where(inArray(enrolment.id, ids));
  }
}

/** Who still waits for a seat of a class that is over waits no longer. */
const lapseWaiting = (tx: Tx, classId: string, now: Date) =>
  tx
    .update(enrolment)
    .set({ status: 'lapsed', updatedAt: now })
    .where(and(eq(enrolment.classId, classId), inArray(enrolment.status, ['waitlisted', 'offered'])));

const heldSeats = (classId: string) =>
  sql`(select count(*)::int from enrolment held where held.class_id = ${classId} and held.status in ${[...SEAT_HOLDING]})`;
