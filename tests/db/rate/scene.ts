import { sql } from '#db/client';
import { refreshAll } from '~/domain/rate/refresh-rate.server';
import { now } from '~/platform/clock.server';

export const system = () => ({ actor: { kind: 'system' as const, job: 'rate' }, now: now(), requestId: 'test-request' });
export const refresh = () => refreshAll(system());

/** D and N of a scope on a day, as known now: whole months before, then days. */
export async function figure(day: string, scope = 'city', population = 'filed') {
  const [row] = await sql`
    select coalesce(sum(persons), 0)::int as d, coalesce(sum(strict), 0)::int as strict, coalesce(sum(standard), 0)::int as n,
      coalesce(sum(broad), 0)::int as broad, coalesce(sum(standard_pending), 0)::int as pending
    from rate_step where scope = ${scope} and population = ${population} and operator_type = '*'
      and ((grain = 'month' and on_day < date_trunc('month', ${day}::date)) or (grain = 'day' and on_day >= date_trunc('month', ${day}::date) and on_day <= ${day}))`;
  return row;
}

export const standing = (personId: string) => sql`
  select from_on::text, until_on::text, district_code, standard_by, standard_pending, from_version::int from rate_segment
  where person_id = ${personId} and until_version is null order by from_on`;

export const waiting = async () => (await sql`select count(*)::int as n from rate_dirty`)[0]?.n as number;
