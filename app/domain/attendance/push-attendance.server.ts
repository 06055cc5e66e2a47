import type { Tx } from '#db/client';
import type { Context } from '../shared/operation.server';
import { allOrRowByRow, type PushedRow, type RowProblem } from '../shared/pushed-rows.server';
import type { AttendanceMark } from './attendance';
import { classCoded, type PushedTrainee, traineesOf } from './pushed-trainees.server';
import { recordAttendance } from './record-attendance.server';

interface PushedMark extends PushedTrainee {
  mark: AttendanceMark;
  minutesLate: number | null;
}

interface PushedSheet {
  classCode: string;
  lessonId: string;
  lateReason: string;
  rows: readonly PushedRow<PushedMark>[];
}

/** The sheet of one lesson from the provider's own system, by the operation of the screen. @throws Forbidden, NotFound */
export async function pushAttendance(ctx: Context & { tx: Tx }, sheet: PushedSheet): Promise<RowProblem[]> {
  const classId = await classCoded(ctx, 'attendance.record', sheet.classCode);
  const { met, problems } = await traineesOf(ctx.tx, classId, sheet.rows);
  const refused = await allOrRowByRow(ctx, met, (inside, rows) =>
    recordAttendance(inside, {
      classId,
      lessonId: sheet.lessonId,
      lateReason: sheet.lateReason,
      marks: rows.map(({ enrolmentId, mark, minutesLate }) => ({ enrolmentId, mark, minutesLate })),
    }),
  );
  return [...problems, ...refused].sort((a, b) => a.row - b.row);
}
