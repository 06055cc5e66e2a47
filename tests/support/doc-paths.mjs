// Every path that a README writes in backticks exists: a document that points nowhere is worse than none.
import fs from 'node:fs';
import path from 'node:path';

const ROOMS = new Set(['app', 'db', 'jobs', 'public', 'tests', '.ci']);
const SKIPPED = new Set(['node_modules', 'build', '.data', '.git', '.output']);
const FILE_NAME = /^[\w.$-]+\.(ts|tsx|mjs|js|json|md|css|sql|svg|txt)$/;

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesIn(file);
    return [file];
  });

/**
 * What in a line of code looks like a path of ours: begins with a room of the house, or is a file name by its ending.
 * @param {string} text
 */
export function pathsIn(text) {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, '');
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code.trim());
  return spans.filter((code) => {
    if (/[\s*<>{}…:]/.test(code)) return false;
    return ROOMS.has(code.split('/')[0] ?? '') ? code.includes('/') : FILE_NAME.test(code);
  });
}

/**
 * @param {string} root
 * @returns {string[]} one sentence for each path that leads nowhere
 */
export function brokenPaths(root) {
  const files = filesIn(root);
  const names = new Set(files.map((file) => path.basename(file))); // a bare name may speak of a file in every folder
  const documents = files.filter((file) => file.endsWith('.md'));
  return documents.flatMap((document) => {
    const near = [root, path.dirname(document)];
    return pathsIn(fs.readFileSync(document, 'utf8'))
      .filter((name) => !names.has(name) && !near.some((folder) => fs.existsSync(path.join(folder, name))))
      .map((name) => `${path.relative(root, document)}: \`${name}\` does not exist`);
  });
}
