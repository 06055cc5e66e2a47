import { flagIn, numberIn, type RowValues, textIn } from '../excel/import-kind';
import type { RowProblem } from '../excel/row-problem';
import { CARE_GROUPS, type CareGroup, type ServiceType } from './institution';
import { checkUscc } from './uscc';

/** What a row of a filing list states; an empty cell states nothing. Keys are columns of the tables. */
export interface InstitutionEntry {
  uscc: string | null;
  siteNo: number | null;
  organisation: Readonly<Record<string, string>>;
  file: Readonly<Record<string, string | number | boolean | string[]>>;
  classes: readonly { group: CareGroup; classes: number; places: number }[];
  unknownService: string | null;
}

const SERVICE_WORDS: Readonly<Record<string, ServiceType>> = {
  全日托: 'full_day',
  全日制: 'full_day',
  半日托: 'half_day',
  半日制: 'half_day',
  计时托: 'hourly',
  计时制: 'hourly',
  临时托: 'temporary',
};

const given = <V>(facts: Record<string, V | null>): Record<string, V> =>
  Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, V] => entry[1] !== null));

function servicesOf(text: string | null): { types: ServiceType[] | null; unknown: string | null } {
  if (text === null) return { types: null, unknown: null };
  const words = text.split(/[、,;/\s]+/).filter((word) => word !== '');
  const unknown = words.find((word) => SERVICE_WORDS[word] === undefined) ?? null;
  return { types: [...new Set(words.flatMap((word) => SERVICE_WORDS[word] ?? []))], unknown };
}

export function institutionEntry(values: RowValues): InstitutionEntry {
  const code = checkUscc(textIn(values, 'uscc') ?? '');
  const services = servicesOf(textIn(values, 'serviceTypes'));
  const classes = CARE_GROUPS.flatMap((group) => {
    const count = numberIn(values, `${group}_classes`) ?? 0;
    const places = numberIn(values, `${group}_places`) ?? 0;
    return count > 0 && places > 0 ? [{ group, classes: count, places }] : [];
  });
  const sum = classes.reduce((total, { places }) => total + places, 0);
  const profit = textIn(values, 'isProfit');
  return {
    uscc: code.ok ? code.value : null,
    siteNo: numberIn(values, 'siteNo'),
    organisation: given({
      name: textIn(values, 'institution'),
      legal_nature: textIn(values, 'legalNature'),
      address: textIn(values, 'address'),
      contact_name: textIn(values, 'contactName'),
      contact_phone: textIn(values, 'contactPhone'),
      operator_type: textIn(values, 'operatorType'),
      filing_status: textIn(values, 'filingStatus'),
      filed_on: textIn(values, 'filedOn'),
    }),
    file: given<string | number | boolean | string[]>({
      filing_no: textIn(values, 'filingNo'),
      registrar_type: textIn(values, 'registrarType'),
      is_profit: profit === null ? null : profit === 'yes',
      legal_rep_name: textIn(values, 'legalRepName'),
      subdistrict: textIn(values, 'subdistrict'),
      service_types: services.types,
      premises: textIn(values, 'premises'),
      building_m_2: numberIn(values, 'buildingM2'),
      indoor_m_2: numberIn(values, 'indoorM2'),
      outdoor_m_2: numberIn(values, 'outdoorM2'),
      capacity: classes.length > 0 ? sum : numberIn(values, 'capacity'),
      is_inclusive: flagIn(values, 'isInclusive'),
      inclusive_since: textIn(values, 'inclusiveSince'),
      is_demonstration: flagIn(values, 'isDemonstration'),
      provides_meals: flagIn(values, 'providesMeals'),
      food_permit_until: textIn(values, 'foodPermitUntil'),
    }),
    classes,
    unknownService: services.unknown,
  };
}

const FILED: readonly string[] = ['filed', 'changed_pending'];

export function institutionProblems(values: RowValues, entry: InstitutionEntry): RowProblem[] {
  const problems: RowProblem[] = [];
  if (textIn(values, 'uscc') !== null && entry.uscc === null) problems.push({ column: 'uscc', code: 'uscc_invalid' });
  if (entry.siteNo === 0) problems.push({ column: 'siteNo', code: 'number_range', params: { min: 1, max: 999 } });
  if (FILED.includes(entry.organisation.filing_status ?? '') && entry.organisation.filed_on === undefined)
    problems.push({ column: 'filedOn', code: 'filed_without_day' });
  if (entry.unknownService !== null)
    problems.push({ column: 'serviceTypes', code: 'not_in_list', params: { list: '全日托、半日托、计时托、临时托' } });
  const capacity = numberIn(values, 'capacity');
  if (entry.classes.length > 0 && capacity !== null && capacity !== entry.file.capacity)
    problems.push({ column: 'capacity', code: 'capacity_differs' });
  return problems;
}
