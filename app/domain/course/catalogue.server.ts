import { type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { beijingDate } from '../shared/period';
import type { CourseCategory, Delivery } from './course';
import type { CatalogueSearch } from './inputs';
import { beginningWith, containing, foldForSearch, searchWords } from './search-text';

export const CATALOGUE_PAGE_SIZE = 12;

export interface CatalogueRow extends Record<string, unknown> {
  id: string;
  title: string;
  categories: CourseCategory[];
  delivery: Delivery;
  provider: string;
  /** null = a city-level provider */
  district: string | null;
  theory: number[];
  practice: number[];
  /** The next class to join, or to come; null when none is announced. */
  classId: string | null;
  startsOn: string | null;
  endsOn: string | null;
  enrolFromOn: string | null;
  enrolUntilOn: string | null;
  isOpen: boolean | null;
  free: number | null;
  openClasses: number | null;
  total: number;
}

const PROVIDER_TEXT = sql`lower(normalize(o.name || ' ' || coalesce(o.short_name, '') || ' ' || coalesce(d.name_zh, '北京市'), NFKC))`;
const TITLE = sql`lower(normalize(sv.title, NFKC))`;

/** Each word must be found somewhere; the inner query can use the trigram index of the syllabus text. */
const found = (word: string): SQL => {
  const like = containing(word);
  return sql`(sv.id in (select id from syllabus_version where search_text like ${like}) or ${PROVIDER_TEXT} like ${like})`;
};

const rankOf = (query: string): SQL => {
  const text = foldForSearch(query);
  if (text === '') return sql`0`;
  return sql`case when ${TITLE} = ${text} then 0 when ${TITLE} like ${beginningWith(text)} then 1
    when ${TITLE} like ${containing(text)} then 2 when ${PROVIDER_TEXT} like ${containing(text)} then 3 else 4 end`;
};

const conditions = (search: CatalogueSearch): SQL[] => {
  const list = [sql`c.published_at is not null and c.status <> 'archived' and o.status = 'approved'`, ...searchWords(search.q).map(found)];
  if (search.category) list.push(sql`sv.categories ? ${search.category}`);
  if (search.delivery) list.push(sql`sv.delivery = ${search.delivery}`);
  if (search.district) list.push(search.district === 'city' ? sql`o.district_code is null` : sql`o.district_code = ${search.district}`);
  if (search.from || search.until || search.free) list.push(sql`next.class_id is not null`);
  if (search.open || search.free) list.push(sql`next.open_classes > 0`);
  return list;
};

/** The classes that count for a search: announced, not begun, still to enrol in, and inside its dates. */
const classConditions = (search: CatalogueSearch, today: string, now: Date): SQL[] => {
  const list = [
    sql`tc.status in ('planned', 'enrolling', 'full')`,
    sql`tc.enrol_until_on >= ${today} and tc.starts_at > ${now.toISOString()}::timestamptz`,
  ];
  if (search.from) list.push(sql`tc.starts_on >= ${search.from}`);
  if (search.until && !(search.from && search.until < search.from)) list.push(sql`tc.starts_on <= ${search.until}`);
  if (search.free) list.push(sql`tc.enrol_from_on <= ${today} and tc.waiting_count = 0 and tc.seats_taken < tc.capacity`);
  return list;
};

const SOONEST = sql`next.is_open desc nulls last, (next.free > 0) desc nulls last, next.starts_on asc nulls last, c.published_at desc`;

const orderOf = (search: CatalogueSearch): SQL => {
  switch (search.sort ?? (search.q ? 'relevance' : 'soonest')) {
    case 'relevance':
      return sql`${rankOf(search.q)}, ${SOONEST}`;
    case 'seats':
      return sql`next.free_seats desc nulls last, ${SOONEST}`;
    case 'newest':
      return sql`c.published_at desc`;
    case 'title':
      return sql`sv.title collate "zh-x-icu"`;
    default:
      return SOONEST;
  }
};

/** One page of the public catalogue with its next class each. A page beyond the last is the last (a second query). */
export async function listCatalogue(
  search: CatalogueSearch,
  now: Date,
  pageSize = CATALOGUE_PAGE_SIZE,
): Promise<{ rows: CatalogueRow[]; total: number; page: number }> {
  const rows = await pageOf(search, now, search.page, pageSize);
  const total = rows[0]?.total ?? 0;
  if (rows.length > 0 || search.page === 1) return { rows, total, page: search.page };
  const first = await pageOf(search, now, 1, pageSize);
  return { rows: first, total: first[0]?.total ?? 0, page: 1 };
}

/** Finds and orders first; what a row shows is unpacked for the rows of the page alone. */
const pageOf = async (search: CatalogueSearch, now: Date, page: number, pageSize: number): Promise<CatalogueRow[]> => {
  const today = beijingDate(now);
  return [
    ...(await db.execute<CatalogueRow>(sql`
    with next as materialized (
      select distinct on (t.course_id) t.*,
        (count(*) filter (where t.is_open) over same_course)::int as open_classes,
        (coalesce(sum(t.free) filter (where t.is_open) over same_course, 0))::int as free_seats
      from (
        select tc.id as class_id, tc.course_id, tc.starts_on, tc.ends_on, tc.enrol_from_on, tc.enrol_until_on, tc.starts_at,
          tc.enrol_from_on <= ${today} as is_open,
          case when tc.waiting_count = 0 then tc.capacity - tc.seats_taken else 0 end as free
        from training_class tc where ${sql.join(classConditions(search, today, now), sql` and `)}
      ) t
      window same_course as (partition by t.course_id)
      order by t.course_id, t.is_open desc, (t.free > 0) desc, t.starts_at
    ), page as (
      select c.id, c.current_syllabus_id, o.name as provider, o.district_code as district, next.*,
        (count(*) over ())::int as total, row_number() over (order by ${orderOf(search)}, c.id) as place
      from course c
      join syllabus_version sv on sv.id = c.current_syllabus_id
      join organisation o on o.id = c.provider_id
      left join district d on d.code = o.district_code
      left join next on next.course_id = c.id
      where ${sql.join(conditions(search), sql` and `)}
      order by place
      limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select p.id, sv.title, sv.categories, sv.delivery, p.provider, p.district, p.total,
      jsonb_path_query_array(sv.content, '$.modules[*].theoryMinutes') as theory,
      jsonb_path_query_array(sv.content, '$.modules[*].practiceMinutes') as practice,
      p.class_id as "classId", p.starts_on as "startsOn", p.ends_on as "endsOn", p.enrol_from_on as "enrolFromOn",
      p.enrol_until_on as "enrolUntilOn", p.is_open as "isOpen", p.free, p.open_classes as "openClasses"
    from page p join syllabus_version sv on sv.id = p.current_syllabus_id
    order by p.place`)),
  ];
};
