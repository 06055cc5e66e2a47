import { z } from 'zod';

/** An empty line in a settings file means "not set". */
const unset = (value: unknown) => (value === '' ? undefined : value);
const text = z.preprocess(unset, z.string().optional());
const flag = z.preprocess(unset, z.enum(['0', '1']).default('0')).transform((value) => value === '1');
const whole = (fallback: number) => z.preprocess(unset, z.coerce.number().int().positive().default(fallback));

const settings = z.object({
  NODE_ENV: z.preprocess(unset, z.enum(['development', 'production', 'test']).default('production')),
  HOST: z.preprocess(unset, z.string().default('127.0.0.1')),
  PORT: z.preprocess(unset, z.coerce.number().int().min(1).max(65_535).default(3000)),
  DATABASE_URL: z.preprocess(
    unset,
    z.url({ protocol: /^postgres(ql)?$/, error: 'must be an address like postgres://user:password@host:5432/yupei' }),
  ),
  DATABASE_OWNER_URL: text,
  DB_POOL: whole(10),
  REDIS_URL: text,
  PUBLIC_URL: text,
  MESSAGE_GATEWAY_URL: text,
  TRUST_PROXY: text,
  COOKIE_SECURE: z.preprocess(unset, z.enum(['0', '1']).optional()),
  LOG_LEVEL: z.preprocess(unset, z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info')),
  YUPEI_DEMO: flag,
  YUPEI_LICENSING: flag,
  YUPEI_DATA_DIR: z.preprocess(unset, z.string().default('.data')),
  YUPEI_TEST_CLOCK: text,
});

const read = settings.safeParse(process.env);
if (!read.success) {
  const lines = read.error.issues.map(
    (issue) => `  ${issue.path.join('.')}: ${issue.path[0] && process.env[String(issue.path[0])] ? issue.message : 'is missing'}`,
  );
  refuseToStart(`Settings are missing or wrong:\n${lines.join('\n')}\n.env.example says what each one means.`);
}
const given = (read as { data: z.infer<typeof settings> }).data;

/** Says in plain words why the process cannot run, and ends it: a stack trace would bury the sentence. */
export function refuseToStart(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

export const env = Object.freeze({
  production: given.NODE_ENV === 'production',
  host: given.HOST,
  port: given.PORT,
  databaseUrl: given.DATABASE_URL,
  /** The login that owns the tables and migrates them; the program itself runs as a lesser role. */
  databaseOwnerUrl: given.DATABASE_OWNER_URL ?? given.DATABASE_URL,
  databasePool: given.DB_POOL,
  redisUrl: given.REDIS_URL,
  /** Address that people type, for links in messages and codes on paper; the host of the request where unset. */
  publicUrl: given.PUBLIC_URL?.replace(/\/$/, ''),
  /** Takes each mail and SMS as JSON; unset = messages wait in the outbox (the demo keeps them there). */
  messageGatewayUrl: given.MESSAGE_GATEWAY_URL,
  trustProxy: trustedProxies(given.TRUST_PROXY),
  /** Demo data lives on plain HTTP; a real deployment must say COOKIE_SECURE=0 itself to go without. */
  cookieSecure: given.COOKIE_SECURE === undefined ? !given.YUPEI_DEMO : given.COOKIE_SECURE === '1',
  logLevel: given.LOG_LEVEL,
  demo: given.YUPEI_DEMO,
  /** Whether institutions may be entered as licensed (已许可): off until the law is in force. */
  licensing: given.YUPEI_LICENSING,
  dataDir: given.YUPEI_DATA_DIR,
  /** Only a demo or a test may have a clock of its own. */
  testClock: given.YUPEI_DEMO || given.NODE_ENV === 'test' ? given.YUPEI_TEST_CLOCK : undefined,
});

/** TRUST_PROXY as express wants it: a number of hops, or a list of addresses and subnets; unset trusts nobody. */
function trustedProxies(value: string | undefined): number | string | false {
  if (value === undefined) return false;
  return /^\d+$/.test(value) ? Number(value) : value;
}
