import { and, eq } from 'drizzle-orm';
import { certificate, certificateFile, person } from '#db/schema';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { findKind } from './complete-entry.server';
import { certificateProblems } from './consistency';
import { type Held, lockHeld, postsOf } from './find-held.server';
import { isEntryError } from './problem';
import { standsAlready } from './standing.server';
import { screenStored } from './surroundings.server';

type Op = Operation<'certificate.submitted'>;

/** Hands a draft in to the district of her main post (the city where she has none). What contradicts itself is not taken. */
export const submitCertificate = (ctx: Context, certificateId: string): Promise<void> =>
  operation(ctx, 'certificate.submitted', async (op) => {
    const held = await lockHeld(op, certificateId, 'held_certificate.submit');
    if (held.status === 'submitted') return op.unchanged(undefined);
    if (held.status !== 'draft') throw new Refusal('wrong_state');
    const today = beijingDate(op.now);
    await requireConsistent(op, held, today);
    await requireCopy(op, held);
    if (await standsAlready(op.tx, held)) throw new Refusal('certificate_stands_already', { field: 'number' });
    const posts = await postsOf(op.tx, held.personId, today);
    if (held.source === 'institution' && !posts.some((post) => post.institutionId === held.submittedByOrganisationId))
      throw new Refusal('post_over');
    const districtCode = posts[0]?.districtCode ?? null;
    const warnings = [...new Set((await screenStored(op.tx, [held.id], today)).get(held.id)?.map(({ code }) => code))];
    await op.tx
      .update(certificate)
      .set({
        status: 'submitted',
        submittedAt: op.now,
        submittedBy: op.actor.kind === 'user' ? op.actor.accountId : null,
        districtCode,
        warnings,
      })
      .where(and(eq(certificate.id, held.id), eq(certificate.status, 'draft')));
    const data = { personId: held.personId, family: held.family, districtCode, warnings };
    await op.record({ subject: { type: 'certificate', id: held.id }, data });
  });

/** @throws Refusal with the first contradiction, at its field */
async function requireConsistent(op: Op, held: Held, today: string): Promise<void> {
  const [holder] = await op.tx.select({ bornOn: person.bornOn }).from(person).where(eq(person.id, held.personId));
  const xKind = held.family === 'x_certificate' ? await findKind(op.tx, held.xKindId) : undefined;
  const problems = certificateProblems({ ...held, xKind }, { today, bornOn: holder?.bornOn ?? null });
  const error = problems.find(isEntryError);
  if (error) throw new Refusal(error.code, { field: error.field, params: error.params });
}

async function requireCopy(op: Op, held: Held): Promise<void> {
  const [copy] = await op.tx
    .select({ id: certificateFile.id })
    .from(certificateFile)
    .where(and(eq(certificateFile.certificateId, held.id), eq(certificateFile.purpose, 'copy')))
    .limit(1);
  if (!copy) throw new Refusal('certificate_copy_missing', { field: 'file' });
}
