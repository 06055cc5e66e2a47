import type { EngagementRole } from '~/domain/person/person';
import { newId } from '~/domain/shared/id';
import { addDays, addWorkingDays, beijingInstant } from '~/domain/shared/period';
import { sealIdentity } from '~/domain/shared/secrets.server';
import type { STORY_NAMES } from './names';
import { addEngagement, addMember } from './people';
import type { Member, OrganisationRow, World } from './world';

type Story = keyof typeof STORY_NAMES;

/** Institutions in the order of their districts; the demo accounts manage the first of Chaoyang and of Haidian. */
const inDistrict = (world: World, code: string): OrganisationRow[] =>
  world.rows.organisation.filter((row) => row.kind === 'institution' && row.districtCode === code && row.filingStatus === 'filed');

/** Days since the last confirmation, where a story needs it: one that is due tomorrow, one fresh, one long stale. */
export const STALE_HOMES = (world: World): Map<string, number> => {
  const [home, , third] = inDistrict(world, '110105');
  const [west] = inDistrict(world, '110108');
  return new Map([
    [home?.id ?? '', 13],
    [west?.id ?? '', 3],
    [third?.id ?? '', 41],
  ]);
};

interface Houses {
  home: OrganisationRow;
  second: OrganisationRow;
  third: OrganisationRow;
  haidian: OrganisationRow;
  east: OrganisationRow;
}

/** The people of db/seed/README.md whose posts tell something. */
export function addRosterStories(world: World): void {
  const [home, second, third] = inDistrict(world, '110105');
  const [haidian] = inDistrict(world, '110108');
  const [east] = inDistrict(world, '110101');
  if (!home || !second || !third || !haidian || !east) throw new Error('the roster stories need their institutions');
  const houses = { home, second, third, haidian, east };
  addLeave(world, houses);
  addInterns(world, houses);
  addPartTime(world, houses);
  addAffiliation(world, houses);
  addClaimedPost(world, houses);
  addDisputes(world, houses);
  addTwoRecords(world, houses);
}

const at = (world: World, story: Story, institution: OrganisationRow, from: string, role: EngagementRole = 'caregiver'): Member =>
  addMember(world, { story, institution, role, from });

/** The post just entered; `addMember` writes the person's first. */
function postOf(world: World, member: Member) {
  const post = world.rows.engagement.find((row) => row.personId === member.person.id);
  if (!post) throw new Error(`${member.person.name} has no post`);
  return post;
}

/** On leave since two months; and somebody whose health certificate ran out. */
function addLeave(world: World, { home }: Houses): void {
  const away = postOf(world, at(world, 'onLeave', home, '2021-09-01'));
  const fromOn = addDays(world.today, -62);
  away.onPost = false;
  world.rows.offPost.push({
    id: newId(),
    engagementId: away.id,
    fromOn,
    untilOn: addDays(world.today, 96),
    createdAt: beijingInstant(fromOn, '10:00'),
  });
  const expired = at(world, 'healthExpired', home, '2022-04-11');
  Object.assign(expired.person, { healthCertValidUntil: addDays(world.today, -9), backgroundCheckedOn: addDays(world.today, -130) });
}

function addInterns(world: World, { home }: Houses): void {
  const member = addMember(world, {
    story: 'intern',
    institution: home,
    role: 'caregiver',
    from: addDays(world.today, -75),
    bornOn: '2006-09-18',
  });
  Object.assign(postOf(world, member), { isIntern: true, contractUntilOn: addDays(world.today, 105) });
}

/** Mornings in Chaoyang, afternoons in Dongcheng: found, looked into, and both real. */
function addPartTime(world: World, { home, east }: Houses): void {
  const member = at(world, 'partTime', home, '2022-06-01');
  const first = Object.assign(postOf(world, member), { isFullTime: false, isMainPost: true });
  addEngagement(world, member, { institution: east, role: 'caregiver', from: '2023-03-01', until: null, isFullTime: false });
  const second = world.rows.engagement.at(-1);
  const decidedAt = beijingInstant(addDays(world.today, -200), '15:10');
  world.rows.doubleRoster.push({
    ...{ id: newId(), personId: member.person.id, firstEngagementId: first.id, secondEngagementId: second?.id ?? '' },
    ...{ raisedAt: beijingInstant(addDays(world.today, -204), '09:30'), decision: 'both_real', decidedAt },
    ...{ decidedBy: world.reviewerOf(home).accountId, reason: '两家均为半日制兼职，排班和合同已核对。' },
  });
}

/** Full-time on the rosters of Chaoyang and Haidian at once: both districts have been told. */
function addAffiliation(world: World, { second, haidian }: Houses): void {
  const member = at(world, 'affiliated', second, '2021-03-01');
  const from = addDays(world.today, -12);
  addEngagement(world, member, { institution: haidian, role: 'caregiver', from, until: null });
  const [first, other] = world.rows.engagement.filter((row) => row.personId === member.person.id);
  const id = newId();
  const raisedAt = beijingInstant(addDays(world.today, -2), '11:05');
  Object.assign(other ?? {}, { createdAt: raisedAt });
  const pair = { firstEngagementId: first?.id ?? '', secondEngagementId: other?.id ?? '' };
  world.rows.doubleRoster.push({ id, personId: member.person.id, ...pair, raisedAt });
  const data = { personId: member.person.id, institutionIds: [second.id, haidian.id] };
  world.say('roster.doubled', { type: 'double_roster', id }, { voice: world.voiceOf(haidian.id), at: raisedAt, tell: true }, data);
}

/** She works there and nobody has entered her: her claim waits for the institution. */
function addClaimedPost(world: World, { home }: Houses): void {
  const member = addMember(world, { story: 'claimsPost', role: null, institution: null, from: '2026-01-01', bornOn: '1997-02-14' });
  Object.assign(member.person, { isPreService: false, education: 'associate' });
  const createdAt = beijingInstant(addDays(world.today, -2), '20:15');
  const answerDueOn = addWorkingDays(addDays(world.today, -2), 5);
  const id = newId();
  const startOn = addDays(world.today, -20);
  const asked = { personId: member.person.id, institutionId: home.id, role: 'caregiver' as const, startOn };
  world.rows.postClaim.push({ id, ...asked, isFullTime: true, status: 'pending', answerDueOn, createdAt });
  world.say('post.claimed', { type: 'post_claim', id }, { voice: null, at: createdAt, tell: true }, { ...asked, dueOn: answerDueOn });
}

interface DisputePlan {
  member: Member;
  institution: OrganisationRow;
  daysAgo: number;
  wanted: { startOn?: string; endOn?: string; role?: string };
  kind: 'left_earlier' | 'wrong_dates';
  statement: string;
}

/** One that the institution still may answer, one that it let pass: the district's now, and one settled long ago. */
function addDisputes(world: World, { home, third }: Houses): void {
  const open = at(world, 'disputes', home, '2023-09-01');
  dispute(world, {
    ...{ member: open, institution: home, daysAgo: 3, kind: 'wrong_dates', wanted: { startOn: '2022-09-01' } },
    statement: '我从2022年9月起就在园里上班，登记晚了一年，有工资记录。',
  });
  const late = at(world, 'disputesLate', third, '2021-06-01');
  const row = dispute(world, {
    ...{ member: late, institution: third, daysAgo: 16, kind: 'left_earlier', wanted: { endOn: addDays(world.today, -45) } },
    statement: '我上个月已经离职，机构一直没有登记离岗。',
  });
  const escalatedAt = beijingInstant(addDays(row.answerDueOn, 1), '08:20');
  Object.assign(row, { status: 'escalated', escalatedAt });
  const data = {
    engagementId: row.engagementId,
    personId: row.personId,
    institutionId: row.institutionId,
    districtCode: third.districtCode ?? null,
  };
  world.say('dispute.escalated', { type: 'dispute', id: row.id }, { voice: null, at: escalatedAt, tell: true }, data);
}

function dispute(world: World, { member, institution, daysAgo, wanted, kind, statement }: DisputePlan) {
  const engagement = postOf(world, member);
  const day = addDays(world.today, -daysAgo);
  const openedAt = beijingInstant(day, '21:04');
  const answerDueOn = addWorkingDays(day, 5);
  const personId = member.person.id;
  const ids = { id: newId(), engagementId: engagement.id, personId, institutionId: institution.id };
  const row = { ...ids, kind, wanted, statement, status: 'open' as const, answerDueOn, openedAt, openedBy: personId };
  world.rows.engagementDispute.push(row);
  const data = { disputeId: row.id, personId, institutionId: institution.id, kind, dueOn: answerDueOn };
  world.say('engagement.disputed', { type: 'engagement', id: engagement.id }, { voice: null, at: openedAt, tell: true }, data);
  return row;
}

/** Entered once by her identity card and years later by her passport: one person, two records. */
function addTwoRecords(world: World, { home, third }: Houses): void {
  const old = addMember(world, { story: 'twoRecords', institution: third, role: 'caregiver', from: '2020-05-06', until: '2024-07-01' });
  const again = addMember(world, { story: 'twoRecords', institution: home, role: 'caregiver', from: '2025-02-17' });
  Object.assign(again.person, sealIdentity('passport', 'E11990071'), { bornOn: old.person.bornOn, gender: old.person.gender });
}
