import type { InstitutionAnswer } from '~/domain/enrolment/enrolment';
import type { EngagementRole } from '~/domain/person/person';
import { addDays, HOUR } from '~/domain/shared/period';
import { chooseMembers } from './choose';
import { addClass, type ClassPlan, onDay, teachingDays, timetable } from './classes';
import { courseOf } from './courses';
import { enrol } from './enrol';
import { STORY_NAMES } from './names';
import { classCode } from './past-class';
import type { Member, SeedClass, World } from './world';

export interface Opening {
  course: readonly [provider: string, title: string];
  /** Days from today to the first lesson. */
  startsIn: number;
  capacity: number;
  pattern?: 'weekdays' | 'weekends';
  days?: string[];
  plan?: Partial<ClassPlan>;
}

/** A class whose days are told from today. */
export function open(world: World, { course: [provider, title], startsIn, capacity, pattern, days, plan }: Opening): SeedClass {
  const course = courseOf(world, provider, title);
  const startsOn = addDays(world.today, startsIn);
  const taught = days ?? teachingDays(startsOn, timetable(course).length, pattern);
  return addClass(world, { course, code: classCode(world, course, startsOn.slice(0, 4)), days: taught, capacity, ...plan });
}

export interface Crowd {
  size: number;
  answer?: InstitutionAnswer;
  status?: 'approved' | 'applied' | 'waitlisted' | 'rejected' | 'withdrawn';
  /** How many days ago the last of them came; earlier ones came before. */
  daysAgo?: number;
  institutionId?: string;
  roles?: (EngagementRole | null)[];
  reason?: string;
}

/** People who came by and by, in the order in which they came. */
export function fill(world: World, held: SeedClass, crowd: Crowd): Member[] {
  const { status = 'approved', daysAgo = 3, size } = crowd;
  const days = [...new Set(held.lessons.map((lesson) => lesson.heldOn))];
  const roles = crowd.roles ?? held.course.row.categories.filter((category) => category !== 'other');
  const districtCode = held.course.provider.districtCode ?? null;
  const members = chooseMembers(world, {
    days,
    size,
    roles,
    districtCode,
    ...(crowd.institutionId ? { institutionId: crowd.institutionId } : {}),
  });
  members.forEach((member, at) => {
    enrol(world, held, member, {
      status,
      at: cameAt(world, held, daysAgo, members.length - at),
      nominated: status === 'approved' && member.institution !== null && world.random.chance(0.4),
      tell: status === 'applied',
      ...(crowd.answer && member.institution ? { answer: crowd.answer } : {}),
      ...(crowd.reason ? { reason: crowd.reason } : {}),
    });
  });
  return members;
}

/** A moment inside the window and before now, a little earlier for those who came earlier. */
function cameAt(world: World, held: SeedClass, daysAgo: number, before: number): Date {
  const last = [addDays(world.today, -daysAgo), held.row.enrolUntilOn].sort()[0] ?? world.today;
  const first = onDay(held.row.enrolFromOn, 8 * 60 + 5).getTime();
  const at = onDay(last, 20 * 60).getTime() - before * 5.3 * HOUR;
  return new Date(Math.min(Math.max(at, first + world.random.int(1, 600) * 60_000), world.now.getTime() - HOUR));
}

/** One of the stories' people, in a class of now. */
export function place(world: World, held: SeedClass, story: keyof typeof STORY_NAMES, plan: Parameters<typeof enrol>[3]): void {
  enrol(world, held, world.memberNamed(STORY_NAMES[story]), plan);
}
