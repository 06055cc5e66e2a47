import { createHash } from 'node:crypto';
import type { Tx } from '#db/client';
import { enterIssued, type IssuedCertificate } from '~/domain/certificate/enter-issued.server';
import { findDistrict } from '~/domain/organisation/districts';
import { newId } from '~/domain/shared/id';
import { addDays, beijingInstant } from '~/domain/shared/period';
import { syntheticUscc } from '../builders/synthetic';
import { Random } from '../random';
import { addFile, KNOWN_FROM } from './institution-files';
import { NEW_INSTITUTIONS, type NewInstitutionPlan } from './new-institution-plans';
import { addMember } from './people';
import type { Member, OrganisationRow, World } from './world';

/** Numbers of their own, outside those that people and institutions are drawn from. */
const USCC_FROM = 599_100;

interface Paper {
  member: Member;
  issuedOn: string;
  districtCode: string;
}
const papersOf = new WeakMap<World, Paper[]>();

/** Institutions that were filed since the plan began, with what each owes of trained health-care staff. After the rosters. */
export function addNewInstitutions(world: World): void {
  const random = new Random(20_241_124);
  const known = world.members.length;
  const papers: Paper[] = [];
  for (const [at, plan] of NEW_INSTITUTIONS.entries())
    papers.push(...addOne(world, plan, syntheticUscc(USCC_FROM + at, plan.type === 'public' ? '12' : '91'), random));
  addOwing(world);
  addCapacities(world);
  papersOf.set(world, papers);
  // What is drawn of people afterwards stays the same: these have all that they are to have.
  world.members.length = known;
}

function addOne(world: World, plan: NewInstitutionPlan, uscc: string, random: Random): Paper[] {
  const { district, name, type, trained, grew } = plan;
  const filedOn = typeof plan.filed === 'string' ? plan.filed : addDays(world.today, -plan.filed);
  const short = findDistrict(district)?.zh.replace(/区$/, '').replace('北京经济技术开发', '经开') ?? '';
  const row: OrganisationRow = {
    ...{
      id: newId(),
      kind: 'institution',
      name: `${short}${name}`,
      status: 'approved',
      createdAt: beijingInstant(filedOn, '10:00'),
      isDemo: true,
    },
    ...{
      uscc,
      districtCode: district,
      operatorType: type,
      filingStatus: 'filed',
      filedOn,
      address: `${short}演示路${random.int(1, 99)}号`,
    },
    ...{ contactName: '办公室', contactPhone: '010-00000000' },
  };
  world.rows.organisation.push(row);
  const from = addDays(filedOn, -120);
  const principal = addMember(world, { role: 'principal', institution: row, from });
  const worker = addMember(world, { role: 'health_staff', institution: row, from });
  worker.person.education = 'associate';
  addFile(world, row, random);
  if (grew !== undefined) grow(world, row);
  settle(world, [principal, worker], grew === undefined);
  world.rows.rosterConfirmation.push({
    ...{ id: newId(), institutionId: row.id ?? '', confirmedOn: addDays(world.today, -4), staff: 2 },
    ...{ confirmedAt: beijingInstant(addDays(world.today, -4), '16:10'), sha256: createHash('sha256').update(row.name).digest('hex') },
  });
  return trained === null ? [] : [{ member: worker, issuedOn: addDays(filedOn, trained), districtCode: district }];
}

/** Posts and papers as the product would have them: one main post, health certificate and records in order. */
function settle(world: World, members: readonly Member[], isFullTime: boolean): void {
  for (const { person, role } of members) {
    const post = world.rows.engagement.find(({ personId }) => personId === person.id);
    if (!post) throw new Error(`${person.name} has no post`);
    Object.assign(post, { isMainPost: true, contractUntilOn: addDays(world.today, 400), isFullTime: role === 'principal' || isFullTime });
    Object.assign(person, { healthCertValidUntil: addDays(world.today, 180), backgroundCheckedOn: addDays(world.today, -40) });
  }
}

/** 160 places today: three classes of the small and five of the big toddlers. */
function grow(world: World, row: OrganisationRow): void {
  const file = world.rows.institutionFile.find(({ organisationId }) => organisationId === row.id);
  if (file) file.capacity = 160;
  const others = world.rows.institutionClass.filter(({ organisationId }) => organisationId !== row.id);
  world.rows.institutionClass.splice(0, world.rows.institutionClass.length, ...others);
  for (const [careGroup, classes, places] of [
    ['toddler_small', 4, 60],
    ['toddler_big', 5, 100],
  ] as const)
    world.rows.institutionClass.push({ organisationId: row.id ?? '', careGroup, classes, places });
}

/** The institution of `jigou`: filed in 2023, its trained worker on leave for forty days, her stand-in not trained yet. */
function addOwing(world: World): void {
  const home = world.rows.organisation.find(({ kind, districtCode }) => kind === 'institution' && districtCode === '110105');
  const trained = world.members.find(
    ({ role, until, institution }) => role === 'health_staff' && until === null && institution?.id === home?.id,
  );
  const period = world.rows.institutionPeriod.find(({ institutionId }) => institutionId === home?.id);
  const post = world.rows.engagement.find(({ personId, institutionId }) => personId === trained?.person.id && institutionId === home?.id);
  if (!home || !period || !post) throw new Error('nobody does the health care at home');
  const filedOn = '2023-03-15';
  world.rows.institutionPeriod.push({
    ...period,
    id: newId(),
    fromOn: KNOWN_FROM,
    untilOn: filedOn,
    filingStatus: 'not_filed',
    reason: '',
  });
  Object.assign(period, { fromOn: filedOn, reason: '备案' });
  home.filedOn = filedOn;
  const left = addDays(world.today, -40);
  post.onPost = false;
  world.rows.offPost.push({
    id: newId(),
    engagementId: post.id ?? '',
    fromOn: left,
    untilOn: null,
    createdAt: beijingInstant(left, '10:00'),
  });
  const standIn = addMember(world, { role: 'health_staff', institution: home, from: addDays(left, 5) });
  standIn.person.education = 'associate';
  settle(world, [standIn], true);
}

/** Places since the filing or the first day that is known; one has more since lately. */
function addCapacities(world: World): void {
  const grown = new Map(NEW_INSTITUTIONS.flatMap(({ name, grew }) => (grew === undefined ? [] : [[name, grew] as const])));
  for (const { organisationId, capacity } of world.rows.institutionFile) {
    const first = world.rows.institutionPeriod
      .filter(({ institutionId }) => institutionId === organisationId)
      .map(({ fromOn }) => fromOn)
      .sort()[0];
    const name = world.rows.organisation.find(({ id }) => id === organisationId)?.name ?? '';
    const grew = [...grown].find(([end]) => name.endsWith(end))?.[1];
    const row = { institutionId: organisationId, fromOn: first ?? KNOWN_FROM, createdAt: world.now };
    if (!capacity) continue;
    const since = grew === undefined ? null : addDays(world.today, -grew);
    world.rows.institutionCapacity.push({ ...row, id: newId(), capacity: since ? 140 : capacity, untilOn: since });
    if (since) world.rows.institutionCapacity.push({ ...row, id: newId(), capacity, fromOn: since });
  }
}

/** The certificates of their health-care workers, verified by the centre that gave them. */
export async function addTrainedWorkers(tx: Tx, world: World): Promise<void> {
  const centres = world.rows.organisation.filter(({ kind }) => kind === 'mch_centre');
  for (const [at, { member, issuedOn, districtCode }] of (papersOf.get(world) ?? []).entries()) {
    const centre = centres.find((each) => each.districtCode === districtCode) ?? centres.find((each) => each.districtCode === null);
    if (!centre?.id) throw new Error('the city has no centre');
    const row: IssuedCertificate = {
      ...{ id: newId(), personId: member.person.id ?? '', family: 'health_care_training', name: '托育机构卫生保健人员培训合格证' },
      ...{ number: `WSBJ-${issuedOn.slice(0, 4)}-${String(700 + at).padStart(5, '0')}`, issuer: centre.name, issuedOn, validUntil: null },
      ...{ districtCode, isDemo: true },
    };
    const at10 = beijingInstant(issuedOn, '10:00');
    await enterIssued(tx, [row], { now: at10, by: null, organisationId: centre.id, source: 'issuer', note: '补录' });
  }
}
