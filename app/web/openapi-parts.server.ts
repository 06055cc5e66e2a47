import { z } from 'zod';
import type { ApiScope } from '~/domain/shared/api-scopes';
import { MOST_ROWS } from './api-push.server';
import { pushAnswer } from './api-rows.server';
import { schemaOf } from './json-schema.server';

export const clientProblem = z.object({
  error: z.object({
    status: z.int(),
    code: z.string(),
    messageZh: z.string().optional(),
    messageEn: z.string().optional(),
    reference: z.string().optional(),
    fields: z.array(z.object({ field: z.string(), code: z.string(), messageZh: z.string(), messageEn: z.string() })).optional(),
  }),
});

const answered = (schema: z.ZodType, description: string, example: unknown) => ({
  description,
  content: { 'application/json': { schema: schemaOf(schema, 'output'), example } },
});
const problem = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/ClientProblem' } } },
});
const COMMON = {
  401: problem('No key, or one that is unknown, revoked or expired.'),
  403: problem('The key has no scope for this.'),
  429: problem('Too many requests; see Retry-After.'),
};
const keyed = (...scopes: ApiScope[]) => ({ security: scopes.map((scope) => ({ clientKey: [scope] })) });

export const parametersOf = (schema: z.ZodType) => {
  const query = schemaOf(schema, 'input');
  return Object.entries(query.properties ?? {}).map(([name, of]) => {
    const { description, ...rest } = typeof of === 'object' ? of : {};
    return { name, in: 'query', required: query.required?.includes(name) ?? false, description, schema: rest };
  });
};

interface Read {
  id: string;
  summary: string;
  scopes: ApiScope[];
  query: z.ZodType;
  answer: z.ZodType;
  example: unknown;
}
/** One address that is read. */
export const read = ({ id, summary, scopes, query, answer, example }: Read) => ({
  get: {
    operationId: id,
    summary,
    ...keyed(...scopes),
    parameters: parametersOf(query),
    responses: { 200: answered(answer, 'The answer.', example), 400: problem('The query was not understood.'), ...COMMON },
  },
});

interface Push {
  id: string;
  summary: string;
  scope: ApiScope;
  head: z.ZodObject;
  row: z.ZodType;
  example: unknown;
  refused: { field: string; code: string; messageZh: string; messageEn: string };
}
/** One address that rows are pushed to. */
export const push = ({ id, summary, scope, head, row, example, refused }: Push) => ({
  post: {
    operationId: id,
    summary,
    description:
      `Each row is taken by the same rules as on the screen, or named with what is wrong with it: 200 when all were taken, 207 when some were not. At most ${MOST_ROWS} rows. ` +
      'The same Idempotency-Key within 30 days gives the same answer and does nothing again.',
    ...keyed(scope),
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        description: 'One for each request that is meant anew.',
        schema: { type: 'string', pattern: '^[\\w.:-]{8,100}$' },
      },
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: schemaOf(head.extend({ rows: z.array(row).min(1).max(MOST_ROWS) }), 'input'), example },
      },
    },
    responses: {
      200: answered(pushAnswer, 'Every row was taken.', { rows: 2, accepted: 2, refused: 0, errors: [] }),
      207: answered(pushAnswer, 'Some rows were not taken.', { rows: 2, accepted: 1, refused: 1, errors: [{ row: 2, ...refused }] }),
      400: problem('Not the JSON that this address takes, or no idempotency key.'),
      404: problem('No such class, lesson or sitting of the client’s organisation.'),
      422: problem('The idempotency key came with another content before, or the whole is refused.'),
      ...COMMON,
    },
  },
});
