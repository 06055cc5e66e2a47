import { z } from 'zod';
import { DISTRICT_CODES } from '../organisation/districts';
import { checkIdentity, ID_TYPES } from '../shared/identity';
import { checkbox, dateField, optionally, personName } from '../shared/inputs';
import { CANDIDATE_SHOWN, COUNTED_BY, isPoints, X_LEVELS } from './evaluation';
import { readCreditGrid, readResultGrid } from './result-form';
import { isNumberPrefix, SITTING_PHASES } from './sitting';
import { MAX_STUDENTS } from './student-list';

const text = (max: number) => z.string().max(max);
const needed = (max: number) => z.string().min(1).max(max);
const whole = (min: number, max: number) =>
  z
    .string()
    .min(1)
    .regex(/^\d{1,6}$/, 'field_whole_number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));
const points = z
  .string()
  .min(1)
  .regex(/^\d{1,3}(\.\d)?$/, 'points_range')
  .transform(Number)
  .refine(isPoints, 'points_range');
const id = optionally(z.uuid('field_choice'));

export const kindInput = z
  .object({
    name: needed(60),
    issuer: needed(100),
    organisationId: id,
    'levels[]': z.array(z.enum(X_LEVELS)).min(1).default([]),
    childcareRelated: checkbox,
    numberPrefix: text(20).refine((prefix) => prefix === '' || isNumberPrefix(prefix), 'kind_prefix_format'),
    source: text(300),
    isActive: checkbox,
  })
  .transform(({ 'levels[]': levels, ...kind }) => ({ ...kind, levels: X_LEVELS.filter((level) => levels.includes(level)) }));

export const siteInput = z.object({
  name: needed(60),
  districtCode: z.enum(DISTRICT_CODES, 'field_choice'),
  address: needed(200),
  hostId: id,
  seats: whole(1, 5000),
  isActive: checkbox,
});

export const sittingInput = z.object({
  xKindId: z.uuid('field_choice'),
  level: z.enum(X_LEVELS, 'field_choice'),
  siteId: z.uuid('field_choice'),
  code: z
    .string()
    .min(1)
    .transform((code) => code.toUpperCase())
    .refine((code) => /^[A-Z0-9][A-Z0-9-]{2,23}$/.test(code), 'field_format'),
  registerFromOn: dateField,
  registerUntilOn: dateField,
  theoryOn: dateField,
  practicalOn: dateField,
  capacity: whole(1, 5000),
  theoryPass: points,
  practicalPass: points,
  appealDays: whole(1, 60),
});

export const assessorInput = (today: string) =>
  z.object({ name: personName, idType: z.enum(ID_TYPES), idNumber: text(60) }).transform(({ idType, idNumber, ...rest }, ctx) => {
    if (idNumber === '') return { ...rest, idType, idNumber: null };
    const check = checkIdentity(idType, idNumber, today);
    if (check.ok) return { ...rest, idType, idNumber: check.value };
    ctx.addIssue({ code: 'custom', message: check.code, path: ['idNumber'], input: idNumber });
    return z.NEVER;
  });
export const assessorChoice = z.object({ assessorId: z.uuid() });

export const studentsInput = z.object({
  idType: z.enum(ID_TYPES),
  students: z
    .string()
    .min(1, 'students_empty')
    .max(20_000)
    .superRefine((typed, ctx) => {
      if (typed.split('\n').length > MAX_STUDENTS + 5)
        ctx.addIssue({ code: 'custom', message: 'students_too_many', params: { max: MAX_STUDENTS }, input: typed });
    }),
});
export const sittingChoice = z.object({ sittingId: z.uuid() });
export const withdrawalInput = z.object({ candidateId: z.uuid(), reason: needed(500) });

/** The grid: a cell per candidate and part. An emptied cell takes its points back; a box that is not ticked means present. */
export const resultGrid = z
  .looseObject({ 'candidate[]': z.array(z.uuid()).max(2000).default([]) })
  .transform((form, ctx) =>
    readResultGrid(form, form['candidate[]'], (path, message) => ctx.addIssue({ code: 'custom', path: [path], message, input: form })),
  );

/** Once the results are published the grid holds the credit-bank numbers alone. */
export const creditGrid = z.looseObject({}).transform(readCreditGrid);

export const resultPaste = z.object({ paste: needed(200_000) });
export const appealInput = z.object({ statement: needed(1000) });
const corrected = z
  .union([z.literal('').transform(() => null), points])
  .optional()
  .transform((value) => value ?? null);
export const appealAnswer = z.object({
  appealId: z.uuid(),
  decision: z.enum(['upheld', 'rejected'], 'field_choice'),
  reason: z.string().min(1, 'reason_required').max(500),
  theory: corrected,
  practical: corrected,
});

const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const level = z.enum(X_LEVELS).optional().catch(undefined);
const chosen = z.uuid().optional().catch(undefined);
export const sittingSearch = z.object({ kind: chosen, level, phase: z.enum(['current', 'all', ...SITTING_PHASES]).catch('current'), page });
/** Of a list that belongs to one sitting. */
export const ofSitting = z.object({ sitting: chosen });
export const openSittingSearch = z.object({ kind: chosen, level, page });

const year = z
  .string()
  .regex(/^20\d\d$/)
  .optional()
  .catch(undefined);
export const countSearch = z.object({ by: z.enum(COUNTED_BY).catch('certificate'), year });

export const candidateSearch = z.object({
  sitting: chosen,
  /** `none` = society learners, whom no college registered. */
  college: z
    .union([z.uuid(), z.literal('none')])
    .optional()
    .catch(undefined),
  kind: chosen,
  level,
  year,
  show: z.enum(CANDIDATE_SHOWN).catch('all'),
  page,
});
