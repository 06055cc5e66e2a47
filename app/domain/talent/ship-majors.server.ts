import { major } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { SEED_MAJORS } from './major-seed';

/** Gives a new database the catalogue of majors; entries that are there are left as the city has them. */
export async function shipMajors(ctx: Context): Promise<number> {
  let shipped = 0;
  for (const entry of SEED_MAJORS) {
    shipped += await operation(ctx, 'major.shipped', async (op) => {
      const [row] = await op.tx
        .insert(major)
        .values({ id: newId(), ...entry, createdAt: op.now })
        .onConflictDoNothing()
        .returning({ id: major.id });
      if (!row) return op.unchanged(0);
      await op.record({ subject: { type: 'major', id: row.id }, data: { name: entry.nameZh } });
      return 1;
    });
  }
  return shipped;
}
