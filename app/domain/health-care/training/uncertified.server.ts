import { sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';

/** Which completions to look at: those of a closing, one that ended, or `after` this one in a walk over all. */
export interface Uncertified {
  closingId?: string;
  completionId?: string;
  after?: string;
  limit?: number;
}

/**
 * Completions of maternal and child health centres' trainings that have no certificate yet, or one that outlived them. The
 * order is that of their ids, which is that in which they were given.
 */
export async function listUncertified({ closingId, completionId, after, limit = 500 }: Uncertified, tx: Tx = db): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select c.id from completion c
    join completion_certificate d on d.completion_id = c.id
    join training_class k on k.id = c.class_id
    join organisation o on o.id = k.provider_id and o.kind = 'mch_centre'
    where c.category = 'health_staff'
      and ${closingId ? sql`c.closing_id = ${closingId}` : completionId ? sql`c.id = ${completionId}` : sql`c.id > ${after ?? NOBODY}`}
      and case when c.status = 'valid' then not exists (select 1 from certificate h where h.completion_id = c.id)
        else exists (select 1 from certificate h where h.completion_id = c.id and h.status = 'verified') end
    order by c.id limit ${limit}`);
  return rows.map(({ id }) => id);
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
