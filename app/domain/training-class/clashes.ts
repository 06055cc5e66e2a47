import { type ClashableLesson, findClashes } from './lesson';

export interface NamedLesson extends ClashableLesson {
  title: string;
  /** Code of the other class; null for a lesson of this one. */
  classCode: string | null;
}

export interface ClashLine {
  id: string;
  kind: 'lecturer' | 'place';
  name: string;
  ours: string;
  theirs: string;
  at: string;
  until: string;
  classCode: string | null;
}

/** The clashes of a class in words' terms: what of ours meets what of theirs, where and when. */
export const clashLines = (lessons: readonly NamedLesson[], others: readonly NamedLesson[]): ClashLine[] => {
  const known = new Map([...lessons, ...others].map((lesson) => [lesson.id, lesson]));
  return findClashes(lessons, others).flatMap((clash) => {
    const [ours, theirs] = [known.get(clash.lessonId), known.get(clash.otherId)];
    if (!ours || !theirs) return [];
    const line = { kind: clash.kind, name: clash.name, ours: ours.title, theirs: theirs.title, classCode: theirs.classCode };
    return [
      { id: `${clash.kind}-${ours.id}-${theirs.id}`, ...line, at: theirs.startsAt.toISOString(), until: theirs.endsAt.toISOString() },
    ];
  });
};
