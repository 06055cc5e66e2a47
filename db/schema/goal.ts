import { sql } from 'drizzle-orm';
import {
  bigint,
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
import { METRICS, RECOUNT_DIFFERENCES, RECOUNTED, TARGET_METRICS, TARGET_RULES } from '../../app/domain/goal/goal';
import { day, id, instant, oneOf } from './columns';
import { district } from './organisation';

/** A span that targets are set for, both days inclusive. */
export const planPeriod = pgTable(
  'plan_period',
  {
    id: id(),
    code: text().notNull(),
    nameZh: text().notNull(),
    nameEn: text().notNull(),
    documentNo: text().notNull().default(''),
    startsOn: day().notNull(),
    endsOn: day(),
    isClosed: boolean().notNull().default(false),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [uniqueIndex('plan_period_code').on(t.code), check('plan_period_days', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`)],
);

/** What is counted in a period and, where it is set, how many are wanted. `districtCode` null = the city, else a share. */
export const target = pgTable(
  'target',
  {
    id: id(),
    periodId: uuid()
      .notNull()
      .references(() => planPeriod.id),
    metric: text({ enum: TARGET_METRICS }).notNull(),
    districtCode: char({ length: 6 }).references(() => district.code),
    value: numeric({ precision: 12, scale: 2, mode: 'number' }),
    unit: text().notNull(),
    clause: text().notNull().default(''),
    owner: text().notNull().default(''),
    countingRule: text({ enum: TARGET_RULES }).notNull(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [
    oneOf('target_metric', t.metric, TARGET_METRICS),
    oneOf('target_counting_rule', t.countingRule, TARGET_RULES),
    uniqueIndex('target_scope').on(t.periodId, t.metric, t.districtCode),
    uniqueIndex('target_city').on(t.periodId, t.metric).where(sql`${t.districtCode} is null`),
  ],
);

/**
 * Counted figures, a cache that only the fold and the recount write.
 * '*' in a dimension stands for all of it, so each cell has its own distinct persons.
 */
export const tally = pgTable(
  'tally',
  {
    periodId: uuid()
      .notNull()
      .references(() => planPeriod.id),
    metric: text({ enum: METRICS }).notNull(),
    /** District code, 'city' for person-times of no district, '*' for all. */
    district: text().notNull(),
    /** `YYYY-MM` or '*'. */
    month: text().notNull(),
    /** Operator type, 'none' without an institution, or '*'. */
    operatorType: text().notNull(),
    personTimes: integer().notNull(),
    persons: integer().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.periodId, t.metric, t.district, t.month, t.operatorType] }),
    check('tally_not_negative', sql`${t.personTimes} >= 0 and ${t.persons} >= 0`),
    // Pages by district and month read these cells only, however many completions there are.
    index('tally_all_operators').on(t.periodId, t.metric).where(sql`${t.operatorType} = '*'`),
  ],
);

/** How often a person stands in a cell: makes `persons` exact under additions and revocations. */
export const tallyPerson = pgTable(
  'tally_person',
  {
    periodId: uuid().notNull(),
    metric: text({ enum: METRICS }).notNull(),
    district: text().notNull(),
    month: text().notNull(),
    operatorType: text().notNull(),
    personId: uuid().notNull(),
    times: integer().notNull(),
    /** What the last fold added: lets one statement see who entered or left a cell without reading twice. */
    lastMove: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.periodId, t.metric, t.district, t.month, t.operatorType, t.personId] })],
);

/** When the figures of a period and metric were last folded; the as-of time on every screen. */
export const tallyState = pgTable(
  'tally_state',
  {
    periodId: uuid()
      .notNull()
      .references(() => planPeriod.id),
    metric: text({ enum: METRICS }).notNull(),
    asOf: instant().notNull(),
    /** The last recount found a difference that stands: figures are marked as under check. */
    underCheck: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.periodId, t.metric] })],
);

/** A nightly independent recount and what it found. */
export const recount = pgTable(
  'recount',
  {
    id: id(),
    /** Which figures were counted again. */
    of: text({ enum: RECOUNTED }).notNull().default('tally'),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    rowsCounted: integer().notNull().default(0),
    differences: integer().notNull().default(0),
  },
  (t) => [index('recount_started').on(t.startedAt)],
);

export const recountDifference = pgTable(
  'recount_difference',
  {
    id: id(),
    recountId: uuid()
      .notNull()
      .references(() => recount.id),
    periodId: uuid(),
    metric: text({ enum: METRICS }),
    /** Row level: the completion or enrolment concerned; cell level: the dimensions. */
    kind: text({ enum: RECOUNT_DIFFERENCES }).notNull(),
    completionId: uuid(),
    enrolmentId: uuid(),
    cell: jsonb().$type<{ district: string; month: string; operatorType: string }>(),
    tallied: bigint({ mode: 'number' }),
    recounted: bigint({ mode: 'number' }),
  },
  (t) => [index('recount_difference_recount').on(t.recountId)],
);
