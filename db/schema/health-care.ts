import { sql } from 'drizzle-orm';
import { bigserial, boolean, char, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  DUE_REASONS,
  HEALTH_CARE_MEASURES,
  HEALTH_CARE_RULE_STATUSES,
  HEALTH_CARE_STANDINGS,
} from '../../app/domain/health-care/requirement';
import {
  CHECKLIST_STATUSES,
  type ChecklistItem,
  FINDING_STATUSES,
  FINDING_WEIGHTS,
  type ItemResult,
  VISIT_KINDS,
  VISIT_STATUSES,
} from '../../app/domain/health-care/visit';
import { STEP_GRAINS } from '../../app/domain/shared/steps';
import { day, id, instant, isOneOf, oneOf } from './columns';
import { recount } from './goal';
import { district, organisation } from './organisation';

/** A dated version of what newly filed institutions owe: how many staff, trained by when. */
export const healthCareRule = pgTable(
  'health_care_rule',
  {
    id: id(),
    version: integer().notNull(),
    status: text({ enum: HEALTH_CARE_RULE_STATUSES }).notNull(),
    inForceFromOn: day().notNull(),
    /** Institutions first filed from this day on are newly set up. */
    newSinceOn: day().notNull(),
    minimumStaff: integer().notNull(),
    /** From so many places on one full-time per so many (托儿所幼儿园卫生保健管理办法, clause 12). */
    childrenPerFullTime: integer().notNull(),
    /** Days after the filing in which training is late but not missing. */
    graceDays: integer().notNull(),
    /** Days to replace somebody who left, whose certificate ended, or who is needed for more places. */
    replacementDays: integer().notNull(),
    /** How long a certificate is good for; null = without an end. */
    certificateMonths: integer(),
    isOfficial: boolean().notNull().default(false),
    documentNo: text().notNull().default(''),
    createdAt: instant().notNull(),
    createdBy: uuid(),
    publishedAt: instant(),
    publishedBy: uuid(),
  },
  (t) => [
    oneOf('health_care_rule_status', t.status, HEALTH_CARE_RULE_STATUSES),
    check(
      'health_care_rule_numbers',
      sql`${t.minimumStaff} >= 1 and ${t.childrenPerFullTime} >= 1 and ${t.graceDays} >= 0 and ${t.replacementDays} >= 0 and ${t.certificateMonths} > 0`,
    ),
    uniqueIndex('health_care_rule_version').on(t.version),
    uniqueIndex('health_care_rule_in_force').on(t.inForceFromOn).where(sql`${t.status} = 'published'`),
  ],
);

/** Derived: days of a newly filed institution on which its requirement is the same, half-open. Written by the refresh alone. */
export const healthCareSegment = pgTable(
  'health_care_segment',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    institutionId: uuid().notNull(),
    districtCode: char({ length: 6 })
      .notNull()
      .references(() => district.code),
    fromOn: day().notNull(),
    untilOn: day(),
    standing: text({ enum: HEALTH_CARE_STANDINGS }).notNull(),
    /** Health-care staff wanted, of them full-time, and trained staff on post. */
    required: integer().notNull(),
    requiredFullTime: integer().notNull(),
    trained: integer().notNull(),
    trainedFullTime: integer().notNull(),
    filedOn: day().notNull(),
    dueOn: day().notNull(),
    dueReason: text({ enum: DUE_REASONS }).notNull(),
    ruleId: uuid()
      .notNull()
      .references(() => healthCareRule.id),
  },
  (t) => [
    oneOf('health_care_segment_standing', t.standing, HEALTH_CARE_STANDINGS),
    oneOf('health_care_segment_reason', t.dueReason, DUE_REASONS),
    check('health_care_segment_days', sql`${t.untilOn} is null or ${t.untilOn} > ${t.fromOn}`),
    uniqueIndex('health_care_segment_from').on(t.institutionId, t.fromOn),
    index('health_care_segment_district').on(t.districtCode, t.standing, t.fromOn),
    index('health_care_segment_due')
      .on(t.dueOn)
      .where(isOneOf(t.standing, ['waiting', 'overdue'])),
  ],
);

/** Derived: by how many institutions a standing changes on a day. `scope`: `city` or a district code. */
export const healthCareStep = pgTable(
  'health_care_step',
  {
    scope: text().notNull(),
    standing: text({ enum: HEALTH_CARE_STANDINGS }).notNull(),
    grain: text({ enum: STEP_GRAINS }).notNull(),
    onDay: day().notNull(),
    institutions: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.grain, t.onDay, t.standing] })],
);

/** Institutions whose facts changed since their segments were worked out; written by triggers, emptied by the refresh. */
export const healthCareDirty = pgTable('health_care_dirty', {
  seq: bigserial({ mode: 'number' }).primaryKey(),
  institutionId: uuid().notNull(),
});

/** One row: when the segments were last brought up to date, and whether a recount found a difference. */
export const healthCareState = pgTable('health_care_state', {
  id: integer().primaryKey(),
  asOf: instant().notNull(),
  underCheck: boolean().notNull().default(false),
});

/** What the nightly recount found: institutions of which the two ways say different things, and figures that do not add up. */
export const healthCareDifference = pgTable(
  'health_care_difference',
  {
    id: id(),
    recountId: uuid()
      .notNull()
      .references(() => recount.id),
    /** The day of which both ways spoke. */
    onDay: day().notNull(),
    measure: text({ enum: HEALTH_CARE_MEASURES }).notNull(),
    institutionId: uuid(),
    /** Of a figure: the area. */
    scope: text(),
    kept: integer().notNull(),
    recounted: integer().notNull(),
  },
  (t) => [
    oneOf('health_care_difference_measure', t.measure, HEALTH_CARE_MEASURES),
    index('health_care_difference_recount').on(t.recountId),
  ],
);

/** What was said about a due day, once each: it begins, is near, has passed. */
export const healthCareReminder = pgTable(
  'health_care_reminder',
  {
    institutionId: uuid().notNull(),
    kind: text({ enum: ['begun', 'near', 'overdue'] }).notNull(),
    dueOn: day().notNull(),
    remindedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.kind, t.dueOn] })],
);

/** A dated version of the checklist of a guidance visit. A published one is never edited. */
export const guidanceChecklist = pgTable(
  'guidance_checklist',
  {
    id: id(),
    version: integer().notNull(),
    titleZh: text().notNull(),
    titleEn: text().notNull(),
    status: text({ enum: CHECKLIST_STATUSES }).notNull(),
    inForceFromOn: day().notNull(),
    items: jsonb().$type<ChecklistItem[]>().notNull(),
    isOfficial: boolean().notNull().default(false),
    documentNo: text().notNull().default(''),
    createdAt: instant().notNull(),
    createdBy: uuid(),
    publishedAt: instant(),
    publishedBy: uuid(),
  },
  (t) => [
    oneOf('guidance_checklist_status', t.status, CHECKLIST_STATUSES),
    uniqueIndex('guidance_checklist_version').on(t.version),
    uniqueIndex('guidance_checklist_in_force').on(t.inForceFromOn).where(sql`${t.status} = 'published'`),
  ],
);

/** A guidance visit. Its id may come from the phone that recorded it, so that sending it twice is once. */
export const guidanceVisit = pgTable(
  'guidance_visit',
  {
    id: id(),
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    /** District of the institution on the day of the visit. */
    districtCode: char({ length: 6 })
      .notNull()
      .references(() => district.code),
    /** The commission or maternal and child health centre that visits. */
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    kind: text({ enum: VISIT_KINDS }).notNull(),
    status: text({ enum: VISIT_STATUSES }).notNull(),
    plannedOn: day().notNull(),
    /** Account that goes; null = anybody of the organisation. */
    visitorId: uuid(),
    visitorName: text().notNull().default(''),
    purpose: text().notNull().default(''),
    checklistId: uuid().references(() => guidanceChecklist.id),
    followsId: uuid(),
    /** The institution is told of the plan; else it learns of the visit when somebody comes. */
    isAnnounced: boolean().notNull().default(true),
    visitedOn: day(),
    results: jsonb().$type<ItemResult[]>().notNull().default([]),
    summary: text().notNull().default(''),
    /** Whom the visitor spoke to at the institution. */
    metWith: text().notNull().default(''),
    /** On the phone in the field, and when it reached the platform. */
    recordedAt: instant(),
    receivedAt: instant(),
    recordedBy: uuid(),
    /** Of what the phone sent, so that the same content sent again is known, whatever happened to the visit since. */
    recordSha256: text(),
    closedAt: instant(),
    closedBy: uuid(),
    reason: text(),
    importId: uuid(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [
    oneOf('guidance_visit_kind', t.kind, VISIT_KINDS),
    oneOf('guidance_visit_status', t.status, VISIT_STATUSES),
    check(
      'guidance_visit_recorded',
      sql`${t.status} in ('planned', 'cancelled') or (${t.visitedOn} is not null and ${t.recordedBy} is not null)`,
    ),
    index('guidance_visit_institution').on(t.institutionId, t.plannedOn),
    index('guidance_visit_district').on(t.districtCode, t.status, t.plannedOn),
    index('guidance_visit_organisation').on(t.organisationId, t.status, t.plannedOn),
    index('guidance_visit_follows').on(t.followsId).where(sql`${t.followsId} is not null`),
  ],
);

/** Something to be mended by a day. */
export const guidanceFinding = pgTable(
  'guidance_finding',
  {
    id: id(),
    visitId: uuid()
      .notNull()
      .references(() => guidanceVisit.id),
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    itemCode: text(),
    weight: text({ enum: FINDING_WEIGHTS }).notNull(),
    statement: text().notNull(),
    mendByOn: day().notNull(),
    status: text({ enum: FINDING_STATUSES }).notNull(),
    createdAt: instant().notNull(),
    decidedAt: instant(),
    decidedBy: uuid(),
    decision: text(),
    /** When it was said that the day has passed; null again for a new day. */
    overdueToldAt: instant(),
  },
  (t) => [
    oneOf('guidance_finding_weight', t.weight, FINDING_WEIGHTS),
    oneOf('guidance_finding_status', t.status, FINDING_STATUSES),
    index('guidance_finding_visit').on(t.visitId),
    index('guidance_finding_institution').on(t.institutionId, t.status),
    index('guidance_finding_due')
      .on(t.mendByOn)
      .where(isOneOf(t.status, ['open', 'answered'])),
  ],
);

/** What the institution says of a finding; each answer is kept, also one that was not enough. */
export const findingAnswer = pgTable(
  'finding_answer',
  {
    id: id(),
    findingId: uuid()
      .notNull()
      .references(() => guidanceFinding.id),
    statement: text().notNull(),
    answeredAt: instant().notNull(),
    answeredBy: uuid(),
    /** Why the visitor asked again; null while nobody decided, and where it was enough. */
    returnedAt: instant(),
    returnedBy: uuid(),
    returnReason: text(),
  },
  (t) => [index('finding_answer_finding').on(t.findingId)],
);

/** A photo of a visit, a finding or an answer; metadata is removed before it is kept. */
export const guidancePhoto = pgTable(
  'guidance_photo',
  {
    id: id(),
    visitId: uuid()
      .notNull()
      .references(() => guidanceVisit.id),
    findingId: uuid().references(() => guidanceFinding.id),
    answerId: uuid().references(() => findingAnswer.id),
    name: text().notNull(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    storedAs: text().notNull(),
    uploadedAt: instant().notNull(),
    uploadedBy: uuid(),
  },
  (t) => [index('guidance_photo_visit').on(t.visitId)],
);
