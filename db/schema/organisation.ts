import { sql } from 'drizzle-orm';
import { boolean, char, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { COURSE_CATEGORIES } from '../../app/domain/course/course';
import { FILING_STATUSES, LEGAL_NATURES, OPERATOR_TYPES, ORGANISATION_STATUSES } from '../../app/domain/organisation/organisation';
import { ORGANISATION_KINDS } from '../../app/domain/shared/actor';
import { allOf, day, id, instant, oneOf } from './columns';

/** The seventeen reporting units; reference data, written by the migration. */
export const district = pgTable('district', {
  code: char({ length: 6 }).primaryKey(),
  nameZh: text().notNull(),
  nameEn: text().notNull(),
  districtGroup: text().notNull(),
  sort: integer().notNull(),
  isAdminDivision: boolean().notNull(),
});

/** Every organisation that has members: commissions, institutions, providers. `districtCode` null = city level. */
export const organisation = pgTable(
  'organisation',
  {
    id: id(),
    kind: text({ enum: ORGANISATION_KINDS }).notNull(),
    name: text().notNull(),
    shortName: text(),
    uscc: char({ length: 18 }),
    legalNature: text({ enum: LEGAL_NATURES }),
    siteNo: integer().notNull().default(1),
    districtCode: char({ length: 6 }).references(() => district.code),
    status: text({ enum: ORGANISATION_STATUSES }).notNull(),
    /** Course categories that a provider may teach; empty for others. */
    categories: text({ enum: COURSE_CATEGORIES }).array().notNull().default(sql`'{}'::text[]`),
    operatorType: text({ enum: OPERATOR_TYPES }),
    filingStatus: text({ enum: FILING_STATUSES }),
    filedOn: day(),
    address: text(),
    contactName: text(),
    contactPhone: text(),
    contactEmail: text(),
    applicationNote: text(),
    decisionReason: text(),
    decidedBy: uuid(),
    decidedAt: instant(),
    createdAt: instant().notNull(),
    isDemo: boolean().notNull().default(false),
  },
  (t) => [
    oneOf('organisation_kind', t.kind, ORGANISATION_KINDS),
    oneOf('organisation_status', t.status, ORGANISATION_STATUSES),
    oneOf('organisation_legal_nature', t.legalNature, LEGAL_NATURES),
    oneOf('organisation_operator_type', t.operatorType, OPERATOR_TYPES),
    oneOf('organisation_filing_status', t.filingStatus, FILING_STATUSES),
    allOf('organisation_categories', t.categories, COURSE_CATEGORIES),
    uniqueIndex('organisation_uscc_site').on(t.uscc, t.siteNo).where(sql`${t.uscc} is not null and ${t.kind} = 'institution'`),
    index('organisation_kind_district').on(t.kind, t.districtCode),
  ],
);
