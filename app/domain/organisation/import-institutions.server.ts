import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type CheckBatch, type CheckedRow, type ImportKind, seenBefore } from '../excel/import-engine.server';
import { textIn } from '../excel/import-kind';
import type { ParsedRow } from '../excel/read-row';
import type { RowProblem } from '../excel/row-problem';
import { groupBy } from '../shared/group-by';
import { newId } from '../shared/id';
import { comparable } from '../shared/text';
import { INSTITUTION_COLUMNS } from './institution-columns';
import { type InstitutionEntry, institutionEntry, institutionProblems } from './institution-entry';
import { applyInstitutions, blocksOfInstitutions, undoInstitutions } from './write-institutions.server';

/** The filing list of a district: institution files by credit code and site. */
export const importInstitutions: ImportKind = {
  name: 'institutions',
  sheets: ['机构备案', '托育机构备案', '备案机构名单', '机构名单'],
  columns: INSTITUTION_COLUMNS,
  roles: ['district_officer', 'city_officer'],
  check,
  apply: applyInstitutions,
  blocks: blocksOfInstitutions,
  undo: undoInstitutions,
};

interface Known {
  id: string;
  uscc: string;
  site_no: number;
  district_code: string | null;
  organisation: Record<string, unknown>;
  file: Record<string, unknown> | null;
  classes: { group: string; classes: number; places: number }[];
  period: { id: string; from_on: string; filing_status: string; operator_type: string } | null;
}

async function knownByCode(tx: Tx, codes: readonly string[]): Promise<Map<string, Known[]>> {
  const rows = await tx.execute<Known & Record<string, unknown>>(sql`
    select o.id, o.uscc, o.site_no, o.district_code, to_jsonb(o) as organisation, to_jsonb(f) as file,
      (select coalesce(jsonb_agg(jsonb_build_object('group', c.care_group, 'classes', c.classes, 'places', c.places) order by c.care_group), '[]')
        from institution_class c where c.organisation_id = o.id) as classes,
      (select jsonb_build_object('id', p.id, 'from_on', p.from_on, 'filing_status', p.filing_status, 'operator_type', p.operator_type)
        from institution_period p where p.institution_id = o.id and p.until_on is null) as period
    from organisation o left join institution_file f on f.organisation_id = o.id
    where o.kind = 'institution' and o.uscc in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`);
  return groupBy([...rows], ({ uscc }) => uscc);
}

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const entries = batch.rows.map((row) => institutionEntry(row.values));
  const known = await knownByCode(
    batch.tx,
    entries.flatMap(({ uscc }) => uscc ?? []),
  );
  return batch.rows.map((row, at) => checkRow(batch, row, entries[at] ?? institutionEntry({}), known));
}

function checkRow(batch: CheckBatch, row: ParsedRow, entry: InstitutionEntry, known: Map<string, Known[]>): CheckedRow {
  const district = textIn(row.values, 'district');
  const area = batch.scope.organisation.districtCode;
  const problems: RowProblem[] = [...row.problems, ...institutionProblems(row.values, entry)];
  if (area !== null && district !== null && district !== area) problems.push({ column: 'district', code: 'outside_area' });
  const name = entry.organisation.name ?? '';
  const same = known.get(entry.uscc ?? '') ?? [];
  const found = entry.siteNo === null ? same.find((each) => isCalled(each, name)) : same.find((each) => each.site_no === entry.siteNo);
  const site = found?.site_no ?? entry.siteNo ?? 1;
  if (!found && entry.siteNo === null && same.length > 0) problems.push({ column: 'institution', code: 'site_ambiguous' });
  if (found && found.district_code !== district && district !== null)
    problems.push({ column: 'district', code: 'institution_kept_elsewhere' });
  const first = entry.uscc ? seenBefore(batch, `${entry.uscc} ${site}`, row.rowNo) : undefined;
  if (first !== undefined) problems.push({ column: 'uscc', code: 'twice_in_file', params: { row: first } });
  if (problems.length > 0 || district === null) return { outcome: 'error', problems };
  return found ? changedRow(batch, entry, found) : newRow(batch, entry, site, district);
}

const isCalled = ({ organisation }: Known, name: string): boolean => comparable(String(organisation.name ?? '')) === comparable(name);

function newRow(batch: CheckBatch, entry: InstitutionEntry, siteNo: number, district: string): CheckedRow {
  const id = newId();
  const status = entry.organisation.filing_status ?? 'not_filed';
  const operator = entry.organisation.operator_type ?? 'private';
  const organisation = {
    ...entry.organisation,
    id,
    kind: 'institution',
    uscc: entry.uscc,
    site_no: siteNo,
    district_code: district,
    status: 'approved',
    categories: [],
    operator_type: operator,
    filing_status: status,
    decided_by: batch.scope.accountId,
    is_demo: false,
  };
  const file = {
    service_types: [],
    capacity: 0,
    is_inclusive: false,
    is_demonstration: false,
    provides_meals: false,
    ...entry.file,
    organisation_id: id,
  };
  const from = entry.organisation.filed_on ?? batch.today;
  const period = { id: newId(), from_on: from, filing_status: status, operator_type: operator, district_code: district };
  return { outcome: 'new', problems: [], subjectId: id, values: { organisation, file, period, classes: entry.classes } };
}

/** What is stated otherwise than it stands. Lists are compared whole. */
function differing(stated: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>) {
  const after: Record<string, unknown> = {};
  const before: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(stated)) {
    const known = now[key] ?? null;
    if (JSON.stringify(value) === JSON.stringify(known) || (typeof value === 'number' && value === Number(known) && known !== null))
      continue;
    after[key] = value;
    before[key] = known;
  }
  return { after, before };
}

const inOneLine = (classes: Known['classes']): string =>
  classes.map(({ group, classes: count, places }) => `${group} ${count} ${places}`).join();

function changedRow(batch: CheckBatch, entry: InstitutionEntry, known: Known): CheckedRow {
  const organisation = differing(entry.organisation, known.organisation);
  const file = differing(entry.file, known.file ?? {});
  const sorted = [...entry.classes].sort((a, b) => (a.group < b.group ? -1 : 1));
  const classes = entry.classes.length > 0 && inOneLine(sorted) !== inOneLine(known.classes) ? sorted : null;
  if (Object.keys(organisation.after).length + Object.keys(file.after).length === 0 && classes === null)
    return { outcome: 'same', problems: [], subjectId: known.id };
  const period = periodOf(batch, organisation.after, known);
  return {
    outcome: 'changed',
    problems: [],
    subjectId: known.id,
    values: { organisation: organisation.after, file: file.after, ...(classes && { classes }), ...(period && { period }) },
    before: { organisation: organisation.before, file: file.before, ...(classes && { classes: known.classes }), period: known.period },
  };
}

/** A dated fact changed: since the day of filing where the list says it was filed then, else since today. */
function periodOf(batch: CheckBatch, after: Record<string, unknown>, known: Known): Record<string, unknown> | null {
  if (!known.period || (after.filing_status === undefined && after.operator_type === undefined)) return null;
  const filedOn = typeof after.filed_on === 'string' ? after.filed_on : null;
  const from = after.filing_status === 'filed' && filedOn !== null && filedOn >= known.period.from_on ? filedOn : batch.today;
  return {
    id: newId(),
    from_on: from < known.period.from_on ? known.period.from_on : from,
    filing_status: after.filing_status ?? known.period.filing_status,
    operator_type: after.operator_type ?? known.period.operator_type,
    district_code: known.district_code,
  };
}
