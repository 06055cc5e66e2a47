import { type ActionFunctionArgs, createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { exportClass } from '~/domain/enrolment/export-class.server';
import { unmaskInput } from '~/domain/enrolment/inputs';
import type { ClassLedger } from '~/domain/enrolment/ledgers';
import { attachmentNamed, EXCEL_TYPE } from '~/domain/excel/write-table.server';
import { NotFound } from '~/domain/shared/refusals';
import { handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { formOf, InvalidForm, parseForm } from '~/web/forms.server';
import { languageOf } from '~/web/locale.server';
import { CLASS_EXPORTS, paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

const ledgerNamed = (name: unknown): ClassLedger => {
  const ledger = CLASS_EXPORTS.find((each) => each === name);
  if (!ledger) throw new NotFound();
  return ledger;
};

async function download(request: Request, classId: string, ledger: ClassLedger, unmaskReason: string | null): Promise<Response> {
  const actor = await requireActor(request, 'provider_staff');
  const { fileName, body } = await exportClass(contextFor(actor), { classId, ledger, language: languageOf(request), unmaskReason });
  return new Response(createReadableStreamFromReadable(body), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': attachmentNamed(fileName), 'Cache-Control': 'no-store' },
  });
}

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(() => download(request, params.classId ?? '', ledgerNamed(params.kind), null));

/** The same with full numbers: the button says which ledger, the reason is logged. */
export const action = ({ request, params }: ActionFunctionArgs) =>
  handleLoader(async () => {
    const classId = params.classId ?? '';
    await requireActor(request, 'provider_staff');
    const form = await formOf(request);
    try {
      const { reason } = await parseForm(request, unmaskInput);
      return await download(request, classId, ledgerNamed(form.get('ledger') ?? params.kind), reason);
    } catch (error) {
      if (!(error instanceof InvalidForm)) throw error;
      return redirectWithToast(`${paths.providerClass(classId)}#exports`, 'class:manage.reasonMissing');
    }
  });
