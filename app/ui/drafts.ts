/** What was typed but not sent when the sign-in ended, kept in this tab for the same account only. */
interface Draft {
  accountId: string;
  fields: [form: number, name: string, value: string][];
}

const KEY = 'draft:';
const SKIPPED = new Set(['hidden', 'password', 'file', 'submit', 'button']);

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (element: Element): element is Field =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && !SKIPPED.has(element.type));

const isChoice = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

/** Every field of every form that would be posted, with the place of its form in the page. */
const postedFields = (): [number, Field][] =>
  [...document.querySelectorAll<HTMLFormElement>('#main form')].flatMap((form, place) =>
    form.method === 'post' ? [...form.elements].filter(isField).map((field): [number, Field] => [place, field]) : [],
  );

/** Differs from what the page came with; after a refusal the page itself came with what was typed. */
const isTouched = (field: Field): boolean => {
  if (field.form?.querySelector('[role="alert"]')) return true;
  if (field instanceof HTMLSelectElement) return [...field.options].some((option) => option.selected !== option.defaultSelected);
  return isChoice(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
};

export const saveDraft = (accountId: string): void => {
  const touched = postedFields().filter(([, field]) => field.name !== '' && isTouched(field));
  if (touched.length === 0) return;
  const fields = touched.map(([place, field]): Draft['fields'][number] => [
    place,
    isChoice(field) ? `${field.name}=${field.value}` : field.name,
    isChoice(field) ? String(field.checked) : field.value,
  ]);
  sessionStorage.setItem(KEY + location.pathname, JSON.stringify({ accountId, fields } satisfies Draft));
};

/** Puts a kept draft of this page back into its fields, once. True when something came back. */
export const restoreDraft = (accountId: string): boolean => {
  const kept = sessionStorage.getItem(KEY + location.pathname);
  if (!kept) return false;
  sessionStorage.removeItem(KEY + location.pathname);
  const draft = JSON.parse(kept) as Draft;
  if (draft.accountId !== accountId) return false;
  const values = new Map(draft.fields.map(([place, name, value]) => [`${place}:${name}`, value]));
  let restored = false;
  for (const [place, field] of postedFields()) {
    const value = values.get(`${place}:${isChoice(field) ? `${field.name}=${field.value}` : field.name}`);
    if (value === undefined) continue;
    if (isChoice(field)) field.checked = value === 'true';
    else field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    restored = true;
  }
  return restored;
};
