import type { ActionFunctionArgs } from '@remix-run/node';
import { pushRoster } from '~/domain/person/push-roster.server';
import { beijingDate } from '~/domain/shared/period';
import { notAllowed } from '~/web/api-door.server';
import { receivePush } from '~/web/api-push.server';
import { rosterChange, rosterHead, rosterRow } from '~/web/api-rows.server';

/** An institution's own system says who comes, changes and leaves. */
export const action = (args: ActionFunctionArgs) =>
  receivePush(args, {
    scope: 'roster:write',
    head: rosterHead,
    row: rosterRow,
    read: (row, { now }) => rosterChange(row, beijingDate(now)),
    write: (ctx, _head, rows) => pushRoster(ctx, rows),
  });

export const loader = () => notAllowed('POST');
