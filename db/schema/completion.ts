import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  char,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { ATTENDANCE_MARKS } from '../../app/domain/attendance/attendance';
import {
  type CertificateContent,
  CLOSING_KINDS,
  CLOSING_STATUSES,
  COMPLETION_ENTRY_KINDS,
  type Evidence,
} from '../../app/domain/completion/closing';
import { COMPLETION_STATUSES, SCORE_KINDS } from '../../app/domain/completion/completion';
import type { PostTrainingContent } from '../../app/domain/completion/post-training';
import { COURSE_CATEGORIES } from '../../app/domain/course/course';
import { OPERATOR_TYPES } from '../../app/domain/organisation/organisation';
import { day, id, instant, minutes, oneOf } from './columns';
import { outline } from './course';
import { enrolment } from './enrolment';
import { district, organisation } from './organisation';
import { person } from './person';
import { lesson, trainingClass } from './training-class';

export const attendance = pgTable(
  'attendance',
  {
    lessonId: uuid()
      .notNull()
      .references(() => lesson.id),
    enrolmentId: uuid()
      .notNull()
      .references(() => enrolment.id),
    mark: text({ enum: ATTENDANCE_MARKS }).notNull(),
    minutesCredited: minutes().notNull(),
    recordedAt: instant().notNull(),
    recordedBy: uuid(),
    /** Why an entry later than seven days came late. */
    lateReason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.lessonId, t.enrolmentId] }),
    oneOf('attendance_mark', t.mark, ATTENDANCE_MARKS),
    check('attendance_minutes', sql`${t.minutesCredited} >= 0`),
    index('attendance_enrolment').on(t.enrolmentId),
  ],
);

export const score = pgTable(
  'score',
  {
    enrolmentId: uuid()
      .notNull()
      .references(() => enrolment.id),
    kind: text({ enum: SCORE_KINDS }).notNull(),
    /** 0–100 in half points. */
    points: numeric({ precision: 4, scale: 1, mode: 'number' }).notNull(),
    assessedOn: day().notNull(),
    assessor: text().notNull().default(''),
    recordedAt: instant().notNull(),
    recordedBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.enrolmentId, t.kind] }),
    oneOf('score_kind', t.kind, SCORE_KINDS),
    check('score_points', sql`${t.points} between 0 and 100`),
  ],
);

/** A class handed in for closing (结班): the first time `main`, later re-tests `supplementary`. */
export const closing = pgTable(
  'closing',
  {
    id: id(),
    classId: uuid()
      .notNull()
      .references(() => trainingClass.id),
    kind: text({ enum: CLOSING_KINDS }).notNull(),
    status: text({ enum: CLOSING_STATUSES }).notNull(),
    note: text().notNull().default(''),
    submittedAt: instant().notNull(),
    submittedBy: uuid().notNull(),
    decisionDueOn: day().notNull(),
    decidedAt: instant(),
    decidedBy: uuid(),
    decisionReason: text(),
  },
  (t) => [
    oneOf('closing_kind', t.kind, CLOSING_KINDS),
    oneOf('closing_status', t.status, CLOSING_STATUSES),
    uniqueIndex('closing_open').on(t.classId).where(sql`${t.status} = 'submitted'`),
    index('closing_class').on(t.classId),
  ],
);

/** 结业: one person passed one class. Never deleted; revoked and voided by later entries. */
export const completion = pgTable(
  'completion',
  {
    id: id(),
    enrolmentId: uuid()
      .notNull()
      .references(() => enrolment.id),
    classId: uuid()
      .notNull()
      .references(() => trainingClass.id),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    closingId: uuid().references(() => closing.id),
    category: text({ enum: COURSE_CATEGORIES }).notNull(),
    countsTowardPlan: boolean().notNull(),
    isPreService: boolean().notNull(),
    institutionId: uuid().references(() => organisation.id),
    districtCode: char({ length: 6 }).references(() => district.code),
    operatorType: text({ enum: OPERATOR_TYPES }),
    completedOn: day().notNull(),
    theoryMinutes: minutes().notNull(),
    practiceMinutes: minutes().notNull(),
    evidence: jsonb().$type<Evidence>().notNull(),
    evidenceHash: text().notNull(),
    status: text({ enum: COMPLETION_STATUSES }).notNull(),
    /** Taken over from a workbook: its evidence is the row of that file. */
    importId: uuid(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('completion_person_class').on(t.personId, t.classId),
    uniqueIndex('completion_enrolment').on(t.enrolmentId),
    oneOf('completion_status', t.status, COMPLETION_STATUSES),
    oneOf('completion_category', t.category, COURSE_CATEGORIES),
    oneOf('completion_operator_type', t.operatorType, OPERATOR_TYPES),
    index('completion_rows').on(t.category, t.completedOn, t.districtCode),
    index('completion_class').on(t.classId),
  ],
);

/** The counting ledger: +1 when a completion stands, -1 when it is revoked or voided. Each entry is folded once. */
export const completionEntry = pgTable(
  'completion_entry',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    completionId: uuid()
      .notNull()
      .references(() => completion.id),
    kind: text({ enum: COMPLETION_ENTRY_KINDS }).notNull(),
    delta: integer().notNull(),
    reason: text(),
    at: instant().notNull(),
    by: uuid(),
    foldedAt: instant(),
  },
  (t) => [
    uniqueIndex('completion_entry_once').on(t.completionId, t.kind),
    // What was counted once can be taken back once, by revoking or by voiding.
    uniqueIndex('completion_entry_taken_back').on(t.completionId).where(sql`${t.delta} < 0`),
    oneOf('completion_entry_kind', t.kind, COMPLETION_ENTRY_KINDS),
    check('completion_entry_delta', sql`${t.delta} = case when ${t.kind} = 'completed' then 1 else -1 end`),
    index('completion_entry_unfolded').on(t.seq).where(sql`${t.foldedAt} is null`),
  ],
);

export const completionCertificate = pgTable(
  'completion_certificate',
  {
    id: id(),
    completionId: uuid()
      .notNull()
      .references(() => completion.id),
    number: text().notNull(),
    publicCode: text().notNull(),
    issuedOn: day().notNull(),
    content: jsonb().$type<CertificateContent>().notNull(),
    revokedAt: instant(),
    revokedReason: text(),
  },
  (t) => [
    uniqueIndex('completion_certificate_completion').on(t.completionId),
    uniqueIndex('completion_certificate_number').on(t.number),
    uniqueIndex('completion_certificate_public_code').on(t.publicCode),
  ],
);

/** Last number handed out per letter, district and year. */
export const certificateCounter = pgTable(
  'certificate_counter',
  {
    letter: text().notNull(),
    districtCode: char({ length: 6 }).notNull(),
    year: integer().notNull(),
    last: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.letter, t.districtCode, t.year] })],
);

/** 岗位培训合格证: the hours of completed classes reached the outline (60 or 120 class hours). One per person and category. */
export const postTraining = pgTable(
  'post_training',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    category: text({ enum: COURSE_CATEGORIES }).notNull(),
    outlineId: uuid()
      .notNull()
      .references(() => outline.id),
    number: text().notNull(),
    publicCode: text().notNull(),
    metOn: day().notNull(),
    issuedOn: day().notNull(),
    districtCode: char({ length: 6 }).references(() => district.code),
    theoryMinutes: minutes().notNull(),
    practiceMinutes: minutes().notNull(),
    content: jsonb().$type<PostTrainingContent>().notNull(),
    revokedAt: instant(),
    revokedReason: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    oneOf('post_training_category', t.category, COURSE_CATEGORIES),
    uniqueIndex('post_training_standing').on(t.personId, t.category).where(sql`${t.revokedAt} is null`),
    uniqueIndex('post_training_number').on(t.number),
    uniqueIndex('post_training_public_code').on(t.publicCode),
  ],
);
