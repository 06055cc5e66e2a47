import type { RefusalCode } from '../shared/refusals';
import type { PointStatus } from './programme';

/** Students of secondary vocational schools begin at fifteen; some are a little younger. */
export const STUDENT_MIN_AGE = 14;
/** Lists of a coming autumn are entered ahead of time. */
export const ENTERED_AHEAD_DAYS = 366;

/** What speaks against an entry at this point on this day; null = nothing. */
export function studiesGap(
  point: { status: PointStatus; endedOn: string | null },
  enrolledOn: string,
  latestOn: string,
): { field: 'pointId' | 'enrolledOn'; code: RefusalCode } | null {
  if (point.status === 'planned') return { field: 'pointId', code: 'student_point_planned' };
  if (point.endedOn !== null && enrolledOn >= point.endedOn) return { field: 'enrolledOn', code: 'student_point_ended' };
  return enrolledOn > latestOn ? { field: 'enrolledOn', code: 'student_enrolled_too_far' } : null;
}
