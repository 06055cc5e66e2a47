import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { countedRows, inOneMoment } from './counted-rows.server';
import { type Figure, figureOf, getFigures } from './figures.server';
import type { PersonTime, PersonTimeFilter, PersonTimeSort } from './person-time';

/** A narrowing that the tally has no cell for: the list is then a part of the figure. */
export const isPart = (filter: PersonTimeFilter): boolean => filter.preService || filter.repeat;

/** 重复培训: the same person counted more than once in classes of the same course within one year. */
const repeatedRows = (filter: PersonTimeFilter): SQL => sql`
  select id, person_id, class_id, completed_on from (
    select r.*, count(*) over (partition by r.person_id, k.course_id, extract(year from r.completed_on)) as times
    from (${countedRows(filter)}) r join training_class k on k.id = r.class_id
  ) each where times > 1`;

const rowsOf = (filter: PersonTimeFilter): SQL => (filter.repeat ? repeatedRows(filter) : countedRows(filter));

/** What a page of the list is sorted by, and what must be joined for it. */
const SORTS: Readonly<Record<PersonTimeSort, { by: SQL; from: SQL }>> = {
  completedOn: { by: sql`r.completed_on`, from: sql`` },
  name: { by: sql`h.name`, from: sql`join person h on h.id = r.person_id` },
  course: { by: sql`k.code`, from: sql`join training_class k on k.id = r.class_id` },
  institution: { by: sql`i.name`, from: sql`join completion c on c.id = r.id left join organisation i on i.id = c.institution_id` },
  district: { by: sql`d.sort`, from: sql`join completion c on c.id = r.id left join district d on d.code = c.district_code` },
};

const select = (rows: SQL): SQL => sql`
  select r.id as "completionId", r.completed_on::text as "completedOn", h.id as "personId", h.name, h.id_number_masked as "idNumberMasked",
    u.title as "courseTitle", k.code as "classCode", v.name as "providerName", i.name as "institutionName", c.district_code as "districtCode",
    c.operator_type as "operatorType", c.is_pre_service as "isPreService", c.theory_minutes as "theoryMinutes", c.practice_minutes as "practiceMinutes",
    z.number as "certificateNumber"
  from (${rows}) r
  join completion c on c.id = r.id
  join person h on h.id = c.person_id
  join training_class k on k.id = c.class_id
  join course u on u.id = k.course_id
  join organisation v on v.id = k.provider_id
  left join organisation i on i.id = c.institution_id
  left join completion_certificate z on z.completion_id = c.id`;

/** Hashing more ids than this on every view would be slow; the list then offers it on demand. */
const HASHED_UNASKED = 20_000;

interface PageRequest {
  sort: PersonTimeSort;
  descending: boolean;
  limit: number;
  offset: number;
  /** Work out the check value however long the list is. */
  proof?: boolean;
}

export interface PersonTimeList {
  /** The figure that the tally holds for this cell. */
  figure: Figure;
  asOf: string | null;
  underCheck: boolean;
  /** Rows and distinct persons of the list; the same as the figure unless `isPart`. */
  total: Figure;
  /** SHA-256 over the sorted row ids, one a line: the export carries the same. Null when the list is long and nobody asked. */
  hash: string | null;
  rows: PersonTime[];
}

/** One page of the rows behind a figure, with the figure itself as of the same moment. */
export const listPersonTimes = (filter: PersonTimeFilter, page: PageRequest): Promise<PersonTimeList> =>
  inOneMoment(async (tx) => {
    const { district, month, operatorType, periodId } = filter;
    const all = await getFigures({ periodId, choices: [{ district, month, operatorType }] }, tx);
    const counted = all.find((each) => each.metric === filter.metric);
    const total = await countRows(tx, filter);
    const hash = total.personTimes <= HASHED_UNASKED || page.proof ? await hashRows(tx, filter) : null;
    const { by, from } = SORTS[page.sort];
    const order = page.descending ? sql`desc nulls last` : sql`asc nulls last`;
    // The page is cut out before its details are joined: the rest of a long list is never put together.
    const cut = sql`
      select r.id, r.completed_on, ${by} as key from (${rowsOf(filter)}) r ${from} order by key ${order}, r.id limit ${page.limit} offset ${page.offset}`;
    const rows = await tx.execute<PersonTime & Record<string, unknown>>(sql`${select(cut)} order by r.key ${order}, r.id`);
    return {
      figure: figureOf(counted?.cells ?? [], district, month, operatorType),
      asOf: counted?.asOf ?? null,
      underCheck: counted?.underCheck ?? false,
      total,
      hash,
      rows: [...rows],
    };
  });

async function countRows(tx: Tx, filter: PersonTimeFilter): Promise<Figure> {
  const [found] = await tx.execute<{ rows: number; persons: number }>(
    sql`select count(*)::int as rows, count(distinct r.person_id)::int as persons from (${rowsOf(filter)}) r`,
  );
  return { personTimes: found?.rows ?? 0, persons: found?.persons ?? 0 };
}

async function hashRows(tx: Tx, filter: PersonTimeFilter): Promise<string> {
  const [found] = await tx.execute<{ hash: string }>(
    sql`select encode(sha256(convert_to(coalesce(string_agg(r.id::text, E'\n' order by r.id), ''), 'UTF8')), 'hex') as hash from (${rowsOf(filter)}) r`,
  );
  return found?.hash ?? '';
}

export interface PersonOfFigure {
  personId: string;
  name: string;
  idNumberMasked: string;
  institutionName: string | null;
  personTimes: number;
  firstOn: string;
  lastOn: string;
}

/** The persons behind a figure (人数), each once, with how often they count. */
export const listPersons = (filter: PersonTimeFilter, page: { limit: number; offset: number }): Promise<PersonOfFigure[]> =>
  db.execute<PersonOfFigure & Record<string, unknown>>(sql`
    select h.id as "personId", h.name, h.id_number_masked as "idNumberMasked",
      (array_agg(i.name order by r.completed_on desc))[1] as "institutionName",
      count(*)::int as "personTimes", min(r.completed_on)::text as "firstOn", max(r.completed_on)::text as "lastOn"
    from (${rowsOf(filter)}) r
    join completion c on c.id = r.id
    join person h on h.id = r.person_id
    left join organisation i on i.id = c.institution_id
    group by h.id order by count(*) desc, h.name, h.id limit ${page.limit} offset ${page.offset}`);

/**
 * The rows of a list in the export's order, its totals and its check value, all of one moment and of one pass: sorting ids
 * in the database for the check value alone takes longer than reading them.
 */
export async function findExportRows(filter: PersonTimeFilter): Promise<{ ids: string[]; total: Figure; hash: string }> {
  const found = await db.execute<{ id: string; person: string }>(
    sql`select r.id, r.person_id as person from (${rowsOf(filter)}) r order by r.completed_on, r.id`,
  );
  const ids = found.map((row) => row.id);
  const hash = createHash('sha256').update(ids.toSorted().join('\n')).digest('hex');
  return { ids, total: { personTimes: ids.length, persons: new Set(found.map((row) => row.person)).size }, hash };
}

const BATCH = 1_000;

/** The same rows in full, piece by piece: no transaction stays open while a slow reader takes them. */
export async function* readPersonTimes(ids: readonly string[]): AsyncGenerator<PersonTime> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const wanted = sql`${`{${ids.slice(from, from + BATCH).join(',')}}`}::uuid[]`;
    const part = sql`select id, completed_on from completion where id = any(${wanted})`;
    yield* await db.execute<PersonTime & Record<string, unknown>>(sql`${select(part)} order by r.completed_on, r.id`);
  }
}
