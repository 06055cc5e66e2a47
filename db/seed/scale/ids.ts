import { type SQL, sql } from 'drizzle-orm';

/** Two hexadecimal digits that tell the tables apart. */
const KINDS = {
  person: '01',
  organisation: '02',
  course: '03',
  syllabus: '04',
  class: '05',
  lesson: '06',
  enrolment: '07',
  closing: '08',
  completion: '09',
  certificate: '0a',
  module: '0b',
  institutionPeriod: '1e',
  institutionCapacity: '1f',
  engagement: '20',
  offPost: '21',
  heldCertificate: '22',
  rosterConfirmation: '23',
  student: '30',
  programmePoint: '31',
  placement: '32',
} as const;
export type Kind = keyof typeof KINDS;

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');

/** The nth id of its kind in a run of the scale seed: the same every time, and in the order of n, like the ids of the product. */
export const scaleId = (kind: Kind, run: number, n: number): string =>
  `0190${KINDS[kind]}${hex(run, 2)}-${hex(Math.floor(n / 4096), 4)}-7${hex(n % 4096, 3)}-8000-000000000000`;

/** The same in a statement, for an integer expression. */
export const scaleIdSql = (kind: Kind, run: number, n: SQL): SQL =>
  sql`(${`0190${KINDS[kind]}${hex(run, 2)}-`}::text || lpad(to_hex((${n}) / 4096), 4, '0') || '-7' || lpad(to_hex((${n}) % 4096), 3, '0') || '-8000-000000000000')::uuid`;
