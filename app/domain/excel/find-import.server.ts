import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { importRun, organisation } from '#db/schema';
import type { Actor, Role } from '../shared/actor';
import { isId } from '../shared/id';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import type { ImportScope } from './import-engine.server';

export type ImportRun = typeof importRun.$inferSelect;

/** An import belongs to the organisation that uploaded it. @throws Forbidden, NotFound for another organisation's */
export async function findImport(tx: Tx, actor: Actor, importId: string, { lock = false } = {}): Promise<ImportRun> {
  if (!hasLine(actor, 'import.manage')) throw new Forbidden();
  if (!isId(importId)) throw new NotFound();
  const query = tx.select().from(importRun).where(eq(importRun.id, importId));
  const [found] = lock ? await query.for('update') : await query;
  if (!found || !can(actor, 'import.manage', { organisationId: found.organisationId })) throw new NotFound();
  return found;
}

/** Who uploaded it, with her organisation as it is now. */
export async function scopeOf(tx: Tx, run: ImportRun): Promise<ImportScope> {
  const [home] = await tx
    .select({ id: organisation.id, kind: organisation.kind, districtCode: organisation.districtCode })
    .from(organisation)
    .where(eq(organisation.id, run.organisationId ?? ''));
  if (!home) throw new Error(`import ${run.id} belongs to no organisation`);
  return { accountId: run.uploadedBy, role: run.uploadedRole as Role, organisation: home };
}
