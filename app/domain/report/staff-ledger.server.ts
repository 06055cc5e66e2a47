import type { Readable } from 'node:stream';
import { type SQL, sql } from 'drizzle-orm';
import type { Language } from '~/i18n/languages';
import { translate } from '~/i18n/translate';
import { decryptField } from '~/platform/crypto.server';
import { writeTable } from '../excel/write-table.server';
import { findOrganisation } from '../organisation/find-organisation.server';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { can, hasLine } from '../shared/policy';
import { Forbidden, Refusal } from '../shared/refusals';
import { districtName, ledgerColumns } from './staff-ledger-columns.server';
import { type LedgerRow, readLedger } from './staff-ledger-rows.server';

export interface StaffLedgerRequest {
  /** One institution, or the district whose institutions all are in one file. */
  of: { institutionId: string } | { districtCode: string };
  language: Language;
  /** Why full identity and phone numbers are needed; null leaves them masked. */
  unmaskReason: string | null;
}

/** 从业人员花名册: whoever is on a current roster today, in the columns that offices keep. Logged before the first row leaves. */
export const exportStaffLedger = (ctx: Context, request: StaffLedgerRequest): Promise<{ fileName: string; body: Readable }> =>
  operation(ctx, 'export.made', async (op) => {
    const { of, language, unmaskReason } = request;
    const { subject, scope, title, contact } = await within(op, of, language);
    if (unmaskReason !== null) {
      op.require('person.unmask', subject);
      if (unmaskReason.trim() === '') throw new Refusal('reason_required', { field: 'reason' });
    }
    const today = beijingDate(op.now);
    const [count] = await op.tx.execute<{
      n: number;
    }>(sql`select count(*)::int as n from engagement e join organisation o on o.id = e.institution_id
      where ${scope} and e.start_on <= ${today} and (e.end_on is null or e.end_on > ${today})`);
    const reason = unmaskReason === null ? {} : { unmasked: true, reason: unmaskReason };
    const id = 'institutionId' in of ? of.institutionId : of.districtCode;
    await op.record({ subject: { type: 'roster', id }, data: { what: 'staff.ledger', rows: count?.n ?? 0, ...reason } });
    const t = (key: 'title' | 'filledBy' | 'filledOn' | 'filler' | 'phone', params: Record<string, string>) =>
      translate(language, `roster:export.${key}`, params);
    const said = (key: 'maker' | 'checker' | 'head' | 'seal' | 'sheet') => translate(language, `roster:export.${key}`);
    const body = writeTable<LedgerRow>({
      sheet: said('sheet'),
      title: t('title', { of: title }),
      subtitle: [
        t('filledBy', { value: contact.unit }),
        t('filledOn', { value: today }),
        t('filler', { value: contact.name }),
        t('phone', { value: contact.phone }),
      ],
      signOff: [said('maker'), said('checker'), said('head'), said('seal')],
      columns: ledgerColumns(language, today),
      rows: readLedger(scope, today, unmaskReason === null ? masked : clear),
    });
    return { fileName: `${t('title', { of: title })} ${today}.xlsx`, body };
  });

const masked = (row: LedgerRow) => ({ idNumber: row.idNumberMasked, phone: row.phoneMasked ?? '' });
const clear = (row: LedgerRow) => ({
  idNumber: decryptField(row.idNumberEncrypted, 'person.id_number'),
  phone: row.phoneEncrypted ? decryptField(row.phoneEncrypted, 'person.phone') : '',
});

async function within(op: Operation<'export.made'>, of: StaffLedgerRequest['of'], language: Language) {
  if (!hasLine(op.actor, 'roster.read')) throw new Forbidden();
  if ('institutionId' in of) {
    const house = await findOrganisation(op.tx, op.actor, of.institutionId, { action: 'roster.read' });
    const subject = { organisationId: house.id, districtCode: house.districtCode };
    const contact = { unit: house.name, name: house.contactName ?? '', phone: house.contactPhone ?? '' };
    return { subject, scope: sql`e.institution_id = ${house.id}`, title: house.name, contact };
  }
  const subject = { districtCode: of.districtCode };
  if (!can(op.actor, 'roster.read', subject)) throw new Forbidden();
  const title = districtName(of.districtCode, language);
  const scope: SQL = sql`o.district_code = ${of.districtCode} and o.filing_status in ('filed', 'changed_pending', 'licensed')`;
  return { subject, scope, title, contact: { unit: title, name: '', phone: '' } };
}
