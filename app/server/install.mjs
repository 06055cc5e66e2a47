// Is what package-lock.json asks for installed? Node built-ins only: this runs on a fresh clone.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand, run, step } from './steps.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const stampFile = path.join(root, 'node_modules/.yupei-installed');

const parse = (/** @type {string} */ file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));

const stamp = () => {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
};

/** Without our stamp (somebody ran npm ci by hand): npm's own record of what it installed says the same, package by package. */
function recordMatchesLock() {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!fs.existsSync(record)) return false;
  const installed = JSON.parse(fs.readFileSync(record, 'utf8')).packages;
  return Object.entries(parse('package-lock.json').packages).every(([name, wanted]) => {
    const optional = wanted.optional || wanted.devOptional || wanted.peer;
    return name === '' || (optional && !installed[name]) || installed[name]?.version === wanted.version;
  });
}

const isInstalled = () => {
  if (fs.existsSync(stampFile)) return fs.readFileSync(stampFile, 'utf8') === stamp();
  return recordMatchesLock();
};

/** Installs when node_modules is missing or the lock file changed since. Build tools are needed on every machine that builds. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const modules = path.join(root, 'node_modules');
  // npm ci would empty the folder behind the link, under whoever else is using it.
  if (fs.lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error(
      `node_modules is a link to ${fs.realpathSync(modules)}, which does not match package-lock.json. Remove the link and start again.`,
    );
  }
  await step('Installing packages (npm ci)', async () => {
    const { command, first } = npmCommand();
    const flags = ['--include=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
    await run(command, [...first, 'ci', ...flags], { cwd: root });
    fs.writeFileSync(stampFile, stamp());
  });
}
