import { expect, test } from 'vitest';
import { aClass } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { findNextClass, fittingOf, listCandidates } from '~/domain/enrolment/fitting-queries.server';
import { getMyEnrolment, listMyEnrolments } from '~/domain/enrolment/queries.server';
import { requestEnrolment } from '~/domain/enrolment/request-enrolment.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { aCaregiver, aSeatScene, aStudent, asking } from '../../support/seat-scenes';
import { contextOf } from '../../support/seven-questions';

const { db, sql } = testDatabase();

test('she is told beforehand whether a class takes her, and from which post', async () => {
  const { group, institution } = await aSeatScene(db);
  const { person } = await aCaregiver(db, institution.id);
  expect(await fittingOf(person.id, group.id, now())).toMatchObject({
    ok: true,
    posts: [{ institutionName: institution.name, role: 'caregiver' }],
  });
  const principal = await aPerson(db);
  await anEngagement(db, { personId: principal.id, institutionId: institution.id, role: 'principal' });
  expect(await fittingOf(principal.id, group.id, now())).toMatchObject({ ok: false, code: 'not_eligible_category' });
});

test('the next open class that fits: of the same course first, never one that would refuse her', async () => {
  await sql`update training_class set status = 'cancelled'`;
  const { group, institution } = await aSeatScene(db, { enrolUntilOn: '2026-03-09' });
  const { person } = await aCaregiver(db, institution.id);
  expect(await findNextClass(person.id, group.id, now())).toBeNull();
  await aClass(db, { course: await aCourse(db, { categories: ['principal'] }), startsOn: '2026-03-18' });
  expect(await findNextClass(person.id, group.id, now())).toBeNull();
  const other = await aClass(db, { startsOn: '2026-03-19' });
  expect(await findNextClass(person.id, group.id, now())).toMatchObject({ id: other.id, seatsLeft: 10 });
  const same = await aClass(db, { course: group.course, startsOn: '2026-03-26' });
  expect(await findNextClass(person.id, group.id, now())).toMatchObject({ id: same.id });
});

test('an institution sees its own staff on post, each with whether she may go', async () => {
  const { group, institution, admin } = await aSeatScene(db);
  const fits = await aCaregiver(db, institution.id);
  const asked = await aCaregiver(db, institution.id);
  await requestEnrolment(contextOf(asked.actor), asking(group.id));
  const left = await aCaregiver(db, institution.id);
  await sql`update engagement set on_post = false where id = ${left.post.id}`;
  const candidates = await listCandidates(admin.actor, group.id, now());
  expect(new Map(candidates.map((each) => [each.personId, each.code]))).toEqual(
    new Map([
      [fits.person.id, null],
      [asked.person.id, 'already_enrolled'],
    ]),
  );
});

test('the meeting link is hers once she is admitted, her place in the queue counts who still waits, and others know nothing', async () => {
  const { group } = await aSeatScene(db, { capacity: 1, meetingLink: 'https://meeting.example.cn/1' });
  const people = [await aStudent(db), await aStudent(db), await aStudent(db)];
  const places = [];
  for (const { actor } of people) places.push(await requestEnrolment(contextOf(actor), asking(group.id)));
  const [seat, second, third] = places.map((place) => place.id);
  const [owner, , last] = people;
  expect(await getMyEnrolment(owner?.actor ?? fail(), seat ?? '')).toMatchObject({ meetingLink: null });
  await sql`update enrolment set status = 'approved' where id = ${seat ?? ''}`;
  expect(await getMyEnrolment(owner?.actor ?? fail(), seat ?? '')).toMatchObject({ meetingLink: 'https://meeting.example.cn/1' });
  await sql`update enrolment set status = 'withdrawn' where id = ${second ?? ''}`;
  expect((await listMyEnrolments(last?.person.id ?? ''))[0]).toMatchObject({ id: third, position: 1 });
  await expect(getMyEnrolment(last?.actor ?? fail(), seat ?? '')).rejects.toMatchObject({ status: 404 });
});

const fail = (): never => {
  throw new Error('nobody');
};
