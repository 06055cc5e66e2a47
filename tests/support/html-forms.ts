/** One control of a form, as the browser would send it untouched. */
export interface Field {
  name: string;
  value: string;
  kind: string;
  required: boolean;
  /** Sent when nobody touches it. */
  sent: boolean;
}
export interface HtmlForm {
  action: string;
  method: 'get' | 'post';
  multipart: boolean;
  fields: Field[];
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const decode = (text: string) =>
  text.replaceAll(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return NAMED[code] ?? whole;
    return String.fromCodePoint(code[1] === 'x' ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1)));
  });

function attributes(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of tag.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) found.set(name.toLowerCase(), decode(value));
  return found;
}

function fieldsOf(html: string): Field[] {
  const fields: Field[] = [];
  const add = (at: Map<string, string>, kind: string, value: string, sent: boolean) => {
    const name = at.get('name');
    if (name)
      fields.push({
        name,
        value,
        kind,
        required: at.has('required') || at.get('aria-required') === 'true',
        sent: sent && !at.has('disabled'),
      });
  };
  for (const [, tag = ''] of html.matchAll(/<input\b([^>]*)>/g)) {
    const at = attributes(tag);
    const kind = at.get('type') ?? 'text';
    const choice = kind === 'checkbox' || kind === 'radio';
    add(at, kind, at.get('value') ?? (choice ? 'on' : ''), choice ? at.has('checked') : kind !== 'submit');
  }
  for (const [, tag = '', text = ''] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    add(attributes(tag), 'textarea', decode(text), true);
  }
  for (const [, tag = '', inside = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const options = [...inside.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => attributes(option));
    const chosen = options.find((option) => option.has('selected')) ?? options[0];
    add(attributes(tag), 'select', chosen?.get('value') ?? '', true);
  }
  for (const [, tag = ''] of html.matchAll(/<button\b([^>]*)>/g)) {
    const at = attributes(tag);
    if ((at.get('type') ?? 'submit') === 'submit') add(at, 'submit', at.get('value') ?? '', false);
  }
  return fields;
}

/** The forms of a page; `path` is where the page is. */
export function formsOf(html: string, path: string): HtmlForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inside = '']) => {
    const at = attributes(tag);
    return {
      // The part after # never leaves the browser.
      action: (at.get('action') || path).replace(/#.*$/, ''),
      method: at.get('method')?.toLowerCase() === 'post' ? 'post' : 'get',
      multipart: at.get('enctype') === 'multipart/form-data',
      fields: fieldsOf(inside),
    };
  });
}

/** What the browser sends when the first button is pressed and nothing was typed. */
export function untouched({ fields }: HtmlForm): URLSearchParams {
  const button = fields.find((field) => field.kind === 'submit');
  return new URLSearchParams(fields.filter((field) => field.sent || field === button).map(({ name, value }) => [name, value]));
}
