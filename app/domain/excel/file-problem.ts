import type { RefusalParams } from '../shared/refusals';

/** Why a file as a whole cannot be taken. Each has a sentence that says what to do next. */
export const FILE_PROBLEMS = [
  'workbook_encrypted',
  'workbook_old_format',
  'workbook_macro',
  'workbook_binary',
  'workbook_other_format',
  'workbook_not_one',
  'workbook_damaged',
  'workbook_too_large',
  'workbook_expands',
  'workbook_too_many_rows',
  'workbook_no_sheet',
  'workbook_empty',
  'workbook_no_header',
  'workbook_columns_missing',
  'workbook_columns_twice',
] as const;
export type FileProblemCode = (typeof FILE_PROBLEMS)[number];

export class FileProblem extends Error {
  constructor(
    readonly code: FileProblemCode,
    readonly params: RefusalParams = {},
  ) {
    super(code);
    this.name = 'FileProblem';
  }
}

/** What a file may be at most. A sheet of 150,000 rows and thirty columns stays inside. */
export const FILE_LIMITS = {
  bytes: 30 * 1024 * 1024,
  /** Rows below the headers. */
  rows: 150_000,
  columns: 200,
  /** Characters of one cell, as in Excel. */
  cellCharacters: 32_767,
  /** Everything in the archive together, unpacked; counted while unpacking, whatever the archive says. */
  unpackedBytes: 400 * 1024 * 1024,
  /** Unpacked to packed, for parts above `ratioFromBytes`: tables reach 30, bombs a thousand. */
  ratio: 200,
  ratioFromBytes: 20 * 1024 * 1024,
  parts: 2_000,
  sharedStringCharacters: 80 * 1024 * 1024,
} as const;
