import { MAX_COPY_FORM_BYTES } from '~/domain/certificate/copy-file';
import { checkForm, registrySearch, revocationForm } from '~/domain/certificate/inputs';
import { recordCheck } from '~/domain/certificate/record-check.server';
import { neighboursOf } from '~/domain/certificate/registry.server';
import { revokeCertificate } from '~/domain/certificate/revoke-certificate.server';
import type { UserActor } from '~/domain/shared/actor';
import { Refusal } from '~/domain/shared/refusals';
import { contextFor } from './actor.server';
import { copyOf } from './certificate-acts.server';
import { formOf, intentOf, parseForm, parseSearch } from './forms.server';
import { paths } from './paths';
import { redirectWithToast } from './toast.server';

/** What an officer does on the page of a certificate: records a check, goes on to the next, or revokes. */
export async function answerReview(request: Request, actor: UserActor, certificateId: string): Promise<Response> {
  await formOf(request, MAX_COPY_FORM_BYTES);
  const ctx = contextFor(actor);
  const { page: _page, ...filter } = parseSearch(request, registrySearch);
  const here = paths.reviewCertificate(certificateId, filter);
  const intent = await intentOf(request, 'check', 'checkNext', 'revoke');
  if (intent === 'revoke') {
    const { from, revokedOn, reason } = await parseForm(request, revocationForm);
    if (from === 'day' && revokedOn === null) throw new Refusal('field_required', { field: 'revokedOn' });
    await revokeCertificate(ctx, { certificateId, revokedOn: from === 'day' ? revokedOn : null, reason });
    return redirectWithToast(here, 'certificate:review.revoked');
  }
  const { file, ...check } = await parseForm(request, checkForm);
  // The neighbour as the page showed it: afterwards this entry may have left the list.
  const { next } = await neighboursOf(actor, filter, certificateId, ctx.now);
  const { status } = await recordCheck(ctx, { certificateId, ...check }, await copyOf(file));
  const said = status === 'verified' ? 'verified' : status === 'rejected' ? 'rejected' : 'recorded';
  const to = intent === 'checkNext' ? (next ? paths.reviewCertificate(next, filter) : paths.certificateQueue(filter)) : here;
  return redirectWithToast(to, `certificate:review.${said}`);
}
