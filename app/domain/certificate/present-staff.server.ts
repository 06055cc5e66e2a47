import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';

/** Everybody on the institution's roster today, once each, by name. @throws Forbidden for other roles */
export async function listPresentStaff(actor: UserActor, now: Date): Promise<{ id: string; name: string; idNumberMasked: string }[]> {
  if (!hasLine(actor, 'staff.manage') || !actor.organisation) throw new Forbidden();
  const rows = await db.execute<{ id: string; name: string; idNumberMasked: string }>(sql`
    select id, name, "idNumberMasked" from (
      select distinct on (p.id) e.id, p.name, p.id_number_masked as "idNumberMasked" from engagement e join person p on p.id = e.person_id
      where e.institution_id = ${actor.organisation.id} and (e.end_on is null or e.end_on > ${beijingDate(now)}::date)
      order by p.id, e.is_main_post desc, e.start_on
    ) present order by name collate "zh-x-icu", id limit 1000`);
  return [...rows];
}
