import type { CourseCategory } from '~/domain/course/course';
import type { EngagementRole } from '~/domain/person/person';
import { addDays, addMonths } from '~/domain/shared/period';
import { chooseMembers } from './choose';
import { teachingDays, timetable } from './classes';
import { addPastClass } from './past-class';
import { endStories, storyClasses } from './stories';
import type { SeedCourse, World } from './world';

/** Classes begun per year of the plan: the sums stay well below what the plan asks for. */
const CLASSES_PER_YEAR: Record<string, Partial<Record<CourseCategory, number>>> = {
  '2023': { caregiver: 28, principal: 11, health_staff: 3 },
  '2024': { caregiver: 40, principal: 15, health_staff: 4 },
  '2025': { caregiver: 36, principal: 14, health_staff: 4 },
};
/** Since the plan ended, per month. */
const CLASSES_PER_MONTH: readonly (readonly [CourseCategory, number])[] = [
  ['caregiver', 3],
  ['principal', 1],
];
/** Few courses in the weeks of the Spring Festival and in high summer. */
const MONTHS = [0.3, 0.2, 1.2, 1.3, 1.2, 1, 0.7, 0.8, 1.2, 1.1, 1.2, 0.8];
const SIZES: Record<CourseCategory, readonly [number, number]> = {
  caregiver: [25, 38],
  principal: [13, 22],
  health_staff: [14, 26],
  other: [10, 20],
};
/** Longer than it takes to correct, hand in and approve. */
const SETTLED_AFTER_DAYS = 24;
const WHOLE_OUTLINE_SHARE = 0.12;

interface Planned {
  startsOn: string;
  category: CourseCategory;
}

/** Everything that was taught and closed, in the order of its days. */
export function addHistory(world: World): void {
  const planned = [...planYears(world), ...planSince(world)].map((plan) => ({ startsOn: plan.startsOn, run: () => addOne(world, plan) }));
  const all = [...planned, ...storyClasses(world)].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  for (const { run } of all) run();
  endStories(world);
}

const planYears = ({ random }: World): Planned[] =>
  Object.entries(CLASSES_PER_YEAR).flatMap(([year, counts]) =>
    (Object.entries(counts) as [CourseCategory, number][]).flatMap(([category, count]) =>
      Array.from({ length: count }, () => {
        const month = String(random.weighted(MONTHS) + 1).padStart(2, '0');
        return { category, startsOn: `${year}-${month}-${String(random.int(1, 24)).padStart(2, '0')}` };
      }),
    ),
  );

function planSince(world: World): Planned[] {
  const planned: Planned[] = [];
  const earliest = `${addMonths(world.today, -24).slice(0, 7)}-01`;
  for (let month = earliest > '2026-01-01' ? earliest : '2026-01-01'; month < world.today; month = addMonths(month, 1)) {
    const thin = MONTHS[Number(month.slice(5, 7)) - 1] ?? 1;
    for (const [category, count] of CLASSES_PER_MONTH) {
      for (let nth = 0; nth < count && (nth === 0 || thin > 0.5); nth += 1)
        planned.push({ category, startsOn: addDays(month, world.random.int(3, 24)) });
    }
    if (Number(month.slice(5, 7)) % 3 === 0) planned.push({ category: 'health_staff', startsOn: addDays(month, world.random.int(5, 20)) });
  }
  return planned;
}

/** A course of the category that was approved in time; whole outlines are the exception. */
function courseFor(world: World, { category, startsOn }: Planned): SeedCourse {
  const fitting = world.courses.filter(
    ({ row, syllabus }) =>
      row.categories.includes(category) &&
      row.status === 'published' &&
      row.passRule.minTheoryScore !== null &&
      syllabus !== null &&
      syllabus.approvedAt.toISOString().slice(0, 10) < addDays(startsOn, -36),
  );
  const isWhole = world.random.chance(WHOLE_OUTLINE_SHARE);
  const long = fitting.filter((course) => timetable(course).length > 3);
  const short = fitting.filter((course) => timetable(course).length <= 3);
  return world.random.pick(isWhole && long.length > 0 ? long : short.length > 0 ? short : long);
}

function addOne(world: World, plan: Planned): void {
  const { random } = world;
  const course = courseFor(world, plan);
  const lessons = timetable(course).length;
  const days = teachingDays(plan.startsOn, lessons, lessons > 3 && random.chance(0.5) ? 'weekends' : 'weekdays');
  if (addDays(days.at(-1) ?? plan.startsOn, SETTLED_AFTER_DAYS) >= world.today) return;
  const [smallest, largest] = SIZES[plan.category];
  const districtCode = course.provider.districtCode ?? null;
  const roles = course.row.categories.filter((each): each is Exclude<CourseCategory, 'other'> => each !== 'other') as EngagementRole[];
  const members = chooseMembers(world, { days, size: random.int(smallest, largest), roles, districtCode });
  // Students before service learn with their college's caregivers.
  if (course.provider.kind === 'college' && plan.category === 'caregiver') {
    members.push(...chooseMembers(world, { days, size: random.int(1, 4), roles: [null], districtCode: null }));
  }
  if (members.length >= 8) addPastClass(world, { course, days, members });
}
