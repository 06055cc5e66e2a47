import type { RuleCode } from '../certificate/counting-rule';
import { DISTRICT_CODES } from '../organisation/districts';
import { ANY_OPERATOR, BDA_MERGED, type Cell, CITY_SCOPE, type Measure, PENDING, type Population } from './rate';

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

/** Reporting units in yearbook order; with the development area put into 大兴 there is one unit less. */
export const districtScopes = (merged: boolean): readonly string[] =>
  merged ? DISTRICT_CODES.filter((code) => code !== '110302').map((code) => (code === '110115' ? BDA_MERGED : code)) : DISTRICT_CODES;

export const isAreaScope = (scope: string): boolean => scope === CITY_SCOPE || scope === BDA_MERGED || DISTRICT_CODES.includes(scope);

/** Districts that a scope consists of; null = all of them, or an institution. */
export const districtsOf = (scope: string): readonly string[] | null =>
  scope === CITY_SCOPE || !isAreaScope(scope) ? null : scope.split('+');

/** The cell's operator type: institutions are kept under '*' alone. */
export const operatorTypeOf = (scope: string, operatorType: string): string => (isAreaScope(scope) ? operatorType : ANY_OPERATOR);

export const INSTITUTION_SORTS = ['name', 'persons', 'missing', 'rate', 'confirmed'] as const;
export type InstitutionSort = (typeof INSTITUTION_SORTS)[number];
