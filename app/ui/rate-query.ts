import type { RuleCode } from '~/domain/certificate/counting-rule';
import type { Population } from '~/domain/rate/rate';

/** Which figure a page speaks of, as in its address. */
export interface RateView {
  on?: string;
  as: 'now' | 'recorded';
  rule: RuleCode;
  population: Population;
  operatorType: string;
  merged: boolean;
  pending: boolean;
}

type Query = Readonly<Record<string, string | number | undefined>>;

/** The view as a query, with what is usual left out, and more beside it. */
export const rateQuery = (view: RateView, more: Query = {}): Query => ({
  on: view.on,
  as: view.as === 'now' ? undefined : view.as,
  rule: view.rule === 'standard' ? undefined : view.rule,
  population: view.population === 'filed' ? undefined : view.population,
  operatorType: view.operatorType === '*' ? undefined : view.operatorType,
  merged: view.merged ? 1 : undefined,
  pending: view.pending ? 1 : undefined,
  ...more,
});
