import type { ActionFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import { pushScores } from '~/domain/completion/push-scores.server';
import type { PushedRow } from '~/domain/shared/pushed-rows.server';
import { notAllowed } from '~/web/api-door.server';
import { receivePush } from '~/web/api-push.server';
import { scoreRow, scoresHead } from '~/web/api-rows.server';

/** A provider's own system hands in scores of a class. */
export const action = (args: ActionFunctionArgs) =>
  receivePush(args, {
    scope: 'scores:write',
    head: scoresHead,
    row: scoreRow,
    write: (ctx, head, rows: PushedRow<z.output<typeof scoreRow>>[]) => pushScores(ctx, { ...head, rows }),
  });

export const loader = () => notAllowed('POST');
