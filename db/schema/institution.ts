import { sql } from 'drizzle-orm';
import { boolean, char, check, index, integer, jsonb, numeric, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { CARE_GROUPS, FILE_CHANGE_STATUSES, PREMISES, REGISTRAR_TYPES, SERVICE_TYPES } from '../../app/domain/organisation/institution';
import type { ProposedFacts } from '../../app/domain/organisation/institution-facts';
import { FILING_STATUSES, OPERATOR_TYPES } from '../../app/domain/organisation/organisation';
import { allOf, day, id, instant, oneOf } from './columns';
import { district, organisation } from './organisation';
import { person } from './person';

const area = () => numeric({ precision: 10, scale: 2, mode: 'number' });

/** What a filing record (备案书) says of an institution, beside its organisation row. Places are the sum of its classes. */
export const institutionFile = pgTable(
  'institution_file',
  {
    organisationId: uuid()
      .primaryKey()
      .references(() => organisation.id),
    filingNo: text(),
    registrarType: text({ enum: REGISTRAR_TYPES }),
    isProfit: boolean(),
    legalRepName: text(),
    principalPersonId: uuid().references(() => person.id),
    subdistrict: text(),
    serviceTypes: text({ enum: SERVICE_TYPES }).array().notNull().default(sql`'{}'::text[]`),
    premises: text({ enum: PREMISES }),
    buildingM2: area(),
    indoorM2: area(),
    outdoorM2: area(),
    /** 托位数; children's places, never children. */
    capacity: integer().notNull().default(0),
    isInclusive: boolean().notNull().default(false),
    inclusiveSince: day(),
    isDemonstration: boolean().notNull().default(false),
    providesMeals: boolean().notNull().default(false),
    foodPermitUntil: day(),
    /** The institution that took this one over, after a merger. */
    mergedIntoId: uuid().references(() => organisation.id),
    /** First day on which nobody was cared for any more. */
    closedOn: day(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    oneOf('institution_file_registrar', t.registrarType, REGISTRAR_TYPES),
    oneOf('institution_file_premises', t.premises, PREMISES),
    allOf('institution_file_services', t.serviceTypes, SERVICE_TYPES),
    check('institution_file_capacity', sql`${t.capacity} >= 0`),
    index('institution_file_subdistrict').on(t.subdistrict),
  ],
);

/** 编班: how many classes of a kind, with how many places in all. */
export const institutionClass = pgTable(
  'institution_class',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    careGroup: text({ enum: CARE_GROUPS }).notNull(),
    classes: integer().notNull(),
    places: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.careGroup] }),
    oneOf('institution_class_group', t.careGroup, CARE_GROUPS),
    check('institution_class_numbers', sql`${t.classes} >= 1 and ${t.places} >= 1`),
  ],
);

/**
 * What an institution was from a day until a day (half-open, null = still): the dated facts that a rate of any past day
 * needs. Rows of one institution follow one another without gap or overlap; the organisation row holds the newest.
 */
export const institutionPeriod = pgTable(
  'institution_period',
  {
    id: id(),
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    fromOn: day().notNull(),
    untilOn: day(),
    filingStatus: text({ enum: FILING_STATUSES }).notNull(),
    operatorType: text({ enum: OPERATOR_TYPES }).notNull(),
    districtCode: char({ length: 6 })
      .notNull()
      .references(() => district.code),
    reason: text().notNull().default(''),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [
    oneOf('institution_period_filing', t.filingStatus, FILING_STATUSES),
    oneOf('institution_period_operator', t.operatorType, OPERATOR_TYPES),
    check('institution_period_days', sql`${t.untilOn} is null or ${t.untilOn} > ${t.fromOn}`),
    uniqueIndex('institution_period_from').on(t.institutionId, t.fromOn),
    uniqueIndex('institution_period_open').on(t.institutionId).where(sql`${t.untilOn} is null`),
  ],
);

/** A change that an institution administrator proposes and the district accepts or returns. */
export const institutionChange = pgTable(
  'institution_change',
  {
    id: id(),
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    status: text({ enum: FILE_CHANGE_STATUSES }).notNull(),
    /** Field → wanted value; and what stood there when it was proposed. */
    proposed: jsonb().$type<Partial<ProposedFacts>>().notNull(),
    before: jsonb().$type<Partial<ProposedFacts>>().notNull(),
    note: text().notNull().default(''),
    submittedAt: instant().notNull(),
    submittedBy: uuid().notNull(),
    /** From when operator type or district would be others. */
    effectiveOn: day().notNull(),
    decisionDueOn: day().notNull(),
    decidedAt: instant(),
    decidedBy: uuid(),
    decisionReason: text(),
  },
  (t) => [
    oneOf('institution_change_status', t.status, FILE_CHANGE_STATUSES),
    uniqueIndex('institution_change_open').on(t.institutionId).where(sql`${t.status} = 'submitted'`),
    index('institution_change_institution').on(t.institutionId, t.submittedAt),
  ],
);

/** 托位数 of an institution from a day until a day, half-open; the file's own column holds the newest. */
export const institutionCapacity = pgTable(
  'institution_capacity',
  {
    id: id(),
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    fromOn: day().notNull(),
    untilOn: day(),
    capacity: integer().notNull(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [
    check('institution_capacity_number', sql`${t.capacity} >= 0`),
    check('institution_capacity_days', sql`${t.untilOn} is null or ${t.untilOn} > ${t.fromOn}`),
    uniqueIndex('institution_capacity_from').on(t.institutionId, t.fromOn),
    uniqueIndex('institution_capacity_open').on(t.institutionId).where(sql`${t.untilOn} is null`),
  ],
);
