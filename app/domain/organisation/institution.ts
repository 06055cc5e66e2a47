import type { FilingStatus, LegalNature, OperatorType } from './organisation';

/** Who registered the legal person (托育机构登记和备案办法, clause 4). */
export const REGISTRAR_TYPES = ['staffing_office', 'civil_affairs', 'market_regulation'] as const;
export type RegistrarType = (typeof REGISTRAR_TYPES)[number];

export const SERVICE_TYPES = ['full_day', 'half_day', 'hourly', 'temporary'] as const;
export type ServiceType = (typeof SERVICE_TYPES)[number];

export const PREMISES = ['owned', 'leased'] as const;
export type Premises = (typeof PREMISES)[number];

/** Classes of children by age (托育机构设置标准, clause 19). */
export const CARE_GROUPS = ['infant', 'toddler_small', 'toddler_big', 'mixed'] as const;
export type CareGroup = (typeof CARE_GROUPS)[number];

/** A change that an institution proposed to its file. */
export const FILE_CHANGE_STATUSES = ['submitted', 'accepted', 'returned', 'withdrawn'] as const;
export type FileChangeStatus = (typeof FILE_CHANGE_STATUSES)[number];

/**
 * Most places of one class (托育机构设置标准, clause 19) and most children per caregiver (clause 20). The standard gives no
 * ratio for mixed classes: 1:5 is a proposal.
 */
export const GROUP_LIMITS: Readonly<Record<CareGroup, { places: number; perCaregiver: number }>> = {
  infant: { places: 10, perCaregiver: 3 },
  toddler_small: { places: 15, perCaregiver: 5 },
  toddler_big: { places: 20, perCaregiver: 7 },
  mixed: { places: 18, perCaregiver: 5 },
};

/** A home-based site 家庭托育点 has five children at the most (家庭托育点管理办法). */
const FAMILY_SITE_PLACES = 5;

export interface GroupClasses {
  careGroup: CareGroup;
  classes: number;
  /** Of all classes of the group together. */
  places: number;
}

/** 托位数: the sum over the classes. */
export const capacityOf = (groups: readonly GroupClasses[]): number => groups.reduce((sum, { places }) => sum + places, 0);

/** Caregivers that the ratios ask for with every place taken. Advice only; interns never count among them. */
export const caregiversAdvised = (groups: readonly GroupClasses[]): number =>
  groups.reduce((sum, { careGroup, classes, places }) => {
    const perClass = spread(places, classes).map((children) => Math.ceil(children / GROUP_LIMITS[careGroup].perCaregiver));
    return sum + perClass.reduce((a, b) => a + b, 0);
  }, 0);

/** Places shared out over classes as evenly as they go. */
const spread = (places: number, classes: number): number[] =>
  Array.from({ length: classes }, (_, at) => Math.floor(places / classes) + (at < places % classes ? 1 : 0));

export const FILE_WARNINGS = ['group_too_big', 'family_site_too_big', 'nature_differs', 'registrar_differs', 'food_permit_over'] as const;
export type FileWarning = { code: Exclude<(typeof FILE_WARNINGS)[number], 'group_too_big'> } | GroupTooBig;
interface GroupTooBig {
  code: 'group_too_big';
  careGroup: CareGroup;
  places: number;
  limit: number;
}

const REGISTRAR_OF: Partial<Record<LegalNature, RegistrarType>> = {
  public_institution: 'staffing_office',
  social_service_org: 'civil_affairs',
  enterprise: 'market_regulation',
  individual_business: 'market_regulation',
};

interface Checked {
  classes: readonly GroupClasses[];
  operatorType: OperatorType | null;
  legalNature: LegalNature | null;
  registrarType: RegistrarType | null;
  /** The credit code's prefix names another legal nature. */
  codeContradicts: boolean;
  providesMeals: boolean;
  foodPermitUntil: string | null;
}

/** What somebody should look at twice; none of it stops the file from being kept. */
export function fileWarnings(file: Checked, today: string): FileWarning[] {
  const found: FileWarning[] = [];
  for (const { careGroup, classes, places } of file.classes) {
    const limit = GROUP_LIMITS[careGroup].places;
    if (places > limit * classes) found.push({ code: 'group_too_big', careGroup, places: Math.ceil(places / classes), limit });
  }
  if (file.operatorType === 'family_site' && capacityOf(file.classes) > FAMILY_SITE_PLACES) found.push({ code: 'family_site_too_big' });
  if (file.codeContradicts) found.push({ code: 'nature_differs' });
  const registrar = file.legalNature ? REGISTRAR_OF[file.legalNature] : undefined;
  if (registrar && file.registrarType && registrar !== file.registrarType) found.push({ code: 'registrar_differs' });
  if (file.providesMeals && file.foodPermitUntil !== null && file.foodPermitUntil < today) found.push({ code: 'food_permit_over' });
  return found;
}

/** Status → where a decision of the district may take it. `licensed` waits for the coming law and its setting. */
const FILING_MOVES: Readonly<Record<FilingStatus, readonly FilingStatus[]>> = {
  not_filed: ['filed', 'licensed'],
  filed: ['changed_pending', 'cancelled', 'licensed'],
  changed_pending: ['filed', 'cancelled', 'licensed'],
  cancelled: ['filed', 'not_filed', 'licensed'],
  licensed: ['changed_pending', 'cancelled'],
};

export const filingMoves = (from: FilingStatus, licensing: boolean): FilingStatus[] =>
  FILING_MOVES[from].filter((to) => licensing || to !== 'licensed');

/** Filing states under which the public list shows an institution, and a rate counts it. */
export const IN_FILING_LIST = ['filed', 'changed_pending', 'licensed'] as const satisfies readonly FilingStatus[];

/** Working days that the district has for a proposed change (proposal; the filing rules give 15 for a first filing). */
export const CHANGE_DECISION_DAYS = 15;

/** Conditions of the officers' list. */
export interface InstitutionFilter {
  q: string;
  district?: string;
  street: string;
  filing?: FilingStatus;
  operator?: OperatorType;
  inclusive?: 'yes' | 'no';
  /** Without one: those that work, in the officer's area today. */
  state?: 'closed' | 'moved_away' | 'change_waits';
}
