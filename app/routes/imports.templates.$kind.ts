import type { LoaderFunctionArgs } from '@remix-run/node';
import { importTemplate } from '~/domain/excel/import-template.server';
import { attachmentNamed, EXCEL_TYPE } from '~/domain/excel/write-table.server';
import { IMPORTERS, importNamed } from '~/domain/report/import-kinds.server';
import { NotFound } from '~/domain/shared/refusals';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { languageOf } from '~/web/locale.server';

/** An empty workbook of a kind, with instructions, drop-downs and an example. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, ...IMPORTERS);
    const kind = importNamed(actor, params.kind ?? null);
    if (!kind) throw new NotFound();
    const { fileName, bytes } = await importTemplate(kind, languageOf(request));
    return new Response(new Uint8Array(bytes), {
      headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': attachmentNamed(fileName), 'Cache-Control': 'no-store' },
    });
  });
