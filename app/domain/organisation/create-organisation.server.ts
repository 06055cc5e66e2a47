import { institutionFile, institutionPeriod, organisation } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden, Refusal } from '../shared/refusals';
import { authorIn } from './find-organisation.server';
import { requireLicensing, requirePastDay } from './institution-periods.server';
import { type CREATABLE_KINDS, type FilingStatus, isProviderKind, type LegalNature, type OperatorType } from './organisation';
import { requireFreeUscc } from './require-free-uscc.server';
import { requireTeachable } from './require-teachable.server';

export interface OrganisationFacts {
  kind: (typeof CREATABLE_KINDS)[number];
  name: string;
  uscc: string;
  legalNature: LegalNature;
  siteNo: number;
  /** null = city level, providers only */
  districtCode: string | null;
  address: string;
  contactName: string;
  contactPhone: string;
  contactEmail: string | null;
  /** institutions only */
  operatorType: OperatorType | null;
  filingStatus: FilingStatus | null;
  filedOn: string | null;
  /** providers only */
  categories: (typeof organisation.$inferSelect)['categories'];
}

/** What the kind asks for and nothing else: an institution's filing, a provider's categories; those who examine serve every district. */
export function factsOfKind(facts: OrganisationFacts): OrganisationFacts {
  if (isProviderKind(facts.kind)) {
    if (facts.categories.length === 0) throw new Refusal('field_too_few', { field: 'categories[]', params: { min: 1 } });
    requireTeachable(facts.kind, facts.categories);
    return { ...facts, siteNo: 1, operatorType: null, filingStatus: null, filedOn: null };
  }
  if (facts.kind === 'evaluation_organisation')
    return { ...facts, siteNo: 1, operatorType: null, filingStatus: null, filedOn: null, categories: [] };
  if (facts.districtCode === null) throw new Refusal('district_unknown', { field: 'area' });
  if (facts.operatorType === null) throw new Refusal('field_required', { field: 'operatorType' });
  if (facts.filingStatus === null) throw new Refusal('field_required', { field: 'filingStatus' });
  if (facts.filingStatus !== 'not_filed' && facts.filedOn === null) throw new Refusal('field_required', { field: 'filedOn' });
  return { ...facts, categories: [] };
}

/** An officer enters an institution or a provider of her area: approved at once. @returns its id */
export const createOrganisation = (ctx: Context, input: OrganisationFacts): Promise<string> =>
  operation(ctx, 'organisation.created', async (op) => {
    if (!hasLine(op.actor, 'organisation.create')) throw new Forbidden();
    const facts = factsOfKind(input);
    requireArea(() => op.require('organisation.create', { districtCode: facts.districtCode }));
    await requireFreeUscc(op.tx, facts);
    const id = newId();
    await op.tx
      .insert(organisation)
      .values({ id, ...facts, status: 'approved', decidedAt: op.now, decidedBy: authorIn(op.actor), createdAt: op.now });
    if (facts.kind === 'institution') await beginInstitution(op, id, facts);
    await op.record({ subject: { type: 'organisation', id }, data: { kind: facts.kind, districtCode: facts.districtCode } });
    return id;
  });

/** Its file, still empty, and its dated facts: from the filing on, or from today where nothing is filed. */
async function beginInstitution(op: Operation<'organisation.created'>, id: string, facts: OrganisationFacts): Promise<void> {
  const { operatorType, filingStatus, districtCode, filedOn } = facts;
  if (!operatorType || !filingStatus || !districtCode) throw new Error('factsOfKind lets no institution pass without these');
  requireLicensing(filingStatus, 'filingStatus');
  if (filedOn) requirePastDay(filedOn, op.now, 'filedOn');
  const today = beijingDate(op.now);
  const fromOn = filingStatus === 'not_filed' || filingStatus === 'cancelled' ? today : (filedOn ?? today);
  await op.tx.insert(institutionFile).values({ organisationId: id, updatedAt: op.now });
  const period = { id: newId(), institutionId: id, fromOn, operatorType, filingStatus, districtCode };
  await op.tx.insert(institutionPeriod).values({ ...period, createdAt: op.now, createdBy: authorIn(op.actor) });
}

/** The area is a field of the form: say it there. */
export function requireArea(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (error instanceof Forbidden) throw new Refusal('outside_area', { field: 'area' });
    throw error;
  }
}
