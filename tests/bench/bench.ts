import { cpus, loadavg } from 'node:os';
import { openStage, type Stage } from '../support/stage';

export interface Target {
  what: string;
  figure: string;
  wanted: string;
  met: boolean;
}

export interface Bench {
  readonly stage: Stage;
  /** Begins again with new servers that hold the demo's stories alone. */
  fresh(): Promise<void>;
  /** Whole sizes, or a tenth with --small: figures of a small run say nothing, it only checks the bench. */
  size(n: number): number;
  heading(title: string, about: string): void;
  table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): void;
  /** One line with ✓ or ✗, repeated at the end. */
  target(what: string, figure: string, wanted: string, met: boolean): void;
  /** Seeds until the database holds so many completions. */
  completions(count: number): Promise<number>;
  /** Seeds until so many caregivers beyond the stories have been added, and has the rate worked out. */
  caregivers(count: number): Promise<{ caregivers: number; seconds: number }>;
  /** Seeds until so many students beyond the stories have been added, and has the funnel worked out. */
  students(count: number): Promise<{ students: number; seconds: number }>;
  /** Seeds until so many people at new institutions beyond the stories have been added, and has their clocks worked out. */
  healthStaff(count: number): Promise<{ people: number; institutions: number; seconds: number }>;
  summary(): void;
  close(): Promise<void>;
}

const cell = (value: string | number): string => {
  if (typeof value === 'string') return value;
  return Number.isInteger(value) || Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en-US')
    : value.toFixed(Math.abs(value) < 10 ? 2 : 1);
};

function printTable(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const text = [columns.map(String), ...rows.map((row) => row.map(cell))];
  const widths = columns.map((_, at) => Math.max(...text.map((row) => row[at]?.length ?? 0)));
  for (const [at, row] of text.entries()) {
    const line = row.map((value, column) => (column === 0 ? value.padEnd(widths[column] ?? 0) : value.padStart(widths[column] ?? 0)));
    console.log(`  ${line.join('   ')}`);
    if (at === 0) console.log(`  ${widths.map((width) => '─'.repeat(width)).join('   ')}`);
  }
}

const counted = async ({ owner }: Stage): Promise<number> => (await owner`select count(*)::int as n from completion`)[0]?.n ?? 0;

/** Servers, the demo's stories, and where figures are printed. Its modules are told by the environment where the database is. */
export async function openBench(small: boolean): Promise<Bench> {
  const begin = async () => {
    const made = await openStage({ throwAway: false });
    Object.assign(process.env, made.settings, { LOG_LEVEL: 'warn', DB_POOL: '10' });
    await made.run('build/node/seed.js');
    return made;
  };
  const targets: Target[] = [];
  console.log(
    `Node.js ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), load ${loadavg()
      .map((n) => n.toFixed(1))
      .join(' ')}`,
  );
  console.log(
    `PostgreSQL of its own, durable as in production; load generator on the same machine${small ? '; SMALL: figures mean nothing' : ''}`,
  );
  let stage = await begin();
  let added = 0;
  let addedStudents = 0;
  let addedHealthStaff = 0;
  return {
    get stage() {
      return stage;
    },
    async fresh() {
      await stage.close();
      stage = await begin();
      added = 0;
      addedStudents = 0;
      addedHealthStaff = 0;
    },
    size: (n) => (small ? Math.max(1, Math.round(n / 10)) : n),
    heading: (title, about) => console.log(`\n${title}\n  ${about.replaceAll('\n', '\n  ')}`),
    table: printTable,
    target(what, figure, wanted, met) {
      targets.push({ what, figure, wanted, met });
      console.log(`  ${met ? '✓' : '✗'} ${what}: ${figure} (wanted: ${wanted})`);
    },
    async completions(count) {
      const missing = count - (await counted(stage));
      if (missing > 0) {
        const from = performance.now();
        await stage.run('build/node/seed.js', '--scale', String(missing));
        await stage.owner`analyze`;
        console.log(`  seeded ${missing.toLocaleString('en-US')} completions in ${((performance.now() - from) / 1000).toFixed(1)} s`);
      }
      return counted(stage);
    },
    async caregivers(count) {
      const from = performance.now();
      const missing = count - added;
      if (missing > 0) {
        await stage.run('build/node/seed.js', '--caregivers', String(missing));
        await stage.owner`vacuum analyze`;
        added = count;
      }
      const [row] = await stage.owner`select count(distinct person_id)::int as n from engagement where role = 'caregiver'`;
      return { caregivers: row?.n ?? 0, seconds: missing > 0 ? (performance.now() - from) / 1000 : 0 };
    },
    async students(count) {
      const from = performance.now();
      const missing = count - addedStudents;
      if (missing > 0) {
        await stage.run('build/node/seed.js', '--students', String(missing));
        await stage.owner`vacuum analyze`;
        addedStudents = count;
      }
      const [row] = await stage.owner`select count(*)::int as n from student`;
      return { students: row?.n ?? 0, seconds: missing > 0 ? (performance.now() - from) / 1000 : 0 };
    },
    async healthStaff(count) {
      const from = performance.now();
      const missing = count - addedHealthStaff;
      if (missing > 0) {
        await stage.run('build/node/seed.js', '--health-staff', String(missing));
        await stage.owner`vacuum analyze`;
        addedHealthStaff = count;
      }
      const [row] = await stage.owner`
        select count(*)::int as people, count(distinct e.institution_id)::int as institutions from engagement e
        where e.institution_id in (select institution_id from health_care_segment)`;
      const seconds = missing > 0 ? (performance.now() - from) / 1000 : 0;
      return { people: row?.people ?? 0, institutions: row?.institutions ?? 0, seconds };
    },
    summary() {
      console.log(`\nTargets: ${targets.filter((target) => target.met).length} of ${targets.length} met`);
      for (const { what, figure, wanted, met } of targets) console.log(`  ${met ? '✓' : '✗'} ${what}: ${figure} (wanted: ${wanted})`);
    },
    async close() {
      const { closeDb } = await import('#db/client');
      await closeDb();
      await stage.close();
    },
  };
}
