import { createHash } from 'node:crypto';
import type { z } from 'zod';

/** Anyone may read the public interface, from any page. */
const OPEN = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' };

/** JSON that caches may keep for a minute; 304 when the caller has it already. */
export function publicJson(request: Request, body: unknown): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = { ...OPEN, ETag: etag, 'Cache-Control': 'public, max-age=60' };
  const known = request.headers
    .get('If-None-Match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(etag) || known?.includes('*')) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } });
}

/** A query that the interface does not understand, named field by field. */
export function badQuery(error: z.ZodError): Response {
  const fields = Object.fromEntries(
    error.issues.flatMap((issue): [string, string][] =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key, 'Unknown parameter']) : [[issue.path.join('.'), issue.message]],
    ),
  );
  const problem = { error: { status: 400, message: 'The query was not understood.', fields } };
  return Response.json(problem, { status: 400, headers: { ...OPEN, 'Cache-Control': 'no-store' } });
}
