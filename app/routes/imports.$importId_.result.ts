import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { importResult } from '~/domain/excel/import-result.server';
import { importResultSearch } from '~/domain/excel/inputs';
import { attachmentNamed, EXCEL_TYPE } from '~/domain/excel/write-table.server';
import { IMPORTERS, IMPORTS } from '~/domain/report/import-kinds.server';
import { handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { languageOf } from '~/web/locale.server';

/** The uploaded sheet with the column 校验结果. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, ...IMPORTERS);
    const onlyWrong = parseSearch(request, importResultSearch).rows === 'wrong';
    const wanted = { language: languageOf(request), onlyWrong };
    const { fileName, body } = await importResult(contextFor(actor), IMPORTS, params.importId ?? '', wanted);
    return new Response(createReadableStreamFromReadable(body), {
      headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': attachmentNamed(fileName), 'Cache-Control': 'no-store' },
    });
  });
