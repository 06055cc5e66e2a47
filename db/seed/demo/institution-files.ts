import { CARE_GROUPS, capacityOf, type GroupClasses, type RegistrarType } from '~/domain/organisation/institution';
import type { LegalNature, OperatorType } from '~/domain/organisation/organisation';
import { newId } from '~/domain/shared/id';
import { addDays } from '~/domain/shared/period';
import { Random } from '../random';
import { STREETS } from './streets';
import type { OrganisationRow, World } from './world';

/** Institutions that never filed are known since the platform began. */
export const KNOWN_FROM = '2022-09-01';
const LEGAL_REPRESENTATIVES = ['沈一帆', '顾明哲', '程书远', '白雨桥', '温知夏', '梁以宁'];

const NATURE: Readonly<Record<string, [LegalNature, RegistrarType]>> = {
  '12': ['public_institution', 'staffing_office'],
  '52': ['social_service_org', 'civil_affairs'],
  '91': ['enterprise', 'market_regulation'],
};
const PUBLIC_MONEY: readonly OperatorType[] = ['public', 'kindergarten_class', 'kindergarten_site_converted', 'service_centre'];

/** Numbers of their own: what the other stories draw stays the same. */
export const newDraws = () => new Random(20_230_601);

/** File, classes and dated facts of every institution that has none yet. */
export function addInstitutionFiles(world: World, random: Random): void {
  const known = new Set(world.rows.institutionFile.map((file) => file.organisationId));
  const institutions = world.rows.organisation.filter((row) => row.kind === 'institution' && !known.has(row.id));
  for (const institution of institutions) addFile(world, institution, random);
}

export function addFile(world: World, row: OrganisationRow, random: Random): void {
  const [nature, registrarType] = NATURE[row.uscc?.slice(0, 2) ?? ''] ?? ['enterprise', 'market_regulation'];
  row.legalNature = nature;
  const type = row.operatorType ?? 'private';
  const classes = drawClasses(type, random);
  const capacity = capacityOf(classes);
  const filed = row.filedOn ?? null;
  const isPublic = PUBLIC_MONEY.includes(type);
  const isInclusive = filed !== null && (isPublic || random.chance(0.4));
  const meals = type !== 'family_site' && random.chance(0.8);
  const streets = STREETS[row.districtCode ?? ''] ?? [];
  for (const group of classes) world.rows.institutionClass.push({ organisationId: row.id, ...group });
  world.rows.institutionFile.push({
    organisationId: row.id,
    filingNo: filed === null ? null : `演示备字〔${filed.slice(0, 4)}〕${String(random.int(1, 9_999)).padStart(4, '0')}号`,
    registrarType,
    isProfit: nature === 'enterprise',
    legalRepName: random.pick(LEGAL_REPRESENTATIVES),
    principalPersonId: principalOf(world, row.id),
    subdistrict: streets.length > 0 ? random.pick(streets) : null,
    serviceTypes: random.chance(0.5) ? ['full_day', 'half_day'] : ['full_day', 'temporary'],
    premises: isPublic ? 'owned' : 'leased',
    buildingM2: capacity * random.int(9, 14),
    indoorM2: capacity * random.int(5, 8),
    outdoorM2: capacity * random.int(2, 3),
    capacity,
    isInclusive,
    inclusiveSince: isInclusive && filed ? (filed < '2023-09-01' ? '2023-09-01' : filed) : null,
    isDemonstration: filed !== null && random.chance(0.08),
    providesMeals: meals,
    foodPermitUntil: meals ? addDays(world.today, random.int(20, 1_200)) : null,
    updatedAt: world.now,
  });
  addPeriods(world, row);
}

/** Places within the standard: one class per ten to twenty children. */
function drawClasses(type: OperatorType, random: Random): GroupClasses[] {
  if (type === 'family_site') return [{ careGroup: 'mixed', classes: 1, places: 5 }];
  const count = type === 'kindergarten_class' ? [0, 0, random.int(1, 2), 0] : [random.int(0, 1), random.int(1, 2), random.int(1, 3), 0];
  const size = [9, 14, 18, 16];
  return CARE_GROUPS.flatMap((careGroup, at) => {
    const classes = count[at] ?? 0;
    return classes === 0 ? [] : [{ careGroup, classes, places: classes * (size[at] ?? 10) }];
  });
}

const principalOf = (world: World, organisationId: string | undefined): string | null =>
  world.members.find((member) => member.role === 'principal' && member.institution?.id === organisationId && member.until === null)?.person
    .id ?? null;

/** From the filing on; a change that waits began three weeks ago. */
function addPeriods(world: World, row: OrganisationRow): void {
  const from = row.filedOn ?? KNOWN_FROM;
  if (row.filingStatus !== 'changed_pending') {
    addPeriod(world, row, from, null);
    return;
  }
  const changed = addDays(world.today, -21);
  addPeriod(world, { ...row, filingStatus: 'filed' }, from, changed, '备案');
  addPeriod(world, row, changed, null, '机构申报变更，待核');
}

export function addPeriod(world: World, row: OrganisationRow, fromOn: string, untilOn: string | null, reason = ''): void {
  world.rows.institutionPeriod.push({
    id: newId(),
    institutionId: row.id ?? '',
    fromOn,
    untilOn,
    filingStatus: row.filingStatus ?? 'not_filed',
    operatorType: row.operatorType ?? 'private',
    districtCode: row.districtCode ?? '',
    reason: reason || (row.filingStatus === 'not_filed' ? '' : '备案'),
    createdAt: world.now,
  });
}
