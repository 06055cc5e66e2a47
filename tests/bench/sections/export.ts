import { readFileSync } from 'node:fs';
import type { Web } from '../../support/stage';
import type { Bench } from '../bench';

const SAMPLE_MS = 20;
const LONGEST = 'event log';
const MB = 1024 * 1024;
/**
 * What a long file may take more than its first third did. Memory goes up and down by about a hundred megabytes, as buffers wait to
 * be collected: flat is what does not go on rising.
 */
const FLAT_MB = 64;

/** Long lists as workbooks: when the first byte comes, how many rows a second, and what the web process holds meanwhile. */
export async function exports(bench: Bench): Promise<void> {
  const [few, many] = [bench.size(10_000), bench.size(100_000)];
  bench.heading(
    'export: long lists as workbooks',
    `The rows behind a figure (14 columns) and the event log (7 columns). Memory is the web process’s resident set, sampled every ${SAMPLE_MS} ms,\n` +
      'above what it held before: up to a third of the file, and up to its end. Each export in a process of its own that has made a small one.',
  );
  const rows: [list: string, rows: number, first: number, perSecond: number, third: number, memory: number, mb: number][] = [];
  for (const size of [few, many, many * 3]) {
    // A figure counts about two thirds of them; three times as many are of the log alone.
    if (size <= many) await bench.completions(Math.ceil(size * 1.6));
    await events(bench, size);
    for (const { name, path, cookie } of (await lists(bench)).filter((list) => size <= many || list.name === LONGEST)) {
      const web = await bench.stage.web();
      try {
        const took = await take(web, path, cookie);
        const [{ n } = { n: 0 }] = await bench.stage.owner<
          { n: number }[]
        >`select (data->>'rows')::int as n from event where name = 'export.made' order by seq desc limit 1`;
        rows.push([name, n, took.first, (n / took.ms) * 1000, took.third, took.memory, took.bytes / MB]);
      } finally {
        await web.end();
      }
    }
  }
  bench.table(['list', 'rows', 'first byte ms', 'rows/s', 'MB at a third', 'MB at end', 'file MB'], rows);
  for (const [name, count, first] of rows.slice(2, 4))
    bench.target(`${name}, ${count.toLocaleString('en-US')} rows: first byte`, `${first.toFixed(0)} ms`, 'under 1 s', first < 1_000);
  const longest = rows.at(-1);
  if (!longest) return;
  const [name, count, , , third, memory] = longest;
  bench.target(
    `${name}, ${count.toLocaleString('en-US')} rows: memory from a third of the file to its end`,
    `${third.toFixed(0)} → ${memory.toFixed(0)} MB`,
    `at most ${FLAT_MB} MB more`,
    memory - third <= FLAT_MB,
  );
}

/** Fills the log as if people had signed in. */
async function events({ stage: { owner } }: Bench, wanted: number): Promise<void> {
  const [{ n } = { n: 0 }] = await owner<{ n: number }[]>`select count(*)::int as n from event`;
  if (n >= wanted) return;
  await owner`
    insert into event (id, name, subject_type, subject_id, actor_kind, actor, actor_role, data, at)
    select gen_random_uuid(), 'account.signed_in', 'account', a.id::text, 'user', a.id::text, 'trainee', '{"secondFactor": false}', now()
    from generate_series(1, ${wanted - n}) g, lateral (select id from account order by id offset g % 20 limit 1) a`;
  await owner`analyze event`;
}

async function lists({ stage: { owner } }: Bench) {
  // Read only now: its modules are told by the environment where the database is.
  const { signIn } = await import('../../support/signed-in');
  const cookieOf = async (role: string) => {
    const [held] = await owner<{ account_id: string; id: string }[]>`
      select account_id, id from membership where role = ${role} and ended_at is null order by granted_at limit 1`;
    if (!held) throw new Error(`nobody is ${role}`);
    return signIn(owner, held.account_id, held.id);
  };
  return [
    { name: 'rows behind a figure', path: '/commission/person-times/export?period=', cookie: await cookieOf('city_officer') },
    { name: LONGEST, path: '/exports/events', cookie: await cookieOf('auditor') },
  ];
}

const resident = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Downloads one workbook. Memory on Linux alone; elsewhere it reads as zero. */
async function take(web: Web, path: string, cookie: string) {
  const ask = () => fetch(web.origin + path, { headers: { cookie } });
  const pid = process.platform === 'linux' ? web.child.pid : undefined;
  const now = () => (pid ? resident(pid) : 0);
  await (await fetch(`${web.origin}/exports/inbox`, { headers: { cookie } })).arrayBuffer();
  const before = now();
  let first = 0;
  let bytes = 0;
  const samples: { bytes: number; resident: number }[] = [];
  const timer = setInterval(() => samples.push({ bytes, resident: now() }), SAMPLE_MS);
  const from = performance.now();
  const answer = await ask();
  if (!answer.ok || !answer.body) throw new Error(`${path} answered ${answer.status}`);
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    first ||= performance.now() - from;
    bytes += part.length;
  }
  clearInterval(timer);
  const ms = performance.now() - from;
  const most = (of: typeof samples) => Math.max(before, ...of.map(({ resident }) => resident)) - before;
  return { first, bytes, ms, third: most(samples.filter((each) => each.bytes <= bytes / 3)), memory: most(samples) };
}
