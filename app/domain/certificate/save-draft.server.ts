import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { certificate } from '#db/schema';
import { isId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import type { CleanCopy } from './clean-copy.server';
import { completeEntry, type TypedEntry } from './complete-entry.server';
import { keepFile } from './copies.server';
import { holderOf, replacedBy } from './draft-holder.server';
import { type Held, lockHeld } from './find-held.server';

export interface DraftInput {
  /** Chosen by the page, so that sending it twice makes one draft. */
  certificateId: string;
  /** Institution: whose; a person enters her own. */
  engagementId: string | null;
  /** The entry that this one corrects. */
  replacesId: string | null;
  entry: TypedEntry;
  consent: boolean;
}

type Op = Operation<'certificate.drafted'>;

/** Enters a certificate, or changes one that was not handed in yet. Both may stay incomplete until it is handed in. */
export const saveDraft = (ctx: Context, input: DraftInput, copy: CleanCopy | null): Promise<{ certificateId: string }> =>
  operation(ctx, 'certificate.drafted', async (op) => {
    if (op.actor.kind !== 'user') throw new Forbidden();
    if (!isId(input.certificateId)) throw new NotFound();
    const [known] = await op.tx.select({ id: certificate.id }).from(certificate).where(eq(certificate.id, input.certificateId));
    const entry = await completeEntry(op.tx, input.entry);
    const { personId, changed } = known ? await change(op, input.certificateId, entry) : await add(op, input, entry);
    if (copy) {
      if (!input.consent) throw new Refusal('copy_consent_required', { field: 'consent' });
      const keeping = { certificateId: input.certificateId, by: op.actor.accountId, now: op.now, consentedAt: op.now };
      const { isNew } = await keepFile(op.tx, copy, { ...keeping, purpose: 'copy' });
      if (isNew) changed.push('copy');
    }
    const subject = { type: 'certificate', id: input.certificateId };
    const result = { certificateId: input.certificateId };
    if (!known) await op.record({ subject, data: { personId, family: entry.family } });
    else if (changed.length === 0) return op.unchanged(result);
    else await op.recordAs('certificate.edited', { subject, data: { personId, fields: changed } });
    return result;
  });

async function add(op: Op, { certificateId, engagementId, replacesId }: DraftInput, entry: TypedEntry) {
  const personId = await holderOf(op, engagementId);
  const isPerson = op.actor.kind === 'user' && op.actor.role === 'trainee';
  await op.tx.insert(certificate).values({
    id: certificateId,
    personId,
    ...entry,
    status: 'draft',
    source: isPerson ? 'person' : 'institution',
    submittedBy: op.actor.kind === 'user' ? op.actor.accountId : null,
    submittedByOrganisationId: isPerson || op.actor.kind !== 'user' ? null : (op.actor.organisation?.id ?? null),
    replacesId: await replacedBy(op, replacesId, personId),
    createdAt: op.now,
  });
  return { personId, changed: [] as string[] };
}

async function change(op: Op, certificateId: string, entry: TypedEntry) {
  const held = await lockHeld(op, certificateId, 'held_certificate.submit');
  if (held.status !== 'draft') throw new Refusal('wrong_state');
  const fields = Object.keys(entry) as (keyof TypedEntry)[];
  const changed: string[] = fields.filter((field) => held[field] !== entry[field]);
  if (changed.length > 0) await write(op.tx, held, entry);
  return { personId: held.personId, changed };
}

const write = (tx: Tx, held: Held, entry: TypedEntry) => tx.update(certificate).set(entry).where(eq(certificate.id, held.id));
