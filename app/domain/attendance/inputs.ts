import { z } from 'zod';
import { ATTENDANCE_MARKS } from './attendance';
import type { MarkEntry } from './mark-changes';

const MARK = /^mark\.(.+)$/;
const WHOLE = /^\d{1,4}$/;
const isMark = (value: unknown): value is MarkEntry['mark'] => ATTENDANCE_MARKS.some((mark) => mark === value);

/** The sheet of a lesson: `mark.<enrolment>` and `late.<enrolment>` per trainee, people without a mark left out. */
export const attendanceForm = z
  .looseObject({ lateReason: z.string().max(300).default('') })
  .transform(({ lateReason, ...fields }, context) => {
    const marks: MarkEntry[] = [];
    for (const [name, value] of Object.entries(fields)) {
      const enrolmentId = MARK.exec(name)?.[1];
      if (enrolmentId === undefined || value === '') continue;
      const late = fields[`late.${enrolmentId}`];
      if (!isMark(value)) context.issues.push({ code: 'custom', message: 'field_choice', path: [name], input: value });
      else if (value !== 'late') marks.push({ enrolmentId, mark: value, minutesLate: null });
      else if (typeof late !== 'string' || !WHOLE.test(late))
        context.issues.push({ code: 'custom', message: 'late_minutes_needed', path: [`late.${enrolmentId}`], input: value });
      else marks.push({ enrolmentId, mark: value, minutesLate: Number(late) });
    }
    return { lateReason, marks };
  });
