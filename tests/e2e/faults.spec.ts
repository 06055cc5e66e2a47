import { expect } from '@playwright/test';
import { enrolForm } from '../support/enrol-form';
import { atOnce, type HttpClient, httpClient } from '../support/http-client';
import { test } from '../support/staged-test';

const PEOPLE = 300;
const SEATS = 60;

test('a web process killed in a rush: what it acknowledged is there, and pressing again at another one doubles nothing', async ({
  stage,
}) => {
  test.setTimeout(240_000);
  const { db } = await import('#db/client');
  const { aClass } = await import('#db/seed/builders/classes');
  const { signedInStudents } = await import('../support/signed-in');
  const { verifySeats } = await import('~/domain/enrolment/verify-seats.server');
  const { owner } = stage;
  const { id: classId } = await aClass(db, { capacity: SEATS });
  const people = await signedInStudents(PEOPLE);
  const webs = [await stage.web(), await stage.web()];
  const worker = stage.worker();
  const clients = webs.map((web) => httpClient(web.origin));
  const { action, body } = await enrolForm(clients[0] as HttpClient, classId, people[0]?.cookie ?? '');

  let acknowledged = 0;
  let killed: Promise<void> | undefined;
  let unanswered = 0;
  const places = await atOnce(people, 24, async ({ cookie }, at) => {
    // A person without an answer presses again; the balancer has taken the dead process out by then.
    for (let attempt = at; ; attempt++) {
      const answer = await (clients[attempt % 2] as HttpClient).post(action, body, { Cookie: cookie }).catch(() => undefined);
      if (!answer) {
        unanswered += 1;
        continue;
      }
      expect(answer.status).toBe(302);
      acknowledged += 1;
      if (acknowledged === PEOPLE / 3) killed = webs[0]?.end('SIGKILL');
      return answer.location?.split('/').at(-1);
    }
  });
  await killed;
  expect(unanswered).toBeGreaterThan(0);

  const rows = await owner`select id, person_id as person from enrolment where class_id = ${classId}`;
  expect(new Map(rows.map((row) => [row.person, row.id]))).toEqual(new Map(people.map(({ personId }, at) => [personId, places[at]])));
  expect(rows).toHaveLength(PEOPLE);
  const [group] = await owner`select seats_taken, waiting_count, last_queue_place from training_class where id = ${classId}`;
  expect(group).toEqual({ seats_taken: SEATS, waiting_count: PEOPLE - SEATS, last_queue_place: PEOPLE - SEATS });
  expect((await verifySeats({ actor: { kind: 'system', job: 'test' }, now: new Date() })).found).toEqual([]);

  const told = async () => {
    const [row] = await owner`
      select count(distinct e.id)::int as events, count(distinct r.event_id)::int as delivered, count(n.id)::int - count(distinct (n.event_id, n.kind, n.person_id, n.organisation_id))::int as doubled
      from event e left join job_receipt r on r.event_id = e.id and r.job_name = 'messages.deliver' left join notification n on n.event_id = e.id
      where e.name = 'enrolment.requested' and e.subject_id = any(${rows.map((each) => each.id)})`;
    return row;
  };
  await expect.poll(told, { timeout: 90_000 }).toEqual({ events: PEOPLE, delivered: PEOPLE, doubled: 0 });
  for (const client of clients) client.close();
  await Promise.all([webs[1]?.end(), worker.end()]);
});
