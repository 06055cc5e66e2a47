import { sql } from 'drizzle-orm';
import { boolean, char, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { COURSE_CATEGORIES } from '../../app/domain/course/course';
import { ENROLMENT_STATUSES, INSTITUTION_ANSWERS, LIVE_ENROLMENT_STATUSES } from '../../app/domain/enrolment/enrolment';
import { OPERATOR_TYPES } from '../../app/domain/organisation/organisation';
import { ENGAGEMENT_ROLES } from '../../app/domain/person/person';
import { day, id, instant, isOneOf, oneOf } from './columns';
import { district, organisation } from './organisation';
import { person } from './person';
import { trainingClass } from './training-class';

/** One person's place in one class. Role, institution, district and operator type are as they were at enrolment. */
export const enrolment = pgTable(
  'enrolment',
  {
    id: id(),
    classId: uuid()
      .notNull()
      .references(() => trainingClass.id),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    status: text({ enum: ENROLMENT_STATUSES }).notNull(),
    category: text({ enum: COURSE_CATEGORIES }).notNull(),
    role: text({ enum: ENGAGEMENT_ROLES }),
    isPreService: boolean().notNull(),
    institutionId: uuid().references(() => organisation.id),
    /** District that the person-time is attributed to; null = a city-level provider and no institution. */
    districtCode: char({ length: 6 }).references(() => district.code),
    operatorType: text({ enum: OPERATOR_TYPES }),
    /** 单位确认: what the institution said; `silent` = no answer in time and the provider went on. */
    institutionAnswer: text({ enum: INSTITUTION_ANSWERS }).notNull(),
    institutionAnswerDueOn: day(),
    institutionAnsweredAt: instant(),
    institutionAnsweredBy: uuid(),
    /** Account of the institution administrator who nominated her; null when she enrolled herself. */
    nominatedBy: uuid(),
    queuePlace: integer(),
    offeredAt: instant(),
    offerExpiresAt: instant(),
    needsLodging: boolean().notNull().default(false),
    remark: text().notNull().default(''),
    reason: text(),
    decidedAt: instant(),
    decidedBy: uuid(),
    importId: uuid(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    oneOf('enrolment_status', t.status, ENROLMENT_STATUSES),
    oneOf('enrolment_category', t.category, COURSE_CATEGORIES),
    oneOf('enrolment_role', t.role, ENGAGEMENT_ROLES),
    oneOf('enrolment_operator_type', t.operatorType, OPERATOR_TYPES),
    oneOf('enrolment_institution_answer', t.institutionAnswer, INSTITUTION_ANSWERS),
    check('enrolment_offer', sql`${t.status} <> 'offered' or ${t.offerExpiresAt} is not null`),
    uniqueIndex('enrolment_live').on(t.classId, t.personId).where(isOneOf(t.status, LIVE_ENROLMENT_STATUSES)),
    uniqueIndex('enrolment_queue_place').on(t.classId, t.queuePlace),
    index('enrolment_person').on(t.personId),
    index('enrolment_class_status').on(t.classId, t.status),
    index('enrolment_offer_expiry').on(t.offerExpiresAt).where(sql`${t.status} = 'offered'`),
    index('enrolment_institution').on(t.institutionId, t.status),
  ],
);
