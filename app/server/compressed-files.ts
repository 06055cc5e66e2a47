import fs from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from 'express';

const CODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Answers with the copy that the build compressed (compress.mjs), where there is one and the browser can read it. */
export function compressedFiles(client: string): RequestHandler {
  const folder = path.join(client, 'assets');
  const present = new Set(fs.existsSync(folder) ? fs.readdirSync(folder) : []);
  return (req, res, next) => {
    const name = /^\/assets\/([\w.-]+)$/.exec(req.path)?.[1];
    if (name === undefined || !present.has(name)) return next();
    const coding = CODINGS.find(([token, ending]) => present.has(name + ending) && req.acceptsEncodings(token));
    if (!coding) return next();
    // Names under assets/ change with their content: a browser need never ask again.
    res.set({ 'Content-Encoding': coding[0], 'Cache-Control': 'public, max-age=31536000, immutable' }).vary('Accept-Encoding');
    res.type(path.extname(name)).sendFile(path.join(folder, name + coding[1]), { cacheControl: false });
  };
}
