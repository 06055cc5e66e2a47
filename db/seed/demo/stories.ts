import type { InstitutionAnswer } from '~/domain/enrolment/enrolment';
import type { EngagementRole } from '~/domain/person/person';
import { beijingInstant } from '~/domain/shared/period';
import { chooseMembers } from './choose';
import { teachingDays, timetable } from './classes';
import { closeClass, endCompletion } from './close';
import { courseOf } from './courses';
import { enterScore, tellScores } from './evidence';
import { type Fate, Fates } from './fates';
import { STORY_NAMES } from './names';
import { addPastClass } from './past-class';
import type { SeedClass, World } from './world';

type Story = keyof typeof STORY_NAMES;
interface Part {
  fate: Fate;
  answer?: InstitutionAnswer;
  role?: EngagementRole;
}

interface StoryClass {
  course: readonly [provider: string, title: string];
  startsOn: string;
  days?: string[];
  parts: Partial<Record<Story, Part>>;
}

const passes: Part = { fate: 'passes' };

/** Classes of the past that somebody whom db/seed/README.md names took part in. */
const CLASSES: readonly StoryClass[] = [
  { course: ['QH', '回应性照护'], startsOn: '2023-06-05', parts: { movedJob: passes } },
  { course: ['QH', '托育机构负责人岗位培训'], startsOn: '2024-03-04', parts: { principal: { fate: 'retest' }, severalRoles: passes } },
  {
    course: ['QH', '回应性照护'],
    startsOn: '2024-04-15',
    parts: { trainee: passes, retest: { fate: 'failsTheory' }, kindergarten: passes },
  },
  { course: ['CYF', '早期学习'], startsOn: '2024-05-20', parts: { repeat: passes } },
  { course: ['QH', '婴幼儿急救'], startsOn: '2024-09-09', parts: { revoked: passes } },
  { course: ['CYF', '早期学习'], startsOn: '2024-11-04', parts: { repeat: passes } },
  { course: ['CYF', '家园社协同'], startsOn: '2025-03-10', parts: { twoRoles: { fate: 'passes', role: 'principal' } } },
  {
    course: ['CYF', '早期学习'],
    startsOn: '2025-05-12',
    parts: { shortAttendance: { fate: 'short' }, neverCame: { fate: 'neverCame' }, voided: passes },
  },
  {
    course: ['QH', '婴幼儿急救'],
    startsOn: '2025-09-15',
    parts: { trainee: passes, silentInstitution: { fate: 'passes', answer: 'silent' }, twoRoles: { fate: 'passes', role: 'caregiver' } },
  },
  { course: ['CYM', '育儿公开课'], startsOn: '2025-10-20', parts: { noAssessment: passes } },
  { course: ['XL', '早期学习'], startsOn: '2025-12-28', days: ['2025-12-28', '2026-01-05'], parts: { overNewYear: passes } },
];

/** The story classes, each to be run on its day among the others. */
export const storyClasses = (world: World) => CLASSES.map((plan) => ({ startsOn: plan.startsOn, run: () => addStoryClass(world, plan) }));

/** What happened after the classes were closed. */
export function endStories(world: World): void {
  passLater(world);
  takeBack(world, 'revoked', 'revoked', '2025-01-15', '核查发现实操考核由他人代考，撤销结业。');
  takeBack(world, 'voided', 'voided', '2025-07-02', '经办误录：同名人员，本人未参加该班。');
  fixPublicCodes(world);
}

function addStoryClass(world: World, { course: [provider, title], startsOn, days, parts }: StoryClass): void {
  const course = courseOf(world, provider, title);
  const fates = new Fates(world.random);
  const answers = new Map<SeedClass['enrolments'][number]['member'], InstitutionAnswer>();
  const roles = new Map<SeedClass['enrolments'][number]['member'], EngagementRole>();
  const named = (Object.entries(parts) as [Story, Part][]).map(([story, part]) => {
    const member = world.memberNamed(STORY_NAMES[story]);
    fates.set(member, part.fate);
    if (part.answer) answers.set(member, part.answer);
    if (part.role) roles.set(member, part.role);
    return member;
  });
  const taught = days ?? teachingDays(startsOn, timetable(course).length);
  const categories = course.row.categories.filter((category) => category !== 'other');
  const districtCode = course.provider.districtCode ?? null;
  const others = chooseMembers(world, { days: taught, size: world.random.int(18, 26), roles: categories, districtCode });
  addPastClass(world, { course, days: taught, members: [...named, ...others], fates, answers, roles });
}

/** She failed when the class was closed, passed the re-test weeks later, and was closed for herself. */
function passLater(world: World): void {
  const person = world.memberNamed(STORY_NAMES.retest);
  const held = world.classes.find((each) => each.enrolments.some(({ member }) => member === person));
  const own = held?.enrolments.find(({ member }) => member === person);
  if (!held || !own) throw new Error('the story of the re-test has no class');
  tellScores(world, held, [enterScore(world, held, own, 'theory_retest', 71.5, '2024-05-17')]);
  closeClass(
    world,
    held,
    { submittedAt: beijingInstant('2024-05-20', '10:10'), decidedAt: beijingInstant('2024-05-22', '15:30') },
    'supplementary',
  );
}

function takeBack(world: World, story: Story, status: 'revoked' | 'voided', on: string, reason: string): void {
  const { person } = world.memberNamed(STORY_NAMES[story]);
  const completion = world.rows.completion.find((row) => row.personId === person.id);
  if (!completion) throw new Error(`${STORY_NAMES[story]} has completed nothing`);
  endCompletion(world, completion, status, beijingInstant(on, '14:20'), reason);
}

/** Certificates that the README invites to check. */
const PUBLIC_CODES: Partial<Record<Story, string>> = { trainee: 'YANSHA-ZHENGS-HCX2Y2', revoked: 'YANSHA-CHEXAA-HCX2Y3' };

function fixPublicCodes(world: World): void {
  for (const [story, code] of Object.entries(PUBLIC_CODES) as [Story, string][]) {
    const { person } = world.memberNamed(STORY_NAMES[story]);
    const completion = world.rows.completion.find((row) => row.personId === person.id);
    const certificate = world.rows.completionCertificate.find((row) => row.completionId === completion?.id);
    if (certificate) certificate.publicCode = code;
  }
}
