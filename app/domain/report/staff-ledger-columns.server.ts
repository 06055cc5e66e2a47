import type { Language } from '~/i18n/languages';
import { translate } from '~/i18n/translate';
import type { WordKey } from '~/i18n/words';
import type { ExcelColumn } from '../excel/write-table.server';
import { findDistrict } from '../organisation/districts';
import { ageOn } from '../shared/period';
import type { LedgerRow } from './staff-ledger-rows.server';

export const districtName = (code: string | null, language: Language): string =>
  (code && findDistrict(code)?.[language === 'en' ? 'en' : 'zh']) || '';

/** The columns of 从业人员花名册 in their order; what an import reads is what this writes. */
export function ledgerColumns(language: Language, today: string): ExcelColumn<LedgerRow>[] {
  const said = (key: string) => translate(language, key as WordKey);
  const coded = (prefix: string, code: string | null) => (code ? said(`${prefix}.${code}`) : '');
  const column = (key: string, width: number, cell: ExcelColumn<LedgerRow>['cell'], text = false): ExcelColumn<LedgerRow> => ({
    header: said(`roster:export.column.${key}`),
    width,
    cell,
    text,
  });
  const remark = (row: LedgerRow) =>
    [row.isIntern && said('roster:export.intern'), row.isOff && said('roster:export.off'), row.remark].filter(Boolean).join('；');
  return [
    column('number', 6, (_row, index) => index + 1),
    column('institution', 26, (row) => row.institution),
    column('uscc', 21, (row) => row.uscc ?? '', true),
    column('district', 12, (row) => districtName(row.districtCode, language)),
    column('subdistrict', 14, (row) => row.subdistrict ?? ''),
    column('name', 12, (row) => row.name),
    column('gender', 6, (row) => coded('person:gender', row.gender)),
    column('idType', 14, (row) => coded('person:idType', row.idType)),
    column('idNumber', 21, (row) => row.idNumber, true),
    column('bornOn', 12, (row) => row.bornOn ?? '', true),
    column('age', 6, (row) => (row.bornOn ? ageOn(row.bornOn, today) : null)),
    column('education', 10, (row) => coded('person:education', row.education)),
    column('fieldOfStudy', 14, (row) => row.fieldOfStudy ?? ''),
    column('role', 14, (row) => coded('person:role', row.role)),
    column('isFullTime', 10, (row) => said(row.isFullTime ? 'common:action.yes' : 'common:action.no')),
    column('startOn', 12, (row) => row.startOn, true),
    column('contractUntilOn', 12, (row) => row.contractUntilOn ?? '', true),
    column('certificate', 18, (row) => row.certificate?.name ?? ''),
    column('level', 12, (row) => coded('certificate:level', row.certificate?.level ?? null)),
    column('certificateNumber', 25, (row) => row.certificate?.number ?? '', true),
    column('certificateIssuedOn', 12, (row) => row.certificate?.issuedOn ?? '', true),
    column('certificateIssuer', 22, (row) => row.certificate?.issuer ?? ''),
    column('healthCertValidUntil', 14, (row) => row.healthCertValidUntil ?? '', true),
    column('healthTrainingNumber', 24, (row) => row.healthTrainingNumber ?? '', true),
    column('backgroundCheckedOn', 14, (row) => row.backgroundCheckedOn ?? '', true),
    column('phone', 14, (row) => row.phone, true),
    column('remark', 20, remark),
    // Beyond the office's own columns, and therefore behind them.
    column('title', 18, (row) =>
      [coded('certificate:titleSeries', row.title?.series ?? null), coded('certificate:titleLevel', row.title?.level ?? null)]
        .join(' ')
        .trim(),
    ),
  ];
}
