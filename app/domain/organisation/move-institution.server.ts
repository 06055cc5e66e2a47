import { eq } from 'drizzle-orm';
import { institutionFile, organisation } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { isDistrictCode } from './districts';
import { changeFacts, lockInstitution } from './institution-periods.server';

export interface Move {
  districtCode: string;
  subdistrict: string;
  address: string;
  /** First day at the new address. */
  fromOn: string;
  reason: string;
}

/**
 * An institution moves, within its district or to another. Its new district has the file from then on and must confirm what
 * was filed (变更待核); the old one keeps what was counted until that day.
 */
export const moveInstitution = (ctx: Context, institutionId: string, move: Move): Promise<void> =>
  operation(ctx, 'institution.moved', async (op) => {
    const found = await lockInstitution(op, institutionId);
    const { districtCode, subdistrict, address, fromOn, reason } = move;
    if (!isDistrictCode(districtCode)) throw new Refusal('district_unknown', { field: 'districtCode' });
    const [file] = await op.tx.select().from(institutionFile).where(eq(institutionFile.organisationId, found.id));
    const leaves = found.districtCode !== districtCode;
    if (!leaves && found.address === address && file?.subdistrict === subdistrict) return op.unchanged(undefined);
    const pending = found.filingStatus === 'filed' ? { filingStatus: 'changed_pending' as const } : {};
    if (leaves) await changeFacts(op, found.id, { fromOn, facts: { districtCode, ...pending }, reason });
    await op.tx.update(organisation).set({ address }).where(eq(organisation.id, found.id));
    await op.tx
      .insert(institutionFile)
      .values({ organisationId: found.id, subdistrict, updatedAt: op.now })
      .onConflictDoUpdate({ target: institutionFile.organisationId, set: { subdistrict, updatedAt: op.now } });
    const data = { before: found.districtCode, after: districtCode, fromOn, reason };
    await op.record({ subject: { type: 'organisation', id: found.id }, data });
  });
