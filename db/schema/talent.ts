import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, numeric, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { ENGAGEMENT_ROLES } from '../../app/domain/person/person';
import { AGREEMENT_SCOPES, AGREEMENT_STATUSES, ENTERPRISE_STATUSES, PRACTICE_STATUSES } from '../../app/domain/talent/cooperation';
import { FUNNEL_STAGES } from '../../app/domain/talent/funnel';
import { PLACEMENT_KINDS, PLACEMENT_RESULTS, PLACEMENT_STATUSES } from '../../app/domain/talent/placement';
import { MAJOR_LEVELS, POINT_STATUSES, STUDENT_STATUSES } from '../../app/domain/talent/programme';
import { allOf, day, id, instant, minutes, oneOf } from './columns';
import { course } from './course';
import { recount } from './goal';
import { organisation } from './organisation';
import { engagement, person } from './person';

/** The catalogue of majors: editable data with its source. */
export const major = pgTable(
  'major',
  {
    id: id(),
    /** Of the ministry's catalogue; null where none is known or given. */
    code: text(),
    nameZh: text().notNull(),
    nameEn: text().notNull().default(''),
    level: text({ enum: MAJOR_LEVELS }).notNull(),
    /** Counts toward the plan's programme points. */
    childcareRelated: boolean().notNull(),
    source: text().notNull().default(''),
    isActive: boolean().notNull().default(true),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [
    oneOf('major_level', t.level, MAJOR_LEVELS),
    uniqueIndex('major_name').on(t.level, t.nameZh),
    uniqueIndex('major_code').on(t.level, t.code),
  ],
);

/** 专业布点: one school offers one major. */
export const programmePoint = pgTable(
  'programme_point',
  {
    id: id(),
    collegeId: uuid()
      .notNull()
      .references(() => organisation.id),
    majorId: uuid()
      .notNull()
      .references(() => major.id),
    status: text({ enum: POINT_STATUSES }).notNull(),
    /** Approved or filed with the authority on this day, under this number. */
    filedOn: day(),
    documentNo: text().notNull().default(''),
    /** First day on which the school no longer offers it. */
    endedOn: day(),
    /** Checked by the commission; the college's own entry before that. */
    confirmedAt: instant(),
    confirmedBy: uuid(),
    returnReason: text(),
    remark: text().notNull().default(''),
    importId: uuid(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [
    oneOf('programme_point_status', t.status, POINT_STATUSES),
    uniqueIndex('programme_point_pair').on(t.collegeId, t.majorId),
    check('programme_point_filed', sql`${t.status} <> 'filed' or ${t.filedOn} is not null`),
    check('programme_point_ended', sql`${t.status} <> 'ended' or ${t.endedOn} is not null`),
  ],
);

/** What a programme point enrols in a year. */
export const programmeYear = pgTable(
  'programme_year',
  {
    pointId: uuid()
      .notNull()
      .references(() => programmePoint.id),
    year: integer().notNull(),
    plannedIntake: integer().notNull(),
    /** Null until the year's enrolment is over. */
    actualIntake: integer(),
    graduates: integer(),
    importId: uuid(),
    changedAt: instant().notNull(),
    changedBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.pointId, t.year] }),
    check(
      'programme_year_numbers',
      sql`${t.year} between 2000 and 2100 and ${t.plannedIntake} >= 0 and ${t.actualIntake} >= 0 and ${t.graduates} >= 0`,
    ),
  ],
);

/** A course of the platform that stands in the programme's curriculum. */
export const programmeCourse = pgTable(
  'programme_course',
  {
    pointId: uuid()
      .notNull()
      .references(() => programmePoint.id),
    courseId: uuid()
      .notNull()
      .references(() => course.id),
    linkedAt: instant().notNull(),
    linkedBy: uuid(),
  },
  (t) => [primaryKey({ columns: [t.pointId, t.courseId] })],
);

/** Somebody who studies at a college: the first page of her record, which goes on when she works. */
export const student = pgTable(
  'student',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    collegeId: uuid()
      .notNull()
      .references(() => organisation.id),
    pointId: uuid()
      .notNull()
      .references(() => programmePoint.id),
    studentNo: text().notNull(),
    className: text().notNull().default(''),
    enrolledOn: day().notNull(),
    status: text({ enum: STUDENT_STATUSES }).notNull(),
    /** Graduated or left on this day. */
    endedOn: day(),
    importId: uuid(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
    isDemo: boolean().notNull().default(false),
  },
  (t) => [
    oneOf('student_status', t.status, STUDENT_STATUSES),
    check('student_ended', sql`(${t.status} = 'studying') = (${t.endedOn} is null)`),
    uniqueIndex('student_number').on(t.collegeId, t.studentNo),
    uniqueIndex('student_point').on(t.personId, t.pointId),
    index('student_college').on(t.collegeId, t.enrolledOn),
  ],
);

/** 校企合作协议 between a college and an institution. */
export const cooperationAgreement = pgTable(
  'cooperation_agreement',
  {
    id: id(),
    collegeId: uuid()
      .notNull()
      .references(() => organisation.id),
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    number: text().notNull(),
    scopes: text({ enum: AGREEMENT_SCOPES }).array().notNull(),
    signedOn: day().notNull(),
    fromOn: day().notNull(),
    /** Last day. */
    untilOn: day().notNull(),
    status: text({ enum: AGREEMENT_STATUSES }).notNull(),
    remark: text().notNull().default(''),
    /** The signed copy. */
    fileName: text(),
    fileMediaType: text(),
    fileBytes: integer(),
    fileSha256: text(),
    fileStoredAs: text(),
    proposedAt: instant().notNull(),
    proposedBy: uuid(),
    decidedAt: instant(),
    decidedBy: uuid(),
    reason: text(),
    endedOn: day(),
    /** The agreement that it goes on from. */
    renewsId: uuid(),
    importId: uuid(),
  },
  (t) => [
    oneOf('cooperation_agreement_status', t.status, AGREEMENT_STATUSES),
    allOf('cooperation_agreement_scopes', t.scopes, AGREEMENT_SCOPES),
    check('cooperation_agreement_days', sql`${t.untilOn} >= ${t.fromOn} and cardinality(${t.scopes}) > 0`),
    uniqueIndex('cooperation_agreement_number').on(t.collegeId, t.number),
    index('cooperation_agreement_institution').on(t.institutionId, t.status),
  ],
);

/** 产教融合型企业 status of an institution, from a day until a day (half-open). */
export const integratedEnterprise = pgTable(
  'integrated_enterprise',
  {
    id: id(),
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    status: text({ enum: ENTERPRISE_STATUSES }).notNull(),
    fromOn: day().notNull(),
    untilOn: day(),
    documentNo: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [
    oneOf('integrated_enterprise_status', t.status, ENTERPRISE_STATUSES),
    check('integrated_enterprise_days', sql`${t.untilOn} is null or ${t.untilOn} > ${t.fromOn}`),
    uniqueIndex('integrated_enterprise_open').on(t.institutionId).where(sql`${t.untilOn} is null`),
  ],
);

/** 教师实践: a teacher of a college works at an institution for some days. */
export const teacherPractice = pgTable(
  'teacher_practice',
  {
    id: id(),
    collegeId: uuid()
      .notNull()
      .references(() => organisation.id),
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    teacherName: text().notNull(),
    personId: uuid().references(() => person.id),
    fromOn: day().notNull(),
    /** Last day. */
    untilOn: day().notNull(),
    days: integer().notNull(),
    topic: text().notNull(),
    status: text({ enum: PRACTICE_STATUSES }).notNull(),
    summary: text().notNull().default(''),
    reason: text(),
    importId: uuid(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [
    oneOf('teacher_practice_status', t.status, PRACTICE_STATUSES),
    check('teacher_practice_days', sql`${t.untilOn} >= ${t.fromOn} and ${t.days} between 1 and 366`),
    uniqueIndex('teacher_practice_once').on(t.collegeId, t.institutionId, t.teacherName, t.fromOn),
    index('teacher_practice_institution').on(t.institutionId),
  ],
);

/** 实习: a student at an institution. Never in staff counts or rates; her engagement there is one of an intern. */
export const placement = pgTable(
  'placement',
  {
    id: id(),
    studentId: uuid()
      .notNull()
      .references(() => student.id),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    collegeId: uuid()
      .notNull()
      .references(() => organisation.id),
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    kind: text({ enum: PLACEMENT_KINDS }).notNull(),
    role: text({ enum: ENGAGEMENT_ROLES }).notNull(),
    fromOn: day().notNull(),
    /** Last day. */
    untilOn: day().notNull(),
    /** Null where a ledger of the past does not say; the same for the day of the agreement. */
    hoursPerDay: numeric({ precision: 3, scale: 1, mode: 'number' }),
    /** Three-party agreement of school, institution and student; the guardian signs for minors. */
    agreementNo: text().notNull(),
    agreementSignedOn: day(),
    guardianConsent: boolean().notNull().default(false),
    insuranceNo: text().notNull().default(''),
    insuredUntilOn: day(),
    collegeMentor: text().notNull(),
    institutionMentor: text().notNull().default(''),
    status: text({ enum: PLACEMENT_STATUSES }).notNull(),
    /** The intern engagement that the acceptance made, and the staff engagement that it became. */
    engagementId: uuid().references(() => engagement.id),
    convertedEngagementId: uuid().references(() => engagement.id),
    proposedAt: instant().notNull(),
    proposedBy: uuid(),
    decidedAt: instant(),
    decidedBy: uuid(),
    reason: text(),
    collegePoints: numeric({ precision: 4, scale: 1, mode: 'number' }),
    institutionPoints: numeric({ precision: 4, scale: 1, mode: 'number' }),
    result: text({ enum: PLACEMENT_RESULTS }),
    collegeAssessment: text().notNull().default(''),
    institutionAssessment: text().notNull().default(''),
    finishedAt: instant(),
    /** First day on which she was there no more, where it ended early. */
    endedOn: day(),
    importId: uuid(),
    isDemo: boolean().notNull().default(false),
  },
  (t) => [
    oneOf('placement_kind', t.kind, PLACEMENT_KINDS),
    oneOf('placement_role', t.role, ENGAGEMENT_ROLES),
    oneOf('placement_status', t.status, PLACEMENT_STATUSES),
    oneOf('placement_result', t.result, PLACEMENT_RESULTS),
    check('placement_days', sql`${t.untilOn} >= ${t.fromOn} and ${t.hoursPerDay} between 0.5 and 24`),
    check(
      'placement_ends',
      sql`(${t.status} <> 'finished' or ${t.result} is not null) and (${t.status} <> 'broken_off' or ${t.endedOn} is not null)`,
    ),
    check('placement_points', sql`${t.collegePoints} between 0 and 100 and ${t.institutionPoints} between 0 and 100`),
    uniqueIndex('placement_agreement').on(t.collegeId, t.agreementNo),
    index('placement_student').on(t.studentId),
    index('placement_person').on(t.personId),
    index('placement_college').on(t.collegeId, t.status, t.fromOn),
    index('placement_institution').on(t.institutionId, t.status, t.fromOn),
    index('placement_days').on(t.fromOn),
    index('placement_engagement').on(t.engagementId),
  ],
);

/** 实习日志: one entry of a student per day. */
export const placementLog = pgTable(
  'placement_log',
  {
    placementId: uuid()
      .notNull()
      .references(() => placement.id),
    day: date({ mode: 'string' }).notNull(),
    minutes: minutes().notNull(),
    text: text().notNull(),
    writtenAt: instant().notNull(),
    changedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.placementId, t.day] }), check('placement_log_minutes', sql`${t.minutes} between 0 and 1440`)],
);

/** The two mentors look at a week of the log; a checked day is changed no more. */
export const placementWeek = pgTable(
  'placement_week',
  {
    placementId: uuid()
      .notNull()
      .references(() => placement.id),
    /** Monday. */
    weekOn: day().notNull(),
    collegeNote: text().notNull().default(''),
    collegeCheckedAt: instant(),
    collegeCheckedBy: uuid(),
    institutionNote: text().notNull().default(''),
    institutionCheckedAt: instant(),
    institutionCheckedBy: uuid(),
    /** When those whose look is missing were asked for it. */
    remindedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.placementId, t.weekOn] })],
);

/** Derived: how far each student came; written by the refresh alone. `year`: of her enrolment at the college. */
export const funnelRow = pgTable(
  'funnel_row',
  {
    /** No reference: an entry that was taken back leaves its row until the refresh takes it out of the counts. */
    studentId: uuid().primaryKey(),
    personId: uuid().notNull(),
    collegeId: uuid().notNull(),
    majorId: uuid().notNull(),
    year: integer().notNull(),
    xCertifiedOn: day(),
    placedOn: day(),
    engagedOn: day(),
    /** The day on which she had been on post for twelve months. */
    stayedOn: day(),
    /** The next day on which her path may go on by itself. */
    nextOn: day(),
    refreshedAt: instant().notNull(),
  },
  (t) => [
    index('funnel_row_college').on(t.collegeId, t.year, t.studentId),
    index('funnel_row_year').on(t.year, t.studentId),
    index('funnel_row_person').on(t.personId),
    index('funnel_row_next').on(t.nextOn).where(sql`${t.nextOn} is not null`),
  ],
);

/** Derived: the counts of `funnelRow`; null-free keys, `*` in a dimension is all of it. */
export const funnelCell = pgTable(
  'funnel_cell',
  {
    /** College id or '*'. */
    college: text().notNull(),
    /** Year or '*'. */
    year: text().notNull(),
    students: integer().notNull(),
    xCertified: integer().notNull(),
    placed: integer().notNull(),
    engaged: integer().notNull(),
    stayed: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.college, t.year] })],
);

/** People whose path may have changed since; written by triggers, emptied by the refresh. */
export const funnelDirty = pgTable('funnel_dirty', {
  seq: integer().primaryKey().generatedAlwaysAsIdentity(),
  personId: uuid().notNull(),
});

export const funnelState = pgTable('funnel_state', {
  id: integer().primaryKey(),
  asOf: instant().notNull(),
  /** The last recount found a difference that stands. */
  underCheck: boolean().notNull().default(false),
});

/** Where the nightly recount and the funnel differ: a student's day, or the count of a cell. */
export const funnelDifference = pgTable(
  'funnel_difference',
  {
    id: id(),
    recountId: uuid()
      .notNull()
      .references(() => recount.id),
    studentId: uuid(),
    college: text(),
    year: text(),
    stage: text({ enum: FUNNEL_STAGES }).notNull(),
    /** A day for a student, a number for a cell. */
    kept: text(),
    recounted: text(),
  },
  (t) => [oneOf('funnel_difference_stage', t.stage, FUNNEL_STAGES), index('funnel_difference_recount').on(t.recountId)],
);
