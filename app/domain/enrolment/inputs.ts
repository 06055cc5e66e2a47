import { z } from 'zod';

const reason = z.string().min(1).max(500);
const optionalId = z
  .string()
  .max(40)
  .optional()
  .transform((value) => value || null);
const box = z
  .string()
  .optional()
  .transform((value) => value === 'on');

export const requestInput = z.object({
  engagementId: optionalId,
  preService: box,
  needsLodging: box,
  remark: z.string().max(200).default(''),
});

export const reasonInput = z.object({ reason });
export const enrolmentReasonInput = z.object({ enrolmentId: z.string().min(1), reason });
export const enrolmentInput = z.object({ enrolmentId: z.string().min(1) });

/** Several people of a class at once; at least one. */
const chosen = z.array(z.string().max(40), 'nobody_selected').min(1, 'nobody_selected').max(2000);
export const approveSeveralInput = z.object({ 'enrolment[]': chosen });
export const rejectSeveralInput = z.object({ 'enrolment[]': chosen, reason });

export const nominateInput = z.object({
  'person[]': chosen,
  overrideReason: z.string().max(200).default(''),
  remark: z.string().max(200).default(''),
});

/** From the institution's own page: these people, that class. */
export const oneStepNominationInput = z.object({ classId: z.uuid(), 'person[]': chosen });

export const unmaskInput = z.object({ reason });

export const nominationSearch = z.object({ class: z.string().max(40).catch('') });
export const confirmationSearch = z.object({
  show: z.enum(['pending', 'current', 'all']).catch('pending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export const peopleSearch = z.object({ show: z.enum(['decide', 'seated', 'waiting', 'out', 'all']).optional().catch(undefined) });
