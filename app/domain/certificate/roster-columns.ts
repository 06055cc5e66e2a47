import type { ImportColumn } from '../excel/import-kind';
import { DUTY_COLUMNS, POST_COLUMNS } from '../person/roster-columns';
import { CERTIFICATE_COLUMNS } from './import-columns';

const OF_CERTIFICATE = ['title', 'family', 'level', 'number', 'issuedOn', 'issuer'];
const HEADERS: Readonly<Record<string, string>> = { title: '技能证书名称' };

/** A certificate in a roster is optional, whole or not at all. */
const certificateColumns = OF_CERTIFICATE.map((wanted): ImportColumn => {
  const column = CERTIFICATE_COLUMNS.find(({ key }) => key === wanted);
  if (!column) throw new Error(`no column ${wanted}`);
  return { ...column, header: HEADERS[wanted] ?? column.header, aliases: [column.header, ...column.aliases], required: false };
});

/** Written by the ledger; a title comes in through 证书登记表, where it is verified. */
const TITLE_COLUMN: ImportColumn = {
  key: 'professionalTitle',
  header: '职称',
  aliases: [],
  required: false,
  type: { is: 'ignored' },
  example: '',
};

export const ROSTER_COLUMNS: readonly ImportColumn[] = [...POST_COLUMNS, ...certificateColumns, ...DUTY_COLUMNS, TITLE_COLUMN];
