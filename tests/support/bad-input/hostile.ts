import type { Random } from '#db/seed/random';

/** Must never come back as it is. */
export const SCRIPT = '<script>alert("yupei-echo")</script>';
const PAIR = String.fromCharCode(0xd83d);

/** Values of fields, parameters and parts of addresses. */
const VALUES: readonly string[] = [
  '',
  ' ',
  SCRIPT,
  `"${SCRIPT}`,
  `'-->${SCRIPT}`,
  '"><img src=x onerror=alert(1)>',
  '𠮷野家😀👩‍👩‍👧',
  'a\u0000b',
  '\u0000',
  `half ${PAIR} a pair`,
  '\u202e\u200b\ufeff',
  'é'.normalize('NFD'),
  "' or 1=1 --",
  '\\',
  '%',
  '_%',
  '-1',
  '0',
  '1e308',
  '999999999999999999999999',
  '0.1',
  'NaN',
  'true',
  'null',
  '[]',
  '{"a":1}',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '10000-01-01',
  '25:61',
  '2026-13',
  '../../../../etc/passwd',
  '//elsewhere.example/x',
  'javascript:alert(1)',
  '\r\nX-Yupei-Injected: 1',
  '__proto__',
  'constructor',
  'toString',
  'a.b.c',
  'rows[0][x]',
  '119900199001010016',
  '16900100001',
  'x'.repeat(300),
  '长'.repeat(3_000),
  'x'.repeat(70_000),
];

export const hostile = (random: Random): string => random.pick(VALUES);
/** Short enough for an address. */
export const hostileShort = (random: Random): string => hostile(random).slice(0, 400);

/** Percent-encoded as browsers do, or not quite. Half a surrogate pair goes out as the bytes that UTF-8 forbids. */
export const encoded = (value: string, random: Random): string => {
  if (random.chance(0.04)) return value.replaceAll(/[^\w%]/g, '') + random.pick(['%', '%E0%A4%A', '%ED%A0%80', '%00', '%FF', '+']);
  return [...value].map((char) => (/^[\ud800-\udfff]$/.test(char) ? '%ED%A0%BD' : encodeURIComponent(char))).join('');
};

export const formBody = (fields: readonly (readonly [string, string])[], random: Random): string =>
  fields.map(([name, value]) => `${encoded(name, random)}=${encoded(value, random)}`).join('&');

export function multipartBody(fields: readonly (readonly [string, string])[], random: Random): { type: string; body: Buffer } {
  const boundary = random.pick(['----yupei', 'x', '----yupei"']);
  const parts = fields.map(([name, value]) => {
    const file = random.chance(0.3) ? `; filename="${random.pick(['../../a.xlsx', 'a.xlsx', '\u202ea.pdf', ''])}"` : '';
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
  });
  const end = random.chance(0.9) ? `--${boundary}--\r\n` : '';
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.from(parts.join('') + end) };
}

/** Headers that no browser would send so; each is within the 16 kB that Node reads. */
export function oddHeaders(random: Random): Record<string, string> {
  const one = (): [string, string] =>
    random.pick<[string, string]>([
      ['Accept-Language', 'x-'.repeat(2_000)],
      ['Accept-Language', '*;q=5, ,,,zh;q=x'],
      ['Accept-Encoding', 'br;q=0, *;q=1e9'],
      ['Range', 'bytes=9-1'],
      ['If-None-Match', '"'.repeat(500)],
      ['If-Modified-Since', 'yesterday'],
      ['Referer', 'not an address'],
      ['User-Agent', ''],
      ['X-Request-Id', 'a b c'],
      ['X-Forwarded-Host', 'elsewhere.example'],
      ['X-Forwarded-Proto', 'gopher'],
      ['Origin', 'null'],
      ['Sec-Fetch-Site', 'cross-site'],
      ['X-Junk', 'y'.repeat(6_000)],
    ]);
  return Object.fromEntries(Array.from({ length: random.int(1, 3) }, one));
}

/** Cookies beside the session, or instead of it. */
export const oddCookies = (random: Random): string =>
  random.pick([
    'sid=',
    `sid=${'a'.repeat(3_000)}`,
    'sid=%00; sid=x; sid',
    'lng=xx; type=huge',
    'lng=en; type=large',
    'toast=%%%; toast=e30',
    `toast=${Buffer.from('["common:no.such",{}]').toString('base64url')}`,
    `toast=${Buffer.from(JSON.stringify(['account:signedIn', { __proto__: SCRIPT, x: SCRIPT }])).toString('base64url')}`,
    `toast=${Buffer.from('null').toString('base64url')}`,
    `${'c=1; '.repeat(200)}`,
  ]);
