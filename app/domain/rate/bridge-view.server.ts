import { addDays, beijingDate, monthOf } from '../shared/period';
import { type BridgeStep, climb } from './bridge';
import { type BridgeEnd, type BridgePerson, bridgeBetween } from './bridge.server';
import type { BridgeScope } from './bridge-rows.server';
import { describePeople, type PersonOfRate } from './people.server';
import { findSnapshot } from './snapshots.server';

interface Ends {
  from?: string;
  to?: string;
  between: 'reported' | 'known';
}

/** From the end of last month to today, unless the address says otherwise; the earlier day first. */
function daysOfBridge({ from, to }: Pick<Ends, 'from' | 'to'>, now: Date): { from: string; to: string; today: string } {
  const today = beijingDate(now);
  const end = to !== undefined && to < today ? to : today;
  const start = from ?? addDays(monthOf(end), -1);
  return start <= end ? { from: start, to: end, today } : { from: end, to: start < today ? start : today, today };
}

/** Snapshots where there are some; on one day, what was recorded then against what is known now. */
async function endsOf(from: string, to: string, between: Ends['between']) {
  const keptAt = async (on: string): Promise<Awaited<ReturnType<typeof findSnapshot>>> =>
    between === 'known' ? null : await findSnapshot(on);
  const [first, last] = await Promise.all([keptAt(from), from === to ? null : keptAt(to)]);
  return [
    { on: from, snapshot: first },
    { on: to, snapshot: last },
  ] as const;
}

/** A bridge as a page shows it; with a step, also that step's people from `offset` on. */
export async function bridgeView(
  scope: BridgeScope,
  asked: Ends & { step?: BridgeStep },
  page: { limit: number; offset: number },
  now: Date,
) {
  const { from, to, today } = daysOfBridge(asked, now);
  const [first, last] = await endsOf(from, to, asked.between);
  const { start, end, totals, people } = await bridgeBetween(scope, first, last);
  const ofStep = asked.step ? people.filter(({ step }) => step === asked.step) : [];
  const said = ({ on, snapshot }: typeof first | typeof last) => ({ on, kind: snapshot?.kind ?? null });
  return {
    from,
    to,
    today,
    ends: { start: said(first), end: said(last) },
    start,
    end,
    rungs: climb(start, totals),
    total: ofStep.length,
    people: await bridgeRows(scope, ofStep.slice(page.offset, page.offset + page.limit), first, last),
  };
}

/** People of a bridge as they stood at both ends. */
async function bridgeRows(scope: BridgeScope, people: readonly BridgePerson[], first: BridgeEnd, last: BridgeEnd) {
  const describe = async (side: 'before' | 'after', { on, snapshot }: BridgeEnd) => {
    const seqs = people.flatMap((person) => person[side]?.seq ?? []);
    const rows = await describePeople(seqs, { on, version: snapshot?.version ?? null, rule: scope.rule });
    return new Map(rows.map((row): [string, PersonOfRate] => [row.personId, row]));
  };
  const [before, after] = await Promise.all([describe('before', first), describe('after', last)]);
  return people.map(({ personId, step, n, d }) => {
    const [then, now] = [before.get(personId) ?? null, after.get(personId) ?? null];
    return {
      personId,
      step,
      n,
      d,
      name: (now ?? then)?.name ?? '',
      idNumberMasked: (now ?? then)?.idNumberMasked ?? '',
      before: then,
      after: now,
    };
  });
}

/** All people of a bridge, or of one step of it, for a workbook. */
export async function bridgePeople(scope: BridgeScope, asked: Ends & { step?: BridgeStep }, now: Date) {
  const { from, to } = daysOfBridge(asked, now);
  const [first, last] = await endsOf(from, to, asked.between);
  const { people } = await bridgeBetween(scope, first, last);
  return bridgeRows(scope, asked.step ? people.filter(({ step }) => step === asked.step) : people, first, last);
}
