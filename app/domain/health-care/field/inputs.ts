import { z } from 'zod';
import { dateField } from '../../shared/inputs';
import { PLAIN_PHOTOS } from '../photo';
import { CHECK_MARKS, FINDING_WEIGHTS, VISIT_KINDS } from '../visit';

const id = z.string().max(40);
/** Inside JSON no form has cleaned it yet: Postgres refuses U+0000, and half a surrogate pair is no character. */
const words = (max: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\u0000', '').toWellFormed().trim())
    .pipe(z.string().max(max));

/** What the phone sends, and what the plain form is read into. */
const visitRecord = z.object({
  visitId: id,
  institutionId: id,
  kind: z.enum(VISIT_KINDS),
  visitedOn: dateField,
  checklistId: id,
  results: z.array(z.object({ code: z.string().max(20), mark: z.enum(CHECK_MARKS), note: words(1_000) })).max(300),
  findings: z
    .array(
      z.object({
        id,
        itemCode: z.string().max(20).nullable(),
        weight: z.enum(FINDING_WEIGHTS),
        statement: words(1_000),
        mendByOn: dateField,
      }),
    )
    .max(100),
  summary: words(4_000),
  metWith: words(200),
  recordedAt: z.iso.datetime(),
});

/** Text of a form field that holds JSON; what is none is no record. */
const json = z.string().transform((text, ctx): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    ctx.addIssue({ code: 'custom', message: 'form_malformed', input: text });
    return z.NEVER;
  }
});

/** A record from the phone, and under which sign-in it was written. */
export const sentVisit = z.object({ accountId: id, organisationId: id, record: json.pipe(visitRecord) });

export const sentPhoto = z.object({
  accountId: id,
  organisationId: id,
  visitId: id,
  findingId: z.string().max(40).default(''),
  file: z.file(),
});

export const fieldSearch = z.object({ visit: z.string().max(40).catch('').default('') });

const places = z.array(z.string().max(20)).max(400).default([]);

/** The page without JavaScript: one planned visit, its lines, what has to be mended by its place, and photos. */
export const plainVisit = z
  .looseObject({
    visitId: id,
    institutionId: id,
    kind: z.string(),
    visitedOn: z.string(),
    checklistId: id,
    openedAt: z.string(),
    metWith: z.string().default(''),
    summary: z.string().default(''),
    'lines[]': places,
    'findings[]': places,
    'photos[]': z.array(z.file()).max(PLAIN_PHOTOS).default([]),
  })
  .transform(({ openedAt, 'lines[]': lines, 'findings[]': findings, 'photos[]': photos, ...form }) => {
    const text = (name: string): string => {
      const value = form[name];
      return typeof value === 'string' ? value : '';
    };
    const { visitId, institutionId, kind, visitedOn, checklistId, metWith, summary } = form;
    const marked = lines.filter((code) => text(`mark.${code}`) !== '');
    const found = findings.filter((place) => text(`statement.${place}`) !== '');
    const record = {
      ...{ visitId, institutionId, kind, visitedOn, checklistId, metWith, summary, recordedAt: openedAt },
      results: marked.map((code) => ({ code, mark: text(`mark.${code}`), note: text(`note.${code}`) })),
      findings: found.map((place) => ({
        id: text(`id.${place}`),
        itemCode: text(`line.${place}`) || null,
        weight: text(`weight.${place}`),
        statement: text(`statement.${place}`),
        mendByOn: text(`mendByOn.${place}`),
      })),
    };
    return { photos, record };
  })
  .pipe(z.object({ photos: z.array(z.file()), record: visitRecord }));
