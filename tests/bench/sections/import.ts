import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import Excel from 'exceljs';
import postgres from 'postgres';
import type { Process } from '../../support/stage';
import type { Bench } from '../bench';

const MB = 1024 * 1024;
const SAMPLE_MS = 20;
/** People of this section are numbered from here, apart from every other seed. */
const FIRST = 3_400_000;
const TABLES = ['certificate', 'import_row'] as const;
const HEADERS = [
  '序号',
  '姓名',
  '证件类型',
  '证件号码',
  '证书类别',
  '职业',
  '等级',
  '证书编号',
  '发证日期',
  '有效期至',
  '发证机构',
  '备注',
];

/** A workbook of certificates through the dry run and into the tables, beside COPY of the same rows into the same tables. */
export async function imports(bench: Bench): Promise<void> {
  const rows = bench.size(100_000);
  bench.heading(
    'import: a workbook of certificates',
    `${rows.toLocaleString('en-US')} rows of twelve columns, uploaded, checked and written by one worker process (built, its own queue), beside COPY of the very rows\n` +
      `that it wrote (certificates and staged rows) into tables with the same indexes. Memory is the worker’s resident set, sampled every ${SAMPLE_MS} ms.`,
  );
  const file = path.join(bench.stage.folder, 'import.xlsx');
  await people(bench, rows);
  await workbookOf(file, rows);
  const took = await throughWorker(bench, file);
  const copied = await copySeconds(bench, took.id);
  const perSecond = (seconds: number) => rows / seconds;
  const both = took.check + took.write;
  const ratio = copied / both;
  bench.table(
    ['', 'rows', 'seconds', 'rows/s', 'ratio'],
    [
      ['dry run', rows, took.check, perSecond(took.check), (copied / took.check).toFixed(3)],
      ['writing', rows, took.write, perSecond(took.write), (copied / took.write).toFixed(3)],
      ['both', rows, both, perSecond(both), ratio.toFixed(3)],
      ['COPY', rows, copied, perSecond(copied), '1'],
    ],
  );
  bench.target('import beside COPY', ratio.toFixed(3), 'at least 0.1', ratio >= 0.1);
  bench.target('memory of the worker above idle', `${took.memory.toFixed(0)} MB`, 'under 400 MB', took.memory < 400);
  bench.target('certificates written', `${took.written}`, `${rows}`, took.written === rows);
}

/** Caregivers on post, whom a city officer may enter certificates for. */
async function people({ stage: { owner } }: Bench, rows: number): Promise<void> {
  const { syntheticIdentity, syntheticName } = await import('#db/seed/builders/synthetic');
  const { sealIdentity } = await import('~/domain/shared/secrets.server');
  const { newId } = await import('~/domain/shared/id');
  const at = new Date().toISOString();
  for (let from = 0; from < rows; from += 5_000) {
    const batch = Array.from({ length: Math.min(5_000, rows - from) }, (_, n) => {
      const sealed = sealIdentity('resident_id', syntheticIdentity(FIRST + from + n));
      return {
        id: newId(),
        name: syntheticName(from + n),
        id_type: sealed.idType,
        id_number_encrypted: sealed.idNumberEncrypted,
        id_number_hash: sealed.idNumberHash,
        id_number_masked: sealed.idNumberMasked,
        is_pre_service: false,
        is_demo: true,
        created_at: at,
      };
    });
    await owner`insert into person select * from jsonb_populate_recordset(null::person, ${JSON.stringify(batch)}::text::jsonb)`;
  }
  await owner`analyze`;
}

async function workbookOf(file: string, rows: number): Promise<void> {
  const { syntheticIdentity, syntheticName } = await import('#db/seed/builders/synthetic');
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream: createWriteStream(file), useStyles: false, useSharedStrings: true });
  const sheet = book.addWorksheet('证书登记表');
  sheet.addRow(HEADERS).commit();
  for (let n = 0; n < rows; n += 1) {
    const number = `S000011000${String(Math.floor(n / 1_000_000) + 600).padStart(3, '0')}245${String(n % 1_000_000).padStart(6, '0')}`;
    const cells = [n + 1, syntheticName(n), '居民身份证', syntheticIdentity(FIRST + n), '职业技能等级证书', '育婴员', '五级', number];
    sheet.addRow([...cells, '2024-05-01', null, '测量用评价中心（演示）', null]).commit();
  }
  sheet.commit();
  await book.commit();
}

const residentMb = ({ child }: Process): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function throughWorker({ stage }: Bench, file: string) {
  const { db } = await import('#db/client');
  const { aMember } = await import('#db/seed/builders/accounts');
  const { putBehindDispatcher } = await import('#db/seed/past');
  const { uploadImport } = await import('~/domain/excel/upload-import.server');
  const { commitImport } = await import('~/domain/excel/commit-import.server');
  const { IMPORTS } = await import('~/domain/report/import-kinds.server');
  await db.transaction((tx) => putBehindDispatcher(tx, new Date()));
  const { actor } = await aMember(db, 'city_officer');
  const worker = stage.worker();
  try {
    await pause(5_000);
    const idle = residentMb(worker);
    let peak = idle;
    const sampler = setInterval(() => {
      peak = Math.max(peak, residentMb(worker));
    }, SAMPLE_MS);
    const until = async (id: string, status: string): Promise<number> => {
      const from = performance.now();
      for (;;) {
        const [run] = await stage.owner<{ status: string }[]>`select status from import_run where id = ${id}`;
        if (run?.status === status) return (performance.now() - from) / 1000;
        if (run?.status === 'unreadable') throw new Error('the workbook of the bench could not be read');
        await pause(50);
      }
    };
    const id = await uploadImport({ actor, now: new Date() }, IMPORTS.certificates, { name: 'bench.xlsx', bytes: readFileSync(file) });
    const check = await until(id, 'checked');
    await commitImport({ actor, now: new Date() }, id);
    const write = await until(id, 'committed');
    clearInterval(sampler);
    const [made] = await stage.owner<{ n: number }[]>`select count(*)::int as n from certificate where import_id = ${id}`;
    return { id, check, write, memory: peak - idle, written: made?.n ?? 0 };
  } finally {
    await worker.end();
  }
}

/** The same rows again by COPY, into empty tables with the same columns, checks and indexes. */
async function copySeconds({ stage: { owner, folder, settings } }: Bench, importId: string): Promise<number> {
  let seconds = 0;
  for (const table of TABLES) {
    const file = path.join(folder, `${table}.copy`);
    // A connection that has copied out is not given back by the driver: it has its own and is closed.
    const reader = postgres(settings.DATABASE_OWNER_URL ?? '', { max: 1, onnotice: () => {} });
    const source = await reader.unsafe(`copy (select * from ${table} where import_id = '${importId}') to stdout`).readable();
    await pipeline(source, createWriteStream(file));
    await reader.end({ timeout: 0 });
    await owner.unsafe(`create table bench_${table} (like ${table} including all)`);
    try {
      const from = performance.now();
      await pipeline(createReadStream(file, { highWaterMark: MB }), await owner.unsafe(`copy bench_${table} from stdin`).writable());
      seconds += (performance.now() - from) / 1000;
    } finally {
      await owner.unsafe(`drop table bench_${table}`);
    }
  }
  return seconds;
}
