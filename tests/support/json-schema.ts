/** As much of JSON Schema 2020-12 as our own descriptions use. */
export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  format?: string;
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  description?: string;
}

const KNOWN = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'propertyNames',
  'items',
  'anyOf',
  'oneOf',
  'enum',
  'const',
  'pattern',
  'minimum',
  'maximum',
  'format',
  'default',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'description',
]);

const typeOf = (value: unknown): string[] => {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  return Number.isInteger(value) ? ['integer', 'number'] : [typeof value];
};

/** Where a value does not fit a schema, one sentence each; a keyword that is not understood is a misfit as well. */
export function fits(value: unknown, schema: JsonSchema, at = '$'): string[] {
  const unknown = Object.keys(schema).filter((keyword) => !KNOWN.has(keyword));
  const wrong = unknown.map((keyword) => `${at}: keyword ${keyword}`);
  if (schema.anyOf && !schema.anyOf.some((option) => fits(value, option, at).length === 0)) wrong.push(`${at}: none of anyOf`);
  if (schema.oneOf && schema.oneOf.filter((option) => fits(value, option, at).length === 0).length !== 1)
    wrong.push(`${at}: not one of oneOf`);
  const length = typeof value === 'string' ? { size: value.length, min: schema.minLength, max: schema.maxLength } : null;
  const items = Array.isArray(value) ? { size: value.length, min: schema.minItems, max: schema.maxItems } : null;
  for (const each of [length, items])
    if (each && (each.size < (each.min ?? 0) || each.size > (each.max ?? each.size))) wrong.push(`${at}: length`);
  if (schema.type && ![schema.type].flat().some((type) => typeOf(value).includes(type))) return [...wrong, `${at}: not ${schema.type}`];
  if (schema.enum && !schema.enum.includes(value)) wrong.push(`${at}: not in enum`);
  if ('const' in schema && schema.const !== value) wrong.push(`${at}: not the constant`);
  if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern).test(value)) wrong.push(`${at}: pattern`);
  if (typeof value === 'number' && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value))) wrong.push(`${at}: range`);
  if (Array.isArray(value)) return [...wrong, ...value.flatMap((item, index) => fits(item, schema.items ?? {}, `${at}[${index}]`))];
  if (typeof value !== 'object' || value === null) return wrong;
  const known = schema.properties ?? {};
  const missing = (schema.required ?? []).filter((name) => !(name in value)).map((name) => `${at}.${name}: missing`);
  const inside = Object.entries(value).flatMap(([name, item]) => {
    if (known[name]) return fits(item, known[name], `${at}.${name}`);
    if (schema.additionalProperties === false) return [`${at}.${name}: not described`];
    return typeof schema.additionalProperties === 'object' ? fits(item, schema.additionalProperties, `${at}.${name}`) : [];
  });
  return [...wrong, ...missing, ...inside];
}
