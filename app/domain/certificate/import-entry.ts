import { type RowValues, textIn } from '../excel/import-kind';
import { ROW_PROBLEMS, type RowProblem } from '../excel/row-problem';
import { comparable } from '../shared/text';
import type { CertificateFamily, CertificateLevel, Occupation, TitleLevel, TitleSeries } from './certificate';
import { normaliseNumber } from './certificate-number';
import { certificateProblems, namesOccupation } from './consistency';
import { CERTIFICATE_COLUMNS } from './import-columns';

/** What a row says about a certificate, with the gaps filled that its words fill. */
export interface CertificateEntry {
  family: CertificateFamily | null;
  occupation: Occupation | null;
  level: CertificateLevel | null;
  title: string;
  /** Of a 1+X certificate: the name in the catalogue. */
  kindName: string | null;
  xKindId: string | null;
  titleSeries: TitleSeries | null;
  titleLevel: TitleLevel | null;
  number: string | null;
  issuer: string | null;
  issuedOn: string | null;
  validUntil: string | null;
  remark: string;
}

const occupationColumn = CERTIFICATE_COLUMNS.find(({ key }) => key === 'occupation');
const OCCUPATION_WORDS = occupationColumn?.type.is === 'choice' ? Object.entries(occupationColumn.type.words) : [];
const OCCUPATION_NAMES = new Map(OCCUPATION_WORDS.map(([word, code]) => [code, word]).reverse() as [string, string][]);

/** 保育师（五级）, 育婴员职业技能等级证书: the occupation stands in the name. */
const occupationInName = (title: string | null): string | null =>
  OCCUPATION_WORDS.find(([word]) => title !== null && comparable(title).includes(comparable(word)))?.[1] ?? null;

/** 初级 means 五级 outside 1+X, and the other way round. */
const AS_X: Readonly<Record<string, string>> = { '5': 'junior', '4': 'middle', '3': 'senior' };
const AS_HRSS: Readonly<Record<string, string>> = { junior: '5', middle: '4', senior: '3' };

const levelOf = (level: string | null, family: string | null): string | null => {
  if (level === null) return null;
  return (family === 'x_certificate' ? AS_X[level] : AS_HRSS[level]) ?? level;
};

export function certificateEntry(values: RowValues): CertificateEntry {
  const family = textIn(values, 'family') as CertificateFamily | null;
  const named = textIn(values, 'title');
  const isOccupational = family !== null && namesOccupation(family);
  const occupation = isOccupational || family === 'special_ability' ? (textIn(values, 'occupation') ?? occupationInName(named)) : null;
  const number = textIn(values, 'number');
  const kindName = family === 'x_certificate' ? named : null;
  return {
    family,
    occupation: occupation as Occupation | null,
    level: levelOf(textIn(values, 'level'), family) as CertificateLevel | null,
    title: named ?? (occupation ? (OCCUPATION_NAMES.get(occupation) ?? '') : ''),
    kindName,
    xKindId: null,
    titleSeries: family === 'professional_title' ? (textIn(values, 'titleSeries') as TitleSeries | null) : null,
    titleLevel: family === 'professional_title' ? (textIn(values, 'titleLevel') as TitleLevel | null) : null,
    number: number === null ? null : normaliseNumber(number),
    issuer: textIn(values, 'issuer'),
    issuedOn: textIn(values, 'issuedOn'),
    validUntil: textIn(values, 'validUntil'),
    remark: textIn(values, 'remark') ?? '',
  };
}

interface EntryFacts {
  bornOn: string | null;
  today: string;
  /** The entry of the catalogue that a 1+X row names, where it names one. */
  kind: { levels: readonly CertificateLevel[] } | undefined;
}

const COLUMN_OF: Readonly<Record<string, string>> = { xKindId: 'title', name: 'title' };

/** What contradicts itself in an entry; cells that could not be read have said so already. */
export function entryProblems(entry: CertificateEntry, { bornOn, today, kind }: EntryFacts): RowProblem[] {
  const { family, occupation, level, number, issuedOn, validUntil } = entry;
  if (family === null) return [];
  const xKind = kind ? { levels: kind.levels, numberPrefix: '' } : null;
  // Without a number there is nothing to hold against the rest; that it is missing was said of its cell.
  const facts = { family, occupation, level, number: number ?? '', issuedOn, validUntil, xKind };
  const found = certificateProblems(facts, { today, bornOn }).filter(({ severity }) => severity === 'error');
  const problems = found.flatMap(({ field, code, params }): RowProblem[] => {
    const known = ROW_PROBLEMS.find((each) => each === code);
    return known && !(field === 'number' && number === null) ? [{ column: COLUMN_OF[field] ?? field, code: known, params }] : [];
  });
  if (family === 'x_certificate' && !kind) problems.push({ column: 'title', code: 'certificate_kind_unknown' });
  if (entry.title === '' && !namesOccupation(family)) problems.push({ column: 'title', code: 'required' });
  for (const column of ['titleSeries', 'titleLevel'] as const)
    if (family === 'professional_title' && entry[column] === null) problems.push({ column, code: 'required' });
  return problems;
}
