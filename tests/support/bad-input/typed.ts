import type { HttpClient } from '../http-client';
import type { Attacker } from './cast';
import type { FoundForm } from './crawl';

const TYPED = new Set(['text', 'textarea', 'search', 'tel', 'email', 'date', 'time', 'number']);
/** Under the size that a whole form may have. */
const BUDGET = 300_000;
const LONGEST = 20_000;

/** The start of what is typed into a field, as the page must show it again. */
const mark = (at: number) => `保留𠮷${at}<b>`;
const shown = (at: number) => `保留𠮷${at}&lt;b&gt;`;

export const takesText = (form: FoundForm): boolean => form.method === 'post' && form.fields.some((field) => TYPED.has(field.kind));

/**
 * Types far too much into every field of a form and sends it.
 * @returns what is wrong: no sentence, or something that was typed is gone
 */
export async function overfill(client: HttpClient, form: FoundForm, cast: readonly Attacker[]): Promise<string | undefined> {
  const typed = form.fields.filter((field) => TYPED.has(field.kind));
  const length = Math.min(LONGEST, Math.floor(BUDGET / typed.length));
  const button = form.fields.find((field) => field.kind === 'submit');
  const sent = form.fields.filter((field) => TYPED.has(field.kind) || field.kind === 'password' || field.sent || field === button);
  const filling = (field: (typeof sent)[number]) => {
    if (TYPED.has(field.kind)) return mark(typed.indexOf(field)).padEnd(length, 'x');
    return field.kind === 'password' ? 'p'.repeat(12) : field.value;
  };
  const pairs = sent.map((field): [string, string] => [field.name, filling(field)]);
  const cookie = cast.find((each) => each.role === form.role)?.cookie ?? '';
  const headers = {
    ...(cookie ? { Cookie: cookie } : {}),
    'X-Forwarded-For': `10.9.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
  };
  const answer = form.multipart
    ? await client.ask(multipart(form.action, pairs, headers))
    : await client.post(form.action, new URLSearchParams(pairs), headers);
  const lost = typed.filter((_, at) => !answer.body.includes(shown(at))).map((field) => field.name);
  const sentence = /role="alert"/.test(answer.body);
  // A preview says at each row what is wrong with it; a download has no page and sends back with a sentence.
  const previewed = button?.value === 'preview' && answer.status === 200 && lost.length === 0;
  const sentBack = /\/exports?(?:[/?]|$)/.test(form.action) && answer.status === 302;
  if (previewed || sentBack) return undefined;
  if (answer.status >= 400 && answer.status < 500 && sentence && lost.length === 0) return undefined;
  const what = [`answered ${answer.status}`, sentence ? '' : 'without a sentence', lost.length > 0 ? `lost ${lost.join(', ')}` : ''].filter(
    Boolean,
  );
  return `${form.role} ${form.pattern} (${form.action}): ${what.join(', ')}`;
}

function multipart(path: string, pairs: [string, string][], headers: Record<string, string>) {
  const parts = pairs.map(([name, value]) => `--yupei\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  return {
    method: 'POST',
    path,
    headers: { ...headers, 'Content-Type': 'multipart/form-data; boundary=yupei' },
    body: `${parts.join('')}--yupei--\r\n`,
  };
}
