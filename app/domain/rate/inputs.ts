import { z } from 'zod';
import { CERTIFICATE_FAMILIES, CERTIFICATE_LEVELS, OCCUPATIONS } from '../certificate/certificate';
import { RULE_CODES } from '../certificate/counting-rule';
import { BDA_MERGED, CITY_SCOPE } from '../organisation/areas';
import { isDistrictCode } from '../organisation/districts';
import { OPERATOR_TYPES } from '../organisation/organisation';
import { isId } from '../shared/id';
import { checkbox, dateField, optionally } from '../shared/inputs';
import { isDate } from '../shared/period';
import { BRIDGE_STEPS } from './bridge';
import { POPULATIONS, SNAPSHOT_KINDS } from './rate';
import { INSTITUTION_SORTS, PEOPLE_OF_FIGURE } from './reading';

const flag = z
  .literal('1')
  .transform(() => true)
  .catch(false);
const page = z.coerce.number().int().min(1).max(100_000).catch(1);
const day = z.string().refine(isDate).optional().catch(undefined);
const scope = z
  .string()
  .refine((value) => value === CITY_SCOPE || value === BDA_MERGED || isDistrictCode(value) || isId(value))
  .optional()
  .catch(undefined);

/** Which figure: day, reading, rule and narrowing; in the address of every page of the rate. */
const figure = {
  on: day,
  /** As known now, or as recorded then where a snapshot was made. */
  as: z.enum(['now', 'recorded']).catch('now'),
  rule: z.enum(RULE_CODES).catch('standard'),
  population: z.enum(POPULATIONS).catch('filed'),
  operatorType: z.enum([...OPERATOR_TYPES, '*']).catch('*'),
  /** The development area put into 大兴. */
  merged: flag,
  /** Show N with what waits for verification. */
  pending: flag,
};
export const rateSearch = z.object(figure);
export type RateSearch = z.output<typeof rateSearch>;

export const institutionRatesSearch = z.object({
  ...figure,
  scope,
  sort: z.enum(INSTITUTION_SORTS).catch('name'),
  direction: z.enum(['asc', 'desc']).catch('asc'),
  page,
});

export const ratePeopleSearch = z.object({ ...figure, scope, which: z.enum(PEOPLE_OF_FIGURE).catch('persons'), page });

export const bridgeSearch = z.object({
  rule: figure.rule,
  population: figure.population,
  operatorType: figure.operatorType,
  scope,
  from: day,
  to: day,
  /** Snapshots where they are, or both ends as known now. */
  between: z.enum(['reported', 'known']).catch('reported'),
  step: z.enum(BRIDGE_STEPS).optional().catch(undefined),
  page,
});

/** An institution's own page: its figure, its people (who is missing first), and what changed. */
export const institutionRateSearch = z.object({
  ...figure,
  which: z.enum(PEOPLE_OF_FIGURE).catch('uncertified'),
  from: day,
  to: day,
  between: z.enum(['reported', 'known']).catch('reported'),
  step: z.enum(BRIDGE_STEPS).optional().catch(undefined),
  page,
});

export const snapshotSearch = z.object({
  kind: z.enum(SNAPSHOT_KINDS).optional().catch(undefined),
  verify: z.string().refine(isId).optional().catch(undefined),
  page,
});

export const newRuleSearch = z.object({
  code: z.enum(RULE_CODES).catch('standard'),
  from: z.string().refine(isId).optional().catch(undefined),
});
export const rehearsalSearch = z.object({ on: day, population: figure.population, page });
/** The same taken out as a workbook: the rule is in the path of the page. */
export const rehearsalExportSearch = rehearsalSearch.extend({ rule: z.string().max(40).catch('') });

/** Numbers of practice that the city sets for the rate. */
export const rateSettingForm = z.discriminatedUnion('key', [
  z.object({ key: z.literal('rate_coverage_percent'), value: z.string().min(1).pipe(z.coerce.number<string>().int()) }),
  z.object({ key: z.literal('rate_counts_licensed'), value: z.enum(['0', '1']).transform(Number) }),
]);

/** Lines of a rule as they are typed; an empty line is none. */
export const CLAUSE_LINES = 16;

const several = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => (Array.isArray(given) ? given : [given]).filter((value) => value !== ''))
    .pipe(z.array(z.enum(values)));

const clauseLine = z.object({
  clause: z.string().max(300),
  clauseEn: z.string().max(300).default(''),
  family: z.enum(CERTIFICATE_FAMILIES),
  occupations: several(OCCUPATIONS),
  levels: several(CERTIFICATE_LEVELS),
  childcareRelated: checkbox,
  issuedFrom: optionally(dateField),
  issuedUntil: optionally(dateField),
  verdict: z.enum(['counts', 'needs_document']),
});

/** One form holds the rule and its lines: `family.0`, `clause.0`, `occupations.0[]` and so on. */
export const ruleForm = z
  .object({
    code: z.enum(RULE_CODES),
    titleZh: z.string().min(1).max(60),
    titleEn: z.string().min(1).max(120),
    inForceFromOn: dateField,
    isOfficial: checkbox,
    documentNo: z.string().max(60).default(''),
    requireValidHealthCert: checkbox,
  })
  .catchall(z.unknown())
  .transform(({ code, titleZh, titleEn, inForceFromOn, isOfficial, documentNo, requireValidHealthCert, ...rest }, context) => {
    const clauses = [];
    for (let line = 0; line < CLAUSE_LINES; line++) {
      const { read, isEmpty } = lineOf(rest, line);
      if (isEmpty) continue;
      const parsed = clauseLine.safeParse(read);
      if (parsed.success && parsed.data.clause !== '') clauses.push(tidy(parsed.data));
      for (const issue of parsed.success ? [] : parsed.error.issues)
        context.addIssue({ code: 'custom', path: [`${String(issue.path[0] ?? 'clause')}.${line}`], message: issue.message });
      if (parsed.success && parsed.data.clause === '')
        context.addIssue({ code: 'custom', path: [`clause.${line}`], message: 'field_required' });
    }
    return { code, text: { titleZh, titleEn, inForceFromOn, isOfficial, documentNo, requireValidHealthCert, clauses } };
  });

/** An issue of a missing or foreign value says nothing that a person could read. */
const NAMES = ['clause', 'clauseEn', 'family', 'issuedFrom', 'issuedUntil', 'verdict', 'childcareRelated'] as const;

function lineOf(values: Record<string, unknown>, line: number) {
  const read: Record<string, unknown> = Object.fromEntries(NAMES.map((name) => [name, values[`${name}.${line}`]]));
  for (const name of ['occupations', 'levels']) read[name] = values[`${name}.${line}[]`];
  return { read, isEmpty: !read.family };
}

/** What is not said is left out: the rule's lines are compared and printed as they are stored. */
const tidy = ({ clauseEn, occupations, levels, childcareRelated, issuedFrom, issuedUntil, ...line }: z.output<typeof clauseLine>) => ({
  clause: line.clause,
  ...(clauseEn ? { clauseEn } : {}),
  family: line.family,
  ...(occupations.length > 0 ? { occupations } : {}),
  ...(levels.length > 0 ? { levels } : {}),
  ...(childcareRelated ? { childcareRelated: true } : {}),
  ...(issuedFrom ? { issuedFrom } : {}),
  ...(issuedUntil ? { issuedUntil } : {}),
  verdict: line.verdict,
});
