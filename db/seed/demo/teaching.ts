import { addDays, addWorkingDays, HOUR } from '~/domain/shared/period';
import { chooseMembers } from './choose';
import { daysLater, onDay, teachingDays, timetable } from './classes';
import { returnClosing, submitClosing } from './close';
import { courseOf } from './courses';
import { fill, open, place } from './current';
import { enterScores, markLessons } from './evidence';
import { type Fate, Fates } from './fates';
import { addPastClass } from './past-class';
import type { SeedClass, World } from './world';

/** Classes that have begun: under way, being assessed, handed in, returned, and closed a moment ago. */
export function addTeachingClasses(world: World): void {
  addUnderWay(world);
  addAssessed(world);
  addHandedIn(world);
  addJustClosed(world);
}

/** Nobody of a class that is still going on is left without a chance. */
const steady = (world: World, held: SeedClass, others: Fate[] = []): Fates => {
  const fates = new Fates(world.random);
  held.enrolments.forEach(({ member }, at) => {
    fates.set(member, others[at] ?? 'passes');
  });
  return fates;
};

function addUnderWay(world: World): void {
  const whole = open(world, { course: ['QH', '保育人员岗位培训'], startsIn: -12, capacity: 30 });
  place(world, whole, 'trainee', { status: 'approved', at: onDay(whole.row.enrolFromOn, 9 * 60), nominated: true });
  place(world, whole, 'student', { status: 'approved', at: onDay(whole.row.enrolFromOn, 20 * 60) });
  fill(world, whole, { size: 19, daysAgo: 22 });
  fill(world, whole, { size: 3, daysAgo: 22, roles: [null] });
  markLessons(world, whole, steady(world, whole), 2);
  const weekends = open(world, { course: ['XL', '保育人员岗位培训'], startsIn: -23, capacity: 30, pattern: 'weekends' });
  fill(world, weekends, { size: 22, daysAgo: 32 });
  markLessons(world, weekends, steady(world, weekends, ['passes', 'short']));
  const principals = open(world, { course: ['YS', '托育机构负责人岗位培训'], startsIn: -5, capacity: 20 });
  fill(world, principals, { size: 15, daysAgo: 14 });
  markLessons(world, principals, steady(world, principals), 1);
  const days = [-1, 1, 2].map((offset) => addDays(world.today, offset));
  const health = open(world, { course: ['CYM', '卫生保健人员岗前'], startsIn: -1, capacity: 20, days });
  fill(world, health, { size: 12, daysAgo: 9 });
  markLessons(world, health, steady(world, health), 1);
}

/** Taught on the last working days before a number of days ago, so that an officer can have acted since. */
function taught(world: World, course: readonly [string, string], ago: number, size: number): SeedClass {
  const held = open(world, { course, startsIn: -ago, capacity: size + 3, days: lastDays(world, course, ago) });
  fill(world, held, { size, daysAgo: ago + 9 });
  return held;
}

const lastDays = (world: World, [provider, title]: readonly [string, string], ago: number): string[] =>
  teachingDays(addDays(world.today, -ago), timetable(courseOf(world, provider, title)).length);

function addAssessed(world: World): void {
  const half = taught(world, ['QH', '回应性照护'], 5, 18);
  const fates = steady(world, half, ['passes', 'failsTheory', 'passes', 'neverCame']);
  markLessons(world, half, fates);
  enterScores(world, half, fates, 0.5);
  const unmarked = taught(world, ['HDF', '卫生消毒'], 4, 15);
  markLessons(world, unmarked, steady(world, unmarked), 1);
  const ready = taught(world, ['CYF', '安全管理'], 7, 14);
  place(world, ready, 'principal', { status: 'approved', at: onDay(ready.row.enrolFromOn, 12 * 60), nominated: true });
  const known = steady(world, ready, ['passes', 'short']);
  markLessons(world, ready, known);
  enterScores(world, ready, known);
}

/** Complete, and with the officer since some working days. */
function handIn(world: World, course: readonly [string, string], ago: number, submittedAgo: number, size: number, note = ''): SeedClass {
  const held = taught(world, course, ago, size);
  const fates = steady(world, held, ['passes', 'failsTheory', 'passes', 'short', 'passes', 'neverCame']);
  markLessons(world, held, fates);
  enterScores(world, held, fates);
  submitClosing(world, held, new Date(daysLater(world.now, -submittedAgo).getTime() - 3 * HOUR), { note, tell: true });
  return held;
}

function addHandedIn(world: World): void {
  handIn(world, ['QH', '婴幼儿急救'], 13, 2, 17, '一名学员缺勤未参加考核，已单独说明。');
  handIn(world, ['CYF', '早期学习'], 22, 9, 19);
  handIn(world, ['HDF', '观察记录'], 11, 1, 16);
  handIn(world, ['BJM', '秋冬季'], 12, 3, 14);
  const returned = handIn(world, ['QH', '机构规范管理'], 17, 7, 13);
  const closing = world.rows.closing.find((row) => row.classId === returned.row.id);
  if (closing) returnClosing(world, returned, closing, daysLater(world.now, -4), '第二天下午签到表缺两人签字，请核对考勤后重新提交。');
}

/** Approved some days ago; its certificates are the newest. */
function addJustClosed(world: World): void {
  for (const [course, ago] of [
    [['CYM', '卫生保健人员岗前'], 27],
    [['CYF', '早期学习'], 29],
    [['XCF', '卫生消毒'], 26],
  ] as const) {
    const built = courseOf(world, course[0], course[1]);
    const days = lastDays(world, course, ago);
    const roles = built.row.categories.filter((category) => category !== 'other');
    const members = chooseMembers(world, { days, size: 16, roles, districtCode: built.provider.districtCode ?? null });
    const fates = new Fates(world.random);
    for (const member of members) fates.set(member, 'passes');
    const settled = addWorkingDays(days.at(-1) ?? world.today, 8);
    if (settled < world.today) addPastClass(world, { course: built, days, members, fates, tell: true });
  }
}
