import type { EngagementRole } from '~/domain/person/person';
import { STORY_NAMES } from './names';
import type { Member, World } from './world';

/** People of the stories are placed by hand alone. */
const PLACED_BY_HAND = new Set<string>(Object.values(STORY_NAMES));

/** Nobody is sent to more classes in a year than this; more than six completions would be worth a question. */
const CLASSES_PER_YEAR = 3;

interface Wanted {
  days: readonly string[];
  size: number;
  roles: readonly (EngagementRole | null)[];
  /** Where the provider is: most of its people come from there. */
  districtCode: string | null;
  /** Only staff of this institution. */
  institutionId?: string;
}

/** People who could sit in a class: on post, free on its days, not sent too often. */
export function chooseMembers(world: World, { days, size, roles, districtCode, institutionId }: Wanted): Member[] {
  const [first = ''] = days;
  const year = first.slice(0, 4);
  const free = world.members.filter(
    (member) =>
      roles.includes(member.role) &&
      (institutionId === undefined || member.institution?.id === institutionId) &&
      member.from < first &&
      (member.until === null || member.until > first) &&
      (member.classes.get(year) ?? 0) < CLASSES_PER_YEAR &&
      !PLACED_BY_HAND.has(member.person.name) &&
      !days.some((day) => member.busy.has(day)),
  );
  const keyed = free.map((member) => {
    const isNear = districtCode === null || member.institution?.districtCode === districtCode;
    return { member, key: world.random.next() * 3 + (member.classes.get(year) ?? 0) + (isNear ? 0 : 2.5) };
  });
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, size)
    .map(({ member }) => member);
}
