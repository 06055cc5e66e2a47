import { newId } from '~/domain/shared/id';
import { addDays, addMonths, beijingInstant, monthOf } from '~/domain/shared/period';
import type { Desk } from './certificate-desk';
import { KNOWN_FROM } from './institution-files';
import { addMember } from './people';
import type { World } from './world';

/** Day `day` of the month so many months before this one. */
const monthsAgo = (world: World, months: number, day: number): string => addDays(addMonths(monthOf(world.today), -months), day - 1);

/** Began and left, in months before this one and their days. */
const BEGAN = [
  [2, 6],
  [2, 14],
  [1, 5],
  [1, 9],
  [1, 9],
  [1, 16],
  [1, 22],
] as const;
const LEFT = [
  [2, 20],
  [1, 8],
  [1, 8],
  [1, 25],
] as const;

/** What moves the certified-on-post rate between the last month ends: some began, some left, one institution was filed. */
export function addRateStories(world: World): void {
  const homes = world.rows.organisation.filter((row) => row.kind === 'institution' && row.filingStatus === 'filed');
  const home = (n: number) => homes[(n * 17) % homes.length] ?? null;
  for (const [at, [months, day]] of BEGAN.entries())
    addMember(world, { role: 'caregiver', institution: home(at), from: monthsAgo(world, months, day) });
  for (const [at, [months, day]] of LEFT.entries())
    addMember(world, { role: 'caregiver', institution: home(at + 3), from: '2023-03-01', until: monthsAgo(world, months, day) });
  file(world, monthsAgo(world, 1, 15));
}

/** One of Changping's worked for years before it was filed last month. */
function file(world: World, on: string): void {
  const row = world.rows.organisation.findLast(
    (each) =>
      each.kind === 'institution' && each.districtCode === '110114' && each.operatorType === 'private' && each.filingStatus === 'filed',
  );
  const period = world.rows.institutionPeriod.find(({ institutionId }) => institutionId === row?.id);
  const papers = world.rows.institutionFile.find(({ organisationId }) => organisationId === row?.id);
  if (!row || !period || !papers) throw new Error('nobody is filed in Changping');
  const { institutionId, operatorType, districtCode, createdAt } = period;
  world.rows.institutionPeriod.push({
    ...{ id: newId(), institutionId, operatorType, districtCode, createdAt },
    ...{ fromOn: KNOWN_FROM, untilOn: on, filingStatus: 'not_filed', reason: '' },
  });
  Object.assign(period, { fromOn: on, reason: '备案' });
  row.filedOn = on;
  papers.filingNo = papers.filingNo?.replace(/\d{4}/, on.slice(0, 4)) ?? null;
  papers.inclusiveSince = null;
  papers.isInclusive = false;
}

/** Old certificates that were handed in late: checked only after a month had ended, so that its record lacks them. */
export function checkLate(desk: Desk): void {
  const { world } = desk;
  const working = new Set(world.members.filter(({ role, until }) => role === 'caregiver' && until === null).map(({ person }) => person.id));
  const old = desk.rows.filter(
    (row) =>
      row.status === 'verified' &&
      row.family === 'hrss_skill_level' &&
      row.issuedOn < '2024-01-01' &&
      working.has(row.personId) &&
      !row.validUntil,
  );
  for (const [at, [months, day, until]] of (
    [
      [3, 21, 12],
      [3, 24, 15],
      [2, 18, 16],
      [2, 23, 9],
      [2, 26, 20],
      [1, 19, 15],
      [1, 22, 14],
      [1, 27, 6],
    ] as const
  ).entries()) {
    const row = old[at * 11];
    const check = desk.checks.find(({ certificateId }) => certificateId === row?.id);
    if (!row || !check) throw new Error('no certificate to check late');
    const submitted = monthsAgo(world, months, day);
    const checkedOn = addDays(submitted, until) < world.today ? addDays(submitted, until) : addDays(world.today, -1);
    row.submittedAt = beijingInstant(submitted, '14:20');
    row.createdAt = row.submittedAt;
    check.checkedOn = checkedOn;
    check.recordedAt = beijingInstant(checkedOn, '10:40');
    row.verifiedAt = check.recordedAt;
  }
}
