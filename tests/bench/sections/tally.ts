import { enrolForm } from '../../support/enrol-form';
import { type HttpClient, httpClient } from '../../support/http-client';
import type { SignedInPerson } from '../../support/signed-in';
import type { Bench } from '../bench';
import { type Measured, measured } from '../measure';

const ENROLMENTS_PER_SECOND = 40;

/** Folding into the tally, beside one INSERT … SELECT … GROUP BY, and beside people who enrol meanwhile. */
export async function tally(bench: Bench): Promise<void> {
  const count = await bench.completions(bench.size(100_000));
  bench.heading(
    'tally: completions folded per second',
    'The job tally.fold, batch by batch, exactly once, beside one INSERT … SELECT … GROUP BY of the same cells (district × month ×\n' +
      'operator type, each with its distinct persons) over the same rows. Then the same fold again while people enrol, at\n' +
      `${ENROLMENTS_PER_SECOND} requests per second whatever the answers take, through one web process.`,
  );
  const entries = await waitingAgain(bench);
  const folded = await fold();
  const { ms: grouped, cells } = await groupBy(bench);
  const [kept] = await bench.stage.owner`select count(*)::int as n from tally where person_times > 0`;
  const rate = (ms: number) => (count / ms) * 1000;
  const ratio = grouped / folded;
  bench.table(
    ['', 'completions', 'cells', 'seconds', 'per second', 'ratio'],
    [
      ['folded by the job', count, Number(kept?.n), folded / 1000, rate(folded), ratio.toFixed(3)],
      ['INSERT … SELECT … GROUP BY', count, cells, grouped / 1000, rate(grouped), '1'],
    ],
  );
  bench.target('fold beside GROUP BY', ratio.toFixed(3), 'at least 0.05', ratio >= 0.05);
  bench.target('cells of both', `${kept?.n} and ${cells}`, 'the same', kept?.n === cells);

  const { before, during, ms } = await whileEnrolling(bench);
  bench.table(
    ['people enrolling', 'requests', 'p50 ms', 'p95 ms'],
    [
      ['before', before.count, before.p50, before.p95],
      [`while ${entries.toLocaleString('en-US')} entries are folded (${(ms / 1000).toFixed(1)} s)`, during.count, during.p50, during.p95],
    ],
  );
  bench.target(
    'enrolment p95 while folding',
    `${during.p95.toFixed(0)} ms (before: ${before.p95.toFixed(0)} ms)`,
    'under 1,000 ms',
    during.p95 < 1_000,
  );
  const { recountTally } = await import('~/domain/goal/recount-tally.server');
  const { differences } = await recountTally({ actor: { kind: 'system', job: 'tally.recount' }, now: new Date() });
  bench.target('recount afterwards', `${differences} differences`, 'none', differences === 0);
}

/** Puts the whole ledger back to be folded. @returns how many entries wait */
async function waitingAgain({ stage: { owner } }: Bench): Promise<number> {
  await owner`update completion_entry set folded_at = null`;
  await owner`delete from tally_state`;
  await owner`truncate tally, tally_person`;
  await owner`vacuum analyze completion_entry`;
  const [row] = await owner`select count(*)::int as n from completion_entry`;
  return row?.n ?? 0;
}

async function fold(): Promise<number> {
  const { foldTallyJob } = await import('#jobs/handlers/fold-tally');
  const from = performance.now();
  await foldTallyJob({ ctx: { actor: { kind: 'system', job: 'tally.fold' }, now: new Date() } });
  return performance.now() - from;
}

async function groupBy({ stage: { owner } }: Bench): Promise<{ ms: number; cells: number }> {
  await owner`create table bench_tally (like tally including all)`;
  try {
    const from = performance.now();
    const { count } = await owner`
      insert into bench_tally (period_id, metric, district, month, operator_type, person_times, persons, updated_at)
      select t.period_id, t.metric, d.district, m.month, o.operator_type, count(*), count(distinct c.person_id), now()
      from completion c
      join (values ('principal_person_times', 'principal'), ('caregiver_person_times', 'caregiver')) as k (metric, category) on k.category = c.category
      join target t on t.metric = k.metric and t.district_code is null
      join plan_period p on p.id = t.period_id and c.completed_on between p.starts_on and coalesce(p.ends_on, 'infinity'::date)
      cross join lateral (values (coalesce(c.district_code::text, 'city')), ('*')) as d (district)
      cross join lateral (values (to_char(c.completed_on, 'YYYY-MM')), ('*')) as m (month)
      cross join lateral (values (coalesce(c.operator_type, 'none')), ('*')) as o (operator_type)
      where c.counts_toward_plan and c.status = 'valid'
      group by 1, 2, 3, 4, 5`;
    return { ms: performance.now() - from, cells: count };
  } finally {
    await owner`drop table bench_tally`;
  }
}

async function whileEnrolling(bench: Bench) {
  const { db } = await import('#db/client');
  const { aClass } = await import('#db/seed/builders/classes');
  const { signedInStudents } = await import('../../support/signed-in');
  const people = await signedInStudents(bench.size(8_000));
  const { id } = await aClass(db, { capacity: 2_000 });
  const web = await bench.stage.web();
  const client = httpClient(web.origin, 64);
  try {
    const form = await enrolForm(client, id, people[0]?.cookie ?? '');
    const rush = { client, form, people };
    await steady(rush, after(bench.size(3_000)));
    const before = await steady(rush, after(bench.size(10_000)));
    await waitingAgain(bench);
    const folding = fold();
    const during = await steady(
      rush,
      folding.then(() => {}),
    );
    return { before, during, ms: await folding };
  } finally {
    client.close();
    await web.end();
  }
}

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Somebody new enrols at every tick until `over`, or until nobody is left. */
async function steady(
  { client, form, people }: { client: HttpClient; form: { action: string; body: string }; people: SignedInPerson[] },
  over: Promise<void>,
): Promise<Measured> {
  const asked: Promise<number>[] = [];
  const from = performance.now();
  let ended = false;
  void over.then(() => {
    ended = true;
  });
  for (let due = from; !ended; due += 1000 / ENROLMENTS_PER_SECOND) {
    await after(Math.max(0, due - performance.now()));
    const person = people.shift();
    if (!person) break;
    asked.push(
      client.post(form.action, form.body, { Cookie: person.cookie }).then(({ status, ms }) => {
        if (status !== 302) throw new Error(`enrolling was answered with ${status}`);
        return ms;
      }),
    );
  }
  return measured(await Promise.all(asked), performance.now() - from);
}
