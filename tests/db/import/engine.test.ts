import { Readable } from 'node:stream';
import Excel from 'exceljs';
import { describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { syntheticIdentity } from '#db/seed/builders/synthetic';
import { applyImport } from '~/domain/excel/apply-import.server';
import { checkImport } from '~/domain/excel/check-import.server';
import { commitImport, discardImport } from '~/domain/excel/commit-import.server';
import { getImport, listImports } from '~/domain/excel/import-queries.server';
import { importResult } from '~/domain/excel/import-result.server';
import { importTemplate } from '~/domain/excel/import-template.server';
import { openTable } from '~/domain/excel/read-table.server';
import { requestUndo } from '~/domain/excel/undo-import.server';
import { uploadImport } from '~/domain/excel/upload-import.server';
import { IMPORTS } from '~/domain/report/import-kinds.server';
import type { UserActor } from '~/domain/shared/actor';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { asJob, checked, rowsOf, statusOf, written } from '../../support/importing';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { workbook } from '../../support/workbooks';

const { db, sql, owner } = testDatabase();
const HEADERS = ['姓名', '证件号码', '岗位', '入职日期'];
let n = 5_600_000;
const person = () => {
  n += 1;
  return ['王小芳', syntheticIdentity(n), '保育员', '2024-03-01'];
};
const aFile = (rows = 1) => workbook([HEADERS, ...Array.from({ length: rows }, person)], { inline: true });

async function members() {
  const { actor } = await aMember(db, 'institution_admin', await anInstitution(db));
  const { actor: stranger } = await aMember(db, 'institution_admin', await anInstitution(db));
  return { actor, stranger };
}
const wrongRole = async () => (await aMember(db, 'auditor')).actor;

async function anImport(until: 'uploaded' | 'checked' | 'committing' | 'committed' = 'checked') {
  const { actor, stranger } = await members();
  const id = await uploadImport(contextOf(actor), IMPORTS.rosters, { name: '花名册.xlsx', bytes: aFile() });
  if (until !== 'uploaded') await checkImport(asJob(), IMPORTS, id);
  if (until === 'committing' || until === 'committed') await commitImport(contextOf(actor), id);
  if (until === 'committed') await applyImport(asJob(), IMPORTS, id);
  return { actor, stranger, id };
}

sevenQuestions(
  'uploadImport',
  async () => {
    const { actor } = await members();
    return { actor, call: (ctx) => uploadImport(ctx, IMPORTS.rosters, { name: 'C:\\台账\\花名册.xlsx', bytes: aFile() }) };
  },
  {
    event: 'import.uploaded',
    tables: ['import_run'],
    works: async (id) => {
      const [run] = await sql`select kind, status, file_name, stored_as from import_run where id = ${String(id)}`;
      expect(run).toMatchObject({ kind: 'rosters', status: 'uploaded', file_name: '花名册.xlsx' });
    },
    wrongRole,
    repeated: 'makes another',
  },
);

sevenQuestions(
  'commitImport',
  async () => {
    const { actor, stranger, id } = await anImport();
    return { actor, stranger, id, call: (ctx) => commitImport(ctx, id) };
  },
  {
    event: 'import.commit_requested',
    tables: ['import_run', 'import_row'],
    works: async (_, { id }) => expect(await statusOf(id)).toBe('committing'),
    wrongState: {
      scene: async () => {
        const { actor, stranger, id } = await anImport('uploaded');
        return { actor, stranger, id, call: (ctx: Context) => commitImport(ctx, id) };
      },
      code: 'wrong_state',
    },
    wrongRole,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'discardImport',
  async () => {
    const { actor, stranger, id } = await anImport();
    return { actor, stranger, id, call: (ctx) => discardImport(ctx, id) };
  },
  {
    event: 'import.discarded',
    tables: ['import_run', 'import_row'],
    works: async (_, { id }) => expect(await statusOf(id)).toBe('discarded'),
    wrongState: {
      scene: async () => {
        const { actor, stranger, id } = await anImport('committed');
        return { actor, stranger, id, call: (ctx: Context) => discardImport(ctx, id) };
      },
      code: 'wrong_state',
    },
    wrongRole,
    repeated: 'unchanged',
  },
);

sevenQuestions(
  'requestUndo',
  async () => {
    const { actor, stranger, id } = await anImport('committed');
    return { actor, stranger, id, call: (ctx) => requestUndo(ctx, IMPORTS, id, '传错文件') };
  },
  {
    event: 'import.undo_requested',
    tables: ['import_run', 'import_row'],
    works: async (_, { id }) => expect(await statusOf(id)).toBe('undoing'),
    wrongState: {
      scene: async () => {
        const { actor, stranger, id } = await anImport();
        return { actor, stranger, id, call: (ctx: Context) => requestUndo(ctx, IMPORTS, id, '传错文件') };
      },
      code: 'wrong_state',
    },
    wrongRole,
    repeated: 'unchanged',
  },
);

describe('the jobs', () => {
  test('a check may be begun again: the rows are those of one reading', async () => {
    const { id } = await anImport('uploaded');
    expect(await checkImport(asJob(), IMPORTS, id)).toEqual({ new: 1 });
    await owner()`update import_run set status = 'checking' where id = ${id}`;
    expect(await checkImport(asJob(), IMPORTS, id)).toEqual({ new: 1 });
    expect(await rowsOf(id)).toHaveLength(1);
    expect(await checkImport(asJob(), IMPORTS, id)).toBeNull();
  });

  test('writing twice at once writes each row once, and the log names the file', async () => {
    const { actor } = await members();
    const { id } = await checked(actor, 'rosters', [HEADERS, ...Array.from({ length: 40 }, person)]);
    await commitImport(contextOf(actor), id);
    const [one, two] = await Promise.all([applyImport(asJob(), IMPORTS, id), applyImport(asJob(), IMPORTS, id)]);
    expect(one + two).toBe(40);
    expect(await sql`select 1 from engagement where import_id = ${id}`).toHaveLength(40);
    const events = await sql`select name, actor_kind, actor from event where subject_id = ${id} order by seq`;
    expect(events.filter(({ name }) => name === 'import.committed')).toHaveLength(1);
    for (const event of events.filter(({ name }) => name === 'import.rows_written'))
      expect(event).toMatchObject({ actor_kind: 'import', actor: '演示.xlsx' });
    expect(await applyImport(asJob(), IMPORTS, id)).toBe(0);
  });

  test('one row that the database refuses stays out alone', async () => {
    const { actor } = await members();
    const { id } = await checked(actor, 'rosters', [HEADERS, ...Array.from({ length: 30 }, person)]);
    await owner()`update import_row set values = jsonb_set(values, '{engagement,role}', '"gardener"') where import_id = ${id} and row_no = 7`;
    expect(await written(actor, id)).toBe(30);
    expect(await sql`select row_no, problems from import_row where import_id = ${id} and outcome = 'conflict'`).toEqual([
      { row_no: 7, problems: [{ code: 'failed_to_write', column: '' }] },
    ]);
    expect(await sql`select 1 from engagement where import_id = ${id}`).toHaveLength(29);
  });

  test('a file that cannot be read says why, and nothing is kept of it', async () => {
    const { actor } = await members();
    const { id, counts } = await checked(actor, 'rosters', [
      ['姓名', '岗位'],
      ['王芳', '保育员'],
    ]);
    expect(counts).toEqual({});
    const [run] = await sql`select status, problem from import_run where id = ${id}`;
    expect(run).toEqual({
      status: 'unreadable',
      problem: { code: 'workbook_columns_missing', params: { row: 1, columns: '「证件号码」「入职日期」' } },
    });
  });
});

describe('what leaves the product', () => {
  test('the stored file and the rows hold no identity number in the clear', async () => {
    const { id } = await anImport();
    const [row] = await sql`select cells::text || coalesce(values::text, '') as text from import_row where import_id = ${id}`;
    expect(row?.text).not.toContain(syntheticIdentity(n));
    expect(row?.text).toContain('119900********');
  });

  test('the result is the uploaded sheet with one more column; other organisations do not get it', async () => {
    const { actor, stranger } = await members();
    const bad = ['李明', '119900199003070018', '保育员', '2024-03-01'];
    const { id } = await checked(actor, 'rosters', [['花名册', null, null, null], HEADERS, person(), bad], { merges: ['A1:D1'] });
    const lines = async (onlyWrong: boolean) => {
      const { body, fileName } = await importResult(contextOf(actor), IMPORTS, id, { language: 'zh-CN', onlyWrong });
      expect(fileName).toBe('演示-校验结果.xlsx');
      const book = new Excel.Workbook();
      await book.xlsx.load((await new Response(Readable.toWeb(body) as ReadableStream).arrayBuffer()) as never);
      const found: unknown[][] = [];
      book.worksheets[0]?.eachRow((row) => found.push((row.values as unknown[]).slice(1)));
      return found;
    };
    const whole = await lines(false);
    expect(whole.map((line) => line[4])).toEqual([
      undefined,
      '校验结果',
      '新增',
      '错误: 「证件号码」号码最后一位（校验位）不对，请核对证件，多为录错一位。',
    ]);
    expect(whole[3]?.slice(0, 4)).toEqual(bad);
    expect((await lines(true)).map((line) => line[0])).toEqual(['花名册', '姓名', '李明']);
    await expect(importResult(contextOf(stranger), IMPORTS, id, { language: 'zh-CN', onlyWrong: false })).rejects.toMatchObject({
      status: 404,
    });
    await expect(getImport(stranger, id, { outcome: null, page: 1 })).rejects.toMatchObject({ status: 404 });
    expect((await listImports(stranger, { kind: null }, { limit: 10, offset: 0 })).total).toBe(0);
  });

  test.each(Object.values(IMPORTS).map((kind) => [kind.name, kind] as const))(
    'the template of %s reads back: its example is left out, a filled row is taken',
    async (_, kind) => {
      const { bytes } = await importTemplate(kind, 'en');
      const today = '2026-03-10';
      await expect(async () => {
        for await (const _row of (await openTable(bytes, kind, today)).rows());
      }).rejects.toMatchObject({ code: 'workbook_empty' });
      const book = new Excel.Workbook();
      await book.xlsx.load(bytes as never);
      const sheet = book.getWorksheet(kind.sheets[0] ?? '');
      kind.columns.forEach((column, at) => {
        if (sheet) sheet.getCell(3, at + 1).value = column.key === 'serial' ? '1' : column.example;
      });
      const table = await openTable(Buffer.from(await book.xlsx.writeBuffer()), kind, today);
      const rows = [];
      for await (const row of table.rows()) rows.push(row);
      expect(rows.map(({ problems }) => problems)).toEqual([[]]);
      const identity = kind.columns.findIndex(({ type }) => type.is === 'identity');
      if (identity >= 0) expect(sheet?.getColumn(identity + 1).numFmt).toBe('@');
    },
  );
});

test('an import of a role that it is not for does not begin', async () => {
  const { actor } = (await aMember(db, 'evaluator')) as { actor: UserActor };
  await expect(uploadImport({ actor, now: now() }, IMPORTS.rosters, { name: 'x.xlsx', bytes: aFile() })).rejects.toMatchObject({
    status: 403,
  });
});
