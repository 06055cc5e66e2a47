import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hiddenScopes } from '~/domain/rate/masking';

const big = (scope: string) => ({ scope, n: 40, d: 60 });

test.each([
  ['two on post', { scope: 'x', n: 1, d: 2 }],
  ['three certified of fifty', { scope: 'x', n: 3, d: 50 }],
  ['all but one certified', { scope: 'x', n: 49, d: 50 }],
])('%s: not published, and the smallest other goes with it', (_, small) => {
  const hidden = hiddenScopes([small, big('a'), { scope: 'b', n: 20, d: 30 }]);
  expect([...hidden].sort()).toEqual(['b', 'x']);
});

test('nobody on post, or nobody certified of many, is published', () => {
  expect(hiddenScopes([{ scope: 'x', n: 0, d: 0 }, { scope: 'y', n: 0, d: 30 }, big('a')]).size).toBe(0);
});

test('whatever the figures, no small group stands open and no hidden one is alone', () => {
  const district = fc.record({ d: fc.integer({ min: 0, max: 40 }), part: fc.integer({ min: 0, max: 40 }) });
  fc.assert(
    fc.property(fc.array(district, { minLength: 2, maxLength: 17 }), (given) => {
      const rows = given.map(({ d, part }, at) => ({ scope: String(at), d, n: Math.min(part, d) }));
      const hidden = hiddenScopes(rows);
      const small = (value: number) => value >= 1 && value <= 4;
      for (const { scope, n, d } of rows) if (small(d) || small(n) || small(d - n)) expect(hidden.has(scope)).toBe(true);
      const people = rows.filter(({ d }) => d > 0);
      if (hidden.size === 1) expect(people).toHaveLength(1);
    }),
  );
});
