import { sql } from '#db/client';
import { paths } from '~/web/paths';
import { dayFromNow } from './scene';
import { idOf, mine, of, type Screen } from './screen';

const lecturerOf = (userName: string, where = sql`true`) =>
  idOf(sql`select id from lecturer where organisation_id in (${mine(userName)}) and ${where} order by submitted_at desc`);
const ratedClass = (userName: string, answers: 'enough' | 'few') =>
  idOf(sql`select c.id from training_class c where c.provider_id in (${mine(userName)}) and exists (select 1 from feedback f
    where f.class_id = c.id having case when ${answers} = 'enough' then count(*) >= 5 else count(*) between 1 and 4 end) order by c.starts_on desc`);
const enrolmentAt = (userName: string, over: boolean) =>
  idOf(sql`select e.id from enrolment e join account a on a.person_id = e.person_id join training_class c on c.id = e.class_id
    where a.username = ${userName} and e.status in ('attending', 'passed', 'failed') and (c.ends_on < ${dayFromNow(0)}) = ${over}
    order by c.ends_on desc`);

const provider: Screen['at'][] = [
  paths.providerLecturers(),
  paths.providerLecturers({ state: 'lapsing' }),
  paths.providerLecturers({ whose: 'experts' }),
  paths.newLecturer(),
  async () => paths.providerLecturer(await lecturerOf('yuanxiao', sql`status = 'approved'`)),
  async () => paths.providerLecturer(await lecturerOf('yuanxiao', sql`status = 'returned'`)),
  async () => paths.classFeedback(await ratedClass('yuanxiao', 'enough')),
  async () => paths.classFeedback(await ratedClass('yuanxiao', 'few')),
];
const district: Screen['at'][] = [
  paths.lecturers(),
  paths.lecturers({ state: 'to_decide' }),
  paths.newExpert(),
  async () => paths.lecturer(await lecturerOf('yuanxiao', sql`status = 'submitted'`)),
  async () => paths.lecturer(await lecturerOf('yuanxiao', sql`status = 'approved'`)),
  paths.feedback(),
  paths.feedback({ by: 'lecturer' }),
];
const city: Screen['at'][] = [
  paths.lecturers(),
  paths.feedback(),
  paths.feedback({ by: 'class' }),
  async () => paths.feedback({ by: 'class', class: await ratedClass('yuanxiao', 'enough') }),
];

export const LECTURER_SCREENS: Readonly<Record<string, Screen[]>> = {
  'lecturers of a provider': of('yuanxiao', provider),
  'lecturers and ratings of a district': of('quwei', district),
  'lecturers and ratings of the city': of('shiwei', city),
  'rating a class': of('fuzeren', [async () => paths.myFeedback(await enrolmentAt('fuzeren', true))]),
};
