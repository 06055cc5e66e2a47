import { z } from 'zod';
import { ATTENDANCE_MARKS } from '~/domain/attendance/attendance';
import { SCORE_KINDS } from '~/domain/completion/completion';
import { staffInput } from '~/domain/person/inputs';
import { EDUCATION_LEVELS, ENGAGEMENT_ROLES } from '~/domain/person/person';
import type { RosterChange } from '~/domain/person/push-roster.server';
import { ID_TYPES } from '~/domain/shared/identity';
import { isDate } from '~/domain/shared/period';
import type { ReadRow } from './api-push.server';

// What clients send, said as schemas: the interface reads by them, and its description is made of them.
const day = z.string().max(10).refine(isDate, 'field_date').meta({ format: 'date' });
const document = {
  idType: z.enum(ID_TYPES).default('resident_id').meta({ description: 'Kind of document; a resident identity card without it.' }),
  idNumber: z.string().min(1).max(60).meta({ description: 'Number of the document.' }),
};
const role = z.enum(ENGAGEMENT_ROLES);
const remark = z.string().max(500);

const addition = z.strictObject({
  action: z.literal('add'),
  name: z.string().min(1).max(200),
  ...document,
  phone: z.string().max(40).optional(),
  education: z.enum(EDUCATION_LEVELS).optional(),
  role,
  startOn: day.meta({ format: 'date', description: 'First day.' }),
  isFullTime: z.boolean().default(true),
  isIntern: z.boolean().default(false),
  contractUntilOn: day.optional(),
  healthCertValidUntil: day.optional().meta({ description: 'Last valid day of the health certificate; no other health data.' }),
  backgroundCheckedOn: day.optional().meta({ description: 'Day of the background check; never its details.' }),
  remark: remark.optional(),
});
const leaving = z.strictObject({
  action: z.literal('end'),
  ...document,
  role,
  endOn: day.meta({ format: 'date', description: 'First day that she is no longer there.' }),
});
const correction = z.strictObject({
  action: z.literal('change'),
  ...document,
  role: role.meta({ description: 'The role as it stands on the roster.' }),
  newRole: role.optional(),
  startOn: day.optional(),
  isFullTime: z.boolean().optional(),
  isIntern: z.boolean().optional(),
  contractUntilOn: day.nullable().optional(),
  remark: remark.optional(),
});
export const rosterRow = z.discriminatedUnion('action', [addition, leaving, correction]);
export const rosterHead = z.strictObject({});

const ticked = (is: boolean) => (is ? ('on' as const) : undefined);

/** A row as the form of the screen would send it, by that form's own schema. */
export function rosterChange(row: z.output<typeof rosterRow>, today: string): ReadRow<RosterChange> {
  if (row.action === 'add') {
    const { action, isFullTime, isIntern, ...fields } = row;
    const entry = staffInput(today).safeParse(
      { ...fields, isFullTime: ticked(isFullTime), isIntern: ticked(isIntern) },
      { reportInput: true },
    );
    return entry.success ? { success: true, data: { action, entry: entry.data } } : entry;
  }
  const { idType, idNumber } = row;
  const post = { idType, idNumber, role: row.role };
  if (row.action === 'end') return { success: true, data: { action: 'end', post, endOn: row.endOn } };
  const { newRole, startOn, isFullTime, isIntern, contractUntilOn, remark: said } = row;
  const given = { role: newRole, startOn, isFullTime, isIntern, contractUntilOn, remark: said };
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { success: true, data: { action: 'change', post, changes } };
}

export const attendanceHead = z.strictObject({
  classCode: z.string().min(1).max(40).meta({ description: 'Code of the class (班期编号).' }),
  lessonId: z.uuid().meta({ description: 'The lesson, as /api/v1/classes names it.' }),
  lateReason: z.string().max(300).default('').meta({ description: 'Why it is entered later than seven days after the lesson.' }),
});
export const attendanceRow = z
  .strictObject({
    ...document,
    mark: z.enum(ATTENDANCE_MARKS),
    minutesLate: z.int().min(1).max(1_000).nullable().default(null).meta({ description: 'With the mark `late`.' }),
  })
  .refine(({ mark, minutesLate }) => mark !== 'late' || minutesLate !== null, { error: 'late_minutes_needed', path: ['minutesLate'] });

export const scoresHead = z.strictObject({ classCode: z.string().min(1).max(40).meta({ description: 'Code of the class (班期编号).' }) });
export const scoreRow = z.strictObject({
  ...document,
  kind: z.enum(SCORE_KINDS),
  points: z.number().min(0).max(100).nullable().meta({ description: 'Null takes the score back.' }),
  assessedOn: day,
  assessor: z.string().min(1).max(100),
});

export const resultsHead = z.strictObject({ sittingCode: z.string().min(1).max(60).meta({ description: 'Code of the 1+X sitting.' }) });
const points = z.number().min(0).max(1_000).nullable().optional();
export const resultRow = z.strictObject({
  candidate: z.string().min(1).max(60).meta({ description: 'Number of the candidate.' }),
  theory: points.meta({ description: 'What is left out stays as it is; null takes the points back.' }),
  practical: points,
  absent: z.boolean().optional(),
  creditBankNo: z.string().max(60).nullable().optional(),
});

export const pushAnswer = z.object({
  rows: z.int().min(0),
  accepted: z.int().min(0),
  refused: z.int().min(0),
  errors: z.array(
    z.object({
      row: z.int().min(1).meta({ description: 'Place in the request, from 1.' }),
      field: z.string().nullable(),
      code: z.string(),
      messageZh: z.string(),
      messageEn: z.string(),
    }),
  ),
});
