import type { Tx } from '#db/client';
import { importRow, importRun } from '#db/schema';
import type { TableLayout } from '~/domain/excel/import-view';
import { storeUpload } from '~/domain/excel/stored-upload.server';
import { newId } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';
import { anInstitution } from './organisations';
import { one } from './row';

const CSV = '姓名,证件号码,岗位,入职日期\n王小芳,119900199003070018,保育员,2024-03-01\n';

const LAYOUT: TableLayout = {
  sheet: 'CSV',
  headerRow: 1,
  labels: { name: '姓名', idNumber: '证件号码', role: '岗位', startOn: '入职日期' },
  unknownHeaders: [],
  hiddenColumns: [],
  hiddenRows: 0,
  formulas: 0,
  skipped: [],
};

/** A checked roster of one row that must be mended; makes the institution where none is given. */
export async function anImport(tx: Tx, columns: Partial<typeof importRun.$inferInsert> = {}) {
  const bytes = Buffer.from(CSV);
  const run = one(
    await tx
      .insert(importRun)
      .values({
        id: newId(),
        kind: 'rosters',
        status: 'checked',
        fileName: '花名册.csv',
        bytes: bytes.length,
        ...(await storeUpload(bytes)),
        uploadedBy: newId(),
        uploadedRole: 'institution_admin',
        layout: { ...LAYOUT },
        counts: { error: 1 },
        progressDone: 1,
        uploadedAt: now(),
        checkedAt: now(),
        ...columns,
        organisationId: columns.organisationId ?? (await anInstitution(tx)).id,
      })
      .returning(),
  );
  await tx.insert(importRow).values({
    importId: run.id,
    rowNo: 2,
    cells: { name: '王小芳', idNumber: '119900********0018', role: '保育员', startOn: '2024-03-01' },
    outcome: 'error',
    problems: [{ column: 'idNumber', code: 'id_check_digit' }],
  });
  return run;
}
