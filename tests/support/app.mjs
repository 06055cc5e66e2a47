// The built program as a stranger starts it, with a data folder and ports of its own. Node built-ins only.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { anyPort } from '../../app/server/ports.mjs';

/**
 * Starts the program and waits for its first page.
 * @param {Record<string, string>} [settings]
 */
export async function startApp(settings = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yupei-app-'));
  fs.chmodSync(folder, 0o711);
  const dataDir = path.join(folder, 'data');
  const port = await anyPort();
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, YUPEI_DATA_DIR: dataDir, PORT: String(port), ...settings };
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'HOST']) if (!(name in settings)) delete env[name];
  const child = spawn(process.execPath, ['app/server/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once('exit', resolve));
  /** @type {Promise<boolean>} */
  const ready = new Promise((resolve) => {
    const hear = (/** @type {Buffer} */ part) => {
      said += part;
      if (said.includes('is ready at')) resolve(true);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => resolve(false));
  });
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  if (!(await ready)) {
    remove();
    throw new Error(`The program did not start:\n${said}`);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    pid: /** @type {number} */ (child.pid),
    said: () => said,
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      remove();
      return code;
    },
  };
}
