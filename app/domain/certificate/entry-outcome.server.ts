import type { CheckedRow, ImportScope } from '../excel/import-engine.server';
import type { RowProblem } from '../excel/row-problem';
import { newId } from '../shared/id';
import { comparable } from '../shared/text';
import type { CertificateEntry } from './import-entry';
import { numberKey, type StandingCertificate } from './import-facts.server';

/** Fields that a later file may correct while the entry still waits. */
const COMPARED = ['occupation', 'level', 'title_series', 'title_level', 'name', 'issuer', 'issued_on', 'valid_until'] as const;

export interface Holder {
  /** null = the import enters her. */
  id: string | null;
  hash: string;
  districtCode: string | null;
}

/** What becomes of a checked entry beside those that stand under its number. */
export function entryOutcome(
  entry: CertificateEntry,
  holder: Holder,
  standing: ReadonlyMap<string, StandingCertificate[]>,
  { scope, importId }: { scope: ImportScope; importId: string },
): CheckedRow {
  const conflict = (code: RowProblem['code']): CheckedRow => ({ outcome: 'conflict', problems: [{ column: 'number', code }] });
  const all = standing.get(numberKey({ family: entry.family ?? '', number: entry.number ?? '' })) ?? [];
  const mine = all.filter((each) => each.person_id === holder.id);
  if (all.some((each) => each.person_id !== holder.id && each.status !== 'rejected')) return conflict('certificate_number_taken');
  if (mine.some(({ status }) => status === 'revoked')) return conflict('certificate_was_revoked');
  const stored = storedForm(entry, holder, scope, importId);
  const current = mine.find(({ status }) => status !== 'rejected');
  if (!current) {
    const id = newId();
    const replaces = mine.find(({ status }) => status === 'rejected');
    return { outcome: 'new', problems: [], subjectId: id, values: { ...stored, id, replaces_id: replaces?.id ?? null } };
  }
  const differs = COMPARED.some(
    (field) => (current[field] ?? null) !== (stored[field] ?? null) && !(field === 'name' && isCalledAlike(current.name, stored.name)),
  );
  if (!differs) return { outcome: 'same', problems: [], subjectId: current.id };
  if (current.status !== 'submitted' || current.submitted_by_organisation_id !== scope.organisation.id)
    return conflict('certificate_differs_from_standing');
  const before = Object.fromEntries(COMPARED.map((field) => [field, current[field] ?? null]));
  const values = { id: current.id, ...Object.fromEntries(COMPARED.map((field) => [field, stored[field] ?? null])) };
  return { outcome: 'changed', problems: [], subjectId: current.id, values, before };
}

/** 育婴员 and 育婴员职业技能等级证书 are one name, long and short. */
const isCalledAlike = (one: string, other: string): boolean => {
  const [a, b] = [comparable(one), comparable(other)];
  return a.includes(b) || b.includes(a);
};

/** As the table keeps it. What the issuer itself brings in is verified with that. */
function storedForm(entry: CertificateEntry, holder: Holder, scope: ImportScope, importId: string) {
  const own = scope.role === 'evaluator';
  return {
    person_id: holder.id,
    person_hash: holder.hash,
    family: entry.family,
    occupation: entry.occupation,
    x_kind_id: entry.xKindId,
    level: entry.level,
    title_series: entry.titleSeries,
    title_level: entry.titleLevel,
    name: entry.title,
    number: entry.number,
    issuer: entry.issuer,
    issued_on: entry.issuedOn,
    valid_until: entry.validUntil,
    remark: entry.remark,
    status: own ? 'verified' : 'submitted',
    source: own ? 'issuer' : 'import',
    district_code: holder.districtCode,
    submitted_by: scope.accountId,
    submitted_by_organisation_id: scope.organisation.id,
    import_id: importId,
    is_demo: false,
  };
}
