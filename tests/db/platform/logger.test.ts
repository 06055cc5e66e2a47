import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { account } from '#db/schema';
import { createLogger, currentRequestId, withRequest } from '~/platform/logger.server';
import { testDatabase } from '../../support/database';

const { db } = testDatabase();

function written(write: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown> & { text: string } {
  const lines: string[] = [];
  write(createLogger('info', { write: (line) => lines.push(line) }));
  const text = lines.join('');
  return { ...JSON.parse(text), text };
}

test('secrets and personal facts do not reach a line, at the top or one level down', () => {
  const { text } = written((logger) => logger.info({ password: 'p-1', person: { phone: '13800000000', idNumber: '119900x' }, event: 'x' }));
  expect(text).not.toMatch(/p-1|138000|119900/);
  expect(text).toContain('"event":"x"');
});

test('a failed statement is logged without its parameters', async () => {
  const failure = await db
    .select()
    .from(account)
    .where(eq(account.id, '11990019900101001X'))
    .catch((error: unknown) => error);
  const line = written((logger) => logger.error({ error: failure }));
  expect(line.text).not.toContain('params: 1199');
  expect(line).toMatchObject({ error: { message: expect.stringContaining('Failed query'), cause: { code: '22P02' } } });
});

test('lines of a request carry its id, others none', () => {
  const inside = withRequest('r-1', () => ({ id: currentRequestId(), line: written((logger) => logger.info('x')) }));
  expect([inside.id, inside.line.requestId, currentRequestId()]).toEqual(['r-1', 'r-1', undefined]);
});
