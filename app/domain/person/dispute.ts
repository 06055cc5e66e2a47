import type { RefusalCode } from '../shared/refusals';
import { ENGAGEMENT_ROLES, type EngagementRole } from './person';
import type { DisputeKind } from './roster';

interface Entry {
  role: EngagementRole;
  startOn: string;
  endOn: string | null;
}

/** What she says is right; only what differs from the entry. */
export interface Wanted {
  startOn?: string;
  endOn?: string;
  role?: string;
}

interface Said {
  startOn: string | null;
  endOn: string | null;
  role: EngagementRole | null;
}

type Answer = { ok: true; wanted: Wanted } | { ok: false; code: RefusalCode; field: string };

/** What the entry would become if she is right, by what she says is wrong. `other` is put into words alone. */
export function correctionOf(entry: Entry, kind: DisputeKind, said: Said): Answer {
  switch (kind) {
    case 'never_worked_here':
      return { ok: true, wanted: { endOn: entry.startOn } };
    case 'left_earlier':
      if (said.endOn === null) return { ok: false, code: 'dispute_needs_day', field: 'endOn' };
      if (said.endOn < entry.startOn || (entry.endOn !== null && said.endOn >= entry.endOn))
        return { ok: false, code: 'dispute_day_outside', field: 'endOn' };
      return { ok: true, wanted: { endOn: said.endOn } };
    case 'wrong_role':
      if (said.role === null || said.role === entry.role) return { ok: false, code: 'dispute_needs_role', field: 'role' };
      return { ok: true, wanted: { role: said.role } };
    case 'wrong_dates': {
      if (said.startOn === null && said.endOn === null) return { ok: false, code: 'dispute_needs_day', field: 'startOn' };
      const endOn = said.endOn ?? entry.endOn;
      if (endOn !== null && endOn < (said.startOn ?? entry.startOn)) return { ok: false, code: 'dispute_day_outside', field: 'endOn' };
      return { ok: true, wanted: { ...(said.startOn ? { startOn: said.startOn } : {}), ...(said.endOn ? { endOn: said.endOn } : {}) } };
    }
    case 'other':
      return { ok: true, wanted: {} };
  }
}

/** The entry as it stands after she was right. */
export function corrected(entry: Entry, wanted: Wanted): Entry {
  const role = ENGAGEMENT_ROLES.find((each) => each === wanted.role) ?? entry.role;
  return { role, startOn: wanted.startOn ?? entry.startOn, endOn: wanted.endOn ?? entry.endOn };
}
