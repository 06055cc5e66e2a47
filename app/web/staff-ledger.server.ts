import { createReadableStreamFromReadable } from '@remix-run/node';
import { attachmentNamed, EXCEL_TYPE } from '~/domain/excel/write-table.server';
import { exportStaffLedger, type StaffLedgerRequest } from '~/domain/report/staff-ledger.server';
import { reasonInput } from '~/domain/shared/inputs';
import type { Context } from '~/domain/shared/operation.server';
import { InvalidForm, parseForm } from './forms.server';
import { languageOf } from './locale.server';
import { redirectWithToast } from './toast.server';

/** The roster as a workbook, numbers masked. */
export async function downloadLedger(request: Request, ctx: Context, of: StaffLedgerRequest['of'], unmaskReason: string | null = null) {
  const { fileName, body } = await exportStaffLedger(ctx, { of, language: languageOf(request), unmaskReason });
  return new Response(createReadableStreamFromReadable(body), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': attachmentNamed(fileName), 'Cache-Control': 'no-store' },
  });
}

/** The same with full numbers, for a reason that stays in the log. */
export async function downloadFullLedger(request: Request, ctx: Context, of: StaffLedgerRequest['of'], back: string) {
  try {
    const { reason } = await parseForm(request, reasonInput);
    return await downloadLedger(request, ctx, of, reason);
  } catch (error) {
    if (!(error instanceof InvalidForm)) throw error;
    return redirectWithToast(back, 'roster:export.missing');
  }
}
