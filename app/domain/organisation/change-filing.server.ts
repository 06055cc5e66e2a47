import { eq } from 'drizzle-orm';
import { institutionFile, organisation } from '#db/schema';
import { env } from '~/platform/env.server';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { Conflict, Refusal } from '../shared/refusals';
import type { Organisation } from './find-organisation.server';
import { filingMoves } from './institution';
import { changeFacts, lockInstitution, requireLicensing } from './institution-periods.server';
import type { FilingStatus } from './organisation';

export interface FilingChange {
  to: FilingStatus;
  /** First day of the new state. */
  fromOn: string;
  reason: string;
  /** 备案编号, where the receipt gives one. */
  filingNo?: string | null;
}

/** 备案, 变更待核, 核准变更, 注销 and filing again: from a day on the filing state is another. */
export const changeFiling = (ctx: Context, institutionId: string, change: FilingChange): Promise<void> =>
  operation(ctx, 'institution.filing_changed', async (op) => {
    const found = await lockInstitution(op, institutionId);
    const from = found.filingStatus ?? 'not_filed';
    if (from === change.to) return op.unchanged(undefined);
    requireLicensing(change.to, 'to');
    if (!filingMoves(from, env.licensing).includes(change.to)) throw new Conflict('wrong_state');
    await openAgain(op, found, from);
    await changeFacts(op, found.id, { fromOn: change.fromOn, facts: { filingStatus: change.to }, reason: change.reason });
    await writeFiling(op, found, from, change);
    const { to, fromOn, reason } = change;
    await op.record({ subject: { type: 'organisation', id: found.id }, data: { before: from, after: to, fromOn, reason } });
  });

type Changing = Operation<'institution.filing_changed'>;

/** An institution that had closed works again; one that went into another does not. */
async function openAgain(op: Changing, found: Organisation, from: FilingStatus): Promise<void> {
  if (from !== 'cancelled') return;
  const [file] = await op.tx.select().from(institutionFile).where(eq(institutionFile.organisationId, found.id));
  if (file?.mergedIntoId) throw new Conflict('institution_merged');
  if (!file?.closedOn) return;
  await op.tx.update(institutionFile).set({ closedOn: null }).where(eq(institutionFile.organisationId, found.id));
  await op.tx.update(organisation).set({ status: 'approved', decisionReason: null }).where(eq(organisation.id, found.id));
}

/** A first filing, or one after 注销, has its day and number; a change that was approved keeps the old ones. */
async function writeFiling(op: Changing, found: Organisation, from: FilingStatus, change: FilingChange): Promise<void> {
  const isFirst = change.to === 'filed' && (from === 'not_filed' || from === 'cancelled');
  if (isFirst) await op.tx.update(organisation).set({ filedOn: change.fromOn }).where(eq(organisation.id, found.id));
  if (isFirst && !change.filingNo) throw new Refusal('field_required', { field: 'filingNo' });
  if (!change.filingNo) return;
  await op.tx
    .insert(institutionFile)
    .values({ organisationId: found.id, filingNo: change.filingNo, updatedAt: op.now })
    .onConflictDoUpdate({ target: institutionFile.organisationId, set: { filingNo: change.filingNo, updatedAt: op.now } });
}
