import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import type { Tx } from '#db/client';
import type { ClientActor } from '~/domain/organisation/authenticate-client.server';
import { answerOnce } from '~/domain/shared/answer-once.server';
import type { ApiScope } from '~/domain/shared/api-scopes';
import type { Context } from '~/domain/shared/operation.server';
import type { PushedRow, RowProblem } from '~/domain/shared/pushed-rows.server';
import { ApiRefusal, apiDoor, apiJson, notAllowed, problemsOf, sentencesOf } from './api-door.server';

/** Rows of one request: its transaction stays short. */
export const MOST_ROWS = 500;
const BODY_BYTES = 1_000_000;
const IDEMPOTENCY_KEY = /^[\w.:-]{8,100}$/;

/** A row as its operation takes it, or what is wrong with it. */
export type ReadRow<Value> = { success: true; data: Value } | { success: false; error: z.ZodError };

type Inside = Context & { tx: Tx; actor: ClientActor };

interface Push<Head extends z.ZodObject, Row extends z.ZodType, Value> {
  scope: ApiScope;
  /** What the request says once, beside its rows. */
  head: Head;
  row: Row;
  /** Checks a row as the screen does, by its form's schema. */
  read?: (row: z.output<Row>, ctx: Inside) => ReadRow<Value>;
  write(ctx: Inside, head: z.output<Head>, rows: PushedRow<Value>[]): Promise<RowProblem[]>;
}

/** Rows pushed by another system: each is taken or named with what is wrong with it; the same request twice is done once. */
export function receivePush<Head extends z.ZodObject, Row extends z.ZodType, Value>(
  { request, context }: ActionFunctionArgs,
  push: Push<Head, Row, Value>,
): Promise<Response> | Response {
  if (request.method !== 'POST') return notAllowed('POST');
  return apiDoor({ request, context, scopes: [push.scope], kind: 'write' }, async (ctx) => {
    const idempotencyKey = request.headers.get('Idempotency-Key') ?? '';
    if (!IDEMPOTENCY_KEY.test(idempotencyKey)) throw new ApiRefusal(400, 'idempotency_missing');
    const body = await jsonOf(request);
    const { rows, head } = partsOf(body, push.head);
    const content = `${new URL(request.url).pathname}\n${JSON.stringify(body)}`;
    const {
      status,
      body: answer,
      repeated,
    } = await answerOnce({ clientId: ctx.actor.client, idempotencyKey, content, now: ctx.now }, async (tx) => {
      const inside = { ...ctx, tx };
      const { good, problems } = readRows(rows, push, inside);
      problems.push(...(await push.write(inside, head, good)));
      return answerOf(rows.length, problems);
    });
    return apiJson(answer, status, { 'Idempotency-Replayed': String(repeated) });
  });
}

async function jsonOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > BODY_BYTES) throw new ApiRefusal(413, 'form_too_large');
  try {
    return cleaned(JSON.parse(text));
  } catch {
    throw new ApiRefusal(400, 'body_not_json');
  }
}

/** Text as it may be stored, wherever it stands: Postgres takes neither U+0000 nor half a surrogate pair. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed().trim();
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cleaned(each)]));
}

function partsOf<Head extends z.ZodObject>(body: unknown, schema: Head): { head: z.output<Head>; rows: unknown[] } {
  const parsed = schema.extend({ rows: z.array(z.unknown()).min(1).max(MOST_ROWS) }).safeParse(body, { reportInput: true });
  if (!parsed.success) throw new ApiRefusal(400, 'body_not_json', undefined, {}, problemsOf(parsed.error));
  const { rows, ...head } = parsed.data;
  return { head: head as z.output<Head>, rows: rows as unknown[] };
}

function readRows<Head extends z.ZodObject, Row extends z.ZodType, Value>(rows: unknown[], push: Push<Head, Row, Value>, ctx: Inside) {
  const good: PushedRow<Value>[] = [];
  const problems: RowProblem[] = [];
  for (const [at, each] of rows.entries()) {
    const row = at + 1;
    const parsed = push.row.safeParse(each, { reportInput: true });
    const read = parsed.success && push.read ? push.read(parsed.data, ctx) : parsed;
    if (read.success) good.push({ row, value: read.data as Value });
    else problems.push(...problemsOf(read.error).map(({ field, code, params }) => ({ row, field: field || null, code, params })));
  }
  return { good, problems };
}

/** 200 when every row was taken, 207 when some were not. */
function answerOf(rows: number, problems: readonly RowProblem[]) {
  const refused = new Set(problems.map(({ row }) => row)).size;
  const errors = problems
    .toSorted((a, b) => a.row - b.row)
    .map(({ row, field, code, params }) => ({ row, field, ...sentencesOf(code, params) }));
  return { status: refused > 0 ? 207 : 200, body: { rows, accepted: rows - refused, refused, errors } };
}
