import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { attachmentNamed, EXCEL_TYPE } from '~/domain/excel/write-table.server';
import { exportListNamed, makeExport } from '~/domain/report/make-export.server';
import { handleLoader } from '~/web/action.server';
import { contextFor, optionalActor, requireActor, visitorContext } from '~/web/actor.server';
import { searchOf } from '~/web/forms.server';
import { languageOf } from '~/web/locale.server';
import { addressOf, limitRate } from '~/web/rate-limit.server';

// Enough for an office behind one address.
const EXPORTS = 120;
const WINDOW_SECONDS = 600;

/** Every list as a workbook: what its page shows under the same filters, all pages of it. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await limitRate('export', addressOf(context), EXPORTS, WINDOW_SECONDS);
    const { name, list } = exportListNamed(params.list ?? '');
    const actor = list.roles ? await requireActor(request, ...list.roles) : await optionalActor(request);
    const ctx = actor ? contextFor(actor) : visitorContext();
    const { fileName, body } = await makeExport(ctx, { name, search: searchOf(request), language: languageOf(request) });
    return new Response(createReadableStreamFromReadable(body), {
      headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': attachmentNamed(fileName), 'Cache-Control': 'no-store' },
    });
  });
