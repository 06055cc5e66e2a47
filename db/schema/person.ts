import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { EDUCATION_LEVELS, ENGAGEMENT_ROLES, GENDERS } from '../../app/domain/person/person';
import { ID_TYPES } from '../../app/domain/shared/identity';
import { day, id, instant, oneOf } from './columns';
import { organisation } from './organisation';

/** One natural person. The identity number and the phone are stored encrypted and found by keyed hash. */
export const person = pgTable(
  'person',
  {
    id: id(),
    name: text().notNull(),
    idType: text({ enum: ID_TYPES }).notNull(),
    idNumberEncrypted: text().notNull(),
    idNumberHash: text().notNull(),
    idNumberMasked: text().notNull(),
    phoneEncrypted: text(),
    phoneHash: text(),
    phoneMasked: text(),
    gender: text({ enum: GENDERS }),
    bornOn: day(),
    ethnicity: text(),
    education: text({ enum: EDUCATION_LEVELS }),
    fieldOfStudy: text(),
    workStartedOn: day(),
    /** Student or about to work in childcare (拟从事): enrols without an institution. */
    isPreService: boolean().notNull().default(false),
    /** 健康合格证: its last valid day, never a finding. An expired one is an alert, not an exclusion. */
    healthCertValidUntil: day(),
    /** Day of the last check for records of violence or abuse that she passed (未成年人保护法, clause 62). */
    backgroundCheckedOn: day(),
    /** The record that this one was merged into: nothing belongs to it any more. */
    mergedIntoId: uuid().references((): AnyPgColumn => person.id),
    importId: uuid(),
    createdAt: instant().notNull(),
    isDemo: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex('person_id_number_hash').on(t.idNumberHash),
    index('person_phone_hash').on(t.phoneHash),
    oneOf('person_id_type', t.idType, ID_TYPES),
    oneOf('person_gender', t.gender, GENDERS),
    oneOf('person_education', t.education, EDUCATION_LEVELS),
  ],
);

/**
 * 任职记录: person × institution × role × half-open period (`endOn` = first day off post). An entry that turned out never to
 * have been true ends on the day it began.
 */
export const engagement = pgTable(
  'engagement',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    role: text({ enum: ENGAGEMENT_ROLES }).notNull(),
    startOn: day().notNull(),
    endOn: day(),
    /** On post today; the days off are in `off_post`. */
    onPost: boolean().notNull().default(true),
    isFullTime: boolean().notNull().default(true),
    isIntern: boolean().notNull().default(false),
    /** The post that stands for her where she may count once only. */
    isMainPost: boolean().notNull().default(false),
    contractUntilOn: day(),
    remark: text().notNull().default(''),
    importId: uuid(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [
    oneOf('engagement_role', t.role, ENGAGEMENT_ROLES),
    check('engagement_period', sql`${t.endOn} is null or ${t.endOn} >= ${t.startOn}`),
    uniqueIndex('engagement_open').on(t.personId, t.institutionId, t.role).where(sql`${t.endOn} is null`),
    uniqueIndex('engagement_main_post').on(t.personId).where(sql`${t.isMainPost} and ${t.endOn} is null`),
    index('engagement_institution').on(t.institutionId),
    index('engagement_person').on(t.personId),
  ],
);
