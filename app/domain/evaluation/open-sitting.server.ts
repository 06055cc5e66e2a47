import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/client';
import { assessmentSite, sitting, xCertificateKind } from '#db/schema';
import { isId, newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { accountOf, organisationOf } from './find-sitting.server';
import type { sittingInput } from './inputs';
import { checkSittingPlan, firstExamOn } from './sitting';

export type SittingEntry = z.output<typeof sittingInput>;

/** Opens a sitting of a certificate that this organisation issues, at one of its sites. @returns its id */
export function openSitting(ctx: Context, entry: SittingEntry): Promise<string> {
  return operation(ctx, 'sitting.opened', async (op) => {
    const organisationId = organisationOf(op.actor, 'sitting.manage');
    op.require('sitting.manage', { organisationId });
    await requireOwnKind(op.tx, entry, organisationId);
    const site = await requireSite(op.tx, entry.siteId, organisationId);
    if (firstExamOn(entry) <= beijingDate(op.now))
      throw new Refusal('sitting_in_past', { field: entry.theoryOn <= entry.practicalOn ? 'theoryOn' : 'practicalOn' });
    checkSittingPlan({ ...entry, siteSeats: site.seats, seatsTaken: 0 });
    const id = newId();
    const made = await op.tx
      .insert(sitting)
      .values({ id, organisationId, ...entry, status: 'open', createdAt: op.now, createdBy: accountOf(op.actor) })
      .onConflictDoNothing({ target: sitting.code })
      .returning({ id: sitting.id });
    if (made.length === 0) throw new Refusal('sitting_code_taken', { field: 'code' });
    const { xKindId, level, siteId, capacity } = entry;
    await op.record({ subject: { type: 'sitting', id }, data: { xKindId, level, siteId, capacity } });
    return id;
  });
}

/** @throws Refusal where the catalogue names another issuer, or no such level */
export async function requireOwnKind(
  tx: Tx,
  { xKindId, level }: Pick<SittingEntry, 'xKindId' | 'level'>,
  organisationId: string,
): Promise<void> {
  const [kind] = isId(xKindId) ? await tx.select().from(xCertificateKind).where(eq(xCertificateKind.id, xKindId)) : [];
  if (!kind || kind.organisationId !== organisationId || !kind.isActive) throw new Refusal('kind_not_yours', { field: 'xKindId' });
  if (!kind.levels.includes(level)) throw new Refusal('kind_level_not_offered', { field: 'level' });
}

/** A site of this organisation, held so that its seats stay what the places were compared with. @throws Refusal */
export async function requireSite(tx: Tx, siteId: string, organisationId: string) {
  const own = and(eq(assessmentSite.id, siteId), eq(assessmentSite.organisationId, organisationId));
  const [site] = isId(siteId) ? await tx.select().from(assessmentSite).where(own).for('share') : [];
  if (!site) throw new Refusal('field_choice', { field: 'siteId' });
  if (!site.isActive) throw new Refusal('site_inactive', { field: 'siteId' });
  return site;
}
