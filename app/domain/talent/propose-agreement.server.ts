import { and, eq, ne } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { cooperationAgreement } from '#db/schema';
import { dropUnused } from '../certificate/copies.server';
import { authorIn } from '../organisation/find-organisation.server';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { hasLine } from '../shared/policy';
import { Forbidden, Refusal } from '../shared/refusals';
import { type KeptFile, keepAgreementFile } from './agreement-file.server';
import { agreementDaysGap } from './cooperation';
import type { AgreementForm } from './cooperation/inputs';
import { lockAgreement, requireInstitution } from './find-agreement.server';
import { collegeOf } from './find-point.server';

type AgreementEntry = Omit<AgreementForm, 'file'>;
interface Upload {
  name: string;
  bytes: Uint8Array;
}

/** A college hands an agreement to the institution for confirmation, its signed copy with it. @returns its id */
export async function proposeAgreement(ctx: Context, entry: AgreementEntry, upload: Upload | null): Promise<string> {
  if (!hasLine(ctx.actor, 'agreement.manage')) throw new Forbidden();
  if (!upload) throw new Refusal('agreement_file_missing', { field: 'file' });
  const file = await keepAgreementFile(upload);
  return operation(ctx, 'agreement.proposed', async (op) => {
    const collegeId = collegeOf(op.actor, 'agreement.manage');
    await requireFit(op.tx, entry, collegeId, null);
    if (entry.renewsId !== null) await requireRenewable(op.tx, entry.renewsId, collegeId, entry.institutionId);
    const id = newId();
    const by = { proposedAt: op.now, proposedBy: authorIn(op.actor) };
    await op.tx.insert(cooperationAgreement).values({ id, collegeId, ...entry, ...file, status: 'proposed', ...by });
    const { institutionId, renewsId } = entry;
    await op.record({ subject: { type: 'agreement', id }, data: { collegeId, institutionId, renewsId } });
    return id;
  });
}

/** Mends what was not confirmed yet; what the institution declined goes to it once more. */
export async function reviseAgreement(ctx: Context, agreementId: string, typed: AgreementEntry, upload: Upload | null): Promise<void> {
  if (!hasLine(ctx.actor, 'agreement.manage')) throw new Forbidden();
  const file: KeptFile | null = upload && (await keepAgreementFile(upload));
  const freed = await operation(ctx, 'agreement.revised', async (op) => {
    const { agreement } = await lockAgreement(op, agreementId, 'college');
    if (agreement.status !== 'proposed' && agreement.status !== 'declined') throw new Refusal('wrong_state');
    const { renewsId: _kept, ...entry } = typed;
    await requireFit(op.tx, typed, agreement.collegeId, agreementId);
    const names = (Object.keys(entry) as (keyof typeof entry)[]).filter(
      (name) => JSON.stringify(entry[name]) !== JSON.stringify(agreement[name]),
    );
    const newFile = file !== null && file.fileSha256 !== agreement.fileSha256;
    const wasDeclined = agreement.status === 'declined';
    if (names.length === 0 && !newFile && !wasDeclined) return op.unchanged(null);
    const again = { status: 'proposed' as const, reason: null, decidedAt: null, decidedBy: null };
    await op.tx
      .update(cooperationAgreement)
      .set({ ...entry, ...file, ...again, proposedAt: op.now, proposedBy: authorIn(op.actor) })
      .where(and(eq(cooperationAgreement.id, agreementId), eq(cooperationAgreement.status, agreement.status)));
    const pick = (from: typeof entry) => Object.fromEntries(names.map((name) => [name, from[name]]));
    const after = { ...pick(entry), ...(newFile && { fileSha256: file.fileSha256 }) };
    await op.record({ subject: { type: 'agreement', id: agreementId }, data: { before: pick(agreement), after, wasDeclined } });
    return newFile ? agreement.fileStoredAs : null;
  });
  if (freed !== null) await dropUnused(ctx.tx ?? db, [freed]);
}

async function requireFit(tx: Tx, entry: AgreementEntry, collegeId: string, agreementId: string | null): Promise<void> {
  const gap = agreementDaysGap(entry);
  if (gap) throw new Refusal(gap.code, { field: gap.field });
  await requireInstitution(tx, entry.institutionId);
  const numbered = and(eq(cooperationAgreement.collegeId, collegeId), eq(cooperationAgreement.number, entry.number));
  const others = agreementId === null ? numbered : and(numbered, ne(cooperationAgreement.id, agreementId));
  if ((await tx.select({ id: cooperationAgreement.id }).from(cooperationAgreement).where(others)).length > 0)
    throw new Refusal('agreement_number_taken', { field: 'number' });
}

/** An agreement goes on from one of the same two parties. */
async function requireRenewable(tx: Tx, renewsId: string, collegeId: string, institutionId: string): Promise<void> {
  const same = and(eq(cooperationAgreement.collegeId, collegeId), eq(cooperationAgreement.institutionId, institutionId));
  const [found] = await tx
    .select({ id: cooperationAgreement.id })
    .from(cooperationAgreement)
    .where(and(eq(cooperationAgreement.id, renewsId), same));
  if (!found) throw new Refusal('agreement_renews_another', { field: 'institutionId' });
}
