import type { InstitutionAnswer } from '~/domain/enrolment/enrolment';
import type { EngagementRole } from '~/domain/person/person';
import { addDays, addWorkingDays } from '~/domain/shared/period';
import { addClass, onDay } from './classes';
import { closeClass } from './close';
import { enrol } from './enrol';
import { enterScores, markLessons } from './evidence';
import { Fates } from './fates';
import type { Member, SeedClass, SeedCourse, World } from './world';

export interface PastPlan {
  course: SeedCourse;
  days: string[];
  members: readonly Member[];
  /** What befell those who are named. */
  fates?: Fates;
  answers?: ReadonlyMap<Member, InstitutionAnswer>;
  /** The post that somebody with two of them enrols from. */
  roles?: ReadonlyMap<Member, EngagementRole>;
  capacity?: number;
  tell?: boolean;
}

/** `QH-2024-07`: the provider's letters, the year, and a running number. */
export function classCode(world: World, course: SeedCourse, year: string): string {
  const prefix = `${course.provider.shortName}-${year}-`;
  const used = world.classes.filter((each) => each.row.code.startsWith(prefix)).length;
  return prefix + String(used + 1).padStart(2, '0');
}

/** A class from its opening to its certificates: every result follows from its marks and scores. */
export function addPastClass(world: World, plan: PastPlan): SeedClass {
  const { course, days, members } = plan;
  const { random } = world;
  const fates = plan.fates ?? new Fates(random);
  const [startsOn = ''] = days;
  const capacity = plan.capacity ?? Math.max(12, members.length + random.int(0, 4));
  const held = addClass(world, { course, code: classCode(world, course, startsOn.slice(0, 4)), days, capacity });
  for (const member of members) {
    const at = onDay(addDays(held.row.enrolFromOn, random.int(0, 20)), random.int(8 * 60, 20 * 60));
    const answer = plan.answers?.get(member);
    const isNominated = member.institution !== null && answer === undefined && random.chance(0.55);
    const role = plan.roles?.get(member);
    enrol(world, held, member, {
      status: 'approved',
      at,
      nominated: isNominated,
      ...(answer ? { answer } : {}),
      ...(role ? { role } : {}),
    });
  }
  markLessons(world, held, fates);
  enterScores(world, held, fates);
  const lastScore =
    held.enrolments
      .flatMap(({ scores }) => scores.map((score) => score.assessedOn))
      .sort()
      .at(-1) ?? held.row.endsOn;
  const submittedOn = addWorkingDays(lastScore > held.row.endsOn ? lastScore : held.row.endsOn, random.int(2, 3));
  const decidedOn = addWorkingDays(submittedOn, random.int(1, 4));
  const submittedAt = onDay(submittedOn, random.int(9 * 60, 17 * 60));
  const decidedAt = onDay(decidedOn, random.int(9 * 60, 17 * 60));
  closeClass(world, held, { submittedAt, decidedAt, ...(plan.tell ? { tell: true } : {}) });
  return held;
}
