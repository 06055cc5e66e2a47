import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { closing, score } from '#db/schema';
import { findClass, subjectOf } from '../attendance/find-class.server';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { readEvidence } from './evidence.server';
import { changedScores, type ScoreEntry } from './score-changes';

interface ScoreSheet {
  classId: string;
  entries: ScoreEntry[];
  redate?: boolean;
}

/**
 * Writes scores of a class; cells left out keep what they have. After the closing only re-tests of those who
 * failed are taken, for a supplementary closing.
 * @returns how many scores were written or taken back
 */
export function recordScores(ctx: Context, sheet: ScoreSheet): Promise<{ changed: number }> {
  return operation(ctx, 'score.recorded', async (op) => {
    const known = await findClass(op.tx, op.actor, sheet.classId, true);
    op.require('score.record', subjectOf(known));
    if (known.status === 'cancelled') throw new Refusal('class_not_open');
    if (known.status === 'closing_review' || (await hasOpenClosing(op.tx, known.id))) throw new Refusal('closing_submitted');

    const { trainees } = await readEvidence(op.tx, known);
    const changes = changedScores(sheet.entries, trainees, {
      passRule: known.syllabus.passRule,
      classStatus: known.status,
      startsOn: known.startsOn,
      today: beijingDate(op.now),
      redate: sheet.redate ?? false,
    });
    if (changes.length === 0) return op.unchanged({ changed: 0 });

    const recordedBy = op.actor.kind === 'user' ? op.actor.accountId : null;
    const written = changes.flatMap(({ points, before: _before, ...rest }) =>
      points === null ? [] : [{ ...rest, points, recordedAt: op.now, recordedBy }],
    );
    if (written.length > 0) {
      await op.tx
        .insert(score)
        .values(written)
        .onConflictDoUpdate({
          target: [score.enrolmentId, score.kind],
          set: {
            points: sql`excluded.points`,
            assessedOn: sql`excluded.assessed_on`,
            assessor: sql`excluded.assessor`,
            recordedAt: sql`excluded.recorded_at`,
            recordedBy: sql`excluded.recorded_by`,
          },
        });
    }
    for (const { enrolmentId, kind } of changes.filter((change) => change.points === null)) {
      await op.tx.delete(score).where(and(eq(score.enrolmentId, enrolmentId), eq(score.kind, kind)));
    }
    const rows = changes.map(({ enrolmentId, kind, before, points }) => ({ enrolmentId, kind, before, after: points }));
    await op.record({ subject: { type: 'class', id: known.id }, data: { classId: known.id, rows } });
    return { changed: changes.length };
  });
}

const hasOpenClosing = async (tx: Tx, classId: string): Promise<boolean> =>
  (
    await tx
      .select({ id: closing.id })
      .from(closing)
      .where(and(eq(closing.classId, classId), eq(closing.status, 'submitted')))
  ).length > 0;
