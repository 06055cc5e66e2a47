import type { Tx } from '#db/client';
import { classCoded, type PushedTrainee, traineesOf } from '../attendance/pushed-trainees.server';
import type { Context } from '../shared/operation.server';
import { allOrRowByRow, type PushedRow, type RowProblem } from '../shared/pushed-rows.server';
import { recordScores } from './record-scores.server';
import type { ScoreEntry } from './score-changes';

type PushedScore = PushedTrainee & Omit<ScoreEntry, 'enrolmentId'>;

/** Scores of one class from the provider's own system, by the operation of the screen. @throws Forbidden, NotFound */
export async function pushScores(
  ctx: Context & { tx: Tx },
  { classCode, rows }: { classCode: string; rows: readonly PushedRow<PushedScore>[] },
): Promise<RowProblem[]> {
  const classId = await classCoded(ctx, 'score.record', classCode);
  const { met, problems } = await traineesOf(ctx.tx, classId, rows);
  const refused = await allOrRowByRow(ctx, met, (inside, values) =>
    recordScores(inside, {
      classId,
      redate: true,
      entries: values.map(({ enrolmentId, kind, points, assessedOn, assessor }) => ({ enrolmentId, kind, points, assessedOn, assessor })),
    }),
  );
  return [...problems, ...refused].sort((a, b) => a.row - b.row);
}
