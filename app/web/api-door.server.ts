import { randomUUID } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import type { z } from 'zod';
import { authenticateClient, type ClientActor } from '~/domain/organisation/authenticate-client.server';
import type { ApiScope } from '~/domain/shared/api-scopes';
import type { Context } from '~/domain/shared/operation.server';
import { countAttempt } from '~/domain/shared/rate-limit.server';
import { isExpected, Refusal, type RefusalCode, type RefusalParams } from '~/domain/shared/refusals';
import { translate } from '~/i18n/translate';
import { now } from '~/platform/clock.server';
import { keyedHash } from '~/platform/crypto.server';
import { currentRequestId, logger } from '~/platform/logger.server';
import { contextFor } from './actor.server';
import { addressOf } from './rate-limit.server';
import { sentenceOf } from './zod-words.server';

/** Requests of one client, and wrong keys from one address, in so many seconds. */
const LIMITS = {
  read: { points: 600, seconds: 60 },
  write: { points: 120, seconds: 60 },
  wrong_key: { points: 30, seconds: 600 },
} as const;

/** Both languages, since nobody knows who reads the answer of a program. */
export const sentencesOf = (code: RefusalCode, params?: RefusalParams) => ({
  code,
  messageZh: translate('zh-CN', `refusals:${code}`, params),
  messageEn: translate('en', `refusals:${code}`, params),
});

/** An answer that is not what was asked for; thrown on the way, given as JSON. */
export class ApiRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: RefusalCode,
    readonly params?: RefusalParams,
    readonly headers: Record<string, string> = {},
    readonly fields?: { field: string; code: RefusalCode; params?: RefusalParams }[],
  ) {
    super(code);
  }
}

export const apiJson = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } });

const refused = ({ status, code, params, headers, fields }: ApiRefusal): Response => {
  const named = fields?.map(({ field, ...rest }) => ({ field, ...sentencesOf(rest.code, rest.params) }));
  return apiJson({ error: { status, ...sentencesOf(code, params), ...(named ? { fields: named } : {}) } }, status, headers);
};

async function limit(kind: keyof typeof LIMITS, key: string): Promise<void> {
  const attempt = await countAttempt({ kind: `api_${kind}`, key: keyedHash(key, 'rate_limit'), ...LIMITS[kind] }, now());
  if (attempt.allowed) return;
  throw new ApiRefusal(429, 'rate_limited', { minutes: attempt.minutes }, { 'Retry-After': String(attempt.minutes * 60) });
}

const BEARER = /^Bearer +(\S+)$/i;

async function clientOf(request: Request, context: AppLoadContext): Promise<ClientActor> {
  const key = BEARER.exec(request.headers.get('Authorization') ?? '')?.[1];
  const client = key ? await authenticateClient(key, now()) : null;
  if (client) return client;
  if (key) await limit('wrong_key', addressOf(context));
  throw new ApiRefusal(401, 'api_key_missing', undefined, { 'WWW-Authenticate': 'Bearer realm="yupei"' });
}

interface Asked {
  request: Request;
  context: AppLoadContext;
  /** One of them is enough. */
  scopes: readonly ApiScope[];
  kind: 'read' | 'write';
}

/**
 * The door for client keys: who is it, may the key do this, how often. Whatever happens is answered in JSON; a defect is
 * logged once under the number in the answer. Cookies are not looked at, so no other site can borrow a session here.
 */
export async function apiDoor(
  { request, context, scopes, kind }: Asked,
  run: (ctx: Context & { actor: ClientActor }) => Promise<Response>,
) {
  try {
    const client = await clientOf(request, context);
    await limit(kind, client.client);
    if (!client.key.scopes.some((scope) => scopes.includes(scope))) throw new ApiRefusal(403, 'forbidden');
    return await run(contextFor(client));
  } catch (error) {
    if (error instanceof ApiRefusal) return refused(error);
    if (isExpected(error)) return refused(new ApiRefusal(error.status, error.code, error.params, {}, fieldOf(error)));
    const reference = currentRequestId() ?? randomUUID();
    logger.error({ error, reference }, 'request failed');
    return apiJson({ error: { status: 500, code: 'defect', reference } }, 500);
  }
}

const fieldOf = (error: { code: RefusalCode; params: RefusalParams }) =>
  error instanceof Refusal && error.field ? [{ field: error.field, code: error.code, params: error.params }] : undefined;

/** What a schema found, as the sentences that a screen would show. */
export const problemsOf = (error: z.ZodError) =>
  error.issues.map((issue) => {
    const at = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    return { field: at.join('.'), ...sentenceOf(issue) };
  });

/** The query of a read. @throws ApiRefusal 400 naming each parameter */
export function apiQuery<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams), { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new ApiRefusal(400, 'form_malformed', undefined, {}, problemsOf(parsed.error));
}

export const notAllowed = (allow: 'GET' | 'POST') => refused(new ApiRefusal(405, 'method_not_allowed', undefined, { Allow: allow }));
