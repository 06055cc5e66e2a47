import { CARE_GROUPS, type GroupClasses, type Premises, type RegistrarType, type ServiceType } from './institution';
import type { LegalNature, OperatorType } from './organisation';

/** What the file of an institution says, apart from its dated facts. */
export interface FileFacts {
  name: string;
  uscc: string | null;
  legalNature: LegalNature | null;
  siteNo: number;
  address: string | null;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
  filingNo: string | null;
  registrarType: RegistrarType | null;
  isProfit: boolean | null;
  legalRepName: string | null;
  principalPersonId: string | null;
  subdistrict: string | null;
  serviceTypes: ServiceType[];
  premises: Premises | null;
  buildingM2: number | null;
  indoorM2: number | null;
  outdoorM2: number | null;
  isInclusive: boolean;
  inclusiveSince: string | null;
  isDemonstration: boolean;
  providesMeals: boolean;
  foodPermitUntil: string | null;
  /** In the order of the care groups; a group without a class is left out. */
  classes: GroupClasses[];
}

/** What the district alone says of an institution: it is recognised, numbered and counted by others than itself. */
export const OFFICIAL_FIELDS = [
  'siteNo',
  'filingNo',
  'isInclusive',
  'inclusiveSince',
  'isDemonstration',
] as const satisfies readonly (keyof FileFacts)[];
type Official = (typeof OFFICIAL_FIELDS)[number];

/** What an institution may ask to have changed; operator type and district change from a day on. */
export interface ProposedFacts extends Omit<FileFacts, Official> {
  operatorType: OperatorType;
  districtCode: string;
}

/** In the order of the filing record (备案书). */
export const FACT_FIELDS = [
  'name',
  'uscc',
  'siteNo',
  'legalNature',
  'registrarType',
  'isProfit',
  'legalRepName',
  'principalPersonId',
  'filingNo',
  'operatorType',
  'districtCode',
  'subdistrict',
  'address',
  'contactName',
  'contactPhone',
  'contactEmail',
  'serviceTypes',
  'premises',
  'buildingM2',
  'indoorM2',
  'outdoorM2',
  'classes',
  'isInclusive',
  'inclusiveSince',
  'isDemonstration',
  'providesMeals',
  'foodPermitUntil',
] as const satisfies readonly (keyof FileFacts | keyof ProposedFacts)[];
export type FactField = (typeof FACT_FIELDS)[number];

/** Facts about persons: the log says that they changed, not what they are. */
const PERSONAL: readonly FactField[] = ['contactName', 'contactPhone', 'contactEmail', 'legalRepName', 'principalPersonId'];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Which of the fields that `wanted` names differ. */
export const changedFields = <F extends Partial<Record<FactField, unknown>>>(current: F, wanted: F): FactField[] =>
  FACT_FIELDS.filter((field) => field in wanted && !same(current[field], wanted[field]));

export const pickFields = <F extends Partial<Record<FactField, unknown>>>(facts: F, fields: readonly FactField[]): Partial<F> =>
  Object.fromEntries(fields.filter((field) => field in facts).map((field) => [field, facts[field]])) as Partial<F>;

/** The same for the event log. */
export const loggedFields = (facts: Partial<Record<FactField, unknown>>, fields: readonly FactField[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, PERSONAL.includes(field) ? '*' : (facts[field] ?? null)]));

/** What a filed institution's record must say and does not say yet. */
export const missingFields = (facts: FileFacts): FactField[] => {
  const asked: FactField[] = ['uscc', 'legalNature', 'registrarType', 'isProfit', 'legalRepName', 'filingNo', 'subdistrict', 'address'];
  const rest: FactField[] = ['contactName', 'contactPhone', 'premises'];
  const lists: FactField[] = ['serviceTypes', 'classes'];
  const values: Partial<Record<FactField, unknown>> = { ...facts };
  const empty = (value: unknown) => value === null || value === undefined || value === '';
  return [
    ...[...asked, ...rest].filter((field) => empty(values[field])),
    ...lists.filter((field) => Array.isArray(values[field]) && (values[field] as unknown[]).length === 0),
  ];
};

export const inGroupOrder = (groups: readonly GroupClasses[]): GroupClasses[] =>
  CARE_GROUPS.flatMap((careGroup) => groups.filter((group) => group.careGroup === careGroup))
    .filter(({ classes, places }) => classes > 0 && places > 0)
    .map(({ careGroup, classes, places }) => ({ careGroup, classes, places }));
