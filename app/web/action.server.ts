import { randomUUID } from 'node:crypto';
import { data } from '@remix-run/node';
import {
  Conflict,
  Forbidden,
  isExpected,
  NotFound,
  Refusal,
  type RefusalCode,
  type RefusalParams,
  Unavailable,
} from '~/domain/shared/refusals';
import { currentRequestId, logger } from '~/platform/logger.server';
import { formOf, InvalidForm, MalformedForm, type Values, valuesOf } from './forms.server';
import type { Problem } from './problem';

/** What an error page shows besides its status. */
export interface ErrorDetails {
  reference?: string;
  code?: RefusalCode;
  params?: RefusalParams;
}

const problem = (status: number, values: Values, rest: Partial<Problem>) =>
  data({ refusal: null, errors: {}, values, ...rest } satisfies Problem, { status });

const typed = (request: Request): Promise<Values> => formOf(request).then(valuesOf, () => ({}));

const codeOf = (error: MalformedForm): RefusalCode => (error.status === 413 ? 'form_too_large' : 'form_malformed');

/** Throws the page for an answer that has no form to go back to; lets everything else pass as it is. */
const throwPage = (error: unknown): never => {
  if (error instanceof MalformedForm) throw data({ code: codeOf(error) } satisfies ErrorDetails, { status: error.status });
  if (error instanceof NotFound || error instanceof Forbidden || error instanceof Unavailable || error instanceof Conflict) {
    throw data({ code: error.code, params: error.params } satisfies ErrorDetails, { status: error.status });
  }
  if (error instanceof Response || isDataResponse(error)) throw error;
  const reference = currentRequestId() ?? randomUUID();
  logger.error({ error, reference }, 'request failed');
  throw data({ reference } satisfies ErrorDetails, { status: 500 });
};

const isDataResponse = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'type' in error && error.type === 'DataWithResponseInit';

/**
 * Runs an action. A refusal becomes an answer with its sentence and what was typed; a foreign or missing
 * row becomes a page; a defect is logged once under a reference number that the page shows.
 */
export async function handleAction<T>(request: Request, run: () => Promise<T>) {
  try {
    return await run();
  } catch (error) {
    if (error instanceof InvalidForm) return problem(422, await typed(request), { errors: error.errors });
    if (error instanceof MalformedForm) {
      return problem(error.status, {}, { refusal: { code: codeOf(error) } });
    }
    if (error instanceof Refusal) {
      const { code, field, params } = error;
      return problem(422, await typed(request), { refusal: { code, field, params }, errors: field ? { [field]: { code, params } } : {} });
    }
    if (error instanceof Conflict || error instanceof Unavailable) {
      return problem(error.status, await typed(request), { refusal: { code: error.code, params: error.params } });
    }
    return throwPage(error);
  }
}

/** Runs a loader: whatever cannot be shown becomes the page that says so. */
export async function handleLoader<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isExpected(error) && error instanceof Refusal) {
      throw data({ code: error.code, params: error.params } satisfies ErrorDetails, { status: 422 });
    }
    return throwPage(error);
  }
}
