import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import {
  type ApplyBatch,
  type BlockedRow,
  batchRows,
  type CheckBatch,
  type CheckedRow,
  type FailedRow,
  type ImportKind,
  type ImportScope,
  seenBefore,
} from '../excel/import-engine.server';
import type { ParsedRow } from '../excel/read-row';
import type { RowProblem } from '../excel/row-problem';
import {
  enterImportedPersons,
  findPersons,
  type KnownPerson,
  type NamedPerson,
  namedPerson,
  nameProblem,
  newPersonRow,
  removeUnusedPersons,
  spelledTwoWays,
} from '../person/known-persons.server';
import type { Operation } from '../shared/operation.server';
import { entryOutcome } from './entry-outcome.server';
import { CERTIFICATE_COLUMNS } from './import-columns';
import { type CertificateEntry, certificateEntry, entryProblems } from './import-entry';
import { findPosts, type PostOf, type StandingCertificate, standingByNumber, xKinds } from './import-facts.server';

/** Certificates of many people: as a rule handed in for verification; verified at once where the issuer brings them in itself. */
export const importCertificates: ImportKind = {
  name: 'certificates',
  sheets: ['证书', '证书登记表', '证书名单'],
  columns: CERTIFICATE_COLUMNS,
  roles: ['institution_admin', 'evaluator', 'district_officer', 'city_officer'],
  check,
  apply,
  blocks,
  undo,
};

interface Facts {
  persons: Map<string, KnownPerson>;
  posts: Map<string, PostOf>;
  standing: Map<string, StandingCertificate[]>;
  kinds: Awaited<ReturnType<typeof xKinds>>;
}

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const named = batch.rows.map((row) => namedPerson(row.values));
  const entries = batch.rows.map((row) => certificateEntry(row.values));
  const persons = await findPersons(
    batch.tx,
    named.flatMap((person) => person?.hash ?? []),
  );
  const facts: Facts = {
    persons,
    posts: await findPosts(
      batch.tx,
      [...persons.values()].map(({ id }) => id),
      batch.today,
    ),
    standing: await standingByNumber(
      batch.tx,
      entries.flatMap(({ family, number }) => (family && number ? { family, number } : [])),
    ),
    kinds: await xKinds(batch.tx),
  };
  return batch.rows.map((row, at) => checkRow(batch, row, named[at] ?? null, entries[at] ?? certificateEntry({}), facts));
}

function checkRow(batch: CheckBatch, row: ParsedRow, named: NamedPerson | null, entry: CertificateEntry, facts: Facts): CheckedRow {
  const { scope } = batch;
  const known = named ? facts.persons.get(named.hash) : undefined;
  const kind = facts.kinds.find(
    (each) => each.name === entry.kindName && (scope.role !== 'evaluator' || each.organisationId === scope.organisation.id),
  );
  const problems = [
    ...row.problems,
    ...entryProblems(entry, { bornOn: known?.bornOn ?? null, today: batch.today, kind }),
    // An evaluation organisation speaks for its own certificates alone: what it brings in is verified with that.
    ...(scope.role === 'evaluator' && entry.family !== null && entry.family !== 'x_certificate'
      ? [{ column: 'family', code: 'certificate_not_yours' as const }]
      : []),
    ...nameProblem(row.values, known),
    ...(named ? scopeProblem(scope, known, facts.posts) : []),
    ...spelledTwoWays(batch, row, named),
  ];
  const first = entry.family && entry.number && named ? seenBefore(batch, `${entry.family} ${entry.number}`, row.rowNo) : undefined;
  if (first !== undefined) problems.push({ column: 'number', code: 'twice_in_file', params: { row: first } });
  if (problems.length > 0 || !named) return { outcome: 'error', problems };
  return outcomeOf(batch, row, named, { ...entry, xKindId: kind?.id ?? null }, known, facts);
}

/** Who may enter a certificate for whom is the same as on screen. */
function scopeProblem(scope: ImportScope, known: KnownPerson | undefined, posts: Facts['posts']): RowProblem[] {
  if (scope.role === 'evaluator') return [];
  if (!known) return [{ column: 'idNumber', code: 'person_unknown' }];
  const post = posts.get(known.id);
  const own =
    scope.role === 'institution_admin'
      ? post?.institutions.includes(scope.organisation.id)
      : scope.organisation.districtCode === null || post?.districts.includes(scope.organisation.districtCode);
  return own ? [] : [{ column: 'idNumber', code: 'outside_scope' }];
}

function outcomeOf(
  batch: CheckBatch,
  row: ParsedRow,
  named: NamedPerson,
  entry: CertificateEntry,
  known: KnownPerson | undefined,
  facts: Facts,
): CheckedRow {
  const district = known ? (facts.posts.get(known.id)?.mainDistrict ?? null) : null;
  const holder = { id: known?.id ?? null, hash: named.hash, districtCode: district };
  const found = entryOutcome(entry, holder, facts.standing, batch);
  if (found.outcome !== 'new' || known) return found;
  return { ...found, values: { ...found.values, person: newPersonRow(named, row.values, batch.importId, batch.today) } };
}

async function apply({ op, scope, importId, rowNos }: ApplyBatch): Promise<FailedRow[]> {
  const { tx, now } = op;
  const rows = batchRows(importId, rowNos);
  const at = now.toISOString();
  if (scope.role === 'evaluator') await enterImportedPersons(tx, importId, rowNos, now);
  const verified = scope.role === 'evaluator' ? sql`, 'verified_at', ${at}::text, 'verified_by', ${scope.accountId}::text` : sql``;
  await tx.execute(sql`
    insert into certificate
    select c.* from ${rows} r
    cross join lateral jsonb_populate_record(null::certificate, r.values || jsonb_build_object(
      'created_at', ${at}::text, 'submitted_at', ${at}::text ${verified},
      'person_id', coalesce(r.values->>'person_id', (select id::text from person where id_number_hash = r.values->>'person_hash')))) c
    where r.outcome = 'new' on conflict do nothing`);
  await tx.execute(sql`
    update certificate c set occupation = v.occupation, level = v.level, title_series = v.title_series, title_level = v.title_level, name = v.name, issuer = v.issuer,
      issued_on = v.issued_on, valid_until = v.valid_until
    from ${rows} r cross join lateral jsonb_populate_record(null::certificate, r.values) v
    where r.outcome = 'changed' and c.id = r.subject_id and c.status = 'submitted'
      and jsonb_build_object('occupation', c.occupation, 'level', c.level, 'title_series', c.title_series, 'title_level', c.title_level, 'name', c.name, 'issuer', c.issuer,
        'issued_on', c.issued_on, 'valid_until', c.valid_until) = r.before`);
  if (scope.role === 'evaluator') await leaveReceipts(tx, importId, rowNos, scope, at);
  const failed = await tx.execute<{ row_no: number }>(sql`
    select r.row_no from ${rows} r left join certificate c on c.id = r.subject_id
    where c.id is null or (r.outcome = 'changed' and not (to_jsonb(c) @> (r.values - 'id')))`);
  return failed.map(({ row_no }) => ({ rowNo: row_no, code: 'changed_meanwhile' }));
}

/** What the issuer says of its own certificate is a check by the issuer. */
const leaveReceipts = (tx: Tx, importId: string, rowNos: readonly number[], scope: ImportScope, at: string) =>
  tx.execute(sql`
    insert into certificate_check (id, certificate_id, channel, checked_on, result, note, recorded_at, recorded_by)
    select gen_random_uuid(), c.id, 'issuer', (${at}::timestamptz at time zone 'Asia/Shanghai')::date, 'genuine', '', ${at}::timestamptz, ${scope.accountId}
    from ${batchRows(importId, rowNos)} r join certificate c on c.id = r.subject_id where r.outcome = 'new'`);

async function blocks(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const rows = await tx.execute<{ row_no: number }>(sql`
    select r.row_no from import_row r join certificate c on c.id = r.subject_id
    where r.import_id = ${importId} and r.applied_at is not null and (
      (c.source <> 'issuer' and c.status <> 'submitted') or c.status = 'revoked'
      or exists (select 1 from certificate_file f where f.certificate_id = c.id)
      or exists (select 1 from certificate_check k where k.certificate_id = c.id and k.recorded_at > r.applied_at)
      or exists (select 1 from certificate o where o.replaces_id = c.id)
      or (r.outcome = 'changed' and not (to_jsonb(c) @> (r.values - 'id'))))
    order by r.row_no limit ${limit}`);
  return rows.map(({ row_no }) => ({ rowNo: row_no, block: 'certificate_decided' }));
}

/** Entries that wait are taken away; what an issuer had verified stays as a revoked entry that never counted. */
async function undo({ tx, now }: Operation<'import.undone'>, importId: string): Promise<void> {
  const applied = sql`r.import_id = ${importId} and r.applied_at is not null`;
  await tx.execute(sql`
    update certificate c set occupation = b.occupation, level = b.level, title_series = b.title_series, title_level = b.title_level, name = b.name, issuer = b.issuer,
      issued_on = b.issued_on, valid_until = b.valid_until
    from import_row r cross join lateral jsonb_populate_record(null::certificate, r.before) b
    where ${applied} and r.outcome = 'changed' and c.id = r.subject_id`);
  await tx.execute(sql`
    update certificate set status = 'revoked', revoked_on = issued_on, revoked_at = ${now.toISOString()}::timestamptz
    where import_id = ${importId} and source = 'issuer' and status = 'verified'`);
  await tx.execute(sql`delete from certificate where import_id = ${importId} and status = 'submitted'`);
  await removeUnusedPersons(tx, importId);
}
