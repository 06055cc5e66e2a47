import { sql } from 'drizzle-orm';

/** Of `certificate c`: no later certificate of health-care training stands in for this one; of other families a new one is another. */
export const notRenewed = sql`not (c.family = 'health_care_training' and exists (select 1 from certificate n
  where n.person_id = c.person_id and n.family = c.family and n.status = 'verified' and coalesce(n.valid_until, 'infinity') > c.valid_until))`;
