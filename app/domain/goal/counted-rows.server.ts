import { type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { METRIC_CATEGORY } from './goal';
import type { PersonTimeFilter } from './person-time';

/**
 * Exactly the rows that a figure counts: completions of the period and metric that were folded in and not folded out
 * again. The entries decide, not the completion's status, which may be ahead of the figures.
 */
export const countedRows = (filter: PersonTimeFilter): SQL => sql`
  select c.id, c.person_id, c.class_id, c.completed_on
  from completion c
  join plan_period p on p.id = ${filter.periodId} and c.completed_on between p.starts_on and coalesce(p.ends_on, 'infinity'::date)
  where c.category = ${METRIC_CATEGORY[filter.metric]} and c.counts_toward_plan
    ${filter.district === '*' ? sql`` : filter.district === 'city' ? sql`and c.district_code is null` : sql`and c.district_code = ${filter.district}`}
    ${filter.month === '*' ? sql`` : sql`and c.completed_on >= ${`${filter.month}-01`}::date and c.completed_on < ${`${filter.month}-01`}::date + interval '1 month'`}
    ${filter.operatorType === '*' ? sql`` : filter.operatorType === 'none' ? sql`and c.operator_type is null` : sql`and c.operator_type = ${filter.operatorType}`}
    ${filter.preService ? sql`and c.is_pre_service` : sql``}
    and exists (select 1 from completion_entry e where e.completion_id = c.id and e.delta > 0 and e.folded_at is not null)
    and not exists (select 1 from completion_entry e where e.completion_id = c.id and e.delta < 0 and e.folded_at is not null)`;

/** Reads that belong together see one moment. */
export const inOneMoment = <T>(read: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });
