import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, pino } from 'pino';
import { env } from './env.server';

type RequestScope = { requestId: string };

// The server entry and the Remix build are two bundles of one process: the scope must be the same object in both.
const slot = Symbol.for('yupei.request-scope');
const shared = globalThis as typeof globalThis & { [slot]?: AsyncLocalStorage<RequestScope> };
shared[slot] ??= new AsyncLocalStorage<RequestScope>();
const scope = shared[slot];

/** Every log line written inside carries the request's id. */
export const withRequest = <T>(requestId: string, run: () => T): T => scope.run({ requestId }, run);

/** One object for as long as a request is served; undefined outside a request. */
export const currentRequest = (): object | undefined => scope.getStore();

/** Id of the request being served, to show to the user as a reference number. */
export const currentRequestId = (): string | undefined => scope.getStore()?.requestId;

/** Names under which a secret or a personal fact could reach a log line, at the top or one level down. */
const SENSITIVE = [
  'password',
  'newPassword',
  'currentPassword',
  'secret',
  'totp',
  'totpCode',
  'recoveryCode',
  'token',
  'cookie',
  'authorization',
  'sessionId',
  'idNumber',
  'identityNumber',
  'phone',
  'name',
  'userName',
  'email',
  'address',
  'body',
  'query',
];

/** Lines of JSON without secrets and personal facts; to standard output unless a destination is given. */
export const createLogger = (level: string, destination?: DestinationStream) =>
  pino(
    {
      level,
      base: { process: process.env.YUPEI_PROCESS ?? 'node', pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => scope.getStore() ?? {},
      redact: { paths: SENSITIVE.flatMap((name) => [name, `*.${name}`]), censor: '[removed]' },
      serializers: { error: describeError, err: describeError },
    },
    destination ?? pino.destination(1),
  );

export const logger = createLogger(env.logLevel);

/** What a defect's log line needs. A database error's detail repeats row values, so it stays out. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint_name: constraint } = error as Error & { code?: string; constraint_name?: string };
  // drizzle puts the parameters of the failed query behind the statement: personal data
  const message = error.message.split('\nparams:')[0];
  const stack = error.stack?.replace(/\nparams:[\s\S]*?(?=\n\s+at )/, '');
  return { type: error.name, message, code, constraint, stack, ...(error.cause ? { cause: describeError(error.cause) } : {}) };
}
