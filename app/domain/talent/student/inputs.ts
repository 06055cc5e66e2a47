import { z } from 'zod';
import { isId } from '../../shared/id';
import { dateField, identityFields, identityRule, personName } from '../../shared/inputs';
import { FUNNEL_STAGES } from '../funnel';
import { STUDENT_STATUSES } from '../programme';

const studies = {
  pointId: z.uuid('field_choice'),
  studentNo: z.string().min(1).max(40),
  className: z.string().max(60).default(''),
  enrolledOn: dateField,
};

/** A college enters one of its students. `today` is the Beijing day. */
export const newStudentInput = (today: string) =>
  z.object({ name: personName, ...identityFields, ...studies }).refine(...identityRule(today));
export type NewStudent = z.output<ReturnType<typeof newStudentInput>>;

export const studiesInput = z.object(studies);
export type Studies = z.output<typeof studiesInput>;

export const studentEndInput = z.object({ status: z.enum(['graduated', 'left'], 'field_choice'), endedOn: dateField });

const year = z.coerce.number().int().min(1990).max(2100).optional().catch(undefined);
const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const stage = z.enum(FUNNEL_STAGES).catch('student');
const ofId = z.string().refine(isId).optional().catch(undefined);

export const studentSearch = z.object({
  q: z.string().max(60).catch('').default(''),
  point: ofId,
  year,
  status: z.enum(STUDENT_STATUSES).optional().catch(undefined),
  stage,
  page,
});

export const funnelSearch = z.object({ year, college: ofId });

/** Exactly the students of one number. */
export const funnelPeopleSearch = funnelSearch.extend({ stage, page });

/** Days off post that the last stage forgives: a number of practice that the city sets. */
export const funnelSettingForm = z.object({ value: z.string().min(1).pipe(z.coerce.number<string>().int()) });
