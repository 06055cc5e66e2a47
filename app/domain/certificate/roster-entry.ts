import { flagIn, type RowValues, textIn } from '../excel/import-kind';
import type { RowProblem } from '../excel/row-problem';
import { INTERN_MIN_AGE, STAFF_MIN_AGE } from '../person/person';
import { checkIdentity, ID_TYPES } from '../shared/identity';
import { ageOn } from '../shared/period';
import { type CertificateEntry, certificateEntry } from './import-entry';

/** Facts of the engagement that a row states; an empty cell states nothing. */
export interface PostFacts {
  start_on: string | null;
  end_on?: string;
  is_full_time?: boolean;
  is_intern?: boolean;
  contract_until_on?: string;
  remark?: string;
}

/** Facts of the person herself. */
export interface PersonalFacts {
  education?: string;
  field_of_study?: string;
  health_cert_valid_until?: string;
  background_checked_on?: string;
}

export interface RosterEntry {
  role: string | null;
  post: PostFacts;
  personal: PersonalFacts;
  /** null where the row names no certificate's number. */
  certificate: CertificateEntry | null;
}

const given = <T extends object>(facts: { [K in keyof T]: T[K] | null }): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as T;

export function rosterEntry(values: RowValues): RosterEntry {
  return {
    role: textIn(values, 'role'),
    post: {
      start_on: textIn(values, 'startOn'),
      ...given({
        end_on: textIn(values, 'endOn'),
        is_full_time: flagIn(values, 'isFullTime'),
        is_intern: flagIn(values, 'isIntern'),
        contract_until_on: textIn(values, 'contractUntilOn'),
        remark: textIn(values, 'remark'),
      }),
    },
    personal: given({
      education: textIn(values, 'education'),
      field_of_study: textIn(values, 'fieldOfStudy'),
      health_cert_valid_until: textIn(values, 'healthCertValidUntil'),
      background_checked_on: textIn(values, 'backgroundCheckedOn'),
    }),
    certificate: textIn(values, 'number') === null ? null : certificateEntry({ ...values, family: familyOf(values) }),
  };
}

/** Rosters name a certificate without its family: the number's form and the words tell it. */
function familyOf(values: RowValues): string {
  const family = textIn(values, 'family');
  const number = textIn(values, 'number') ?? '';
  const title = textIn(values, 'title') ?? '';
  if (family !== null) return family;
  if (/教师资格/.test(title)) return 'teacher_qualification';
  if (/护士/.test(title)) return 'nurse_license';
  if (/医师/.test(title)) return 'physician_license';
  if (/1\s*\+\s*x|幼儿照护|母婴护理/i.test(title)) return 'x_certificate';
  return /^\d{16}$/.test(number) ? 'hrss_vocational_qualification' : 'hrss_skill_level';
}

/** What contradicts itself in a row of a roster. `known`: the birth date of the record, where there is one. */
export function rosterProblems(values: RowValues, entry: RosterEntry, known: string | null, today: string): RowProblem[] {
  const problems: RowProblem[] = [];
  const { start_on: startOn, end_on: endOn, is_intern: isIntern } = entry.post;
  if (startOn !== null && endOn !== undefined && endOn <= startOn) problems.push({ column: 'endOn', code: 'engagement_ends_before_start' });
  const idNumber = textIn(values, 'idNumber');
  const idType = ID_TYPES.find((type) => type === textIn(values, 'idType')) ?? 'resident_id';
  const check = idNumber === null ? null : checkIdentity(idType, idNumber, today);
  const named: { bornOn?: string; gender?: string } = check?.ok ? check : {};
  const bornOn = named.bornOn ?? known ?? textIn(values, 'bornOn');
  const min = isIntern ? INTERN_MIN_AGE : STAFF_MIN_AGE;
  if (bornOn !== null && ageOn(bornOn, today) < min) problems.push({ column: 'idNumber', code: 'too_young', params: { min } });
  const written = { bornOn: textIn(values, 'bornOn'), gender: textIn(values, 'gender') };
  for (const column of ['bornOn', 'gender'] as const) {
    const fact = named[column];
    if (fact !== undefined && written[column] !== null && written[column] !== fact)
      problems.push({ column, code: 'differs_from_identity' });
  }
  if (entry.certificate) {
    if (entry.certificate.issuedOn === null && !('issuedOn' in values)) problems.push({ column: 'issuedOn', code: 'required' });
    if (entry.certificate.issuer === null) problems.push({ column: 'issuer', code: 'required' });
  }
  return problems;
}
