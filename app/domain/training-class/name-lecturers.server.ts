import type { Tx } from '#db/client';
import { namesOf } from '../lecturer/nameable.server';
import { Refusal } from '../shared/refusals';

interface Naming {
  lecturer: string;
  lecturerId?: string | null | undefined;
}

/**
 * Lessons with the lecturers of the registry whom they name: where nothing else is to be printed, her name is.
 * @throws Refusal for somebody whom this provider may not name; `fieldOf` says where she was chosen
 */
export async function withLecturers<L extends Naming>(
  tx: Tx,
  provider: { id: string; districtCode: string | null },
  lessons: readonly L[],
  fieldOf: (place: number) => string,
): Promise<(L & { lecturerId: string | null })[]> {
  const names = await namesOf(
    tx,
    provider,
    lessons.flatMap(({ lecturerId }) => lecturerId ?? []),
  );
  return lessons.map((lesson, place) => {
    if (!lesson.lecturerId) return { ...lesson, lecturerId: null };
    const name = names.get(lesson.lecturerId);
    if (name === undefined) throw new Refusal('lecturer_unknown', { field: fieldOf(place) });
    return { ...lesson, lecturer: lesson.lecturer || name, lecturerId: lesson.lecturerId };
  });
}
