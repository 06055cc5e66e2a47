import { CHANGE_DECISION_DAYS } from '~/domain/organisation/institution';
import { newId } from '~/domain/shared/id';
import { addDays, addWorkingDays, beijingInstant } from '~/domain/shared/period';
import { syntheticUscc } from '../builders/synthetic';
import type { Random } from '../random';
import { addFile, addPeriod } from './institution-files';
import type { OrganisationRow, World } from './world';

type New = Pick<OrganisationRow, 'name' | 'districtCode' | 'operatorType' | 'filedOn'> & Partial<OrganisationRow>;

/** Further institutions whose dates tell something: see the table of stories in ../README.md. */
export function addInstitutionStories(world: World, random: Random, institution: (row: New) => OrganisationRow): void {
  addMoved(world);
  addClosed(world, random, institution);
  addMerged(world, random, institution);
  addTwoSites(world, random, institution);
  addProposedChange(world);
}

const year = (world: World, back: number): string => String(Number(world.today.slice(0, 4)) - back);

/** One of Tongzhou's was filed in Chaoyang and moved last year. */
function addMoved(world: World): void {
  const moved = world.rows.organisation.findLast(
    (row) => row.kind === 'institution' && row.districtCode === '110112' && row.filingStatus === 'filed' && row.operatorType === 'private',
  );
  const period = world.rows.institutionPeriod.find((row) => row.institutionId === moved?.id);
  if (!moved || !period) throw new Error('nobody moves to Tongzhou');
  const movedOn = `${year(world, 1)}-07-01`;
  addPeriod(world, { ...moved, districtCode: '110105' }, period.fromOn, movedOn, '备案');
  Object.assign(period, { fromOn: movedOn, reason: '由朝阳区迁至通州区' });
}

function addClosed(world: World, random: Random, institution: (row: New) => OrganisationRow): void {
  const closedOn = `${year(world, 1)}-10-01`;
  const row = institution({ name: '朝阳落羽纸灯托育中心', districtCode: '110105', operatorType: 'private', filedOn: '2021-05-12' });
  addFile(world, row, random);
  end(world, row, closedOn, { status: 'suspended', reason: '终止办托，注销备案' });
  Object.assign(world.rows.institutionFile.at(-1) ?? {}, { closedOn });
}

/** Taken over by the neighbour on 1 September of last year; both stand in Fengtai. */
function addMerged(world: World, random: Random, institution: (row: New) => OrganisationRow): void {
  const mergedOn = `${year(world, 1)}-09-01`;
  const into = world.rows.organisation.find(
    (row) => row.kind === 'institution' && row.districtCode === '110106' && row.operatorType === 'private' && row.filingStatus === 'filed',
  );
  const row = institution({ name: '丰台萤火竹篮托育中心', districtCode: '110106', operatorType: 'private', filedOn: '2021-03-20' });
  addFile(world, row, random);
  end(world, row, mergedOn, { status: 'suspended', reason: `并入${into?.name ?? ''}` });
  Object.assign(world.rows.institutionFile.at(-1) ?? {}, { mergedIntoId: into?.id, closedOn: mergedOn });
  // Two of its caregivers went along: what they were there before stays there.
  const taught = new Set(world.classes.flatMap((each) => each.enrolments.map((enrolment) => enrolment.member)));
  const came = world.rows.engagement.filter((post) => {
    const member = world.members.find((each) => each.person.id === post.personId);
    return post.institutionId === into?.id && post.role === 'caregiver' && post.endOn == null && member && !taught.has(member);
  });
  for (const post of came.slice(0, 2)) {
    const startOn = post.startOn < mergedOn ? post.startOn : '2022-03-01';
    world.rows.engagement.push({ ...post, id: newId(), institutionId: row.id ?? '', startOn, endOn: mergedOn, onPost: false });
    post.startOn = mergedOn;
  }
}

/** Filed until that day, cancelled since. */
function end(world: World, row: OrganisationRow, on: string, how: { status: 'suspended'; reason: string }): void {
  const period = world.rows.institutionPeriod.findLast((each) => each.institutionId === row.id);
  if (period) period.untilOn = on;
  Object.assign(row, { filingStatus: 'cancelled', status: how.status, decisionReason: how.reason });
  addPeriod(world, row, on, null, how.reason);
}

/** One legal person, two addresses. */
function addTwoSites(world: World, random: Random, institution: (row: New) => OrganisationRow): void {
  const uscc = syntheticUscc(world.nextNumber(), '91');
  const basic = { districtCode: '110108', operatorType: 'private' as const, uscc };
  for (const [siteNo, name, filedOn] of [
    [1, '海淀双榆铃铛托育中心（一部）', '2022-06-08'],
    [2, '海淀双榆铃铛托育中心（二部）', '2024-03-15'],
  ] as const)
    addFile(world, institution({ ...basic, siteNo, name, filedOn }), random);
}

/** The institution of the demo's administrator wants a further class, another contact and half days; its district has not answered. */
function addProposedChange(world: World): void {
  const home = world.rows.organisation.find((row) => row.kind === 'institution' && row.districtCode === '110105');
  if (!home) throw new Error('no institution proposes anything');
  const file = world.rows.institutionFile.find((row) => row.organisationId === home.id);
  const classes = world.rows.institutionClass.filter((row) => row.organisationId === home.id);
  const before = classes.map(({ careGroup, classes: count, places }) => ({ careGroup, classes: count, places }));
  const proposed = before.map((group) =>
    group.careGroup === 'toddler_big' ? { ...group, classes: group.classes + 1, places: group.places + 20 } : group,
  );
  const sentOn = addDays(world.today, -3);
  world.rows.institutionChange.push({
    id: newId(),
    institutionId: home.id ?? '',
    status: 'submitted',
    before: { classes: before, contactName: home.contactName ?? null, serviceTypes: file?.serviceTypes ?? [] },
    proposed: { classes: proposed, contactName: '行政部', serviceTypes: ['full_day', 'half_day', 'temporary'] },
    note: '新增一间托大班教室，已完成消防检查。',
    submittedAt: beijingInstant(sentOn, '09:40'),
    submittedBy: world.voiceOf(home.id ?? '').accountId,
    effectiveOn: sentOn,
    decisionDueOn: addWorkingDays(sentOn, CHANGE_DECISION_DAYS),
  });
}
