import { useActionData } from '@remix-run/react';
import { createContext, useContext } from 'react';
import type { Problem } from '~/web/problem';
import { useWords } from './use-words';

export interface FormState {
  id: string;
  problem: Problem | undefined;
  /** A search form: what the address says stands in its fields, and nothing is marked as optional. */
  search?: URLSearchParams;
}

export const FormContext = createContext<FormState>({ id: '', problem: undefined });

/** Whatever an action answered: only a problem concerns a form. */
const problemOf = (answer: unknown): Problem | undefined =>
  typeof answer === 'object' && answer !== null && 'errors' in answer && 'values' in answer ? (answer as Problem) : undefined;

/** The problem of a named form; one that does not say whose it is (an unreadable body) is shown by all. */
export const useProblem = (name: string | undefined): Problem | undefined => {
  const problem = problemOf(useActionData());
  const of = problem?.values.form?.[0];
  return name === undefined || of === undefined || of === name ? problem : undefined;
};

/** An id that links and selectors can name. */
export const fieldId = (form: string, name: string): string => `${form}-${name.replace(/[^\w-]/g, '_')}`;

export interface FieldState {
  id: string;
  error: string | undefined;
  /** What was typed before the server refused, or what the address says; else undefined. */
  typed: readonly string[] | undefined;
  searching: boolean;
}

const typedIn = ({ problem, search }: FormState, name: string): readonly string[] | undefined => {
  if (search) return search.has(name) ? search.getAll(name) : undefined;
  if (!problem || Object.keys(problem.values).length === 0) return undefined;
  return problem.values[name] ?? [];
};

/** The state of one field inside a `Form` or a `FilterBar`. */
export const useField = (name: string): FieldState => {
  const form = useContext(FormContext);
  const words = useWords();
  const sentence = form.problem?.errors[name] ?? form.problem?.errors[name.replace(/\[\]$/, '')];
  return {
    id: fieldId(form.id, name),
    error: sentence && words(`refusals:${sentence.code}`, sentence.params),
    typed: typedIn(form, name),
    searching: form.search !== undefined,
  };
};
