import type { RuleCode } from '../certificate/counting-rule';
import { isAreaScope } from '../organisation/areas';
import { ANY_OPERATOR, type Cell, type Measure, PENDING, type Population } from './rate';

/** Which cell of a scope a page speaks of. */
export interface RateChoice {
  population: Population;
  /** Or '*'. Institutions have one type: for them alone it says nothing. */
  operatorType: string;
}

/** Of which moment: as known now, or as recorded in a snapshot. */
export interface Reading {
  on: string;
  /** Version of the figures that a snapshot holds; null = as known now. */
  version: number | null;
}

/** Whom a list shows of a figure. `pending` are part of `uncertified`. */
export const PEOPLE_OF_FIGURE = ['persons', 'certified', 'uncertified', 'pending'] as const;
export type PeopleOfFigure = (typeof PEOPLE_OF_FIGURE)[number];

/** N and D of a rule as printed; `pending` is not in N. */
export interface RateFigure {
  n: number;
  d: number;
  pending: number;
}

export const figureUnder = (cell: Cell, rule: RuleCode): RateFigure => ({
  n: cell[rule],
  d: cell.persons,
  pending: cell[PENDING[rule] satisfies Measure],
});

/** How many rows the list of a figure has. */
export const countOf = (which: PeopleOfFigure, { n, d, pending }: RateFigure): number =>
  ({ persons: d, certified: n, uncertified: d - n, pending })[which];

/** The cell's operator type: institutions are kept under '*' alone. */
export const operatorTypeOf = (scope: string, operatorType: string): string => (isAreaScope(scope) ? operatorType : ANY_OPERATOR);

export const INSTITUTION_SORTS = ['name', 'persons', 'missing', 'rate', 'confirmed'] as const;
export type InstitutionSort = (typeof INSTITUTION_SORTS)[number];
