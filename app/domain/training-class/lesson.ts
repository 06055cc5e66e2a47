import { MINUTE } from '../shared/period';
import { toHalfWidth, withoutInvisible } from '../shared/text';
import type { LessonStatus } from './training-class';

/** Half-open in time: a lesson that begins when another ends does not overlap it. */
export interface TimeSpan {
  startsAt: Date;
  endsAt: Date;
}

export interface ClashableLesson extends TimeSpan {
  id: string;
  place: string;
  lecturer: string;
  /** Of the registry: then it says who she is, whatever is printed. */
  lecturerId?: string | null;
  status: LessonStatus;
}

export interface Clash {
  lessonId: string;
  otherId: string;
  kind: 'lecturer' | 'place';
  name: string;
}

export const lessonMinutes = (lesson: TimeSpan): number => Math.round((lesson.endsAt.getTime() - lesson.startsAt.getTime()) / MINUTE);

export const timesOverlap = (a: TimeSpan, b: TimeSpan): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** The first pair that overlaps, the earliest of `ours` first. */
export const firstOverlap = <A extends TimeSpan, B extends TimeSpan>(
  ours: readonly A[],
  theirs: readonly B[],
): { ours: A; theirs: B } | null => {
  const sorted = [...ours].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  for (const lesson of sorted) {
    const other = theirs.find((candidate) => timesOverlap(lesson, candidate));
    if (other) return { ours: lesson, theirs: other };
  }
  return null;
};

const plain = (text: string): string => toHalfWidth(withoutInvisible(text)).replace(/\s/g, '').toLowerCase();

// 王芳老师 and 王芳 are one person; 王老师 alone keeps its title, or every Wang would be one.
const withoutTitle = (name: string): string =>
  name.replace(/^(\p{Script=Han}{2,}?)(副?教授|副?主任医师|主治医师|主任|老师|讲师|医师|医生)$/u, '$1');

const lecturersOf = (text: string): string[] =>
  plain(text)
    .split(/[、,;/和与&]/)
    .map(withoutTitle)
    .filter((name) => name !== '');

const placesOf = (text: string): string[] => [plain(text).replace(/[()\-–—·,.]/g, '')].filter((place) => place !== '');

const BY_REGISTRY = '#';

/** What two lessons may not need at once. Of the registry: the person, else whatever is printed. */
const NAMES: Record<Clash['kind'], (lesson: ClashableLesson) => string[]> = {
  lecturer: ({ lecturer, lecturerId }) => [...(lecturerId ? [`${BY_REGISTRY}${lecturerId}`] : []), ...lecturersOf(lecturer)],
  place: ({ place }) => placesOf(place),
};

/** Where the registry names both, it alone says whether they are one. */
const saysMore = (kind: Clash['kind'], name: string, a: ClashableLesson, b: ClashableLesson): boolean =>
  kind === 'lecturer' && !name.startsWith(BY_REGISTRY) && !!a.lecturerId && !!b.lecturerId;

/** Lessons that need the same lecturer or the same place at the same time, against others and among themselves. */
export const findClashes = (lessons: readonly ClashableLesson[], others: readonly ClashableLesson[]): Clash[] => {
  const clashes: Clash[] = [];
  for (const kind of ['lecturer', 'place'] as const) {
    const seen = new Map<string, ClashableLesson[]>();
    const meet = (lesson: ClashableLesson, report: boolean): void => {
      if (lesson.status === 'cancelled') return;
      for (const name of new Set(NAMES[kind](lesson))) {
        const before = seen.get(name) ?? [];
        if (report) {
          for (const other of before) {
            if (other.id === lesson.id || !timesOverlap(lesson, other) || saysMore(kind, name, lesson, other)) continue;
            const shown = name.startsWith(BY_REGISTRY) ? plain(lesson.lecturer || other.lecturer) : name;
            clashes.push({ lessonId: lesson.id, otherId: other.id, kind, name: shown });
          }
        }
        seen.set(name, [...before, lesson]);
      }
    };
    const own = new Set(lessons.map((lesson) => lesson.id));
    for (const other of others) if (!own.has(other.id)) meet(other, false);
    for (const lesson of lessons) meet(lesson, true);
  }
  return clashes;
};
