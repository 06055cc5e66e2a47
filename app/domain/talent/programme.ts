/** Levels of the catalogues of majors (教育部专业目录; 技工院校 have their own). */
export const MAJOR_LEVELS = ['secondary_vocational', 'higher_vocational', 'vocational_bachelor', 'bachelor', 'technician'] as const;
export type MajorLevel = (typeof MAJOR_LEVELS)[number];

/** `520802`, `570101K`: digits of the ministry's catalogue, with letters at the end for some. */
export const isMajorCode = (code: string): boolean => /^[0-9]{4,8}[A-Z]{0,2}$/.test(code);

/** 专业布点: one school × one major. `enrolling` is asked of a year, not stored as a status. */
export const POINT_STATUSES = ['planned', 'filed', 'ended'] as const;
export type PointStatus = (typeof POINT_STATUSES)[number];

/** How far the city's look at a point has come; a plan has nothing to confirm yet. */
const POINT_CHECKS = ['none', 'waiting', 'returned', 'confirmed'] as const;
export type PointCheck = (typeof POINT_CHECKS)[number];

/** What a list of points may be narrowed to; `counted` and `uncounted` are asked of its year. */
export const POINT_SHOWN = ['all', 'counted', 'uncounted', 'waiting', 'returned', 'planned', 'ended'] as const;
export type PointShown = (typeof POINT_SHOWN)[number];

export const STUDENT_STATUSES = ['studying', 'graduated', 'left'] as const;
export type StudentStatus = (typeof STUDENT_STATUSES)[number];

export interface PointFacts {
  status: PointStatus;
  filedOn: string | null;
  /** First day on which it is no longer offered. */
  endedOn: string | null;
  confirmed: boolean;
  /** Of its major, as the catalogue marks it now. A major that was switched off keeps its mark. */
  childcareRelated: boolean;
  intakes: readonly { year: number; plannedIntake: number; actualIntake: number | null }[];
}

/** Why a point does not count for a year, the first thing to mend first. */
const POINT_GAPS = ['not_childcare', 'not_filed', 'ended', 'not_enrolling', 'not_confirmed'] as const;
export type PointGap = (typeof POINT_GAPS)[number];

/** Once the year's enrolment is known it decides; until then the plan does. */
const intakeOf = (intake: { plannedIntake: number; actualIntake: number | null } | undefined): number =>
  intake === undefined ? 0 : (intake.actualIntake ?? intake.plannedIntake);

/**
 * What keeps a point from counting for a year (京政办发〔2023〕6号, item 13; the rule itself is a proposal): childcare-related,
 * filed in that year or before and not ended within it, enrolling in it, and confirmed by the commission.
 */
export function pointGaps(point: PointFacts, year: number): PointGap[] {
  const lastDay = `${year}-12-31`;
  const filed = point.status !== 'planned' && point.filedOn !== null && point.filedOn <= lastDay;
  const gaps: Readonly<Record<PointGap, boolean>> = {
    not_childcare: !point.childcareRelated,
    not_filed: !filed,
    ended: point.endedOn !== null && point.endedOn <= lastDay,
    not_enrolling: intakeOf(point.intakes.find((intake) => intake.year === year)) <= 0,
    not_confirmed: !point.confirmed,
  };
  return POINT_GAPS.filter((gap) => gaps[gap]);
}

/** Whether the point is one of the year's; each pair of school and major exists once, so points are distinct pairs. */
export const countsAsPoint = (point: PointFacts, year: number): boolean => pointGaps(point, year).length === 0;

export const checkOf = (point: {
  status: PointStatus;
  filedOn: string | null;
  confirmed: boolean;
  returnReason: string | null;
}): PointCheck => {
  if (point.confirmed) return 'confirmed';
  if (point.filedOn === null || point.status === 'planned') return 'none';
  return point.returnReason === null ? 'waiting' : 'returned';
};

/** An ended point may be opened again; what the commission confirmed does not become a plan again. */
const POINT_MOVES: Readonly<Record<PointStatus, readonly PointStatus[]>> = {
  planned: ['planned', 'filed', 'ended'],
  filed: ['filed', 'ended', 'planned'],
  ended: ['ended', 'filed', 'planned'],
};

export const mayMovePoint = (from: PointStatus, to: PointStatus, confirmed: boolean): boolean =>
  POINT_MOVES[from].includes(to) && !(confirmed && to === 'planned');

/** Another filing is another thing to confirm, and so is a point that was opened again. */
export const staysConfirmed = (before: PointState, after: PointState): boolean =>
  filingMark(before) === filingMark(after) && !(before.status === 'ended' && after.status !== 'ended');

export interface PointState {
  status: PointStatus;
  filedOn: string | null;
  documentNo: string;
  endedOn: string | null;
}

/** What a status does not have is left out, whatever the form still held. */
export const tidyState = ({ status, filedOn, documentNo, endedOn }: PointState): PointState => {
  if (status === 'planned') return { status, filedOn: null, documentNo: '', endedOn: null };
  return { status, filedOn, documentNo, endedOn: status === 'ended' ? endedOn : null };
};

const STATE_GAPS = [
  'point_filing_missing',
  'point_number_missing',
  'point_end_missing',
  'day_in_future',
  'point_end_before_filing',
] as const;

/** What is wrong with a state, and at which field. A plan that was given up may end without ever having been filed. */
export function stateGap(state: PointState, today: string): { field: keyof PointState; code: (typeof STATE_GAPS)[number] } | null {
  const { status, filedOn, documentNo, endedOn } = state;
  if (status === 'planned') return null;
  if (status === 'filed' && filedOn === null) return { field: 'filedOn', code: 'point_filing_missing' };
  if (filedOn !== null && documentNo === '') return { field: 'documentNo', code: 'point_number_missing' };
  if (filedOn !== null && filedOn > today) return { field: 'filedOn', code: 'day_in_future' };
  if (status !== 'ended') return null;
  if (endedOn === null) return { field: 'endedOn', code: 'point_end_missing' };
  if (endedOn > today) return { field: 'endedOn', code: 'day_in_future' };
  return filedOn !== null && endedOn <= filedOn ? { field: 'endedOn', code: 'point_end_before_filing' } : null;
}

/** Says which filing somebody looked at, for a decision about that one. */
export const filingMark = ({ filedOn, documentNo }: { filedOn: string | null; documentNo: string }): string =>
  `${filedOn ?? ''} ${documentNo}`;

export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;
export const MAX_INTAKE = 5_000;
export const POINTS_PER_PAGE = 30;
