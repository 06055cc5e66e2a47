import { and, eq } from 'drizzle-orm';
import { certificate, certificateCheck } from '#db/schema';
import { isId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Conflict, Forbidden, NotFound, Refusal } from '../shared/refusals';
import type { CertificateStatus, CheckDecision, CheckResult, VerifyChannel } from './certificate';
import type { CleanCopy } from './clean-copy.server';
import { keepFile } from './copies.server';
import { type Held, lockHeld } from './find-held.server';

export interface CheckInput {
  certificateId: string;
  /** Chosen by the page: sent twice it leaves one receipt. */
  checkId: string;
  /** What the page showed; somebody else may have decided meanwhile. */
  seenStatus: CertificateStatus;
  channel: VerifyChannel;
  checkedOn: string;
  result: CheckResult;
  note: string;
  decision: CheckDecision;
}

type Op = Operation<'certificate.checked'>;

/**
 * Records where somebody looked and what was found. A waiting entry is verified when it is genuine, rejected when not, or
 * waits on with a note; a verified one gets a further receipt and stays: to end it is a step of its own.
 */
export const recordCheck = (ctx: Context, input: CheckInput, receipt: CleanCopy | null): Promise<{ status: CertificateStatus }> =>
  operation(ctx, 'certificate.checked', async (op) => {
    const held = await lockHeld(op, input.certificateId, 'held_certificate.verify');
    if (op.actor.kind !== 'user') throw new Forbidden();
    if (!isId(input.checkId)) throw new NotFound();
    const [again] = await op.tx.select().from(certificateCheck).where(eq(certificateCheck.id, input.checkId));
    if (again) return op.unchanged({ status: held.status });
    if (held.status !== input.seenStatus) throw new Conflict();
    if (held.status !== 'submitted' && held.status !== 'verified') throw new Refusal('wrong_state');
    const next = decide(held, input, beijingDate(op.now));
    const keeping = { certificateId: held.id, by: op.actor.accountId, now: op.now, consentedAt: null };
    const fileId = receipt ? (await keepFile(op.tx, receipt, { ...keeping, purpose: 'receipt' })).id : null;
    const { checkId, channel, checkedOn, result, note } = input;
    const row = { id: checkId, certificateId: held.id, channel, checkedOn, result, note, fileId, recordedAt: op.now };
    await op.tx.insert(certificateCheck).values({ ...row, recordedBy: op.actor.accountId });
    const subject = { type: 'certificate', id: held.id };
    await op.record({ subject, data: { personId: held.personId, checkId, channel, result } });
    if (next === 'verified' && held.status !== 'verified') await verify(op, held, checkId);
    if (next === 'rejected') await reject(op, held, checkId, note);
    return { status: next };
  });

function decide(held: Held, { checkedOn, result, note, decision }: CheckInput, today: string): CertificateStatus {
  if (checkedOn > today) throw new Refusal('check_in_future', { field: 'checkedOn' });
  if (checkedOn < held.issuedOn) throw new Refusal('check_before_issue', { field: 'checkedOn' });
  const waitsOn = held.status === 'submitted' && decision === 'keep_waiting';
  if (note === '' && (waitsOn || result !== 'genuine')) throw new Refusal('check_note_required', { field: 'note' });
  if (held.status === 'verified' || waitsOn) return held.status;
  return result === 'genuine' ? 'verified' : 'rejected';
}

const waiting = (held: Held) => and(eq(certificate.id, held.id), eq(certificate.status, 'submitted'));

async function verify(op: Op, held: Held, checkId: string): Promise<void> {
  const by = op.actor.kind === 'user' ? op.actor.accountId : null;
  await op.tx.update(certificate).set({ status: 'verified', verifiedAt: op.now, verifiedBy: by }).where(waiting(held));
  await op.recordAs('certificate.verified', { subject: { type: 'certificate', id: held.id }, data: { personId: held.personId, checkId } });
}

async function reject(op: Op, held: Held, checkId: string, reason: string): Promise<void> {
  await op.tx.update(certificate).set({ status: 'rejected', rejectedAt: op.now, decisionReason: reason }).where(waiting(held));
  const data = { personId: held.personId, checkId, reason };
  await op.recordAs('certificate.rejected', { subject: { type: 'certificate', id: held.id }, data });
}
