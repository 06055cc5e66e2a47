import { sql } from 'drizzle-orm';
import { boolean, char, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { DELIVERIES } from '../../app/domain/course/course';
import { CLASS_STATUSES, LESSON_KINDS, LESSON_STATUSES, MINIMUM_DECISIONS } from '../../app/domain/training-class/training-class';
import { day, id, instant, isOneOf, minutes, oneOf } from './columns';
import { course, syllabusVersion } from './course';
import { lecturer } from './lecturer';
import { district, organisation } from './organisation';

/** 班期. `seatsTaken` counts enrolments in a seat-holding state; the check keeps it inside the capacity. */
export const trainingClass = pgTable(
  'training_class',
  {
    id: id(),
    courseId: uuid()
      .notNull()
      .references(() => course.id),
    syllabusVersionId: uuid()
      .notNull()
      .references(() => syllabusVersion.id),
    providerId: uuid()
      .notNull()
      .references(() => organisation.id),
    /** District of the provider; null for city-level providers. */
    districtCode: char({ length: 6 }).references(() => district.code),
    code: text().notNull(),
    term: text().notNull().default(''),
    delivery: text({ enum: DELIVERIES }).notNull(),
    place: text().notNull().default(''),
    /** Never public. */
    meetingLink: text(),
    capacity: integer().notNull(),
    minimumSize: integer().notNull().default(1),
    seatsTaken: integer().notNull().default(0),
    /** People in `waitlisted`, who have no seat yet; a cache kept under the row lock. */
    waitingCount: integer().notNull().default(0),
    /** Last queue place handed out; drawn under the row lock. */
    lastQueuePlace: integer().notNull().default(0),
    /** First and last day of enrolment; the window closes at 24:00 of the last day. */
    enrolFromOn: day().notNull(),
    enrolUntilOn: day().notNull(),
    startsOn: day().notNull(),
    endsOn: day().notNull(),
    startsAt: instant().notNull(),
    status: text({ enum: CLASS_STATUSES }).notNull(),
    countsTowardPlan: boolean().notNull().default(true),
    /** After a move or cancellation trainees may leave freely. */
    freeWithdrawal: boolean().notNull().default(false),
    minimumDecision: text({ enum: MINIMUM_DECISIONS }),
    minimumDecisionDueOn: day(),
    changeReason: text(),
    closedAt: instant(),
    closedBy: uuid(),
    /** History taken over from a workbook. */
    importId: uuid(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
    isDemo: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex('training_class_code').on(t.code),
    oneOf('training_class_status', t.status, CLASS_STATUSES),
    oneOf('training_class_delivery', t.delivery, DELIVERIES),
    oneOf('training_class_minimum_decision', t.minimumDecision, MINIMUM_DECISIONS),
    check('training_class_seats', sql`${t.seatsTaken} between 0 and ${t.capacity}`),
    check('training_class_capacity', sql`${t.capacity} between 1 and 2000 and ${t.minimumSize} between 1 and ${t.capacity}`),
    check('training_class_days', sql`${t.endsOn} >= ${t.startsOn} and ${t.enrolUntilOn} >= ${t.enrolFromOn}`),
    index('training_class_course').on(t.courseId),
    index('training_class_provider').on(t.providerId, t.status),
    index('training_class_open')
      .on(t.enrolUntilOn)
      .where(isOneOf(t.status, ['planned', 'enrolling', 'full'])),
  ],
);

export const lesson = pgTable(
  'lesson',
  {
    id: id(),
    classId: uuid()
      .notNull()
      .references(() => trainingClass.id),
    position: integer().notNull(),
    heldOn: day().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    minutes: minutes().notNull(),
    kind: text({ enum: LESSON_KINDS }).notNull(),
    moduleCode: text(),
    title: text().notNull(),
    place: text().notNull().default(''),
    /** As it is printed; where she is in the registry, `lecturerId` says who. */
    lecturer: text().notNull().default(''),
    lecturerId: uuid().references(() => lecturer.id),
    status: text({ enum: LESSON_STATUSES }).notNull(),
    changeReason: text(),
  },
  (t) => [
    oneOf('lesson_kind', t.kind, LESSON_KINDS),
    oneOf('lesson_status', t.status, LESSON_STATUSES),
    check('lesson_times', sql`${t.endsAt} > ${t.startsAt} and ${t.minutes} > 0`),
    index('lesson_class').on(t.classId, t.startsAt),
    index('lesson_held_on').on(t.heldOn),
    index('lesson_lecturer').on(t.lecturerId, t.heldOn).where(sql`${t.lecturerId} is not null`),
  ],
);
