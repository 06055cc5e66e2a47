import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { account, importRow, importRun, person } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import { findImport } from './find-import.server';
import { type ImportKindName, ROWS_PER_PAGE, type RowOutcome } from './import';

export interface ImportFilter {
  kind: ImportKindName | null;
}

const ofOrganisation = (actor: UserActor): SQL | undefined => {
  if (!hasLine(actor, 'import.manage') || !actor.organisation) throw new Forbidden();
  return eq(importRun.organisationId, actor.organisation.id);
};

const LISTED = {
  id: importRun.id,
  kind: importRun.kind,
  status: importRun.status,
  fileName: importRun.fileName,
  counts: importRun.counts,
  uploadedAt: importRun.uploadedAt,
  by: sql<string>`coalesce(${person.name}, ${account.username}, '')`,
};

/** What the actor's organisation has brought in, the latest first. */
export async function listImports(actor: UserActor, { kind }: ImportFilter, { limit, offset }: { limit: number; offset: number }) {
  const where = and(ofOrganisation(actor), kind ? eq(importRun.kind, kind) : undefined);
  const [total] = await db.select({ n: count() }).from(importRun).where(where);
  const rows = await db
    .select(LISTED)
    .from(importRun)
    .leftJoin(account, eq(account.id, importRun.uploadedBy))
    .leftJoin(person, eq(person.id, account.personId))
    .where(where)
    .orderBy(desc(importRun.uploadedAt), desc(importRun.id))
    .limit(limit)
    .offset(offset);
  return { rows, total: total?.n ?? 0 };
}

/** Whether the actor may know of it at all, before anything that she sends is read. @throws Forbidden, NotFound */
export const requireImport = async (actor: UserActor, importId: string): Promise<void> => {
  await findImport(db, actor, importId);
};

export interface RowFilter {
  outcome: RowOutcome | null;
  page: number;
}

/** One import with a page of its rows. @throws NotFound for another organisation's */
export async function getImport(actor: UserActor, importId: string, { outcome, page }: RowFilter) {
  const run = await findImport(db, actor, importId);
  const wrong: RowOutcome[] = ['conflict', 'error'];
  // Nothing chosen: what needs a hand comes first.
  const order = outcome === null ? [sql`${inArray(importRow.outcome, wrong)} desc`, asc(importRow.rowNo)] : [asc(importRow.rowNo)];
  const where = and(eq(importRow.importId, run.id), outcome ? eq(importRow.outcome, outcome) : undefined);
  const settled = run.status !== 'checking' && run.status !== 'uploaded';
  const rows = settled
    ? await db
        .select({
          rowNo: importRow.rowNo,
          outcome: importRow.outcome,
          cells: importRow.cells,
          problems: importRow.problems,
          before: importRow.before,
          values: importRow.values,
        })
        .from(importRow)
        .where(where)
        .orderBy(...order)
        .limit(ROWS_PER_PAGE)
        .offset((page - 1) * ROWS_PER_PAGE)
    : [];
  const { storedAs: _stored, ...known } = run;
  return { run: known, rows };
}
