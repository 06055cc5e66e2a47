import { and, eq, sql } from 'drizzle-orm';
import { importRun } from '#db/schema';
import type { EventName } from '../shared/events';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { Conflict, Forbidden, Refusal } from '../shared/refusals';
import { findImport, type ImportRun } from './find-import.server';
import type { ImportKinds } from './import-engine.server';

/** Blocked rows that are kept to be shown. */
const SHOWN = 50;

/**
 * Asks for a whole import to be taken back. Where something has been built on it, the rows are named and nothing happens.
 * @returns whether the way is free
 */
export const requestUndo = (ctx: Context, kinds: ImportKinds, importId: string, reason: string): Promise<'undoing' | 'blocked'> =>
  operation(ctx, 'import.undo_requested', async (op) => {
    if (op.actor.kind !== 'user') throw new Forbidden();
    const run = await findImport(op.tx, op.actor, importId, { lock: true });
    if (run.status === 'undoing' || run.status === 'undone') return op.unchanged('undoing' as const);
    if (run.status !== 'committed') throw new Conflict('wrong_state');
    if (reason.trim() === '') throw new Refusal('field_required', { field: 'reason' });
    if (await isBlocked(op, kinds, run)) return 'blocked';
    await op.tx
      .update(importRun)
      .set({ status: 'undoing', undoneBy: op.actor.accountId, reason, blocks: null })
      .where(and(eq(importRun.id, importId), eq(importRun.status, 'committed')));
    await op.record({ subject: { type: 'import', id: importId }, data: { kind: run.kind, reason } });
    return 'undoing';
  });

/** Takes the rows back: all of them in one transaction, or none. The blocks are looked for again, under the same lock. */
export const undoImport = (ctx: Context, kinds: ImportKinds, importId: string): Promise<'undone' | 'blocked' | 'nothing'> =>
  operation(ctx, 'import.undone', async (op) => {
    const [run] = await op.tx
      .select()
      .from(importRun)
      .where(and(eq(importRun.id, importId), eq(importRun.status, 'undoing')))
      .for('update');
    if (!run) return op.unchanged('nothing' as const);
    if (await isBlocked(op, kinds, run)) {
      await op.tx.update(importRun).set({ status: 'committed', undoneBy: null }).where(eq(importRun.id, importId));
      return 'blocked';
    }
    await kinds[run.kind].undo(op, importId);
    await op.tx.execute(
      sql`update import_row set undone_at = ${op.now.toISOString()}::timestamptz where import_id = ${importId} and applied_at is not null`,
    );
    await op.tx.update(importRun).set({ status: 'undone', undoneAt: op.now }).where(eq(importRun.id, importId));
    await op.record({ subject: { type: 'import', id: importId }, data: { kind: run.kind, rows: run.progressDone } });
    return 'undone';
  });

async function isBlocked<Name extends EventName>(op: Operation<Name>, kinds: ImportKinds, run: ImportRun): Promise<boolean> {
  const found = await kinds[run.kind].blocks(op.tx, run.id, 1_000);
  if (found.length === 0) return false;
  await op.tx
    .update(importRun)
    .set({ blocks: { total: found.length, rows: found.slice(0, SHOWN) } })
    .where(eq(importRun.id, run.id));
  await op.recordAs('import.undo_blocked', { subject: { type: 'import', id: run.id }, data: { kind: run.kind, rows: found.length } });
  return true;
}
