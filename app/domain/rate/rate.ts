import type { RuleCode } from '../certificate/counting-rule';

/**
 * Whom the rate takes in: `filed` institutions alone, or `extended` by nursery classes of kindergartens (托班) and family
 * sites that are not in the filing list.
 */
export const POPULATIONS = ['filed', 'extended'] as const;
export type Population = (typeof POPULATIONS)[number];

export const SNAPSHOT_KINDS = ['nightly', 'monthly'] as const;
export type SnapshotKind = (typeof SNAPSHOT_KINDS)[number];

/** What a figure counts: distinct persons on post (D), of them certified under each rule (N), and who would be with a document. */
export const MEASURES = ['persons', 'strict', 'standard', 'broad', 'strictPending', 'standardPending', 'broadPending'] as const;
export type Measure = (typeof MEASURES)[number];
export type Cell = Readonly<Record<Measure, number>>;
export const NO_CELL: Cell = { persons: 0, strict: 0, standard: 0, broad: 0, strictPending: 0, standardPending: 0, broadPending: 0 };

/** `pending` of a rule: not in N, and would be once verified or documented (含待核验 = N + pending). */
export const PENDING = {
  strict: 'strictPending',
  standard: 'standardPending',
  broad: 'broadPending',
} as const satisfies Record<RuleCode, Measure>;

/** All operator types; institutions have one on a day: their cells are kept under '*' alone. */
export const ANY_OPERATOR = '*';

/** The plan's 90 %, compared exactly: 0.8996 shows as 90.0 % and has not reached it. Null when nobody is on post. */
export const reached = (n: number, d: number, percent = 90): boolean | null => (d === 0 ? null : n * 100 >= d * percent);

/** How many more certified persons reach the target among as many on post. */
export const missingFor = (n: number, d: number, percent = 90): number => Math.max(0, Math.ceil((d * percent) / 100) - n);
