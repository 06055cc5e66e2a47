import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import {
  type AspectFigure,
  type ClassFeedback,
  FEEDBACK_ASPECTS,
  FEEDBACK_POINTS,
  FEEDBACK_SHOWN_FROM,
  type FeedbackAspect,
  isShown,
} from './feedback';

/** What the trainees of one class said, once at least five have. @throws Forbidden, NotFound for a class out of sight */
export async function getClassFeedback(actor: UserActor, classId: string): Promise<ClassFeedback> {
  if (!hasLine(actor, 'feedback.read')) throw new Forbidden();
  if (!isId(classId)) throw new NotFound();
  const [found] = await db.execute<{ provider_id: string; district_code: string | null; invited: number; answers: number }>(sql`
    select c.provider_id, c.district_code,
      (select count(*)::int from enrolment e where e.class_id = c.id and e.status in ('attending', 'passed', 'failed')) as invited,
      (select count(*)::int from feedback f where f.class_id = c.id) as answers
    from training_class c where c.id = ${classId}`);
  if (!found || !can(actor, 'feedback.read', { organisationId: found.provider_id, districtCode: found.district_code }))
    throw new NotFound();
  const { invited, answers } = found;
  if (!isShown(answers)) return { invited, answers: null, aspects: [], lecturers: [], remarks: [] };

  const counted = await db.execute<{ aspect: FeedbackAspect; points: number; n: number }>(sql`
    select a.aspect, a.points, count(*)::int as n from feedback f
    cross join lateral (values ('content', f.content), ('teaching', f.teaching), ('organisation', f.organisation)) a(aspect, points)
    where f.class_id = ${classId} group by 1, 2`);
  const aspects = FEEDBACK_ASPECTS.map((aspect): AspectFigure => {
    const spread = FEEDBACK_POINTS.map((points) => counted.find((row) => row.aspect === aspect && row.points === points)?.n ?? 0);
    return { aspect, spread, mean: FEEDBACK_POINTS.reduce((sum, points, at) => sum + points * (spread[at] ?? 0), 0) / answers };
  });
  const lecturers = await db.execute<ClassFeedback['lecturers'][number] & Record<string, unknown>>(sql`
    select t.id, t.name, count(*)::int as answers, avg(r.points)::float8 as mean
    from feedback f join feedback_lecturer r on r.feedback_id = f.id join lecturer t on t.id = r.lecturer_id
    where f.class_id = ${classId} group by t.id having count(*) >= ${FEEDBACK_SHOWN_FROM} order by t.name, t.id`);
  // In the order of their random numbers, which is none. The numbers themselves stay here.
  const said = await db.execute<{ remark: string }>(sql`
    select remark from feedback where class_id = ${classId} and remark <> '' order by id`);
  return {
    invited,
    answers,
    aspects,
    lecturers: [...lecturers],
    remarks: said.map(({ remark }, at) => ({ id: String(at), text: remark })),
  };
}
