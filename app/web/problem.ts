import type { RefusalCode, RefusalParams } from '~/domain/shared/refusals';

/** A refusal as the browser gets it: the code of a sentence and what to put into it. */
export interface Sentence {
  code: RefusalCode;
  params?: RefusalParams;
}

/** What an action answers when it did not do what was asked: why, field by field, and what was typed. */
export interface Problem {
  refusal: (Sentence & { field?: string }) | null;
  errors: Record<string, Sentence>;
  values: Record<string, string[]>;
}
