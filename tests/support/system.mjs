// Programs that the tests use and npm does not bring. Node built-ins only.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const onPath = (/** @type {string} */ name) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file));

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** A browser of the Chromium family: the one in CHROMIUM, or one that is installed. */
export const chromium = () =>
  process.env.CHROMIUM || BROWSERS.map(onPath).find(Boolean) || [MAC_CHROME].find((file) => fs.existsSync(file));

const hasChineseFonts = () => {
  const { stdout, error } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return !error && stdout.trim() !== '';
};

/** What is missing, by the name of its Debian package. */
const missing = () => [
  ...(chromium() ? [] : ['chromium']),
  ...(process.platform === 'darwin' || hasChineseFonts() ? [] : ['fonts-noto-cjk', 'fontconfig']),
  ...(onPath('redis-server') ? [] : ['redis-server']),
];

/**
 * Installs what is missing as root on Debian and its kin.
 * @returns {string | undefined} elsewhere, what somebody should install
 */
export function ensurePrograms() {
  const wanted = missing();
  if (wanted.length === 0) return undefined;
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    return `The tests need ${wanted.join(', ')}: install them with your system's package manager (on Debian and Ubuntu: sudo apt-get install ${wanted.join(' ')}) and run npm test again.`;
  }
  console.log(`· Installing ${wanted.join(', ')} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...wanted],
  ]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8', maxBuffer: 50_000_000 });
    if (status !== 0) return `apt-get ${args[0]} failed:\n${`${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n')}`;
  }
  const still = missing();
  return still.length > 0 ? `apt-get installed them, and yet these are not found: ${still.join(', ')}.` : undefined;
}
