import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { institutionFinder, institutionsOf } from '../certificate/roster-facts.server';
import { type CheckBatch, type CheckedRow, type ImportKind, seenBefore } from '../excel/import-engine.server';
import type { ParsedRow } from '../excel/read-row';
import type { RowProblem } from '../excel/row-problem';
import { newId } from '../shared/id';
import { comparable } from '../shared/text';
import { VISIT_COLUMNS } from './visit-columns';
import { type VisitEntry, visitEntry, visitProblems } from './visit-entry';
import { applyVisits, blocksOfVisits, undoVisits } from './write-imported-visits.server';

/** Visits of the years before the platform with what they found: entered by the organisation that made them. */
export const importVisits: ImportKind = {
  name: 'visits',
  sheets: ['指导台账', '日常指导台账', '指导记录', '督导台账'],
  columns: VISIT_COLUMNS,
  roles: ['district_officer', 'city_officer', 'provider_staff'],
  at: ['commission_district', 'commission_city', 'mch_centre'],
  check,
  apply: applyVisits,
  blocks: blocksOfVisits,
  undo: undoVisits,
};

interface Known extends Record<string, unknown> {
  id: string;
  institutionId: string;
  visitedOn: string;
  imported: boolean;
  findings: string[];
}

/** Visits that this organisation has made to these institutions. */
async function knownVisits(tx: Tx, organisationId: string, institutionIds: readonly string[]): Promise<Map<string, Known>> {
  const rows = await tx.execute<Known>(sql`
    select v.id, v.institution_id as "institutionId", v.visited_on::text as "visitedOn", v.import_id is not null as imported,
      array(select f.statement from guidance_finding f where f.visit_id = v.id) as findings
    from guidance_visit v where v.organisation_id = ${organisationId} and v.status in ('recorded', 'closed')
      and v.institution_id in (select x::uuid from jsonb_array_elements_text(${JSON.stringify(institutionIds)}::jsonb) x)`);
  return new Map(rows.map((row) => [keyOf(row.institutionId, row.visitedOn), row]));
}

const keyOf = (institutionId: string, visitedOn: string): string => `${institutionId} ${visitedOn}`;

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const find = institutionFinder(await institutionsOf(batch.tx, batch.scope), batch.scope.role);
  const named = batch.rows.map((row) => find(row.values));
  const ids = named.flatMap((one) => ('institution' in one ? [one.institution.id] : []));
  const known = await knownVisits(batch.tx, batch.scope.organisation.id, [...new Set(ids)]);
  return batch.rows.map((row, at) => {
    const one = named[at] ?? find(row.values);
    const own = [...row.problems, ...visitProblems(row.values)];
    if ('problem' in one) return { outcome: 'error', problems: [...own, one.problem] };
    return checkRow(batch, row, one.institution.id, { problems: own, known });
  });
}

interface Found {
  problems: RowProblem[];
  known: Map<string, Known>;
}

function checkRow(batch: CheckBatch, row: ParsedRow, institutionId: string, { problems, known }: Found): CheckedRow {
  const entry = visitEntry(row.values);
  const { visitedOn, finding } = entry;
  if (problems.length > 0 || visitedOn === null) return { outcome: 'error', problems };
  const key = keyOf(institutionId, visitedOn);
  const first = seenBefore(batch, `${key} ${comparable(finding?.statement ?? '')}`, row.rowNo);
  if (first !== undefined) return { outcome: 'error', problems: [{ column: 'statement', code: 'twice_in_file', params: { row: first } }] };
  const stands = known.get(key);
  const isThere = stands && (!finding || stands.findings.some((statement) => comparable(statement) === comparable(finding.statement)));
  if (isThere) return { outcome: 'same', problems: [], subjectId: stands.id };
  if (stands && !stands.imported) return { outcome: 'conflict', problems: [{ column: 'visitedOn', code: 'visit_recorded_here' }] };
  return newRow(batch, { key, institutionId, visitedOn, entry, visitId: stands?.id });
}

interface NewVisit {
  key: string;
  institutionId: string;
  visitedOn: string;
  entry: VisitEntry;
  /** Of an earlier file: the row adds a finding to it. */
  visitId?: string;
}

/** Rows of one institution and day are one visit: its first row tells of it. */
function newRow(batch: CheckBatch, { key, institutionId, visitedOn, entry, visitId }: NewVisit): CheckedRow {
  const id = visitId ?? batch.memory.get(key) ?? newId();
  batch.memory.set(key, id);
  const { kind, visitor, metWith, summary, finding } = entry;
  const visit = { id, institution_id: institutionId, kind, planned_on: visitedOn, visited_on: visitedOn, visitor_name: visitor };
  const own = finding && { id: newId(), ...snake(finding) };
  return {
    outcome: 'new',
    problems: [],
    subjectId: own?.id ?? id,
    values: { visit: { ...visit, met_with: metWith, summary }, ...(own && { finding: own }) },
  };
}

const snake = ({ statement, weight, mendByOn, status }: NonNullable<VisitEntry['finding']>) => ({
  statement,
  weight,
  mend_by_on: mendByOn,
  status,
});
