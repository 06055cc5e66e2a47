import { beijingDate } from '../shared/period';
import type { FigureRequest } from './figures.server';
import type { RateSearch } from './inputs';
import { findSnapshot, type Snapshot } from './snapshots.server';

export interface ResolvedRequest {
  on: string;
  today: string;
  /** What was kept of the day, whether it was asked for or not. */
  kept: Snapshot | null;
  /** The reading that is shown: null = as known now, also where nothing was kept. */
  snapshot: Snapshot | null;
  request: FigureRequest;
}

/** The figure that an address asks for: never of a day to come, and as recorded only where something was. */
export async function resolveRequest({ on: asked, as, population, operatorType }: RateSearch, now: Date): Promise<ResolvedRequest> {
  const today = beijingDate(now);
  const on = asked !== undefined && asked < today ? asked : today;
  const kept = await findSnapshot(on);
  const snapshot = as === 'recorded' ? kept : null;
  return { on, today, kept, snapshot, request: { on, population, operatorType, snapshot } };
}
