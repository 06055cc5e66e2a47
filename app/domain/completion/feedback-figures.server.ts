import { type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import { FEEDBACK_SHOWN_FROM } from './feedback';
import { feedbackSearch } from './inputs';

type Search = z.output<typeof feedbackSearch>;
export const FEEDBACK_PAGE_SIZE = 50;

/**
 * Answers by class, classes with fewer than five left out before anything is added up: totals are sums of whole classes,
 * so that no difference of two of them is a group of fewer than five.
 */
const CLASS_CELLS = sql`select f.class_id, null::uuid as lecturer_id, count(*)::int as answers, sum(f.content) as content,
  sum(f.teaching) as teaching, sum(f.organisation) as organisation from feedback f group by f.class_id having count(*) >= ${FEEDBACK_SHOWN_FROM}`;
const LECTURER_CELLS = sql`select f.class_id, r.lecturer_id, count(*)::int as answers, 0 as content, sum(r.points) as teaching, 0 as organisation
  from feedback f join feedback_lecturer r on r.feedback_id = f.id group by f.class_id, r.lecturer_id having count(*) >= ${FEEDBACK_SHOWN_FROM}`;
const INVITED = sql`(select count(*)::int from enrolment e where e.class_id = c.id and e.status in ('attending', 'passed', 'failed'))`;

/** Classes that are over, within the actor's sight and the filters. @throws Forbidden */
function classesIn(actor: UserActor, search: Search): SQL {
  if (!hasLine(actor, 'feedback.read')) throw new Forbidden();
  const area = actor.organisation?.districtCode ?? null;
  const parts = [
    sql`c.status <> 'cancelled'`,
    actor.role === 'city_officer'
      ? sql`true`
      : actor.role === 'district_officer'
        ? sql`c.district_code = ${area}`
        : sql`c.provider_id = ${actor.organisation?.id ?? ''}`,
    search.district === 'city' ? sql`c.district_code is null` : search.district ? sql`c.district_code = ${search.district}` : undefined,
    search.from ? sql`c.ends_on >= ${search.from}::date` : undefined,
    search.until ? sql`c.ends_on <= ${search.until}::date` : undefined,
    search.provider ? sql`c.provider_id = ${search.provider}` : undefined,
    search.course ? sql`c.course_id = ${search.course}` : undefined,
    search.class ? sql`c.id = ${search.class}` : undefined,
  ];
  return sql.join(
    parts.filter((part) => part !== undefined),
    sql` and `,
  );
}

const GROUPS: Readonly<Record<Search['by'], { key: SQL; label: SQL; beside: SQL }>> = {
  provider: { key: sql`c.provider_id`, label: sql`max(o.name)`, beside: sql`''` },
  course: { key: sql`c.course_id`, label: sql`max(k.title)`, beside: sql`max(o.name)` },
  class: { key: sql`c.id`, label: sql`max(c.code)`, beside: sql`max(k.title)` },
  lecturer: { key: sql`x.lecturer_id`, label: sql`max(t.name)`, beside: sql`max(t.employer)` },
};

export interface FeedbackFigure extends Record<string, unknown> {
  id: string;
  label: string;
  beside: string;
  /** Classes of at least five answers: the others are in no figure. */
  classes: number;
  answers: number;
  /** Who came to those classes. */
  invited: number;
  content: number | null;
  teaching: number | null;
  organisation: number | null;
  overall: number | null;
}

const mean = (column: SQL) => sql`round(sum(${column})::numeric / nullif(sum(x.answers), 0), 2)::float8`;
const figures = (by: Search['by']) => sql`count(distinct x.class_id)::int as classes, coalesce(sum(x.answers), 0)::int as answers,
  coalesce(sum(${INVITED}), 0)::int as invited,
  ${by === 'lecturer' ? sql`null::float8` : mean(sql`x.content`)} as content, ${mean(sql`x.teaching`)} as teaching,
  ${by === 'lecturer' ? sql`null::float8` : mean(sql`x.organisation`)} as organisation,
  ${by === 'lecturer' ? mean(sql`x.teaching`) : sql`round((sum(x.content) + sum(x.teaching) + sum(x.organisation))::numeric / nullif(3 * sum(x.answers), 0), 2)::float8`} as overall`;

const from = (actor: UserActor, search: Search) => sql`
  from (${search.by === 'lecturer' ? LECTURER_CELLS : CLASS_CELLS}) x join training_class c on c.id = x.class_id
  join course k on k.id = c.course_id join organisation o on o.id = c.provider_id left join lecturer t on t.id = x.lecturer_id
  where ${classesIn(actor, search)} and ${search.lecturer ? sql`x.lecturer_id = ${search.lecturer}` : sql`true`}`;

/** Figures by provider, course, class or lecturer, the most answers first. */
export async function listFeedback(actor: UserActor, search: Search, page: { limit: number; offset: number }) {
  const { key, label, beside } = GROUPS[search.by];
  const rows = await db.execute<FeedbackFigure>(sql`
    select ${key}::text as id, ${label} as label, ${beside} as beside, ${figures(search.by)} ${from(actor, search)}
    group by ${key} order by answers desc, id limit ${page.limit} offset ${page.offset}`);
  const [total] = await db.execute<{ n: number }>(sql`select count(distinct ${key})::int as n ${from(actor, search)}`);
  return { rows: [...rows], total: total?.n ?? 0 };
}

const NONE: FeedbackFigure = {
  id: 'all',
  label: '',
  beside: '',
  classes: 0,
  answers: 0,
  invited: 0,
  content: null,
  teaching: null,
  organisation: null,
  overall: null,
};

/** The same over everything that the filters leave, and how many classes that are over are too small to be in it. */
export async function sumFeedback(actor: UserActor, search: Search, today: string): Promise<FeedbackFigure & { hidden: number }> {
  const all = { ...search, by: search.lecturer ? ('lecturer' as const) : ('class' as const) };
  const [row] = await db.execute<FeedbackFigure>(
    sql`select 'all' as id, '' as label, '' as beside, ${figures(all.by)} ${from(actor, all)}`,
  );
  const [over] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from training_class c where ${classesIn(actor, search)} and c.ends_on < ${today}::date and ${INVITED} > 0
      and (select count(*) from feedback f where f.class_id = c.id) < ${FEEDBACK_SHOWN_FROM}`);
  return { ...(row ?? NONE), hidden: over?.n ?? 0 };
}

/** How one lecturer is rated over the classes with at least five ratings of her. */
export async function lecturerSatisfaction(actor: UserActor, lecturerId: string) {
  const search = feedbackSearch.parse({ by: 'lecturer', lecturer: lecturerId });
  // Any officer who may open her page sees all of her classes: an expert of the city teaches in every district.
  const everywhere = actor.role === 'district_officer' ? { ...actor, role: 'city_officer' as const } : actor;
  const [row] = await db.execute<FeedbackFigure>(sql`
    select 'all' as id, '' as label, '' as beside, ${figures('lecturer')} ${from(everywhere, search)}`);
  return { classes: row?.classes ?? 0, answers: row?.answers ?? 0, mean: row?.overall ?? null };
}
