import { xCertificateKind } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { SEED_KINDS } from './kind-seed';

/** Gives a new database the catalogue of 1+X certificates; entries that are there are left as the city has them. */
export async function shipKinds(ctx: Context): Promise<number> {
  let shipped = 0;
  for (const kind of SEED_KINDS) {
    shipped += await operation(ctx, 'x_kind.shipped', async (op) => {
      const [row] = await op.tx
        .insert(xCertificateKind)
        .values({ id: newId(), ...kind, createdAt: op.now })
        .onConflictDoNothing()
        .returning({ id: xCertificateKind.id });
      if (!row) return op.unchanged(0);
      await op.record({ subject: { type: 'x_kind', id: row.id }, data: { name: kind.name } });
      return 1;
    });
  }
  return shipped;
}
