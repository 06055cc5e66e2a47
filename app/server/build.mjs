// Builds browser, server and Node entries. Also run directly, by npm run build. Node built-ins only.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compressFolder } from './compress.mjs';
import { root } from './install.mjs';
import { run, step } from './steps.mjs';

const SOURCES = ['app', 'db', 'jobs', 'public', 'vite.config.ts', 'remix.config.js', 'tsconfig.json', 'package-lock.json'];
const stampFile = path.join(root, 'build/.sources');

/**
 * Everything a build reads, by content: times change with every checkout and say nothing.
 * Migrations are read when the program runs, Markdown never.
 */
function fingerprint() {
  const hash = createHash('sha256');
  const visit = (/** @type {string} */ name) => {
    const file = path.join(root, name);
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat || name === path.join('db', 'migrations') || name.endsWith('.md')) return;
    if (!stat.isDirectory()) hash.update(`${name}\0${stat.size}\0`).update(fs.readFileSync(file));
    else for (const entry of fs.readdirSync(file).sort()) visit(path.join(name, entry));
  };
  SOURCES.forEach(visit);
  return hash.digest('hex');
}

const bin = (/** @type {string} */ file) => path.join(root, 'node_modules', file);

async function build() {
  const sources = fingerprint();
  fs.rmSync(stampFile, { force: true });
  const options = { cwd: root, env: { ...process.env, NODE_ENV: /** @type {const} */ ('production') } };
  // In this order: the Remix build empties the whole folder first.
  await run(process.execPath, [bin('@remix-run/dev/dist/cli.js'), 'vite:build', '--logLevel', 'warn'], options);
  await run(process.execPath, [bin('vite/bin/vite.js'), 'build', '-c', 'app/server/vite.config.ts', '--logLevel', 'warn'], options);
  await compressFolder(path.join(root, 'build/client/assets'));
  fs.writeFileSync(stampFile, sources);
}

export async function ensureBuilt() {
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === fingerprint()) return;
  await step('Building', build);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await step('Building', build).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
