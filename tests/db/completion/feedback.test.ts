import { expect, test } from 'vitest';
import { aMember, aTrainee } from '#db/seed/builders/accounts';
import { aLecturer } from '#db/seed/builders/lecturers';
import { getMyFeedback, listFeedbackAsked } from '~/domain/completion/feedback-facts.server';
import { giveFeedback } from '~/domain/completion/give-feedback.server';
import { deliverMessages } from '~/domain/notification/deliver-messages.server';
import { newId } from '~/domain/shared/id';
import type { Context } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { moveClock, testDatabase } from '../../support/database';
import { asJob } from '../../support/importing';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aRatedClass } from './feedback-scene';

const { db, sql } = testDatabase();

sevenQuestions(
  'giveFeedback',
  async () => {
    const { trainees, answer, trainingClass } = await aRatedClass();
    const [her] = trainees;
    if (!her) throw new Error('nobody');
    return {
      actor: her.actor,
      stranger: (await aTrainee(db)).actor,
      trainingClass,
      call: (ctx: Context) => giveFeedback(ctx, her.enrolment.id, answer(5, '很实用')),
    };
  },
  {
    event: 'feedback.given',
    tables: ['feedback', 'feedback_given', 'feedback_lecturer'],
    works: async (_, { trainingClass }) => {
      const rows = await sql`select content, teaching, organisation, remark from feedback where class_id = ${trainingClass.id}`;
      expect(rows).toEqual([{ content: 5, teaching: 5, organisation: 5, remark: '很实用' }]);
      const [event] = await sql`select data::text from event where name = 'feedback.given' order by seq desc limit 1`;
      expect(JSON.parse(String(event?.data))).toEqual({ classId: trainingClass.id });
    },
    wrongState: {
      scene: async () => {
        const { trainees, answer } = await aRatedClass({ endsOn: '2026-02-05' });
        const [her] = trainees;
        if (!her) throw new Error('nobody');
        return { actor: her.actor, call: (ctx) => giveFeedback(ctx, her.enrolment.id, answer()) };
      },
      code: 'feedback_over',
    },
    wrongRole: async () => (await aMember(db, 'provider_staff')).actor,
    repeated: 'unchanged',
  },
);

test('every lecturer of the class is rated, and nobody else', async () => {
  const { trainees, answer, lecturer, trainingClass } = await aRatedClass();
  const [her] = trainees;
  if (!her) throw new Error('nobody');
  const without = giveFeedback(contextOf(her.actor), her.enrolment.id, { ...answer(), lecturers: {} });
  await expect(without).rejects.toMatchObject({ code: 'feedback_points', field: `lecturer.${lecturer.id}` });
  const stranger = await aLecturer(db);
  await giveFeedback(contextOf(her.actor), her.enrolment.id, { ...answer(), lecturers: { [lecturer.id]: 4, [stranger.id]: 1 } });
  const rated =
    await sql`select r.lecturer_id as id from feedback_lecturer r join feedback f on f.id = r.feedback_id where f.class_id = ${trainingClass.id}`;
  expect(rated.map(({ id }) => id)).toEqual([lecturer.id]);
});

test('she is asked on her pages until she answers or the time is over', async () => {
  const { trainees, answer } = await aRatedClass();
  const [her] = trainees;
  const personId = her?.actor.personId;
  if (!her || !personId) throw new Error('nobody');
  expect(await listFeedbackAsked(personId, now())).toMatchObject([{ enrolmentId: her.enrolment.id, untilOn: '2026-04-01' }]);
  expect(await getMyFeedback(her.actor, her.enrolment.id, now())).toMatchObject({ state: 'open' });
  await giveFeedback(contextOf(her.actor), her.enrolment.id, answer());
  expect(await listFeedbackAsked(personId, now())).toEqual([]);
  expect(await getMyFeedback(her.actor, her.enrolment.id, now())).toMatchObject({ state: 'given' });
});

test('a closed class asks each trainee once, in her inbox alone', async () => {
  const { trainees, trainingClass, rate } = await aRatedClass({ people: 3 });
  await rate(1);
  const event = {
    id: newId(),
    name: 'class.closed',
    subjectId: trainingClass.id,
    data: { closingId: newId(), kind: 'main', passed: 3, failed: 0, absent: 0 },
  };
  await deliverMessages(asJob(), event);
  const asked =
    () => sql`select n.id, n.person_id, n.link, o.id as outgoing from notification n left join outbox o on o.notification_id = n.id
    where n.kind = 'feedback_asked' and n.person_id = any(${trainees.map(({ actor }) => actor.personId ?? '')}::uuid[])`;
  const told = await asked();
  expect(told).toHaveLength(2);
  expect(told.map(({ link }) => link).sort()).toEqual(
    trainees
      .slice(1)
      .map(({ enrolment }) => `/me/enrolments/${enrolment.id}/feedback`)
      .sort(),
  );
  expect(told.every(({ outgoing }) => outgoing === null)).toBe(true);
  moveClock({ days: 1 });
  await deliverMessages(asJob(), { ...event, id: newId(), data: { ...event.data, kind: 'supplementary' } });
  expect(await asked()).toHaveLength(2);
});
