import { cleanCopy } from '~/domain/certificate/clean-copy.server';
import { MAX_COPY_FORM_BYTES } from '~/domain/certificate/copy-file';
import { discardDraft } from '~/domain/certificate/discard-draft.server';
import { copyInput, entryForm } from '~/domain/certificate/inputs';
import { recallCertificate } from '~/domain/certificate/recall-certificate.server';
import { removeCopy } from '~/domain/certificate/remove-copy.server';
import { saveDraft } from '~/domain/certificate/save-draft.server';
import { submitCertificate } from '~/domain/certificate/submit-certificate.server';
import type { UserActor } from '~/domain/shared/actor';
import { Refusal } from '~/domain/shared/refusals';
import { contextFor } from './actor.server';
import { formOf, intentOf, parseForm } from './forms.server';
import { redirectWithToast } from './toast.server';

interface Pages {
  list: string;
  one(certificateId: string): string;
}

/** The file of a form, cleaned; null where none was chosen. */
export const copyOf = async (file: File | undefined) =>
  file && file.size > 0 ? cleanCopy({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }) : null;

/** The form of a certificate: always kept as a draft first, so that no photo is lost; then handed in where that was asked for. */
export async function answerEntry(request: Request, actor: UserActor, pages: Pages): Promise<Response> {
  await formOf(request, MAX_COPY_FORM_BYTES);
  const intent = await intentOf(request, 'submit', 'save');
  const { file, draft } = await parseForm(request, entryForm);
  const ctx = contextFor(actor);
  const { certificateId } = await saveDraft(ctx, draft, await copyOf(file));
  const here = pages.one(certificateId);
  if (intent === 'save') return redirectWithToast(here, 'certificate:entry.saved');
  try {
    await submitCertificate(ctx, certificateId);
  } catch (error) {
    // Its page names what is missing, beside the draft that was kept.
    if (error instanceof Refusal) return redirectWithToast(here, 'certificate:entry.notYet');
    throw error;
  }
  return redirectWithToast(here, 'certificate:entry.submitted');
}

/** What can be done on the page of a certificate by the side that entered it. */
export async function answerHeld(request: Request, actor: UserActor, certificateId: string, pages: Pages): Promise<Response> {
  await formOf(request, MAX_COPY_FORM_BYTES);
  const ctx = contextFor(actor);
  const here = pages.one(certificateId);
  switch (await intentOf(request, 'submit', 'save', 'recall', 'discard', 'removeCopy')) {
    case 'recall':
      await recallCertificate(ctx, certificateId);
      return redirectWithToast(here, 'certificate:entry.recalled');
    case 'discard':
      await discardDraft(ctx, certificateId);
      return redirectWithToast(pages.list, 'certificate:entry.discarded');
    case 'removeCopy':
      await removeCopy(ctx, certificateId, (await parseForm(request, copyInput)).fileId);
      return redirectWithToast(here, 'certificate:entry.copyRemoved');
    default:
      return answerEntry(request, actor, pages);
  }
}
