import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, id } from './columns';
import { enrolment } from './enrolment';
import { lecturer } from './lecturer';
import { trainingClass } from './training-class';

/** That somebody has answered about her class: never what. */
export const feedbackGiven = pgTable(
  'feedback_given',
  {
    enrolmentId: uuid()
      .primaryKey()
      .references(() => enrolment.id),
    classId: uuid()
      .notNull()
      .references(() => trainingClass.id),
    givenOn: day().notNull(),
  },
  (t) => [index('feedback_given_class').on(t.classId)],
);

/** An anonymous answer: a random id, no person, no moment. Shown from five answers of a class on. */
export const feedback = pgTable(
  'feedback',
  {
    id: id(),
    classId: uuid()
      .notNull()
      .references(() => trainingClass.id),
    content: integer().notNull(),
    teaching: integer().notNull(),
    organisation: integer().notNull(),
    remark: text().notNull().default(''),
  },
  (t) => [
    check('feedback_points', sql`${t.content} between 1 and 5 and ${t.teaching} between 1 and 5 and ${t.organisation} between 1 and 5`),
    index('feedback_class').on(t.classId),
  ],
);

/** How an answer rates each lecturer of the class. */
export const feedbackLecturer = pgTable(
  'feedback_lecturer',
  {
    feedbackId: uuid()
      .notNull()
      .references(() => feedback.id),
    lecturerId: uuid()
      .notNull()
      .references(() => lecturer.id),
    points: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.feedbackId, t.lecturerId] }),
    check('feedback_lecturer_points', sql`${t.points} between 1 and 5`),
    index('feedback_lecturer_lecturer').on(t.lecturerId),
  ],
);
