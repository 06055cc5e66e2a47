// Who is behind a process number? Numbers are used again, so a number alone proves nothing. Node built-ins only.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/** @param {string[]} args */
const ps = (args) => {
  try {
    return execFileSync('ps', args, { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return '';
  }
};

/**
 * The command line of a living process, or an empty text.
 * @param {number} pid
 */
export function commandLine(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return '';
  if (process.platform !== 'linux') return ps(['-o', 'command=', '-p', String(pid)]);
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/**
 * When the process started, in whatever unit the system tells; with the pid it names one process for good.
 * Undefined where no such process lives (a zombie does not).
 * @param {number} pid
 */
export function startTime(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform !== 'linux') return ps(['-o', 'lstart=', '-p', String(pid)]) || undefined;
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before it may hold spaces
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
