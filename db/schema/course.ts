import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  COURSE_CATEGORIES,
  COURSE_STATUSES,
  type CourseCategory,
  DELIVERIES,
  type PassRule,
  type Syllabus,
} from '../../app/domain/course/course';
import { OUTLINE_SOURCES } from '../../app/domain/course/outline';
import { allOf, day, id, instant, minutes, oneOf } from './columns';
import { organisation } from './organisation';

/** 培训大纲: a dated version per category. A version is never edited after it is published. */
export const outline = pgTable(
  'outline',
  {
    id: id(),
    category: text({ enum: COURSE_CATEGORIES }).notNull(),
    version: integer().notNull(),
    titleZh: text().notNull(),
    titleEn: text().notNull(),
    documentNo: text(),
    source: text({ enum: OUTLINE_SOURCES }).notNull(),
    theoryMinutes: minutes().notNull(),
    practiceMinutes: minutes().notNull(),
    effectiveOn: day().notNull(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [
    uniqueIndex('outline_category_version').on(t.category, t.version),
    oneOf('outline_category', t.category, COURSE_CATEGORIES),
    oneOf('outline_source', t.source, OUTLINE_SOURCES),
  ],
);

export const outlineModule = pgTable(
  'outline_module',
  {
    id: id(),
    outlineId: uuid()
      .notNull()
      .references(() => outline.id),
    position: integer().notNull(),
    code: text().notNull(),
    titleZh: text().notNull(),
    titleEn: text().notNull(),
    theoryMinutes: minutes().notNull(),
    practiceMinutes: minutes().notNull(),
    topics: text().array().notNull(),
  },
  (t) => [uniqueIndex('outline_module_code').on(t.outlineId, t.code)],
);

export const course = pgTable(
  'course',
  {
    id: id(),
    providerId: uuid()
      .notNull()
      .references(() => organisation.id),
    title: text().notNull(),
    categories: text({ enum: COURSE_CATEGORIES }).array().notNull(),
    audience: text().notNull().default(''),
    summary: text().notNull().default(''),
    delivery: text({ enum: DELIVERIES }).notNull(),
    status: text({ enum: COURSE_STATUSES }).notNull(),
    /** Per category the outline version that the draft is measured against. */
    outlineIds: uuid().array().notNull().default(sql`'{}'::uuid[]`),
    passRule: jsonb().$type<PassRule>().notNull(),
    contactName: text().notNull().default(''),
    contactPhone: text().notNull().default(''),
    /** The approved syllabus that new classes take; kept while a later edit is drafted. */
    currentSyllabusId: uuid().references((): AnyPgColumn => syllabusVersion.id),
    /** In the public catalogue since; stays while a later edit is drafted and reviewed. */
    publishedAt: instant(),
    submittedAt: instant(),
    submittedBy: uuid(),
    decisionDueOn: day(),
    decidedAt: instant(),
    decidedBy: uuid(),
    decisionReason: text(),
    importId: uuid(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    isDemo: boolean().notNull().default(false),
  },
  (t) => [
    oneOf('course_status', t.status, COURSE_STATUSES),
    oneOf('course_delivery', t.delivery, DELIVERIES),
    allOf('course_categories', t.categories, COURSE_CATEGORIES),
    check('course_has_category', sql`cardinality(${t.categories}) > 0`),
    index('course_provider').on(t.providerId),
    index('course_status_index').on(t.status),
  ],
);

/** Modules of the draft; an approval copies them into a syllabus version. */
export const courseModule = pgTable(
  'course_module',
  {
    id: id(),
    courseId: uuid()
      .notNull()
      .references(() => course.id),
    position: integer().notNull(),
    code: text().notNull(),
    title: text().notNull(),
    outlineModuleCode: text(),
    theoryMinutes: minutes().notNull(),
    practiceMinutes: minutes().notNull(),
    topics: text().array().notNull().default(sql`'{}'::text[]`),
  },
  (t) => [
    uniqueIndex('course_module_code').on(t.courseId, t.code),
    check('course_module_minutes', sql`${t.theoryMinutes} >= 0 and ${t.practiceMinutes} >= 0`),
  ],
);

/** What was approved, frozen: classes point here for ever. */
export const syllabusVersion = pgTable(
  'syllabus_version',
  {
    id: id(),
    courseId: uuid()
      .notNull()
      .references(() => course.id),
    version: integer().notNull(),
    content: jsonb().$type<Syllabus>().notNull(),
    /** What the catalogue searches: title, audience, summary, modules and topics; folded as app/domain/course/search-text folds a query. */
    searchText: text()
      .notNull()
      .generatedAlwaysAs(
        sql`lower(normalize(coalesce(content->>'title', '') || ' ' || coalesce(content->>'audience', '') || ' ' || coalesce(content->>'summary', '') || ' ' || jsonb_path_query_array(content, '$.modules[*].title')::text || ' ' || jsonb_path_query_array(content, '$.modules[*].topics[*]')::text, NFKC))`,
      ),
    /** Copies of the content's head, so that a list of courses need not unpack the whole of it. */
    title: text().notNull().generatedAlwaysAs(sql`content->>'title'`),
    delivery: text({ enum: DELIVERIES }).notNull().generatedAlwaysAs(sql`content->>'delivery'`),
    categories: jsonb().$type<CourseCategory[]>().notNull().generatedAlwaysAs(sql`content->'categories'`),
    approvedAt: instant().notNull(),
    approvedBy: uuid().notNull(),
  },
  (t) => [
    uniqueIndex('syllabus_version_number').on(t.courseId, t.version),
    index('syllabus_version_search').using('gin', sql`${t.searchText} gin_trgm_ops`),
  ],
);

export const courseAttachment = pgTable(
  'course_attachment',
  {
    id: id(),
    courseId: uuid()
      .notNull()
      .references(() => course.id),
    fileName: text().notNull(),
    mediaType: text().notNull(),
    sizeBytes: integer().notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull(),
    uploadedAt: instant().notNull(),
    uploadedBy: uuid().notNull(),
    /** Taken out of the draft; an approved syllabus that lists it keeps its file. */
    removedAt: instant(),
  },
  (t) => [index('course_attachment_course').on(t.courseId)],
);
