import type { ActionFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import { pushAttendance } from '~/domain/attendance/push-attendance.server';
import type { PushedRow } from '~/domain/shared/pushed-rows.server';
import { notAllowed } from '~/web/api-door.server';
import { receivePush } from '~/web/api-push.server';
import { attendanceHead, attendanceRow } from '~/web/api-rows.server';

/** A provider's own system hands in the sheet of a lesson. */
export const action = (args: ActionFunctionArgs) =>
  receivePush(args, {
    scope: 'attendance:write',
    head: attendanceHead,
    row: attendanceRow,
    write: (ctx, head, rows: PushedRow<z.output<typeof attendanceRow>>[]) => pushAttendance(ctx, { ...head, rows }),
  });

export const loader = () => notAllowed('POST');
