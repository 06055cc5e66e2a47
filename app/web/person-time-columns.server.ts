import type { ExcelColumn } from '~/domain/excel/write-table.server';
import type { PersonTime } from '~/domain/goal/person-time';
import { findDistrict } from '~/domain/organisation/districts';
import type { OperatorType } from '~/domain/organisation/organisation';
import type { Language } from '~/i18n/languages';
import { translate } from '~/i18n/translate';

const CLASS_HOUR = 45;
const hours = (minutes: number): number => Math.round((minutes / CLASS_HOUR) * 10) / 10;

/** The columns of the workbook, the page's in the order of a ledger. */
export function personTimeColumns(language: Language): ExcelColumn<PersonTime>[] {
  const district = (code: string | null) => {
    const found = code === null ? undefined : findDistrict(code);
    return found ? (language === 'en' ? found.en : found.zh) : translate(language, 'common:area.none');
  };
  const operator = (type: string | null) =>
    type === null ? null : translate(language, `organisation:operatorType.${type as OperatorType}`);
  const yes = (is: boolean) => translate(language, is ? 'common:action.yes' : 'common:action.no');
  return [
    { header: translate(language, 'goal:rows.column.seq'), width: 7, cell: (_, index) => index + 1 },
    { header: translate(language, 'goal:rows.column.name'), width: 14, cell: (row) => row.name },
    { header: translate(language, 'goal:rows.column.idNumber'), width: 22, text: true, cell: (row) => row.idNumberMasked },
    { header: translate(language, 'goal:rows.column.institution'), width: 28, cell: (row) => row.institutionName },
    { header: translate(language, 'goal:rows.column.district'), width: 18, cell: (row) => district(row.districtCode) },
    { header: translate(language, 'goal:rows.column.operatorType'), width: 16, cell: (row) => operator(row.operatorType) },
    { header: translate(language, 'goal:rows.column.preService'), width: 9, cell: (row) => yes(row.isPreService) },
    { header: translate(language, 'goal:rows.column.courseTitle'), width: 30, cell: (row) => row.courseTitle },
    { header: translate(language, 'goal:rows.column.classCode'), width: 18, text: true, cell: (row) => row.classCode },
    { header: translate(language, 'goal:rows.column.provider'), width: 26, cell: (row) => row.providerName },
    { header: translate(language, 'goal:rows.column.theoryHours'), width: 10, cell: (row) => hours(row.theoryMinutes) },
    { header: translate(language, 'goal:rows.column.practiceHours'), width: 10, cell: (row) => hours(row.practiceMinutes) },
    { header: translate(language, 'goal:rows.column.completedOn'), width: 12, text: true, cell: (row) => row.completedOn },
    { header: translate(language, 'goal:rows.column.certificate'), width: 30, text: true, cell: (row) => row.certificateNumber },
  ];
}
