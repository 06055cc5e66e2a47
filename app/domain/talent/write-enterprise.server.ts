import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { integratedEnterprise } from '#db/schema';

export type EnterpriseEntry = typeof integratedEnterprise.$inferSelect;

/** The entries of one institution, the latest first; the caller has locked the institution. */
export const enterprisesOf = (tx: Tx, institutionId: string): Promise<EnterpriseEntry[]> =>
  tx
    .select()
    .from(integratedEnterprise)
    .where(eq(integratedEnterprise.institutionId, institutionId))
    .orderBy(desc(integratedEnterprise.fromOn), desc(integratedEnterprise.id));

/** Writes an entry behind the latest one, which ends on its day where it was open. */
export async function appendEnterprise(
  tx: Tx,
  entry: Omit<EnterpriseEntry, 'untilOn'>,
  last: Pick<EnterpriseEntry, 'id' | 'untilOn'> | undefined,
): Promise<void> {
  if (last?.untilOn === null)
    await tx.update(integratedEnterprise).set({ untilOn: entry.fromOn }).where(eq(integratedEnterprise.id, last.id));
  await tx.insert(integratedEnterprise).values(entry);
}

/** Takes the latest entry out; what it had ended goes on. */
export async function takeOutEnterprise(tx: Tx, last: EnterpriseEntry, before: EnterpriseEntry | undefined): Promise<void> {
  await tx.delete(integratedEnterprise).where(eq(integratedEnterprise.id, last.id));
  if (before?.untilOn === last.fromOn)
    await tx
      .update(integratedEnterprise)
      .set({ untilOn: null })
      .where(and(eq(integratedEnterprise.id, before.id), eq(integratedEnterprise.untilOn, last.fromOn)));
}
