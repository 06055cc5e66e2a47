import { sql } from 'drizzle-orm';
import { countedRows, inOneMoment } from './counted-rows.server';
import { figureOf, getFigures } from './figures.server';
import type { Metric } from './goal';
import { foldSmallClasses } from './public-classes';

export interface CountedClass {
  classCode: string;
  courseTitle: string;
  providerName: string;
  districtCode: string | null;
  /** `YYYY-MM` of the last completion */
  month: string;
  personTimes: number;
}

/**
 * The classes behind a figure of the whole city, for everyone: their person-times add up to it. Names of persons are
 * for officers; small classes are folded into one line.
 */
export const listCountedClasses = ({ periodId, metric }: { periodId: string; metric: Metric }) =>
  inOneMoment(async (tx) => {
    const counted = (await getFigures({ periodId, choices: [{}] }, tx)).find((each) => each.metric === metric);
    if (!counted) return null;
    const filter = { periodId, metric, district: '*', month: '*', operatorType: '*', preService: false, repeat: false };
    const rows = await tx.execute<CountedClass & Record<string, unknown>>(sql`
      select k.code as "classCode", u.title as "courseTitle", v.name as "providerName", v.district_code as "districtCode",
        to_char(g.last_on, 'YYYY-MM') as month, g.person_times as "personTimes"
      from (select class_id, count(*)::int as person_times, max(completed_on) as last_on from (${countedRows(filter)}) r group by class_id) g
      join training_class k on k.id = g.class_id
      join course u on u.id = k.course_id
      join organisation v on v.id = k.provider_id
      order by g.last_on desc, k.code`);
    const { period, asOf, underCheck } = counted;
    return { period, asOf, underCheck, figure: figureOf(counted.cells, '*', '*', '*'), ...foldSmallClasses([...rows]) };
  });
