import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { engagement } from '#db/schema';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Conflict, Refusal } from '../shared/refusals';
import { changedFields, type FileFacts, loggedFields } from './institution-facts';
import { readFile, writeFile } from './institution-facts.server';
import { lockInstitution } from './institution-periods.server';
import { keepCapacities } from './keep-capacities.server';
import { requireFreeUscc } from './require-free-uscc.server';

/**
 * The district keeps the file of an institution: everything but its dated facts. `seen` is the moment of the file that a form
 * showed: what somebody else wrote meanwhile is not overwritten. @returns which fields are others now
 */
export const keepFile = (ctx: Context, institutionId: string, wanted: Partial<FileFacts>, seen: string | null = null): Promise<string[]> =>
  operation(ctx, 'institution.file_kept', async (op) => {
    const found = await lockInstitution(op, institutionId);
    const { facts, file } = await readFile(op.tx, found);
    const fields = changedFields(facts, wanted as FileFacts);
    if (fields.length === 0) return op.unchanged([]);
    if (seen !== null && file && file.updatedAt.toISOString() !== seen) throw new Conflict('stale');
    const after = { ...facts, ...wanted };
    if (after.isInclusive && after.inclusiveSince === null) throw new Refusal('field_required', { field: 'inclusiveSince' });
    if (after.uscc !== null) await requireFreeUscc(op.tx, { id: found.id, kind: found.kind, uscc: after.uscc, siteNo: after.siteNo });
    if (fields.includes('principalPersonId') && after.principalPersonId) await requirePrincipal(op, found.id, after.principalPersonId);
    await writeFile(op.tx, found.id, after, op.now);
    await keepCapacities(op.tx, sql`${found.id}::uuid`, { day: beijingDate(op.now), now: op.now, actor: op.actor });
    const data = { before: loggedFields(facts, fields), after: loggedFields(after, fields) };
    await op.record({ subject: { type: 'organisation', id: found.id }, data });
    return fields;
  });

/** 负责人: somebody whom the roster has as a principal there. */
async function requirePrincipal(op: Operation<'institution.file_kept'>, institutionId: string, personId: string): Promise<void> {
  const today = beijingDate(op.now);
  const [found] = await op.tx
    .select({ id: engagement.id })
    .from(engagement)
    .where(
      and(
        eq(engagement.personId, personId),
        eq(engagement.institutionId, institutionId),
        eq(engagement.role, 'principal'),
        or(isNull(engagement.endOn), sql`${engagement.endOn} > ${today}`),
      ),
    )
    .limit(1);
  if (!found) throw new Refusal('principal_not_on_roster', { field: 'principalPersonId' });
}
