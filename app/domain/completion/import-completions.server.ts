import { type CheckBatch, type CheckedRow, type ImportKind, seenBefore } from '../excel/import-engine.server';
import type { ParsedRow } from '../excel/read-row';
import type { RowProblem } from '../excel/row-problem';
import { findPersons, type KnownPerson, type NamedPerson, namedPerson, nameProblem, spelledTwoWays } from '../person/known-persons.server';
import { comparable } from '../shared/text';
import { HISTORIC_COLUMNS } from './historic-columns';
import { type HistoricEntry, historicEntry, historicProblems, trainingKey } from './historic-entry';
import {
  completionsOf,
  type KnownCompletion,
  type KnownPlace,
  type KnownProvider,
  type KnownTraining,
  numbersTaken,
  placesNamed,
  providersOf,
  trainingsOf,
} from './historic-facts.server';
import { historicRow } from './historic-rows.server';
import { applyCompletions, blocksOfCompletions, undoCompletions } from './write-completions.server';

/** Completions of the years before the platform, with the file that tells of them. Entered by who would have approved them. */
export const importCompletions: ImportKind = {
  name: 'completions',
  sheets: ['结业台账', '结业证书台账', '培训台账'],
  columns: HISTORIC_COLUMNS,
  roles: ['district_officer', 'city_officer'],
  check,
  apply: applyCompletions,
  blocks: blocksOfCompletions,
  undo: undoCompletions,
};

interface Facts {
  providers: Map<string, KnownProvider>;
  places: Map<string, KnownPlace>;
  persons: Map<string, KnownPerson>;
  trainings: Map<string, KnownTraining>;
  completions: KnownCompletion[];
  numbers: Map<string, string>;
}

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const { tx, rows } = batch;
  const named = rows.map((row) => namedPerson(row.values));
  const entries = rows.map((row) => historicEntry(row.values));
  const providers = await providersOf(tx, batch.scope);
  const persons = await findPersons(
    tx,
    named.flatMap((person) => person?.hash ?? []),
  );
  const asked = entries.flatMap(({ provider, startsOn }) => {
    const found = providers.get(comparable(provider ?? ''));
    return found && startsOn ? { providerId: found.id, startsOn } : [];
  });
  const trainings = await trainingsOf(tx, asked);
  const facts: Facts = {
    providers,
    persons,
    places: await placesNamed(
      tx,
      entries.flatMap(({ institution }) => institution ?? []),
    ),
    trainings: new Map(trainings.flatMap((each) => each.categories.map((category) => [keyOfTraining(each, category), each] as const))),
    completions: await completionsOf(
      tx,
      [...persons.values()].map(({ id }) => id),
    ),
    numbers: await numbersTaken(
      tx,
      entries.flatMap(({ number }) => number ?? []),
    ),
  };
  return rows.map((row, at) => checkRow(batch, row, named[at] ?? null, entries[at] ?? historicEntry({}), facts));
}

const keyOfTraining = (training: KnownTraining, category: string): string =>
  trainingKey(training.provider_id, {
    title: training.title,
    category: category as HistoricEntry['category'],
    startsOn: training.starts_on,
    endsOn: training.ends_on,
  });

function checkRow(batch: CheckBatch, row: ParsedRow, named: NamedPerson | null, entry: HistoricEntry, facts: Facts): CheckedRow {
  const known = named ? facts.persons.get(named.hash) : undefined;
  const provider = facts.providers.get(comparable(entry.provider ?? ''));
  const problems: RowProblem[] = [
    ...row.problems,
    ...historicProblems(row.values, entry),
    ...(entry.provider && !provider ? [{ column: 'provider', code: 'provider_unknown' as const }] : []),
    ...nameProblem(row.values, known),
    ...spelledTwoWays(batch, row, named),
  ];
  const first = named && provider ? seenBefore(batch, `${named.hash} ${trainingKey(provider.id, entry)}`, row.rowNo) : undefined;
  if (first !== undefined) problems.push({ column: 'idNumber', code: 'twice_in_file', params: { row: first } });
  const numbered = entry.number ? seenBefore(batch, `number ${entry.number}`, row.rowNo) : undefined;
  if (numbered !== undefined && first === undefined) problems.push({ column: 'number', code: 'twice_in_file', params: { row: numbered } });
  if (problems.length > 0 || !named || !provider) return { outcome: 'error', problems };
  const answer = standing(batch, named, known, provider, entry, facts);
  if (answer) return answer;
  const place = facts.places.get(entry.institution ?? '') ?? null;
  return historicRow(batch, row, { named, known, provider, place, entry, training: facts.trainings.get(trainingKey(provider.id, entry)) });
}

/** What stands in the way, or makes the row known already. */
function standing(
  batch: CheckBatch,
  named: NamedPerson,
  known: KnownPerson | undefined,
  provider: KnownProvider,
  entry: HistoricEntry,
  facts: Facts,
): CheckedRow | null {
  const conflict = (column: string, code: RowProblem['code']): CheckedRow => ({ outcome: 'conflict', problems: [{ column, code }] });
  const training = facts.trainings.get(trainingKey(provider.id, entry));
  const own = known ? facts.completions.filter((each) => each.person_id === known.id) : [];
  const here = own.find((each) => each.class_id === training?.id);
  if (here && here.status !== 'valid') return conflict('title', 'completion_ended_before');
  if (here) {
    const agrees = here.theory_minutes === entry.theoryMinutes && here.practice_minutes === entry.practiceMinutes;
    const isSame = (training?.import_id === null || agrees) && (entry.number === null || entry.number === here.number);
    return isSame ? { outcome: 'same', problems: [] } : conflict('number', 'completion_differs');
  }
  if (training && training.import_id === null) return conflict('title', 'completion_live_class');
  const days = (each: { provider_id: string; starts_on: string; ends_on: string }) =>
    `${each.provider_id} ${each.starts_on} ${each.ends_on}`;
  const mine = days({ provider_id: provider.id, starts_on: entry.startsOn ?? '', ends_on: entry.endsOn ?? '' });
  const before = batch.memory.get(`days ${named.hash} ${mine}`);
  if (before === undefined) batch.memory.set(`days ${named.hash} ${mine}`, comparable(entry.title ?? ''));
  const elsewhere = own.some((each) => days(each) === mine) || (before !== undefined && before !== comparable(entry.title ?? ''));
  if (elsewhere) return conflict('title', 'completion_other_title');
  if (entry.number && facts.numbers.has(entry.number)) return conflict('number', 'completion_number_taken');
  return null;
}
