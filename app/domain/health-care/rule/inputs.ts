import { z } from 'zod';
import { isId } from '../../shared/id';
import { checkbox, dateField } from '../../shared/inputs';

const whole = (min: number, max: number) => z.string().min(1).pipe(z.coerce.number<string>().int().min(min).max(max));

export const healthCareRuleForm = z.object({
  inForceFromOn: dateField,
  newSinceOn: dateField,
  minimumStaff: whole(1, 20),
  childrenPerFullTime: whole(1, 1_000),
  graceDays: whole(0, 730),
  replacementDays: whole(0, 730),
  certificateMonths: z.union([z.literal('').transform(() => null), whole(1, 240)]).default(null),
  isOfficial: checkbox,
  documentNo: z.string().max(60).default(''),
});

export const newHealthCareRuleSearch = z.object({ from: z.string().refine(isId).optional().catch(undefined) });

export const nearDaysForm = z.object({ value: whole(0, 1_000) });
