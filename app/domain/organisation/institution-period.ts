import type { FilingStatus, OperatorType } from './organisation';

/** The facts of an institution that a rate of any past day needs. */
export interface DatedFacts {
  filingStatus: FilingStatus;
  operatorType: OperatorType;
  districtCode: string;
}

/** Half-open; null = still. Periods of one institution follow one another without gap or overlap, the last one open. */
export interface FactPeriod extends DatedFacts {
  /** null = not written yet */
  id: string | null;
  fromOn: string;
  untilOn: string | null;
  reason: string;
}

const FACTS = ['filingStatus', 'operatorType', 'districtCode'] as const satisfies readonly (keyof DatedFacts)[];

const sameFacts = (a: DatedFacts, b: DatedFacts): boolean => FACTS.every((fact) => a[fact] === b[fact]);

/** What an institution was on a day; undefined before it was known. */
export const factsOn = <P extends { fromOn: string; untilOn: string | null }>(periods: readonly P[], day: string): P | undefined =>
  periods.find(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || untilOn > day));

export const newestOf = <P extends { untilOn: string | null }>(periods: readonly P[]): P | undefined =>
  periods.find(({ untilOn }) => untilOn === null);

export type Changed = { ok: true; periods: FactPeriod[] } | { ok: false; code: 'later_change'; date: string };

/** Neighbours that say the same become one; each ends where the next begins. */
function joined(periods: readonly FactPeriod[]): FactPeriod[] {
  const sorted = [...periods].sort((a, b) => a.fromOn.localeCompare(b.fromOn));
  const kept = sorted.filter((period, at) => at === 0 || !sameFacts(period, sorted[at - 1] as FactPeriod));
  return kept.map((period, at) => ({ ...period, untilOn: kept[at + 1]?.fromOn ?? null }));
}

/**
 * From a day on, some facts are others: later days take them over, earlier days keep what they were. A change before
 * the first known day moves the beginning. Refused where a later change of the same fact would be undone by it.
 */
export function changeFrom(periods: readonly FactPeriod[], fromOn: string, facts: Partial<DatedFacts>, reason: string): Changed {
  const sorted = [...periods].sort((a, b) => a.fromOn.localeCompare(b.fromOn));
  const later = sorted.find((period, at) => {
    const before = sorted[at - 1];
    return before && period.fromOn > fromOn && FACTS.some((fact) => facts[fact] !== undefined && period[fact] !== before[fact]);
  });
  if (later) return { ok: false, code: 'later_change', date: later.fromOn };
  const standing = factsOn(sorted, fromOn);
  const earlier = sorted.filter((period) => period.fromOn < fromOn);
  const after = sorted.filter((period) => period.fromOn > fromOn).map((period) => ({ ...period, ...facts }));
  const base = standing ?? sorted[0];
  if (!base) return { ok: false, code: 'later_change', date: fromOn };
  const id = base.fromOn >= fromOn ? base.id : null;
  const begun: FactPeriod = { ...base, ...facts, id, fromOn, reason };
  return { ok: true, periods: joined([...earlier, begun, ...after.filter((period) => period.id === null || period.id !== id)]) };
}

/**
 * A period said something that never was true: its facts, or the day from which they were so. Its neighbour gives or takes
 * the days between. Null where that day lies outside of what the neighbours leave.
 */
export function correctPeriod(
  periods: readonly FactPeriod[],
  id: string,
  right: DatedFacts & { fromOn: string },
  reason: string,
): FactPeriod[] | null {
  const sorted = [...periods].sort((a, b) => a.fromOn.localeCompare(b.fromOn));
  const at = sorted.findIndex((period) => period.id === id);
  const period = sorted[at];
  if (!period) return null;
  const before = sorted[at - 1];
  if (before && right.fromOn <= before.fromOn) return null;
  if (period.untilOn !== null && right.fromOn >= period.untilOn) return null;
  return joined(sorted.map((each) => (each.id === id ? { ...each, ...right, reason } : each)));
}
