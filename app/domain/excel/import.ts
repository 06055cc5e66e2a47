export const IMPORT_KINDS = [
  'institutions',
  'rosters',
  'certificates',
  'completions',
  'x_results',
  'students',
  'lecturers',
  'placements',
  'visits',
  'majors',
  'programme_points',
  'agreements',
  'teacher_practice',
  'enterprises',
] as const;
export type ImportKindName = (typeof IMPORT_KINDS)[number];

export const IMPORT_STATUSES = [
  'uploaded',
  'checking',
  'checked',
  'unreadable',
  'committing',
  'committed',
  'undoing',
  'undone',
  'discarded',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export const ROW_OUTCOMES = ['new', 'changed', 'same', 'conflict', 'error'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

export const IMPORTS_PER_PAGE = 20;
export const ROWS_PER_PAGE = 25;
