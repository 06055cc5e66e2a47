import { type CheckBatch, type CheckedRow, type ImportKind, seenBefore } from '../excel/import-engine.server';
import { type RowValues, textIn } from '../excel/import-kind';
import type { ParsedRow } from '../excel/read-row';
import type { RowProblem } from '../excel/row-problem';
import {
  findPersons,
  type KnownPerson,
  type NamedPerson,
  namedPerson,
  nameProblem,
  newPersonRow,
  spelledTwoWays,
} from '../person/known-persons.server';
import { newId } from '../shared/id';
import { sealPhone } from '../shared/secrets.server';
import { entryOutcome } from './entry-outcome.server';
import { entryProblems } from './import-entry';
import { findPosts, type PostOf, type StandingCertificate, standingByNumber, xKinds } from './import-facts.server';
import { ROSTER_COLUMNS } from './roster-columns';
import { type RosterEntry, rosterEntry, rosterProblems } from './roster-entry';
import {
  institutionFinder,
  institutionsOf,
  type KnownPost,
  type Named,
  type Personal,
  personalFacts,
  postsOf,
} from './roster-facts.server';
import { applyRosters, blocksOfRosters, undoRosters } from './write-rosters.server';

/** 从业人员花名册: people, posts, what is known of them, and the certificates that the ledger names beside them. */
export const importRosters: ImportKind = {
  name: 'rosters',
  sheets: ['花名册', '从业人员花名册', '人员花名册'],
  columns: ROSTER_COLUMNS,
  roles: ['institution_admin', 'district_officer', 'city_officer'],
  check,
  apply: applyRosters,
  blocks: blocksOfRosters,
  undo: undoRosters,
};

interface Facts {
  find: (values: RowValues) => Named;
  persons: Map<string, KnownPerson>;
  posts: Map<string, KnownPost[]>;
  personal: Map<string, Personal>;
  current: Map<string, PostOf>;
  standing: Map<string, StandingCertificate[]>;
  kinds: Awaited<ReturnType<typeof xKinds>>;
}

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const { tx, scope, today } = batch;
  const named = batch.rows.map((row) => namedPerson(row.values));
  const entries = batch.rows.map((row) => rosterEntry(row.values));
  const persons = await findPersons(
    tx,
    named.flatMap((person) => person?.hash ?? []),
  );
  const ids = [...persons.values()].map(({ id }) => id);
  const numbers = entries.flatMap(({ certificate: c }) => (c?.family && c.number ? { family: c.family, number: c.number } : []));
  const facts: Facts = {
    find: institutionFinder(await institutionsOf(tx, scope), scope.role),
    persons,
    posts: await postsOf(tx, ids),
    personal: await personalFacts(tx, ids),
    current: await findPosts(tx, ids, today),
    standing: await standingByNumber(tx, numbers),
    kinds: await xKinds(tx),
  };
  return batch.rows.map((row, at) => checkRow(batch, row, named[at] ?? null, entries[at] ?? rosterEntry({}), facts));
}

function checkRow(batch: CheckBatch, row: ParsedRow, named: NamedPerson | null, entry: RosterEntry, facts: Facts): CheckedRow {
  const known = named ? facts.persons.get(named.hash) : undefined;
  const place = facts.find(row.values);
  const kind = facts.kinds.find(({ name }) => name === entry.certificate?.kindName);
  const problems: RowProblem[] = [
    ...row.problems,
    ...('problem' in place ? [place.problem] : []),
    ...rosterProblems(row.values, entry, known?.bornOn ?? null, batch.today),
    ...nameProblem(row.values, known),
    ...spelledTwoWays(batch, row, named),
    ...(entry.certificate ? entryProblems(entry.certificate, { bornOn: known?.bornOn ?? null, today: batch.today, kind }) : []),
  ];
  if (named && 'institution' in place && entry.role) {
    const first = seenBefore(batch, `${named.hash} ${place.institution.id} ${entry.role}`, row.rowNo);
    if (first !== undefined) problems.push({ column: 'idNumber', code: 'twice_in_file', params: { row: first } });
  }
  if (problems.length > 0 || !named || 'problem' in place) return { outcome: 'error', problems };
  const certificate = entry.certificate && { ...entry.certificate, xKindId: kind?.id ?? null };
  return judge(batch, row, { named, known, institutionId: place.institution.id, entry: { ...entry, certificate } }, facts);
}

interface Judged {
  named: NamedPerson;
  known: KnownPerson | undefined;
  institutionId: string;
  entry: RosterEntry;
}

function judge(batch: CheckBatch, row: ParsedRow, { named, known, institutionId, entry }: Judged, facts: Facts): CheckedRow {
  const holder = {
    id: known?.id ?? null,
    hash: named.hash,
    districtCode: known ? (facts.current.get(known.id)?.mainDistrict ?? null) : null,
  };
  const found = entry.certificate ? entryOutcome(entry.certificate, holder, facts.standing, batch) : null;
  // A roster corrects no certificate: one that stands for her stands as it is. Another's number is worth a question.
  if (found?.problems.some(({ code }) => code === 'certificate_number_taken')) return found;
  const certificate = found?.outcome === 'new' ? { certificate: found.values } : {};
  const own = (known ? (facts.posts.get(known.id) ?? []) : []).filter(
    (post) => post.institution_id === institutionId && post.role === entry.role,
  );
  const post = own.find(({ end_on }) => end_on === null) ?? own.find(({ start_on }) => start_on === entry.post.start_on);
  if (post && post.end_on !== null && entry.post.end_on === undefined)
    return { outcome: 'conflict', problems: [{ column: 'startOn', code: 'engagement_ended_already', params: { day: post.end_on } }] };
  const personal = known ? facts.personal.get(known.id) : undefined;
  const phone = textIn(row.values, 'phone');
  const phoneFacts = known && phone && !personal?.has_phone ? phoneColumns(phone) : {};
  if (!post) {
    const id = newId();
    const person = known ? {} : { person: newPersonRow(named, row.values, batch.importId, batch.today) };
    const engagement = newPost(batch, { id, institutionId, personId: known?.id ?? null, entry });
    // Of somebody whom others know already, a new roster fills gaps and overwrites nothing.
    const gaps = differing(known ? { ...entry.personal, ...phoneFacts } : {}, personal, true);
    return {
      outcome: 'new',
      problems: [],
      subjectId: id,
      values: { person_hash: named.hash, person_id: known?.id ?? null, engagement, ...person, facts: gaps.after, ...certificate },
      before: { facts: gaps.before },
    };
  }
  const posts = differing(entry.post, post, false);
  const people = differing({ ...entry.personal, ...phoneFacts }, personal, false);
  if (Object.keys(posts.after).length + Object.keys(people.after).length + Object.keys(certificate).length === 0)
    return { outcome: 'same', problems: [], subjectId: post.id };
  return {
    outcome: 'changed',
    problems: [],
    subjectId: post.id,
    values: { person_hash: named.hash, person_id: known?.id, engagement: posts.after, facts: people.after, ...certificate },
    before: { engagement: posts.before, facts: people.before },
  };
}

/** What the row states otherwise than the record; an empty cell states nothing. */
function differing(stated: object, known: object | undefined, gapsOnly: boolean) {
  const after: Record<string, unknown> = {};
  const before: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(stated)) {
    const now = known ? (Reflect.get(known, key) ?? null) : null;
    if (value === null || value === now || (gapsOnly && now !== null)) continue;
    after[key] = value;
    before[key] = now;
  }
  return { after, before };
}

function phoneColumns(phone: string) {
  const { phoneEncrypted, phoneHash, phoneMasked } = sealPhone(phone, 'person.phone');
  return { phone_encrypted: phoneEncrypted, phone_hash: phoneHash, phone_masked: phoneMasked };
}

const newPost = (
  batch: CheckBatch,
  { id, institutionId, personId, entry }: { id: string; institutionId: string; personId: string | null; entry: RosterEntry },
) => ({
  id,
  person_id: personId,
  institution_id: institutionId,
  role: entry.role,
  start_on: entry.post.start_on,
  end_on: entry.post.end_on ?? null,
  on_post: true,
  is_full_time: entry.post.is_full_time ?? true,
  is_intern: entry.post.is_intern ?? false,
  is_main_post: false,
  contract_until_on: entry.post.contract_until_on ?? null,
  remark: entry.post.remark ?? '',
  created_by: batch.scope.accountId,
  import_id: batch.importId,
});
