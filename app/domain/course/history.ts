export const COURSE_STEPS = [
  'drafted',
  'edited',
  'attachment_added',
  'attachment_removed',
  'submitted',
  'recalled',
  'approved',
  'returned',
  'published',
  'revised',
  'revision_dropped',
  'archived',
] as const;
export type CourseStep = (typeof COURSE_STEPS)[number];

/** An event of a course as the log holds it. */
interface Logged {
  id: string;
  name: string;
  at: Date;
  actorName: string | null;
  organisationName: string | null;
  data: Record<string, unknown>;
}

export interface HistoryEntry {
  id: string;
  step: CourseStep;
  at: Date;
  by: string | null;
  organisation: string | null;
  /** How many edits in a row this entry stands for. */
  edits: number;
  version: number | null;
  dueOn: string | null;
  reason: string | null;
}

const stepOf = (name: string): CourseStep | undefined => COURSE_STEPS.find((step) => name === `course.${step}`);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What happened to a course, newest first; edits in a row by one author are one entry with its last time. */
export const courseHistory = (events: readonly Logged[]): HistoryEntry[] => {
  const entries: HistoryEntry[] = [];
  for (const { id, name, at, actorName, organisationName, data } of events) {
    const step = stepOf(name);
    if (!step) continue;
    const last = entries.at(-1);
    if (step === 'edited' && last?.step === 'edited' && last.by === actorName) {
      Object.assign(last, { at, edits: last.edits + 1 });
      continue;
    }
    const version = typeof data.version === 'number' ? data.version : null;
    const facts = { version, dueOn: textOf(data.dueOn), reason: textOf(data.reason) };
    entries.push({ id, step, at, by: actorName, organisation: organisationName, edits: 1, ...facts });
  }
  return entries.reverse();
};
