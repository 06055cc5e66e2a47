import type { CourseCategory } from '~/domain/course/course';
import { DISTRICTS } from '~/domain/organisation/districts';
import type { FilingStatus, OperatorType } from '~/domain/organisation/organisation';
import type { OrganisationKind } from '~/domain/shared/actor';
import { newId } from '~/domain/shared/id';
import { addDays, beijingInstant } from '~/domain/shared/period';
import { syntheticUscc } from '../builders/synthetic';
import { addInstitutionFiles, newDraws } from './institution-files';
import { addInstitutionStories } from './institution-stories';
import { FIRST_WORDS, INSTITUTIONS_PER_DISTRICT, OPERATORS, PROVIDERS, type ProviderPlan, SECOND_WORDS } from './names';
import type { OrganisationRow, World } from './world';

/** When the demo's world was set up. */
const FOUNDED = beijingInstant('2022-09-01', '09:00');

const TEACHES: Record<ProviderPlan['kind'], CourseCategory[]> = {
  college: ['principal', 'caregiver', 'other'],
  service_centre: ['principal', 'caregiver', 'other'],
  mch_centre: ['caregiver', 'health_staff', 'other'],
};

const PREFIX: Record<OperatorType, '12' | '52' | '91'> = {
  community: '52',
  employer: '91',
  kindergarten_class: '12',
  kindergarten_site_converted: '12',
  private: '91',
  public: '12',
  family_site: '91',
  service_centre: '12',
};

export function addOrganisations(world: World): void {
  const add = (kind: OrganisationKind, name: string, more: Partial<OrganisationRow> = {}) => {
    const row = { id: newId(), kind, name, status: 'approved' as const, createdAt: FOUNDED, isDemo: true, ...more };
    world.rows.organisation.push(row);
    return row;
  };
  add('commission_city', '市卫生健康委员会（演示）', { contactPhone: '010-00000000' });
  for (const { code, zh } of DISTRICTS) {
    const name = code === '110302' ? '开发区社会事业局（演示）' : `${zh}卫生健康委员会（演示）`;
    add('commission_district', name, { districtCode: code, contactPhone: '010-00000000' });
  }
  add('operations', '平台运维与审计组（演示）');
  for (const { code, kind, name, district } of PROVIDERS) {
    const contact = { contactName: '教务办公室', contactPhone: '010-00000000', contactEmail: `${code.toLowerCase()}@example.com` };
    add(kind, name, {
      shortName: code,
      districtCode: district,
      categories: TEACHES[kind],
      uscc: syntheticUscc(world.nextNumber(), '12'),
      ...contact,
    });
  }
  addInstitutions(world, add);
  addApplications(world, add);
  add('evaluation_organisation', '京禾婴幼儿照护评价中心（演示）', {
    // Outside the numbers that people and institutions are drawn from.
    uscc: syntheticUscc(599_001, '52'),
    contactName: '考务办公室',
    contactPhone: '010-00000000',
    contactEmail: 'jinghe@example.com',
  });
}

type Add = (kind: OrganisationKind, name: string, more?: Partial<OrganisationRow>) => OrganisationRow;

function addInstitutions(world: World, add: Add): void {
  const { random } = world;
  const types = random.shuffled(OPERATORS.flatMap(([type, count, suffix]) => Array.from({ length: count }, () => ({ type, suffix }))));
  const names = FIRST_WORDS.flatMap((first) => SECOND_WORDS.map((second) => first + second));
  let at = 0;
  for (const [districtCode, short, count] of INSTITUTIONS_PER_DISTRICT) {
    for (let nth = 0; nth < count; nth += 1) {
      // The two that demo accounts manage are private ones, whatever the draw says.
      const drawn = types[at];
      const isDemoHome = nth === 0 && (short === '朝阳' || short === '海淀');
      const { type, suffix } = isDemoHome || !drawn ? { type: 'private' as const, suffix: '托育中心' } : drawn;
      const filingStatus = isDemoHome ? 'filed' : filingOf(type, random.next());
      add('institution', `${short}${names[at]}${suffix}`, {
        uscc: syntheticUscc(world.nextNumber(), PREFIX[type]),
        districtCode,
        operatorType: type,
        filingStatus,
        filedOn: filingStatus === 'not_filed' ? null : addDays('2020-03-01', random.int(0, 1_000)),
        address: `${short}演示路${random.int(1, 99)}号`,
        contactName: '办公室',
        contactPhone: '010-00000000',
      });
      at += 1;
    }
  }
}

/** Nursery classes of kindergartens are supervised elsewhere and mostly not filed. */
function filingOf(type: OperatorType, draw: number): FilingStatus {
  if (type === 'kindergarten_class') return draw < 0.2 ? 'filed' : 'not_filed';
  if (draw < 0.9) return 'filed';
  return draw < 0.95 ? 'changed_pending' : 'not_filed';
}

/** Providers that wait for a decision, or were sent back. */
function addApplications(world: World, add: Add): void {
  const apply = (name: string, district: string, days: number, more: Partial<OrganisationRow>) => {
    const createdAt = beijingInstant(addDays(world.today, -days), '10:20');
    const note = '拟面向本区托育机构保育人员开展岗位提升培训，现有专职教师6名、实训室2间。';
    return add('service_centre', name, {
      districtCode: district,
      categories: ['caregiver'],
      applicationNote: note,
      contactName: '孟晓',
      contactPhone: '16999990001',
      createdAt,
      ...more,
    });
  };
  apply('朝阳区东坝托育实训基地（演示）', '110105', 2, { status: 'applied' });
  apply('海淀区苏家坨托育实训基地（演示）', '110108', 1, { status: 'applied' });
  apply('平谷区托育综合服务中心（演示）', '110117', 12, { status: 'returned', decisionReason: '请补充实训场地的消防验收材料和师资名单。' });
}

/** Files, classes, streets and dated facts of all of them, and those whose dates tell a story. Last of all: they know everybody. */
export function addInstitutionHistory(world: World): void {
  const random = newDraws();
  addInstitutionFiles(world, random);
  addInstitutionStories(world, random, (row) => {
    const made = {
      id: newId(),
      kind: 'institution' as const,
      status: 'approved' as const,
      filingStatus: 'filed' as const,
      uscc: syntheticUscc(world.nextNumber(), '91'),
      address: `演示东路${random.int(1, 99)}号`,
      contactName: '办公室',
      contactPhone: '010-00000000',
      createdAt: FOUNDED,
      isDemo: true,
      ...row,
    };
    world.rows.organisation.push(made);
    return made;
  });
}

/** What the accounts are granted roles at: the keys of demo-accounts.json. */
export function organisationAt(world: World, key: string): OrganisationRow {
  const found = world.rows.organisation.find((row) => {
    if (key === 'city') return row.kind === 'commission_city';
    if (key === 'operations') return row.kind === 'operations';
    if (key === 'evaluation') return row.kind === 'evaluation_organisation';
    if (key === 'institution') return row.kind === 'institution' && row.districtCode === '110105';
    if (key === 'institution2') return row.kind === 'institution' && row.districtCode === '110108';
    return /^\d{6}$/.test(key) ? row.kind === 'commission_district' && row.districtCode === key : row.shortName === key;
  });
  if (!found) throw new Error(`no organisation is ${key}`);
  return found;
}
