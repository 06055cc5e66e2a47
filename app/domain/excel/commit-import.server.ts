import { and, eq } from 'drizzle-orm';
import { importRun } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Conflict, Forbidden, Refusal } from '../shared/refusals';
import { findImport } from './find-import.server';

/** Somebody of the organisation says: write it. The rows follow in the background; rows with problems stay out. */
export const commitImport = (ctx: Context, importId: string): Promise<void> =>
  operation(ctx, 'import.commit_requested', async (op) => {
    if (op.actor.kind !== 'user') throw new Forbidden();
    const run = await findImport(op.tx, op.actor, importId, { lock: true });
    if (run.status === 'committing' || run.status === 'committed') return op.unchanged(undefined);
    if (run.status !== 'checked') throw new Conflict('wrong_state');
    const rows = (run.counts.new ?? 0) + (run.counts.changed ?? 0);
    if (rows === 0) throw new Refusal('import_nothing_to_write');
    await op.tx
      .update(importRun)
      .set({ status: 'committing', progressDone: 0, progressTotal: rows, committedBy: op.actor.accountId })
      .where(and(eq(importRun.id, importId), eq(importRun.status, 'checked')));
    await op.record({ subject: { type: 'import', id: importId }, data: { kind: run.kind, rows } });
  });

/** The file is put aside: nothing of it was written. */
export const discardImport = (ctx: Context, importId: string): Promise<void> =>
  operation(ctx, 'import.discarded', async (op) => {
    const run = await findImport(op.tx, op.actor, importId, { lock: true });
    if (run.status === 'discarded') return op.unchanged(undefined);
    if (run.status !== 'checked' && run.status !== 'unreadable') throw new Conflict('wrong_state');
    await op.tx
      .update(importRun)
      .set({ status: 'discarded' })
      .where(and(eq(importRun.id, importId), eq(importRun.status, run.status)));
    await op.record({ subject: { type: 'import', id: importId }, data: { kind: run.kind } });
  });
