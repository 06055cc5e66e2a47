import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { MEASURES, POPULATIONS, SNAPSHOT_KINDS } from '../../app/domain/rate/rate';
import { STEP_GRAINS } from '../../app/domain/shared/steps';
import { day, id, instant, oneOf } from './columns';
import { recount } from './goal';

/**
 * Derived: one caregiver engagement over days on which nothing about her changes, half-open. `standardBy` and the like are
 * the certificate that makes her count under that rule; `…Pending` the one that would if it were verified.
 * Never rewritten: a new reading of the facts closes the row at a version and adds others, so that what was known before
 * can be shown again. Caches of this table are `rateStep`.
 */
export const rateSegment = pgTable(
  'rate_segment',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    personId: uuid().notNull(),
    engagementId: uuid().notNull(),
    institutionId: uuid().notNull(),
    districtCode: text().notNull(),
    operatorType: text().notNull(),
    /** In the population `filed`; every row is in `extended`. */
    isFiled: boolean().notNull(),
    /** The row that stands for her in the city (main post first): one per person, population and day. */
    leadsFiled: boolean().notNull(),
    leadsExtended: boolean().notNull(),
    fromOn: day().notNull(),
    untilOn: day(),
    strictBy: uuid(),
    standardBy: uuid(),
    broadBy: uuid(),
    strictPending: uuid(),
    standardPending: uuid(),
    broadPending: uuid(),
    /** Version of the figures in which the row appeared, and in which it stood no more. */
    fromVersion: bigint({ mode: 'number' }).notNull(),
    untilVersion: bigint({ mode: 'number' }),
  },
  (t) => [
    check('rate_segment_days', sql`${t.untilOn} is null or ${t.untilOn} > ${t.fromOn}`),
    index('rate_segment_person').on(t.personId),
    index('rate_segment_institution').on(t.institutionId, t.fromOn).where(sql`${t.untilVersion} is null`),
    index('rate_segment_district').on(t.districtCode, t.fromOn).where(sql`${t.untilVersion} is null`),
    index('rate_segment_version').on(t.untilVersion).where(sql`${t.untilVersion} is not null`),
  ],
);

/**
 * Derived: by how much a figure changes on a day. The figure of a date is the sum of all months before its month and of its
 * month's days up to it. `scope`: `city`, a district code, `110115+110302` (the development area put into 大兴), or an institution's id.
 */
export const rateStep = pgTable(
  'rate_step',
  {
    scope: text().notNull(),
    population: text({ enum: POPULATIONS }).notNull(),
    /** Operator type or '*'. */
    operatorType: text().notNull(),
    grain: text({ enum: STEP_GRAINS }).notNull(),
    /** The day, or the first day of the month. */
    onDay: day().notNull(),
    persons: integer().notNull(),
    strict: integer().notNull(),
    standard: integer().notNull(),
    broad: integer().notNull(),
    strictPending: integer().notNull(),
    standardPending: integer().notNull(),
    broadPending: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.population, t.operatorType, t.grain, t.scope, t.onDay] })],
);

/** People whose facts changed since their segments were worked out; written by triggers, emptied by `rate.refresh`. */
export const rateDirty = pgTable(
  'rate_dirty',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    personId: uuid().notNull(),
    /** One of many that changed at once (import, new rule, rebuild): waits until single changes are in. */
    isBulk: boolean().notNull().default(false),
  },
  (t) => [index('rate_dirty_order').on(t.isBulk, t.seq)],
);

/** One row: the version of the figures and the moment they were last brought up to date. */
export const rateState = pgTable('rate_state', {
  id: integer().primaryKey(),
  version: bigint({ mode: 'number' }).notNull(),
  asOf: instant().notNull(),
  underCheck: boolean().notNull().default(false),
  /** While everybody is worked out anew: since when, and how many people there were. */
  rebuildAskedAt: instant(),
  rebuildPeople: integer(),
});

/** Figures frozen as they were known: never changed, opened by version. */
export const rateSnapshot = pgTable(
  'rate_snapshot',
  {
    id: id(),
    kind: text({ enum: SNAPSHOT_KINDS }).notNull(),
    asOfOn: day().notNull(),
    version: bigint({ mode: 'number' }).notNull(),
    /** Rule code → id of the version in force on that day. */
    ruleIds: jsonb().$type<Record<string, string>>().notNull(),
    /** Over the cells and over the people with their certificates. */
    cellsSha256: text().notNull(),
    peopleSha256: text().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [oneOf('rate_snapshot_kind', t.kind, SNAPSHOT_KINDS), uniqueIndex('rate_snapshot_day').on(t.kind, t.asOfOn)],
);

export const rateSnapshotCell = pgTable(
  'rate_snapshot_cell',
  {
    snapshotId: uuid()
      .notNull()
      .references(() => rateSnapshot.id),
    scope: text().notNull(),
    population: text({ enum: POPULATIONS }).notNull(),
    operatorType: text().notNull(),
    persons: integer().notNull(),
    strict: integer().notNull(),
    standard: integer().notNull(),
    broad: integer().notNull(),
    strictPending: integer().notNull(),
    standardPending: integer().notNull(),
    broadPending: integer().notNull(),
    /** Institutions in the scope, and those whose roster was confirmed within its fourteen days. */
    institutions: integer().notNull(),
    freshInstitutions: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.snapshotId, t.population, t.operatorType, t.scope] })],
);

/** What the nightly recount of the rate found, by person or by cell. */
export const rateDifference = pgTable(
  'rate_difference',
  {
    id: id(),
    recountId: uuid()
      .notNull()
      .references(() => recount.id),
    /** The day of which both ways spoke. */
    onDay: day().notNull(),
    /** What differs: on post, or certified under a rule, or with pending. */
    measure: text({ enum: MEASURES }).notNull(),
    personId: uuid(),
    /** Cell level: its name. Person level: the institution is the scope. */
    scope: text(),
    population: text({ enum: POPULATIONS }),
    operatorType: text(),
    kept: integer().notNull(),
    recounted: integer().notNull(),
  },
  (t) => [index('rate_difference_recount').on(t.recountId)],
);
