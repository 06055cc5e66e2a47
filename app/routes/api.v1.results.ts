import type { ActionFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import { pushResults } from '~/domain/evaluation/push-results.server';
import type { PushedRow } from '~/domain/shared/pushed-rows.server';
import { notAllowed } from '~/web/api-door.server';
import { receivePush } from '~/web/api-push.server';
import { resultRow, resultsHead } from '~/web/api-rows.server';

/** An evaluation organisation's own system hands in results of a sitting. */
export const action = (args: ActionFunctionArgs) =>
  receivePush(args, {
    scope: 'results:write',
    head: resultsHead,
    row: resultRow,
    write: (ctx, head, rows: PushedRow<z.output<typeof resultRow>>[]) => pushResults(ctx, { ...head, rows }),
  });

export const loader = () => notAllowed('POST');
