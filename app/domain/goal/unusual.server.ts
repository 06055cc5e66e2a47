import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { Metric } from './goal';

/** Above these a figure is not wrong, but worth a look at the papers. */
export const UNUSUAL = { monthOfCity: 1_500, classSize: 300, everyonePassed: 200, completionsOfPerson: 6 } as const;
const LIMIT = 50;

const ofDistrict = (column: string, district: string) => (district === '*' ? sql`true` : sql`${sql.raw(column)} = ${district}`);

/** What an officer may want to check, in the whole city ('*') or one district. */
export async function listUnusual(district: string) {
  const [busyMonths, classes, busyPeople] = await Promise.all([
    db.execute<{ month: string; metric: Metric; personTimes: number }>(sql`
      select month, metric, max(person_times) as "personTimes" from tally
      where operator_type = '*' and district = '*' and month <> '*' and person_times > ${UNUSUAL.monthOfCity} group by 1, 2
      order by 1 desc limit ${LIMIT}`),
    db.execute<{ classId: string; code: string; courseTitle: string; providerName: string; people: number; passed: number }>(sql`
      select k.id as "classId", k.code, u.title as "courseTitle", o.name as "providerName", n.people, n.passed
      from (
        select class_id, count(*)::int as people, count(*) filter (where status = 'passed')::int as passed
        from enrolment where status in ('passed', 'failed', 'absent') group by class_id
      ) n
      join training_class k on k.id = n.class_id and k.status = 'closed'
      join course u on u.id = k.course_id join organisation o on o.id = k.provider_id
      where ${ofDistrict('k.district_code', district)} and (n.people > ${UNUSUAL.classSize} or n.passed * 2 < n.people
        or (n.passed = n.people and n.people > ${UNUSUAL.everyonePassed}))
      order by n.people desc, k.code limit ${LIMIT}`),
    db.execute<{ personId: string; name: string; year: number; times: number }>(sql`
      select h.id as "personId", h.name, y.year, y.times
      from (
        select person_id, extract(year from completed_on)::int as year, count(*)::int as times
        from completion where status = 'valid' and ${ofDistrict('district_code', district)} group by 1, 2 having count(*) > ${UNUSUAL.completionsOfPerson}
      ) y join person h on h.id = y.person_id
      order by y.times desc, h.name limit ${LIMIT}`),
  ]);
  const largeClasses = classes.filter((each) => each.people > UNUSUAL.classSize);
  const passRates = classes.filter(({ people, passed }) => passed * 2 < people || (passed === people && people > UNUSUAL.everyonePassed));
  return { busyMonths: [...busyMonths], largeClasses, passRates, busyPeople: [...busyPeople] };
}
