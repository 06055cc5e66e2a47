import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { course, courseModule, outline, outlineModule, syllabusVersion } from '#db/schema';
import { type CourseCategory, type CourseModule, type CourseStatus, DEFAULT_PASS_RULE, type Syllabus } from '~/domain/course/course';
import { SEED_OUTLINES } from '~/domain/course/outline-seed';
import { newId } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';
import { aProvider } from './organisations';
import { one } from './row';
import { nextNumber } from './synthetic';

/** The shipped outline of a category, or one with other modules and hours, with its modules. */
export async function anOutline(tx: Tx, category: CourseCategory = 'caregiver', columns: Partial<typeof outline.$inferInsert> = {}) {
  const shipped = SEED_OUTLINES.find((each) => each.category === category) ?? SEED_OUTLINES[0];
  if (!shipped) throw new Error('no outline is shipped');
  const { modules, ...head } = shipped;
  const row = one(
    await tx
      .insert(outline)
      .values({ id: newId(), ...head, category, createdAt: now(), ...columns })
      .returning(),
  );
  const rows = modules.map((module, at) => ({ ...module, id: newId(), outlineId: row.id, position: at + 1 }));
  return { ...row, modules: await tx.insert(outlineModule).values(rows).returning() };
}

/** One theory and one practice module of two class hours each. */
export const TWO_MODULES: CourseModule[] = [
  { code: 'M1', title: '回应性照护', theoryMinutes: 90, practiceMinutes: 0, topics: ['喂养', '睡眠'], outlineModuleCode: null },
  { code: 'M2', title: '照料操作', theoryMinutes: 0, practiceMinutes: 90, topics: ['盥洗'], outlineModuleCode: null },
];

const APPROVED: readonly CourseStatus[] = ['approved', 'published', 'archived'];

export const syllabusOf = (
  row: Pick<typeof course.$inferSelect, 'title' | 'categories' | 'audience' | 'summary' | 'delivery' | 'passRule'>,
  modules: CourseModule[],
  outlines: Syllabus['outlines'] = [],
): Syllabus => ({
  title: row.title,
  categories: row.categories,
  audience: row.audience,
  summary: row.summary,
  delivery: row.delivery,
  passRule: row.passRule,
  modules,
  outlines,
});

/**
 * A published caregiver course of two short modules with its frozen syllabus; a draft, submitted or returned one has
 * none. `syllabus` is what classes point at, null before approval.
 */
export async function aCourse(
  tx: Tx,
  { modules = TWO_MODULES, ...columns }: Partial<typeof course.$inferInsert> & { modules?: CourseModule[] } = {},
) {
  const at = now();
  const status = columns.status ?? 'published';
  const approved = APPROVED.includes(status);
  const submitted = approved || status === 'submitted' || status === 'returned';
  const row = one(
    await tx
      .insert(course)
      .values({
        id: newId(),
        title: `保育人员提升课程${nextNumber()}`,
        categories: ['caregiver'],
        audience: '托育机构保育人员',
        summary: '日常照护要点与操作。',
        delivery: 'on_site',
        passRule: DEFAULT_PASS_RULE,
        contactName: '教务',
        contactPhone: '010-00000000',
        publishedAt: status === 'published' ? at : null,
        ...(submitted ? { submittedAt: at, submittedBy: newId() } : {}),
        ...(approved || status === 'returned' ? { decidedAt: at, decidedBy: newId() } : {}),
        createdAt: at,
        updatedAt: at,
        ...columns,
        status,
        providerId: columns.providerId ?? (await aProvider(tx)).id,
      })
      .returning(),
  );
  if (modules.length > 0)
    await tx
      .insert(courseModule)
      .values(modules.map((module, position) => ({ ...module, id: newId(), courseId: row.id, position: position + 1 })));
  const syllabus = approved ? await aSyllabus(tx, row, modules) : null;
  return { ...row, currentSyllabusId: syllabus?.id ?? null, syllabus };
}

/** Freezes a syllabus and makes it the course's current one. */
async function aSyllabus(tx: Tx, row: typeof course.$inferSelect, modules: CourseModule[]) {
  const frozen = one(
    await tx
      .insert(syllabusVersion)
      .values({
        id: newId(),
        courseId: row.id,
        version: 1,
        content: syllabusOf(row, modules),
        approvedAt: row.decidedAt ?? row.createdAt,
        approvedBy: row.decidedBy ?? newId(),
      })
      .returning(),
  );
  await tx.update(course).set({ currentSyllabusId: frozen.id }).where(eq(course.id, row.id));
  return frozen;
}
