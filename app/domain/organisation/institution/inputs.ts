import { z } from 'zod';
import { checkbox, checked, contactPhone, dateField, optionally, personName } from '../../shared/inputs';
import { DISTRICT_CODES } from '../districts';
import { CARE_GROUPS, PREMISES, REGISTRAR_TYPES, SERVICE_TYPES } from '../institution';
import { inGroupOrder } from '../institution-facts';
import { FILING_STATUSES, LEGAL_NATURES, OPERATOR_TYPES } from '../organisation';
import { checkUscc } from '../uscc';

const reason = z.string().min(1, 'reason_required').max(500);
const shortText = (max: number) => z.string().min(1).max(max);
const square = optionally(z.string().transform(Number).pipe(z.number('field_number').min(0).max(1_000_000)));
const count = (max: number) =>
  z
    .string()
    .default('')
    .transform((text) => (text === '' ? '0' : text))
    .transform(Number)
    .pipe(z.number('field_whole_number').int('field_whole_number').min(0).max(max));

const classFields = Object.fromEntries(
  CARE_GROUPS.flatMap((group) => [
    [`${group}Classes`, count(99)],
    [`${group}Places`, count(999)],
  ]),
) as Record<`${(typeof CARE_GROUPS)[number]}${'Classes' | 'Places'}`, ReturnType<typeof count>>;

type Counts = Record<keyof typeof classFields, number>;

/** A group has classes and places, or neither. */
const groupsComplete = (counts: Counts, ctx: z.RefinementCtx<Counts>) => {
  for (const group of CARE_GROUPS) {
    const [classes, places] = [counts[`${group}Classes`], counts[`${group}Places`]];
    if (classes > 0 && places < classes) ctx.addIssue({ code: 'custom', path: [`${group}Places`], message: 'places_needed' });
    if (classes === 0 && places > 0) ctx.addIssue({ code: 'custom', path: [`${group}Classes`], message: 'classes_needed' });
  }
};

const classesOf = (counts: Counts) =>
  inGroupOrder(
    CARE_GROUPS.map((careGroup) => ({ careGroup, classes: counts[`${careGroup}Classes`], places: counts[`${careGroup}Places`] })),
  );

/** What institution and district both may say. */
const shared = {
  name: z.string().min(2).max(100),
  uscc: checked(checkUscc, 40),
  legalNature: z.enum(LEGAL_NATURES),
  registrarType: optionally(z.enum(REGISTRAR_TYPES)),
  isProfit: optionally(z.enum(['yes', 'no'])).transform((answer) => (answer === null ? null : answer === 'yes')),
  legalRepName: optionally(personName),
  principalPersonId: optionally(z.uuid({ error: 'field_choice' })),
  subdistrict: optionally(z.string().max(50)),
  address: shortText(200),
  contactName: personName,
  contactPhone,
  contactEmail: optionally(z.email().max(200)),
  'serviceTypes[]': z.array(z.enum(SERVICE_TYPES)).max(SERVICE_TYPES.length).default([]),
  premises: optionally(z.enum(PREMISES)),
  buildingM2: square,
  indoorM2: square,
  outdoorM2: square,
  providesMeals: checkbox,
  foodPermitUntil: optionally(dateField),
};

const withClasses = <T extends Record<string, unknown> & Counts & { 'serviceTypes[]': (typeof SERVICE_TYPES)[number][] }>(input: T) => {
  const { 'serviceTypes[]': chosen, ...rest } = input;
  const others = Object.fromEntries(Object.entries(rest).filter(([key]) => !(key in classFields)));
  const serviceTypes = SERVICE_TYPES.filter((type) => chosen.includes(type));
  return { ...(others as Omit<T, 'serviceTypes[]' | keyof Counts>), serviceTypes, classes: classesOf(input) };
};

/** The district keeps the file. */
export const fileInput = z
  .object({
    ...shared,
    siteNo: z.coerce.number('field_whole_number').int('field_whole_number').min(1).max(999),
    filingNo: optionally(z.string().max(40)),
    isInclusive: checkbox,
    inclusiveSince: optionally(dateField),
    isDemonstration: checkbox,
    /** Moment of the file that the form shows. */
    seen: optionally(z.iso.datetime()),
    ...classFields,
  })
  .superRefine(groupsComplete)
  .transform((input) => {
    const { seen, ...facts } = withClasses(input);
    return { facts, seen };
  });

/** The institution proposes. */
export const proposalInput = z
  .object({
    ...shared,
    operatorType: z.enum(OPERATOR_TYPES),
    districtCode: z.enum([...DISTRICT_CODES]),
    effectiveOn: dateField,
    note: z.string().max(500).default(''),
    ...classFields,
  })
  .superRefine(groupsComplete)
  .transform((input) => {
    const { effectiveOn, note, ...facts } = withClasses(input);
    return { facts, effectiveOn, note };
  });

export const changeInput = z.object({ changeId: z.uuid() });
export const returnChangeInput = z.object({ changeId: z.uuid(), reason });
export const filingInput = z.object({ to: z.enum(FILING_STATUSES), fromOn: dateField, filingNo: optionally(z.string().max(40)), reason });
export const operatorInput = z.object({ operatorType: z.enum(OPERATOR_TYPES), fromOn: dateField, reason });
export const moveInput = z.object({
  districtCode: z.enum([...DISTRICT_CODES]),
  subdistrict: shortText(50),
  address: shortText(200),
  fromOn: dateField,
  reason,
});
export const closeInput = z.object({ fromOn: dateField, reason });
export const mergerInput = z.object({ intoId: z.uuid({ error: 'field_choice' }), fromOn: dateField, reason });
export const periodInput = z.object({
  periodId: z.uuid(),
  fromOn: dateField,
  filingStatus: z.enum(FILING_STATUSES),
  operatorType: z.enum(OPERATOR_TYPES),
  districtCode: z.enum([...DISTRICT_CODES]),
  reason,
});

const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const district = z.enum(DISTRICT_CODES).optional().catch(undefined);

export const institutionSearch = z.object({
  q: z.string().max(100).catch(''),
  district,
  street: z.string().max(50).catch(''),
  filing: z.enum(FILING_STATUSES).optional().catch(undefined),
  operator: z.enum(OPERATOR_TYPES).optional().catch(undefined),
  inclusive: z.enum(['yes', 'no']).optional().catch(undefined),
  state: z.enum(['closed', 'moved_away', 'change_waits']).optional().catch(undefined),
  page,
});

export const publicInstitutionSearch = z.object({
  q: z.string().max(100).catch(''),
  district,
  street: z.string().max(50).catch(''),
  inclusive: z.enum(['yes', 'no']).optional().catch(undefined),
  page,
});
