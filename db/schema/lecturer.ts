import { sql } from 'drizzle-orm';
import { boolean, char, check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { LECTURER_FIELDS, LECTURER_KINDS, LECTURER_STATUSES } from '../../app/domain/lecturer/lecturer';
import { allOf, day, id, instant, oneOf } from './columns';
import { district, organisation } from './organisation';
import { person } from './person';

/** 师资与专家: who may be named as the lecturer of a lesson, approved for a time. */
export const lecturer = pgTable(
  'lecturer',
  {
    id: id(),
    kind: text({ enum: LECTURER_KINDS }).notNull(),
    name: text().notNull(),
    /** Where she is a person of the platform. */
    personId: uuid().references(() => person.id),
    /** The provider that proposed her; null = the commission's own expert. */
    organisationId: uuid().references(() => organisation.id),
    /** District that decides; null = the city. */
    districtCode: char({ length: 6 }).references(() => district.code),
    employer: text().notNull().default(''),
    fields: text({ enum: LECTURER_FIELDS }).array().notNull(),
    /** Professional title, degree, certificates: what qualifies her. */
    qualification: text().notNull(),
    status: text({ enum: LECTURER_STATUSES }).notNull(),
    submittedAt: instant().notNull(),
    submittedBy: uuid(),
    approvedFromOn: day(),
    /** Last day of the approval. */
    approvedUntilOn: day(),
    decidedAt: instant(),
    decidedBy: uuid(),
    decisionReason: text(),
    /** Asked for again before or after its end. */
    renewalAskedAt: instant(),
    /** The last day that its organisation was reminded of: once per approval. */
    remindedOfOn: day(),
    importId: uuid(),
    createdAt: instant().notNull(),
    isDemo: boolean().notNull().default(false),
  },
  (t) => [
    oneOf('lecturer_kind', t.kind, LECTURER_KINDS),
    oneOf('lecturer_status', t.status, LECTURER_STATUSES),
    allOf('lecturer_fields', t.fields, LECTURER_FIELDS),
    check('lecturer_has_field', sql`cardinality(${t.fields}) > 0`),
    check(
      'lecturer_approval',
      sql`${t.status} <> 'approved' or (${t.approvedFromOn} is not null and ${t.approvedUntilOn} >= ${t.approvedFromOn})`,
    ),
    index('lecturer_organisation').on(t.organisationId, t.status),
    index('lecturer_district').on(t.districtCode, t.status),
    index('lecturer_person').on(t.personId),
  ],
);
