import { sql } from '#db/client';
import { idOf, mine, of, type Screen } from './screen';

export const TALENT_SCREENS: Readonly<Record<string, Screen[]>> = {
  'provider.students._index': of('yuanxiao', ['/provider/students', '/provider/students?stage=engaged']),
  'provider.students.new': of('yuanxiao', ['/provider/students/new']),
  'provider.students.$studentId': of('yuanxiao', [
    async () =>
      `/provider/students/${await idOf(sql`select id from student where college_id in (${mine('yuanxiao')}) order by id desc limit 1`)}`,
  ]),
  'commission.funnel._index': [...of('quwei', ['/commission/funnel']), ...of('shiwei', ['/commission/funnel'])],
  'commission.funnel.people': of('shiwei', ['/commission/funnel/people?stage=stayed']),
  'commission.titles._index': [...of('quwei', ['/commission/titles']), ...of('shiwei', ['/commission/titles'])],
  'commission.titles.people': of('shiwei', ['/commission/titles/people']),
};
