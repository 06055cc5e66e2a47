import type { EducationLevel, EngagementRole } from '~/domain/person/person';
import { newId } from '~/domain/shared/id';
import { addDays, startOfDay } from '~/domain/shared/period';
import { sealIdentity, sealPhone } from '~/domain/shared/secrets.server';
import { syntheticBirth, syntheticIdentity, syntheticIdentityOf, syntheticName, syntheticPhone } from '../builders/synthetic';
import demo from '../demo-accounts.json';
import { STORY_NAMES } from './names';
import type { Member, OrganisationRow, World } from './world';

const CAREGIVERS = 700;
const STUDENTS = 60;

const EDUCATION: readonly (readonly [EducationLevel, number])[] = [
  ['secondary_vocational', 3],
  ['senior_secondary', 1],
  ['associate', 5],
  ['bachelor', 3],
];
const FIELDS = ['学前教育', '早期教育', '婴幼儿托育服务与管理', '护理学', '幼儿保育', '其他'];
const RESERVED = new Set<string>(Object.values(STORY_NAMES));

type Story = keyof typeof STORY_NAMES;

/** The generator's next name that belongs to no story. */
function nameFor(n: number): string {
  for (let at = n; ; at += 1_009) if (!RESERVED.has(syntheticName(at))) return syntheticName(at);
}

interface Plan {
  role: EngagementRole | null;
  institution: OrganisationRow | null;
  from: string;
  until?: string | null;
  story?: Story;
  bornOn?: string;
}

export function addMember(world: World, { role, institution, from, until = null, story, bornOn }: Plan): Member {
  const n = world.nextNumber();
  const gender = !story && world.random.chance(0.05) ? ('male' as const) : ('female' as const);
  const phone = demo.accounts.find((account) => account.person !== null && account.person === story)?.phone ?? syntheticPhone(n);
  const isStudent = institution === null;
  const member: Member = {
    person: {
      id: newId(),
      name: story ? STORY_NAMES[story] : nameFor(n),
      ...sealIdentity('resident_id', bornOn ? syntheticIdentityOf(bornOn, n, gender) : syntheticIdentity(n, gender)),
      ...sealPhone(phone, 'person.phone'),
      gender,
      bornOn: bornOn ?? syntheticBirth(n),
      ethnicity: world.random.chance(0.93) ? '汉族' : '满族',
      education: isStudent
        ? 'secondary_vocational'
        : (EDUCATION[world.random.weighted(EDUCATION.map(([, weight]) => weight))]?.[0] ?? 'associate'),
      fieldOfStudy: isStudent ? '婴幼儿托育' : world.random.pick(FIELDS),
      workStartedOn: isStudent ? null : from,
      isPreService: isStudent,
      createdAt: startOfDay(from < '2022-10-01' ? '2022-10-01' : from),
      isDemo: true,
    },
    role,
    institution,
    from,
    until,
    busy: new Set(),
    classes: new Map(),
  };
  world.rows.person.push(member.person);
  world.members.push(member);
  if (institution && role) addEngagement(world, member, { institution, role, from, until });
  return member;
}

export function addEngagement(
  world: World,
  member: Member,
  post: { institution: OrganisationRow; role: EngagementRole; from: string; until: string | null; isFullTime?: boolean },
): void {
  world.rows.engagement.push({
    id: newId(),
    personId: member.person.id,
    institutionId: post.institution.id,
    role: post.role,
    startOn: post.from,
    endOn: post.until,
    onPost: post.until === null,
    isFullTime: post.isFullTime ?? true,
    createdAt: startOfDay(post.from < '2022-10-01' ? '2022-10-01' : post.from),
  });
}

/** On post since before the plan began, or since some day in it. */
const startDay = (world: World): string =>
  world.random.chance(0.75) ? addDays('2018-06-01', world.random.int(0, 1_600)) : addDays('2022-11-01', world.random.int(0, 1_000));

export function addPeople(world: World): void {
  const { random } = world;
  const institutions = world.rows.organisation.filter((row) => row.kind === 'institution');
  const homes: Partial<Record<Story, OrganisationRow>> = {};
  const inDistrict = (code: string) => institutions.filter((row) => row.districtCode === code);
  [homes.principal] = inDistrict('110105');
  [homes.severalRoles] = inDistrict('110108');
  for (const institution of institutions) {
    const story = (['principal', 'severalRoles'] as const).find((key) => homes[key] === institution);
    addMember(world, { role: 'principal', institution, from: addDays('2018-06-01', random.int(0, 1_500)), ...(story ? { story } : {}) });
    addMember(world, { role: 'health_staff', institution, from: startDay(world) });
  }
  for (let at = 0; at < 10; at += 1) {
    addMember(world, { role: 'principal', institution: random.pick(institutions), from: startDay(world) });
    addMember(world, { role: 'health_staff', institution: random.pick(institutions), from: startDay(world) });
  }
  while (countCaregivers(world) < CAREGIVERS) addCaregivers(world, institutions);
  for (let at = 0; at < STUDENTS; at += 1) {
    addMember(world, {
      role: null,
      institution: null,
      from: at % 3 === 0 ? '2023-03-01' : '2024-09-01',
      bornOn: addDays('2004-01-01', random.int(0, 900)),
    });
  }
}

const countCaregivers = (world: World): number =>
  world.members.filter((member) => member.role === 'caregiver' && member.until === null).length;

function addCaregivers(world: World, institutions: OrganisationRow[]): void {
  for (const institution of institutions) {
    if (countCaregivers(world) >= CAREGIVERS) return;
    for (let nth = world.random.int(1, 3); nth > 0; nth -= 1) {
      const from = startDay(world);
      const leaves = world.random.chance(0.07) ? addDays(from < '2023-06-01' ? '2023-06-01' : from, world.random.int(200, 700)) : null;
      addMember(world, { role: 'caregiver', institution, from, until: leaves !== null && leaves < world.today ? leaves : null });
    }
  }
}
