import { z } from 'zod';
import { checkIdentity, ID_TYPES } from './identity';
import { checkName } from './name';
import { isDate } from './period';
import { checkContactPhone, checkPhone } from './phone';

/** A check of the rules as a schema: text in, the checked value out, or the check's refusal code. */
export const checked = (check: (text: string) => { ok: true; value: string } | { ok: false; code: string }, max: number) =>
  z
    .string()
    .max(max)
    .transform((text, ctx) => {
      const answer = check(text);
      if (answer.ok) return answer.value;
      ctx.addIssue({ code: 'custom', message: answer.code, input: text });
      return z.NEVER;
    });

/** The same for a field that may stay empty: null then. */
export const optionally = <T extends z.ZodType>(schema: T) =>
  z
    .union([z.literal('').transform(() => null), schema])
    .optional()
    .transform((value) => value ?? null);

export const personName = checked(checkName, 200);
export const mobilePhone = checked(checkPhone, 40);
export const contactPhone = checked(checkContactPhone, 60);
export const dateField = z.string().min(1).refine(isDate, 'field_date');
export const reasonInput = z.object({ reason: z.string().min(1, 'reason_required').max(500) });
export const checkbox = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

/** Document type and number, to be checked together by `refineIdentity`. */
export const identityFields = { idType: z.enum(ID_TYPES), idNumber: z.string().min(1).max(60) };

/** What `refine` takes: the test, where to say it, when to ask, and the code of what is wrong. */
export type Rule = [
  test: (value: unknown) => boolean,
  say: { path: string[]; when: (payload: { value: unknown }) => boolean; error: (issue: { input?: unknown }) => string },
];

interface Document {
  idType: (typeof ID_TYPES)[number];
  idNumber: string;
}
const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  'idType' in value &&
  isIdType(value.idType) &&
  'idNumber' in value &&
  typeof value.idNumber === 'string';
const isIdType = (value: unknown): value is Document['idType'] => ID_TYPES.some((type) => type === value);

/**
 * Checks type and number together, for `.refine(…identityRule(today))`; says so even where other fields are wrong.
 * `today` is the Beijing day, for births in the future.
 */
export const identityRule = (today: string): Rule => {
  const check = (value: unknown) => (isDocument(value) ? checkIdentity(value.idType, value.idNumber, today) : null);
  const known = (value: unknown) => isDocument(value) && value.idNumber !== '';
  return [
    (value: unknown) => check(value)?.ok ?? true,
    {
      path: ['idNumber'],
      when: (payload: { value: unknown }) => known(payload.value),
      error: (issue: { input?: unknown }) => {
        const answer = check(issue.input);
        return answer && !answer.ok ? answer.code : 'id_format';
      },
    },
  ];
};

const optionalText = z.string().max(100).catch('').default('');
const optionalDay = z.string().refine(isDate).catch('').default('');
/** State of the event log, in the address. */
export const eventSearch = z.object({
  name: optionalText,
  subject: optionalText,
  from: optionalDay,
  until: optionalDay,
  before: z.coerce.number().int().positive().optional().catch(undefined),
});
