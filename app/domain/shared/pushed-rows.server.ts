import type { Tx } from '#db/client';
import type { Context } from './operation.server';
import { Forbidden, isExpected, Refusal, type RefusalCode, type RefusalParams } from './refusals';

/** A row of a client's request, with its place in it from 1. */
export interface PushedRow<Value> {
  row: number;
  value: Value;
}

/** Why a row was not taken. */
export interface RowProblem {
  row: number;
  field: string | null;
  code: RefusalCode;
  params?: RefusalParams;
}

type Inside = Context & { tx: Tx };

/** Rows one by one: a row that is refused leaves nothing behind and does not hold up the others. @throws Forbidden */
export async function rowByRow<Value>(
  ctx: Inside,
  rows: readonly PushedRow<Value>[],
  write: (ctx: Inside, value: Value) => Promise<unknown>,
): Promise<RowProblem[]> {
  const problems: RowProblem[] = [];
  for (const { row, value } of rows) {
    const problem = await attempt(ctx, (inside) => write(inside, value));
    if (problem) problems.push({ row, ...problem });
  }
  return problems;
}

/** Rows of one sheet in one operation; where that is refused, one by one, so that each wrong row is named. @throws Forbidden */
export async function allOrRowByRow<Value>(
  ctx: Inside,
  rows: readonly PushedRow<Value>[],
  write: (ctx: Inside, values: Value[]) => Promise<unknown>,
): Promise<RowProblem[]> {
  if (rows.length === 0) return [];
  const values = rows.map(({ value }) => value);
  if (!(await attempt(ctx, (inside) => write(inside, values)))) return [];
  return rowByRow(ctx, rows, (inside, value) => write(inside, [value]));
}

/** In a savepoint. @returns why it was refused; null when it was done */
async function attempt(ctx: Inside, work: (ctx: Inside) => Promise<unknown>): Promise<Omit<RowProblem, 'row'> | null> {
  try {
    await ctx.tx.transaction((tx) => work({ ...ctx, tx }));
    return null;
  } catch (error) {
    if (!isExpected(error) || error instanceof Forbidden) throw error;
    const field = error instanceof Refusal ? (error.field ?? null) : null;
    return { field, code: error.code, params: error.params };
  }
}
