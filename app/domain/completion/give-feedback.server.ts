import { randomUUID } from 'node:crypto';
import { feedback, feedbackGiven, feedbackLecturer } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden, Refusal } from '../shared/refusals';
import { settingOf } from '../shared/settings.server';
import { FEEDBACK_ASPECTS, type FeedbackAspect, feedbackStateOf } from './feedback';
import { findMyClass, lecturersOf } from './feedback-facts.server';

export interface FeedbackAnswer {
  points: Record<FeedbackAspect, number>;
  /** Points by lecturer; those who taught the class and no others. */
  lecturers: Readonly<Record<string, number>>;
  remark: string;
}

/**
 * A trainee rates her class, once. What she says is written apart from that she said it: under a random number, without
 * person and moment. The event names her and the class, not the answer.
 */
export const giveFeedback = (ctx: Context, enrolmentId: string, answer: FeedbackAnswer): Promise<void> =>
  operation(ctx, 'feedback.given', async (op) => {
    if (!hasLine(op.actor, 'feedback.give')) throw new Forbidden();
    const mine = await findMyClass(op.tx, op.actor, enrolmentId);
    op.require('feedback.give', { personId: mine.personId });
    const today = beijingDate(op.now);
    const state = feedbackStateOf(mine, today, await settingOf(op.tx, 'feedback_days'));
    if (state === 'given') return op.unchanged(undefined);
    if (state !== 'open') throw new Refusal(`feedback_${state}`);
    const lecturers = await lecturersOf(op.tx, mine.classId);
    const missing = lecturers.find(({ id }) => answer.lecturers[id] === undefined);
    if (missing) throw new Refusal('feedback_points', { field: `lecturer.${missing.id}` });

    const { classId } = mine;
    const given = await op.tx.insert(feedbackGiven).values({ enrolmentId, classId, givenOn: today }).onConflictDoNothing().returning();
    if (given.length === 0) return op.unchanged(undefined);
    // Not newId(): a number that sorts by age would put the answers in the order of the names in the log.
    const id = randomUUID();
    const points = Object.fromEntries(FEEDBACK_ASPECTS.map((aspect) => [aspect, answer.points[aspect]])) as FeedbackAnswer['points'];
    await op.tx.insert(feedback).values({ id, classId, ...points, remark: answer.remark });
    const rated = lecturers.map((lecturer) => ({ feedbackId: id, lecturerId: lecturer.id, points: answer.lecturers[lecturer.id] ?? 0 }));
    if (rated.length > 0) await op.tx.insert(feedbackLecturer).values(rated);
    await op.record({ subject: { type: 'enrolment', id: enrolmentId }, data: { classId } });
  });
