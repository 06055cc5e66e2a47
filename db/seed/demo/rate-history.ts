import { sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { freezeRate } from '~/domain/rate/freeze-rate.server';
import type { SnapshotKind } from '~/domain/rate/rate';
import { refreshAll } from '~/domain/rate/refresh-rate.server';
import { addDays, addMonths, beijingDate, beijingInstant, monthOf } from '~/domain/shared/period';

const MONTHS = 3;

/** The nights on which the demo's figures were kept: the last month ends and the night before today. */
const nights = (today: string): { kind: SnapshotKind; day: string }[] => [
  ...Array.from({ length: MONTHS }, (_, back) => ({
    kind: 'monthly' as const,
    day: addDays(addMonths(monthOf(today), back + 1 - MONTHS), -1),
  })),
  { kind: 'nightly', day: addDays(today, -1) },
];

/**
 * Keeps the figures of past nights in their order, each with what was known then: certificates that were checked or
 * revoked later, or not yet entered, are put back for the moment. So what was recorded differs from what is known now by
 * the people whose certificates were verified meanwhile.
 */
export async function freezeHistory(now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`create temporary table certificate_now on commit drop as
      select id, status, revoked_on, created_at, submitted_at, verified_at, revoked_at from certificate where status in ('submitted', 'verified', 'revoked')`);
    for (const { kind, day } of nights(beijingDate(now))) {
      const at = beijingInstant(addDays(day, 1), '00:05');
      await knownAt(tx, at);
      const ctx = { actor: { kind: 'system', job: 'rate.freeze' } as const, now: at, tx };
      await refreshAll(ctx);
      await freezeRate(ctx, kind, day);
    }
    await knownAt(tx, now);
    await tx.execute(sql`drop table certificate_now`);
  });
}

const knownAt = (tx: Tx, at: Date) => {
  const moment = sql`${at.toISOString()}::timestamptz`;
  return tx.execute(sql`
    with known as (
      select n.id, case when n.created_at > ${moment} or n.submitted_at > ${moment} then 'draft'
        when n.verified_at > ${moment} then 'submitted'
        when n.revoked_at > ${moment} then 'verified' else n.status end as status,
        case when n.revoked_at <= ${moment} then n.revoked_on end as revoked_on
      from certificate_now n
    )
    update certificate c set status = k.status, revoked_on = case when k.status = 'revoked' then k.revoked_on end
    from known k where k.id = c.id and c.status <> k.status`);
};
