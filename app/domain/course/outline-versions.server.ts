import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { outline, outlineModule } from '#db/schema';
import { isId } from '../shared/id';
import type { CourseCategory } from './course';
import type { Outline } from './outline';

export type OutlineVersion = Outline & { id: string };

/** Outline versions with their modules, in the order of the ids given. */
export async function outlinesByIds(tx: Tx, ids: readonly string[]): Promise<OutlineVersion[]> {
  const wanted = ids.filter(isId);
  if (wanted.length === 0) return [];
  const heads = await tx.select().from(outline).where(inArray(outline.id, wanted));
  const modules = await tx
    .select()
    .from(outlineModule)
    .where(inArray(outlineModule.outlineId, wanted))
    .orderBy(asc(outlineModule.position));
  return wanted.flatMap((id) =>
    heads
      .filter((head) => head.id === id)
      .map(({ createdAt: _at, createdBy: _by, ...head }) => ({
        ...head,
        modules: modules
          .filter((module) => module.outlineId === id)
          .map(({ id: _id, outlineId: _outline, position: _position, ...module }) => module),
      })),
  );
}

/** The version in force on a day for each category that has one, in the order of the categories. */
export async function outlineIdsInForce(tx: Tx, categories: readonly CourseCategory[], today: string): Promise<string[]> {
  if (categories.length === 0) return [];
  const rows = await tx
    .selectDistinctOn([outline.category], { id: outline.id, category: outline.category })
    .from(outline)
    .where(and(inArray(outline.category, [...categories]), lte(outline.effectiveOn, today)))
    .orderBy(outline.category, desc(outline.version));
  return categories.flatMap((category) => rows.filter((row) => row.category === category).map((row) => row.id));
}

/** Of the ids chosen, those that fit: one version per category of the course; a category without a choice takes the one in force. */
export async function chosenOutlineIds(
  tx: Tx,
  categories: readonly CourseCategory[],
  chosen: readonly string[],
  today: string,
): Promise<string[]> {
  const ids = chosen.filter(isId);
  const known =
    ids.length > 0 ? await tx.select({ id: outline.id, category: outline.category }).from(outline).where(inArray(outline.id, ids)) : [];
  const open = categories.filter((category) => !known.some((row) => row.category === category));
  const inForce = await outlineIdsInForce(tx, open, today);
  const rest =
    inForce.length > 0
      ? await tx.select({ id: outline.id, category: outline.category }).from(outline).where(inArray(outline.id, inForce))
      : [];
  return categories.flatMap((category) =>
    [...known, ...rest]
      .filter((row) => row.category === category)
      .map((row) => row.id)
      .slice(0, 1),
  );
}

export const latestVersion = async (tx: Tx, category: CourseCategory): Promise<number> => {
  const [row] = await tx
    .select({ version: outline.version })
    .from(outline)
    .where(eq(outline.category, category))
    .orderBy(desc(outline.version))
    .limit(1);
  return row?.version ?? 0;
};
