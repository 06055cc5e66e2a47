import { type Approval, isApprovedOn } from '../lecturer/lecturer';
import type { LessonStatus } from './training-class';

interface NamingLesson {
  title: string;
  heldOn: string;
  lecturer: string;
  lecturerId: string | null;
  status: LessonStatus;
}

export interface LecturerNote {
  lecturerId: string;
  name: string;
  /** `lapsed`: her approval ends before the day; `missing`: she is not approved at all, or not yet. */
  kind: 'lapsed' | 'missing';
  untilOn: string | null;
  lessons: { title: string; heldOn: string }[];
}

/** Lecturers whose approval does not hold on the day of their lesson, and names that the registry does not know. Never a refusal. */
export const lecturerNotes = (
  lessons: readonly NamingLesson[],
  registry: readonly (Approval & { id: string; name: string })[],
): { notes: LecturerNote[]; unregistered: string[] } => {
  const notes = new Map<string, LecturerNote>();
  const unregistered = new Set<string>();
  for (const { title, heldOn, lecturer, lecturerId, status } of lessons) {
    if (status === 'cancelled') continue;
    const known = lecturerId === null ? undefined : registry.find(({ id }) => id === lecturerId);
    if (!known) {
      if (lecturer !== '') unregistered.add(lecturer);
      continue;
    }
    if (isApprovedOn(known, heldOn)) continue;
    const lapsed = known.status === 'approved' && known.approvedUntilOn !== null && known.approvedUntilOn < heldOn;
    const key = `${known.id} ${lapsed}`;
    const { id, name, approvedUntilOn } = known;
    const note = notes.get(key) ?? { lecturerId: id, name, kind: lapsed ? 'lapsed' : 'missing', untilOn: approvedUntilOn, lessons: [] };
    note.lessons.push({ title, heldOn });
    notes.set(key, note);
  }
  return { notes: [...notes.values()], unregistered: [...unregistered] };
};
