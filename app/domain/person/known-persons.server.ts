import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { batchRows, type CheckBatch } from '../excel/import-engine.server';
import { type RowValues, textIn } from '../excel/import-kind';
import type { ParsedRow } from '../excel/read-row';
import type { RowProblem } from '../excel/row-problem';
import { newId } from '../shared/id';
import { checkIdentity, ID_TYPES, type IdType } from '../shared/identity';
import { identityHash, sealIdentity, sealPhone } from '../shared/secrets.server';

export interface KnownPerson {
  id: string;
  name: string;
  bornOn: string | null;
}

/** The document that a row names, and what it is looked up by. */
export interface NamedPerson {
  idType: IdType;
  idNumber: string;
  hash: string;
}

export function namedPerson(values: RowValues): NamedPerson | null {
  const idNumber = textIn(values, 'idNumber');
  if (!idNumber) return null;
  const idType = ID_TYPES.find((type) => type === textIn(values, 'idType')) ?? 'resident_id';
  return { idType, idNumber, hash: identityHash(idType, idNumber) };
}

/** Persons by the hash of a document, further documents and merged records included. */
export async function findPersons(tx: Tx, hashes: readonly string[]): Promise<Map<string, KnownPerson>> {
  const rows = await tx.execute<{ hash: string; id: string; name: string; born_on: string | null }>(sql`
    with asked as (select distinct h as hash from jsonb_array_elements_text(${JSON.stringify(hashes)}::jsonb) as h),
    found as (
      select a.hash, p.id from asked a join person p on p.id_number_hash = a.hash
      union
      select a.hash, d.person_id from asked a join person_document d on d.id_number_hash = a.hash
    )
    select distinct on (f.hash) f.hash, k.id, k.name, k.born_on::text
    from found f join person p on p.id = f.id join person k on k.id = coalesce(p.merged_into_id, p.id)
    order by f.hash, k.id`);
  return new Map(rows.map(({ hash, id, name, born_on }) => [hash, { id, name, bornOn: born_on }]));
}

/** Whether the row's name is the record's; other spellings of the same name are equal already. */
export const nameProblem = (values: RowValues, known: { name: string } | undefined): RowProblem[] => {
  const name = textIn(values, 'name');
  return known && name && known.name !== name ? [{ column: 'name', code: 'person_name_differs' }] : [];
};

/** One document with two names in one file: one of the two is wrong. */
export function spelledTwoWays(batch: CheckBatch, row: ParsedRow, named: NamedPerson | null): RowProblem[] {
  const name = row.values.name;
  if (!named || typeof name !== 'string') return [];
  const before = batch.memory.get(named.hash);
  if (before === undefined) batch.memory.set(named.hash, name);
  return before !== undefined && before !== name ? [{ column: 'name', code: 'person_name_differs' }] : [];
}

/** A person whom nobody knows yet, sealed, as the rows of an import carry her. */
export function newPersonRow(named: NamedPerson, values: RowValues, importId: string, today: string): Record<string, unknown> {
  const check = checkIdentity(named.idType, named.idNumber, today);
  const { gender = null, bornOn = null } = check.ok ? check : {};
  const sealed = sealIdentity(named.idType, named.idNumber);
  const phone = textIn(values, 'phone');
  const calls = phone ? sealPhone(phone, 'person.phone') : null;
  return {
    id: newId(),
    name: textIn(values, 'name'),
    id_type: sealed.idType,
    id_number_encrypted: sealed.idNumberEncrypted,
    id_number_hash: sealed.idNumberHash,
    id_number_masked: sealed.idNumberMasked,
    phone_encrypted: calls?.phoneEncrypted ?? null,
    phone_hash: calls?.phoneHash ?? null,
    phone_masked: calls?.phoneMasked ?? null,
    gender: textIn(values, 'gender') ?? gender,
    born_on: textIn(values, 'bornOn') ?? bornOn,
    education: textIn(values, 'education'),
    field_of_study: textIn(values, 'fieldOfStudy'),
    health_cert_valid_until: textIn(values, 'healthCertValidUntil'),
    background_checked_on: textIn(values, 'backgroundCheckedOn'),
    is_pre_service: false,
    is_demo: false,
    import_id: importId,
  };
}

/**
 * Enters the persons that claimed rows carry (`values.person`); whoever was entered meanwhile stays as she is.
 * Rows then find their person by `values.person_hash`.
 */
export const enterImportedPersons = (tx: Tx, importId: string, rowNos: readonly number[], now: Date) =>
  tx.execute(sql`
    insert into person
    select p.* from (
      select distinct on (values->'person'->>'id_number_hash') values->'person' as facts from ${batchRows(importId, rowNos)} b
      where values ? 'person'
    ) r cross join lateral jsonb_populate_record(null::person, r.facts || jsonb_build_object('created_at', ${now.toISOString()}::text)) p
    on conflict (id_number_hash) do nothing`);

/** Takes away the persons that an import entered and that nothing else has come to belong to. */
export async function removeUnusedPersons(tx: Tx, importId: string): Promise<void> {
  const references = await tx.execute<{ place: string; col: string }>(sql`
    select c.conrelid::regclass::text as place, a.attname as col
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'person'::regclass`);
  const unused = references.map(
    ({ place, col }) => sql`and not exists (select 1 from ${sql.raw(place)} x where x.${sql.identifier(col)} = p.id)`,
  );
  await tx.execute(sql`delete from person p where p.import_id = ${importId} ${sql.join(unused, sql` `)}`);
}
