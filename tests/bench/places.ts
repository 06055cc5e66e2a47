import { signIn } from '../support/signed-in';
import type { Stage } from '../support/stage';

export interface Place {
  name: string;
  path: string;
  cookie?: string;
  anonymous: boolean;
}

/** The pages that are measured, with ids of the demo data and a city officer's browser. */
export async function places({ owner }: Stage): Promise<Record<'catalogue' | 'course' | 'home' | 'signIn' | 'commission', Place>> {
  const [course] = await owner`
    select k.id from course k join training_class c on c.course_id = k.id
    where k.status = 'published' and c.status = 'planned' group by k.id order by count(*) desc, k.id limit 1`;
  const [officer] = await owner`
    select m.id, m.account_id from membership m join account a on a.id = m.account_id
    where m.role = 'city_officer' and m.ended_at is null and a.status = 'active' order by m.id limit 1`;
  if (!course || !officer) throw new Error('the demo data has no course or no city officer');
  return {
    catalogue: { name: 'catalogue', path: '/courses', anonymous: true },
    course: { name: 'course page', path: `/courses/${course.id}`, anonymous: true },
    home: { name: 'home', path: '/', anonymous: true },
    signIn: { name: 'sign-in', path: '/sign-in', anonymous: true },
    commission: {
      name: 'commission page',
      path: '/commission',
      cookie: await signIn(owner, officer.account_id, officer.id),
      anonymous: false,
    },
  };
}
