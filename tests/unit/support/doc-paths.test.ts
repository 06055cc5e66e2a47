import { expect, test } from 'vitest';
import { pathsIn } from '../../support/doc-paths.mjs';

test.each([
  ['a file in a room of the house', '`app/server/start.mjs`', ['app/server/start.mjs']],
  ['a folder', '`db/schema/`', ['db/schema/']],
  ['a file by its ending', '`package.json`', ['package.json']],
  ['a command', '`npm run seed -- --scale 10`', []],
  ['a pattern', '`app/domain/<concept>/queries.server.ts` and `tests/**`', []],
  ['an address', '`/api/v1/targets` and `postgres://localhost/x`', []],
  ['code in a block', '```\n`app/nowhere.ts`\n```', []],
])('%s', (_name, text, found) => {
  expect(pathsIn(text)).toEqual(found);
});
