import type refusals from '../../i18n/zh-CN/refusals';

/** A sentence exists for each code in both languages: a code without words does not compile. */
export type RefusalCode = keyof typeof refusals;
export type RefusalParams = Record<string, string | number>;

/** Expected answers of the product, not defects. Everything else that is thrown is logged with a reference number. */
abstract class Expected extends Error {
  abstract readonly status: 403 | 404 | 409 | 422 | 503;
  readonly code: RefusalCode;
  readonly params: RefusalParams;

  constructor(code: RefusalCode, params: RefusalParams = {}) {
    super(code);
    this.name = new.target.name;
    this.code = code;
    this.params = params;
  }
}

/** No such row, or not one that this actor may know of. */
export class NotFound extends Expected {
  readonly status = 404;
  constructor(code: RefusalCode = 'not_found') {
    super(code);
  }
}

export class Forbidden extends Expected {
  readonly status = 403;
  constructor(code: RefusalCode = 'forbidden') {
    super(code);
  }
}

/** A rule says no. `field` is the form field to show it at. */
export class Refusal extends Expected {
  readonly status = 422;
  readonly field?: string;
  constructor(code: RefusalCode, options: { field?: string; params?: RefusalParams } = {}) {
    super(code, options.params);
    this.field = options.field;
  }
}

/** Somebody else was faster: the row is no longer in the state that the form showed. */
export class Conflict extends Expected {
  readonly status = 409;
  constructor(code: RefusalCode = 'stale', params?: RefusalParams) {
    super(code, params);
  }
}

export class Unavailable extends Expected {
  readonly status = 503;
  constructor(code: RefusalCode = 'unavailable') {
    super(code);
  }
}

export type ExpectedAnswer = NotFound | Forbidden | Refusal | Conflict | Unavailable;
export const isExpected = (error: unknown): error is ExpectedAnswer => error instanceof Expected;
