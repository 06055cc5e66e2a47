import { checkCompliance, meetsOutline, modulesFromOutline } from '~/domain/course/compliance';
import { type CourseModule, type CourseStatus, DEFAULT_PASS_RULE, type Syllabus } from '~/domain/course/course';
import { SEED_OUTLINES } from '~/domain/course/outline-seed';
import { newId } from '~/domain/shared/id';
import { addDays, addWorkingDays, beijingDate, beijingInstant, DAY, HOUR } from '~/domain/shared/period';
import { syllabusOf } from '../builders/courses';
import { COURSES, type CoursePlan } from './course-list';
import { organisationAt } from './organisations';
import type { OrganisationRow, SeedCourse, World } from './world';

const REVIEW_WORKING_DAYS = 10;
const APPROVED: readonly CourseStatus[] = ['approved', 'published', 'archived'];

export function addCourses(world: World): void {
  COURSES.forEach((plan, at) => {
    const isDecided = APPROVED.includes(plan.status ?? 'published');
    // Those that still move are days old; the catalogue was approved before the plan began.
    const draftedOn = isDecided && plan.status !== 'approved' ? addDays('2022-10-17', at % 20) : addDays(world.today, -9 - (at % 4));
    addCourse(world, plan, draftedOn);
  });
}

function modulesOf(plan: CoursePlan): CourseModule[] {
  if (plan.modules !== 'outline') return plan.modules;
  const outline = SEED_OUTLINES.find((each) => each.category === plan.categories[0]);
  return outline ? modulesFromOutline(outline) : [];
}

/** How the course stands against the outline of each of its categories. */
const outlinesOf = (world: World, plan: CoursePlan, modules: CourseModule[]): Syllabus['outlines'] =>
  SEED_OUTLINES.filter((outline) => plan.categories.includes(outline.category)).flatMap((outline) => {
    const known = world.outlines.get(outline.category);
    const { category, titleZh, titleEn, source } = outline;
    const names = { titleZh, titleEn, isProposed: source === 'proposed' };
    const entry = { category, meetsOutline: meetsOutline(checkCompliance(modules, outline)), ...names };
    return known ? [{ ...entry, outlineId: known.id, version: known.version }] : [];
  });

function addCourse(world: World, plan: CoursePlan, draftedOn: string): void {
  const provider = organisationAt(world, plan.provider);
  const status = plan.status ?? 'published';
  const modules = modulesOf(plan);
  const outlines = outlinesOf(world, plan, modules);
  const createdAt = beijingInstant(draftedOn, '10:00');
  const id = newId();
  const row: SeedCourse['row'] = {
    id,
    providerId: provider.id,
    title: plan.title,
    categories: plan.categories,
    audience: plan.audience ?? '托育机构保育人员，以及拟从事托育服务的人员',
    summary: plan.summary,
    delivery: plan.delivery ?? 'on_site',
    status,
    outlineIds: outlines.map((outline) => outline.outlineId),
    passRule: plan.passRule ?? DEFAULT_PASS_RULE,
    contactName: '教务办公室',
    contactPhone: '010-00000000',
    createdAt,
    updatedAt: createdAt,
    isDemo: true,
  };
  const built: SeedCourse = { row, modules, provider, syllabus: null };
  world.rows.course.push(row);
  world.rows.courseModule.push(...modules.map((module, at) => ({ ...module, id: newId(), courseId: id, position: at + 1 })));
  world.courses.push(built);
  world.say('course.drafted', { type: 'course', id }, { voice: world.voiceOf(provider.id), at: createdAt }, { providerId: provider.id });
  if (status !== 'draft') review(world, built, plan, outlines);
}

function review(world: World, built: SeedCourse, plan: CoursePlan, outlines: Syllabus['outlines']): void {
  const { row, provider } = built;
  const subject = { type: 'course', id: row.id };
  const own = world.voiceOf(provider.id);
  const reviewer = world.reviewerOf(provider);
  const tell = row.createdAt.getTime() > world.now.getTime() - 30 * DAY;
  const submittedAt = new Date(row.createdAt.getTime() + 2 * DAY);
  const decisionDueOn = addWorkingDays(beijingDate(submittedAt), REVIEW_WORKING_DAYS);
  Object.assign(row, { submittedAt, submittedBy: own.accountId, decisionDueOn, updatedAt: submittedAt });
  world.say('course.submitted', subject, { voice: own, at: submittedAt, tell }, { dueOn: decisionDueOn });
  if (row.status === 'submitted') return;

  const decidedAt = new Date(submittedAt.getTime() + 3 * DAY + 2 * HOUR);
  Object.assign(row, { decidedAt, decidedBy: reviewer.accountId, updatedAt: decidedAt, decisionReason: plan.reason ?? null });
  if (row.status === 'returned') {
    world.say('course.returned', subject, { voice: reviewer, at: decidedAt, tell }, { reason: plan.reason ?? '' });
    return;
  }
  built.syllabus = freeze(world, built, outlines, { at: decidedAt, by: reviewer.accountId });
  const approval = { syllabusVersionId: built.syllabus.id, version: 1 };
  world.say('course.approved', subject, { voice: reviewer, at: decidedAt, tell }, approval);
  if (row.status === 'approved') return;
  const publishedAt = new Date(decidedAt.getTime() + 4 * HOUR);
  world.say('course.published', subject, { voice: own, at: publishedAt }, {});
  Object.assign(row, { publishedAt: row.status === 'published' ? publishedAt : null, updatedAt: publishedAt });
  if (row.status !== 'archived') return;
  const archivedAt = beijingInstant('2023-02-20', '15:00');
  world.say('course.archived', subject, { voice: own, at: archivedAt }, { reason: '由新课程替代' });
  row.updatedAt = archivedAt;
}

function freeze(world: World, { row, modules }: SeedCourse, outlines: Syllabus['outlines'], decided: { at: Date; by: string }) {
  const { title, categories, delivery, passRule } = row;
  const content = syllabusOf(
    { title, categories, audience: row.audience ?? '', summary: row.summary ?? '', delivery, passRule },
    modules,
    outlines,
  );
  const version = { id: newId(), courseId: row.id, version: 1, content, approvedAt: decided.at, approvedBy: decided.by };
  world.rows.syllabusVersion.push(version);
  row.currentSyllabusId = version.id;
  return version;
}

export const courseOf = (world: World, provider: string, title: string): SeedCourse => {
  const home: OrganisationRow = organisationAt(world, provider);
  const found = world.courses.find((course) => course.provider === home && course.row.title.startsWith(title));
  if (!found) throw new Error(`${provider} has no course ${title}`);
  return found;
};
