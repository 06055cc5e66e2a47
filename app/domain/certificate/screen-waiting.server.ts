import { and, eq, isNull, sql } from 'drizzle-orm';
import { certificate } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { screenStored } from './surroundings.server';

const BATCH = 500;

/** Screens entries that came in without it (imports), one batch. @returns how many; 0 = none is left */
export const screenWaiting = (ctx: Context): Promise<number> =>
  operation(ctx, 'certificate.screened', async (op) => {
    const rows = await op.tx
      .select({ id: certificate.id })
      .from(certificate)
      .where(and(eq(certificate.status, 'submitted'), isNull(certificate.warnings)))
      .limit(BATCH)
      .for('update', { skipLocked: true });
    if (rows.length === 0) return op.unchanged(0);
    const ids = rows.map(({ id }) => id);
    const found = await screenStored(op.tx, ids, beijingDate(op.now));
    const entries = ids.map((id) => ({ id, codes: [...new Set(found.get(id)?.map(({ code }) => code))] }));
    await op.tx.execute(sql`
      update certificate c set warnings = array(select jsonb_array_elements_text(a.codes))
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as a (id uuid, codes jsonb) where c.id = a.id`);
    await op.record({ subject: { type: 'certificate', id: 'batch' }, data: { certificates: ids.length } });
    return ids.length;
  });
