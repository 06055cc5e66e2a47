import type { z } from 'zod';
import { Refusal } from '~/domain/shared/refusals';
import type { Sentence } from './problem';
import { sentenceOf } from './zod-words.server';

/** A form without files; one with files says its own limit. */
const TEXT_FORM_BYTES = 512 * 1024;
const MAX_FIELDS = 5_000;
const SECRET = /password|secret|totp|oneTime|recovery/i;

export type Values = Record<string, string[]>;

/** The form is readable but wrong: what to say at which field. */
export class InvalidForm extends Error {
  constructor(readonly errors: Record<string, Sentence>) {
    super('invalid form');
  }
}

/** The body could not be read as a form at all. */
export class MalformedForm extends Error {
  constructor(readonly status: 400 | 413) {
    super('malformed form');
  }
}

const forms = new WeakMap<Request, Promise<FormData>>();

const readForm = async (request: Request, limit: number): Promise<FormData> => {
  const length = Number(request.headers.get('Content-Length') ?? 0);
  if (length > limit) throw new MalformedForm(413);
  const form = await request.formData().catch(() => {
    throw new MalformedForm(400);
  });
  let size = 0;
  let fields = 0;
  for (const [name, value] of form) {
    fields += 1;
    size += name.length + (typeof value === 'string' ? value.length : value.size);
  }
  if (size > limit || fields > MAX_FIELDS) throw new MalformedForm(413);
  return form;
};

/** The body of a request, read once however often it is asked for. */
export const formOf = (request: Request, limit = TEXT_FORM_BYTES): Promise<FormData> => {
  const known = forms.get(request);
  if (known) return known;
  const reading = readForm(request, limit);
  forms.set(request, reading);
  return reading;
};

/** What was typed, to be shown again; never a password or a one-time code. */
export const valuesOf = (form: FormData): Values => {
  // A map first: on an object, a field named `constructor` would be there already.
  const values = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string' || SECRET.test(name)) continue;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries(values);
};

/** Text as it may be stored: Postgres refuses U+0000, and half a surrogate pair is no character. */
const clean = (value: string): string => value.replaceAll('\u0000', '').toWellFormed().trim();

type Entry = string | File;

/** Repeated names become a list, `name[]` always is one; empty files count as not sent. */
const entriesOf = (form: FormData): Record<string, Entry | Entry[]> => {
  const entries: Record<string, Entry | Entry[]> = Object.create(null);
  for (const [name, value] of form) {
    if (typeof value !== 'string' && value.size === 0 && value.name === '') continue;
    const entry = typeof value === 'string' ? clean(value) : value;
    const before = entries[name];
    if (before === undefined) entries[name] = name.endsWith('[]') ? [entry] : entry;
    else entries[name] = Array.isArray(before) ? [...before, entry] : [before, entry];
  }
  return entries;
};

/**
 * The form of a request in the shape of a schema. Every field arrives as trimmed text (or a file).
 * @throws InvalidForm with a sentence per field, MalformedForm when the body is no form
 */
export async function parseForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  options: { maxBytes?: number } = {},
): Promise<z.output<S>> {
  const form = await formOf(request, options.maxBytes);
  const parsed = schema.safeParse({ ...entriesOf(form) }, { reportInput: true });
  if (parsed.success) return parsed.data;
  const errors: Record<string, Sentence> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.') || 'form';
    errors[field] ??= sentenceOf(issue);
  }
  throw new InvalidForm(errors);
}

/** The `intent` of a form with several buttons: one of those offered. */
export async function intentOf<const I extends string>(request: Request, ...intents: I[]): Promise<I> {
  const asked = (await formOf(request)).get('intent');
  const intent = intents.find((name) => name === asked);
  if (!intent) throw new Refusal('form_malformed');
  return intent;
}

/** Search parameters in the shape of a schema; a value that does not fit takes the schema's default (`.catch`). */
export const parseSearch = <S extends z.ZodType>(request: Request, schema: S): z.output<S> => schema.parse(searchOf(request));

/** Search parameters as they were given: a name that stands several times, or ends in `[]`, holds a list. */
export function searchOf(request: Request): Record<string, string | string[]> {
  const search = new URL(request.url).searchParams;
  const entries = [...new Set(search.keys())].map((name): [string, string | string[]] => {
    const all = search.getAll(name).map((value) => clean(value).slice(0, 500));
    return [name, name.endsWith('[]') || all.length > 1 ? all : (all[0] ?? '')];
  });
  return Object.fromEntries(entries);
}
