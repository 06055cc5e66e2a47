import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { completion, completionCertificate } from '#db/schema';
import { loader } from '~/routes/verify.$code';
import { testDatabase } from '../../support/database';
import { closedClass } from '../../support/taught-class';

const { db } = testDatabase();

const look = (code: string, clientAddress: string) =>
  loader({ request: new Request('http://127.0.0.1/verify'), params: { code }, context: { clientAddress } });

async function aCode(): Promise<string> {
  const scene = await closedClass({ names: ['李一'] });
  const [row] = await db
    .select({ code: completionCertificate.publicCode })
    .from(completionCertificate)
    .innerJoin(completion, eq(completion.id, completionCertificate.completionId))
    .where(eq(completion.classId, scene.held.id));
  return row?.code ?? '';
}

test('hit and miss are answered alike: the same fields, the same status, never stored by anybody', async () => {
  const [hit, miss] = [await look(await aCode(), '10.0.0.1'), await look('AAAAAABBBBBBCCCCCC', '10.0.0.1')];
  expect(hit.data.found.outcome).toBe('valid');
  expect(miss.data.found.outcome).toBe('unknown');
  expect(Object.keys(hit.data)).toEqual(Object.keys(miss.data));
  for (const answer of [hit, miss]) {
    expect(answer.init?.status).toBeUndefined();
    expect(new Headers(answer.init?.headers).get('Cache-Control')).toBe('no-store');
  }
});

test('sixty look-ups from one address in ten minutes, hits and misses together; others are not held up', async () => {
  const code = await aCode();
  for (let at = 0; at < 60; at += 1) await look(at % 2 === 0 ? code : 'AAAAAABBBBBBCCCCCC', '10.0.0.2');
  await expect(look(code, '10.0.0.2')).rejects.toMatchObject({ data: { code: 'rate_limited', params: { minutes: 10 } } });
  expect((await look(code, '10.0.0.3')).data.found.outcome).toBe('valid');
});
