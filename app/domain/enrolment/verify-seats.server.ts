import { sql } from 'drizzle-orm';
import { type Context, operation } from '../shared/operation.server';
import { SEAT_HOLDING } from './enrolment';
import { lockSeats } from './lock-seats.server';
import { offerFreeSeats } from './offer-free-seats.server';

const SEATS = sql.join(
  SEAT_HOLDING.map((status) => sql`${status}`),
  sql`, `,
);

interface Found extends Record<string, unknown> {
  class_id: string;
  kind: 'seats_differ' | 'waiting_differs' | 'offer_expired' | 'free_while_waiting';
}

export interface SeatCheck {
  classes: number;
  found: { classId: string; kind: string }[];
}

/**
 * Counts the seats of every running class again, by another way than they were booked. There must be nothing to find;
 * what is found is put right and named in the log.
 */
export function verifySeats(ctx: Context): Promise<SeatCheck> {
  return operation(ctx, 'seats.verified', async (op) => {
    op.require('enrolment.decide');
    const at = op.now.toISOString();
    const found = await op.tx.execute<Found>(sql`
      with counted as (
        select c.id, c.capacity, c.seats_taken, c.waiting_count, c.starts_at,
          count(e.id) filter (where e.status in (${SEATS})) as held,
          count(e.id) filter (where e.status = 'waitlisted') as waiting,
          count(e.id) filter (where e.status = 'offered' and e.offer_expires_at <= ${at}::timestamptz - interval '5 minutes') as expired
        from training_class c left join enrolment e on e.class_id = c.id
        where c.status not in ('closed', 'cancelled')
        group by c.id
      )
      select k.class_id, k.kind from counted c cross join lateral (values
        (c.id, 'seats_differ', c.held <> c.seats_taken),
        (c.id, 'waiting_differs', c.waiting <> c.waiting_count),
        (c.id, 'offer_expired', c.expired > 0),
        (c.id, 'free_while_waiting', c.waiting > 0 and c.held < c.capacity and c.starts_at > ${at}::timestamptz + interval '2 hours')
      ) as k (class_id, kind, wrong) where k.wrong order by 1, 2`);
    const [total] = await op.tx.execute<{ n: number }>(
      sql`select count(*)::int as n from training_class where status not in ('closed', 'cancelled')`,
    );
    for (const classId of [...new Set(found.map((row) => row.class_id))].sort()) {
      await lockSeats(op.tx, classId, op.now);
      await op.tx.execute(sql`
        update training_class set
          seats_taken = (select count(*) from enrolment where class_id = ${classId} and status in (${SEATS})),
          waiting_count = (select count(*) from enrolment where class_id = ${classId} and status = 'waitlisted')
        where id = ${classId}`);
      await offerFreeSeats(op.ctx, await lockSeats(op.tx, classId, op.now));
    }
    const check = { classes: total?.n ?? 0, found: found.map((row) => ({ classId: row.class_id, kind: row.kind })) };
    await op.record({ subject: { type: 'seats', id: 'all' }, data: check });
    return check;
  });
}
