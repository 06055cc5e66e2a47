import { and, count, desc, eq, ne, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { course, organisation, outline, syllabusVersion } from '#db/schema';
import { mayTeach } from '../organisation/organisation';
import type { Actor, UserActor } from '../shared/actor';
import { eventsOf } from '../shared/event-queries.server';
import { can } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { checkCompliance } from './compliance';
import { COURSE_CATEGORIES, type CourseCategory, type CourseStatus } from './course';
import { attachmentsOf, findCourse, modulesOf } from './find-course.server';
import { courseHistory } from './history';
import { latestVersion, outlinesByIds } from './outline-versions.server';
import { missingParts } from './readiness';

export const COURSE_PAGE_SIZE = 20;

/** The actor's own provider's courses, last changed first, with how many stand in each state. */
export async function listOwnCourses(
  actor: UserActor,
  { status, page }: { status?: CourseStatus; page: number },
  pageSize = COURSE_PAGE_SIZE,
) {
  const providerId = actor.organisation?.id;
  if (!providerId || !can(actor, 'course.draft', { organisationId: providerId })) throw new Forbidden();
  const mine = eq(course.providerId, providerId);
  const counts = await db.select({ status: course.status, n: count() }).from(course).where(mine).groupBy(course.status);
  const rows = await db
    .select({
      id: course.id,
      title: course.title,
      categories: course.categories,
      delivery: course.delivery,
      status: course.status,
      publishedAt: course.publishedAt,
      decisionDueOn: course.decisionDueOn,
      updatedAt: course.updatedAt,
      version: syllabusVersion.version,
    })
    .from(course)
    .leftJoin(syllabusVersion, eq(syllabusVersion.id, course.currentSyllabusId))
    // Without a filter the list holds what is in use.
    .where(and(mine, status ? eq(course.status, status) : ne(course.status, 'archived')))
    .orderBy(desc(course.updatedAt), desc(course.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { rows, counts: Object.fromEntries(counts.map((row) => [row.status, row.n])) as Partial<Record<CourseStatus, number>> };
}

/** A course with its modules, files, outlines, how it measures up, its versions and its history, as far as the actor may see it. */
export async function getCourse(actor: Actor, courseId: string) {
  const found = await findCourse(db, actor, courseId);
  const [modules, attachments, outlines, versions, events] = await Promise.all([
    modulesOf(db, courseId),
    attachmentsOf(db, courseId),
    outlinesByIds(db, found.outlineIds),
    listSyllabusVersions(courseId),
    eventsOf({ type: 'course', id: courseId }),
  ]);
  const { provider, providerId: _provider, submittedBy: _by, decidedBy: _decider, createdAt: _created, isDemo: _demo, ...course } = found;
  return {
    course,
    provider: {
      id: provider.id,
      name: provider.name,
      kind: provider.kind,
      districtCode: provider.districtCode,
      categories: provider.categories,
    },
    modules,
    attachments: attachments.map(({ id, fileName, sizeBytes }) => ({ id, fileName, sizeBytes })),
    compliance: outlines.map((version) => ({ outline: version, result: checkCompliance(modules, version) })),
    versions: versions.map(({ version, approvedAt, id }) => ({ version, approvedAt, isCurrent: id === course.currentSyllabusId })),
    /** The approved version that the text would follow. */
    previous: versions.find((version) => version.id === course.currentSyllabusId) ?? null,
    missing: missingParts({ ...course, modules }),
    history: courseHistory(events),
  };
}

const listSyllabusVersions = (courseId: string) =>
  db
    .select({
      id: syllabusVersion.id,
      version: syllabusVersion.version,
      approvedAt: syllabusVersion.approvedAt,
      content: syllabusVersion.content,
    })
    .from(syllabusVersion)
    .where(eq(syllabusVersion.courseId, courseId))
    .orderBy(desc(syllabusVersion.version));

/** What the actor's own provider may draft: of what it is approved for, what its kind may teach. */
export async function getProviderScope(actor: UserActor) {
  const providerId = actor.organisation?.id;
  if (!providerId || !can(actor, 'course.draft', { organisationId: providerId })) throw new Forbidden();
  const [provider] = await db
    .select({ kind: organisation.kind, categories: organisation.categories })
    .from(organisation)
    .where(eq(organisation.id, providerId));
  const { kind = 'college', categories: approved = [] } = provider ?? {};
  const categories = COURSE_CATEGORIES.filter((category) => approved.includes(category) && mayTeach(kind, category));
  return { categories, isMchCentre: kind === 'mch_centre' };
}

/** Outline versions to choose from when drafting, newest first. */
export const listOutlineChoices = (categories: readonly CourseCategory[]) =>
  db
    .select({
      id: outline.id,
      category: outline.category,
      version: outline.version,
      titleZh: outline.titleZh,
      titleEn: outline.titleEn,
      source: outline.source,
    })
    .from(outline)
    .where(sql`${outline.category} = any(${sql.param([...categories])}::text[])`)
    .orderBy(outline.category, desc(outline.version));

/** All outline versions by category, newest first, with the number of courses measured against each. */
export const listOutlines = () =>
  db
    .select({
      id: outline.id,
      category: outline.category,
      version: outline.version,
      titleZh: outline.titleZh,
      titleEn: outline.titleEn,
      documentNo: outline.documentNo,
      source: outline.source,
      theoryMinutes: outline.theoryMinutes,
      practiceMinutes: outline.practiceMinutes,
      effectiveOn: outline.effectiveOn,
      createdAt: outline.createdAt,
      courses: sql<number>`(select count(*)::int from course c where outline.id = any(c.outline_ids) and c.status <> 'archived')`,
    })
    .from(outline)
    .orderBy(outline.category, desc(outline.version));

/** @throws NotFound for an unknown version */
export async function getOutline(outlineId: string) {
  const [found] = await outlinesByIds(db, [outlineId]);
  if (!found) throw new NotFound();
  return found;
}

/** The version to start a new one from, and the number of the latest of its category. @throws NotFound */
export async function getOutlineToFollow(outlineId: string) {
  const found = await getOutline(outlineId);
  return { outline: found, latest: await latestVersion(db, found.category) };
}
