export const LECTURER_STEPS = [
  'proposed',
  'entered',
  'edited',
  'approved',
  'renewed',
  'returned',
  'declined',
  'renewal_asked',
  'withdrawn',
] as const;
export type LecturerStep = (typeof LECTURER_STEPS)[number];

/** An event of a lecturer as the log holds it. */
interface Logged {
  id: string;
  name: string;
  at: Date;
  actorName: string | null;
  organisationName: string | null;
  data: Record<string, unknown>;
}

export interface LecturerHistoryEntry {
  id: string;
  step: LecturerStep;
  at: Date;
  by: string | null;
  untilOn: string | null;
  reason: string | null;
}

/** A decision on a renewal is told apart from the first one. */
const stepOf = (name: string, renewal: boolean): LecturerStep | undefined => {
  if (renewal && name === 'lecturer.approved') return 'renewed';
  if (renewal && name === 'lecturer.returned') return 'declined';
  return LECTURER_STEPS.find((step) => name === `lecturer.${step}`);
};
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What happened to a lecturer, newest first. */
export const lecturerHistory = (events: readonly Logged[]): LecturerHistoryEntry[] =>
  events
    .flatMap(({ id, name, at, actorName, organisationName, data }) => {
      const step = stepOf(name, data.renewal === true);
      if (!step) return [];
      const by = [actorName, organisationName].filter((part) => part !== null).join(' · ') || null;
      return [{ id, step, at, by, untilOn: textOf(data.untilOn), reason: textOf(data.reason) }];
    })
    .reverse();
