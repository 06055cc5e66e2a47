import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { importRun } from '#db/schema';
import type { EventFacts } from './enrolment-messages.server';
import type { Message } from './message';

export const IMPORT_EVENTS = ['import.committed', 'import.undone'];

/** A workbook that somebody uploaded is written, or taken back: told where its uploader reads. */
export async function importMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const [run] = await tx.select().from(importRun).where(eq(importRun.id, event.subjectId));
  if (!run?.organisationId) return [];
  const { new: added = 0, changed = 0, conflict = 0, error = 0 } = run.counts;
  const kind = event.name === 'import.committed' ? 'import_finished' : 'import_undone';
  const params = { file: run.fileName, written: added + changed, left: conflict + error };
  return [{ kind, to: { organisationId: run.organisationId }, params, link: `/imports/${run.id}` }];
}
