import { and, count, desc, eq, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { rateSnapshot } from '#db/schema';
import { isId } from '../shared/id';
import { NotFound } from '../shared/refusals';
import { cellsHash, peopleHash } from './freeze-rate.server';
import type { SnapshotKind } from './rate';

export interface Snapshot {
  id: string;
  kind: SnapshotKind;
  asOfOn: string;
  version: number;
  ruleIds: Record<string, string>;
  cellsSha256: string;
  peopleSha256: string;
  madeAt: Date;
}

/** What was recorded of a day: the month's snapshot, which was reported, before the nightly one; null where nothing was. */
export async function findSnapshot(asOfOn: string, tx: Tx = db): Promise<Snapshot | null> {
  const found = await tx.select().from(rateSnapshot).where(eq(rateSnapshot.asOfOn, asOfOn));
  return found.find(({ kind }) => kind === 'monthly') ?? found[0] ?? null;
}

/** @throws NotFound */
export async function getSnapshot(snapshotId: string, tx: Tx = db): Promise<Snapshot> {
  const [found] = isId(snapshotId) ? await tx.select().from(rateSnapshot).where(eq(rateSnapshot.id, snapshotId)) : [];
  if (!found) throw new NotFound();
  return found;
}

/** The latest day first. */
export async function listSnapshots(
  { kind }: { kind?: SnapshotKind },
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: Snapshot[]; total: number }> {
  const where = and(kind && eq(rateSnapshot.kind, kind));
  const [total] = await db.select({ n: count() }).from(rateSnapshot).where(where);
  const rows = await db
    .select()
    .from(rateSnapshot)
    .where(where)
    .orderBy(desc(rateSnapshot.asOfOn), rateSnapshot.kind)
    .limit(limit)
    .offset(offset);
  return { rows, total: total?.n ?? 0 };
}

export interface Verified {
  cellsSha256: string;
  peopleSha256: string;
  /** What was kept still gives the values that were printed when it was made. */
  cellsMatch: boolean;
  peopleMatch: boolean;
}

/** Works out both check values anew from the kept cells and from the people of that version. Reads only. */
export async function verifySnapshot({ id, asOfOn, version, cellsSha256, peopleSha256 }: Snapshot): Promise<Verified> {
  const [found] = await db.execute<{ cells: string; people: string }>(sql`
    select (${cellsHash(sql`rate_snapshot_cell where snapshot_id = ${id}`)}) as cells, (${peopleHash(asOfOn, version)}) as people`);
  const [cells, people] = [found?.cells ?? '', found?.people ?? ''];
  return { cellsSha256: cells, peopleSha256: people, cellsMatch: cells === cellsSha256, peopleMatch: people === peopleSha256 };
}
