import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { completion, completionCertificate, outline, trainingClass } from '#db/schema';
import { groupBy } from '../shared/group-by';
import { POST_TRAINING_CATEGORIES, type PostTrainingCategory, postTrainingProgress } from './post-training';

/** All versions of the outlines that name whole post trainings. */
const readOutlines = (tx: Tx) =>
  tx
    .select({
      id: outline.id,
      category: outline.category,
      version: outline.version,
      titleZh: outline.titleZh,
      titleEn: outline.titleEn,
      source: outline.source,
      effectiveOn: outline.effectiveOn,
      theoryMinutes: outline.theoryMinutes,
      practiceMinutes: outline.practiceMinutes,
    })
    .from(outline)
    .where(inArray(outline.category, [...POST_TRAINING_CATEGORIES]));

const readCompletions = (tx: Tx, personId: string) =>
  tx
    .select({
      id: completion.id,
      category: completion.category,
      completedOn: completion.completedOn,
      theoryMinutes: completion.theoryMinutes,
      practiceMinutes: completion.practiceMinutes,
      districtCode: trainingClass.districtCode,
      isDemo: trainingClass.isDemo,
      number: completionCertificate.number,
      content: completionCertificate.content,
    })
    .from(completion)
    .innerJoin(trainingClass, eq(trainingClass.id, completion.classId))
    .innerJoin(completionCertificate, eq(completionCertificate.completionId, completion.id))
    .where(
      and(
        eq(completion.personId, personId),
        eq(completion.status, 'valid'),
        isNotNull(completionCertificate.number),
        inArray(completion.category, [...POST_TRAINING_CATEGORIES]),
      ),
    )
    .orderBy(asc(completion.completedOn), asc(completion.id));

/** How far a person is in each programme that she has hours of, or that is asked for. */
export async function readProgress(personId: string, now: Date, tx: Tx = db, asked: readonly PostTrainingCategory[] = []) {
  const [outlines, completions] = [groupBy(await readOutlines(tx), (row) => row.category), await readCompletions(tx, personId)];
  return POST_TRAINING_CATEGORIES.flatMap((category) => {
    const own = completions.filter((row) => row.category === category);
    if (own.length === 0 && !asked.includes(category)) return [];
    const progress = postTrainingProgress(outlines.get(category) ?? [], own, now);
    return progress ? [{ category, progress }] : [];
  });
}

export type ProgrammeProgress = Awaited<ReturnType<typeof readProgress>>[number];
