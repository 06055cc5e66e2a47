import { eq } from 'drizzle-orm';
import { organisation } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Conflict } from '../shared/refusals';
import { factsOfKind, type OrganisationFacts, requireArea } from './create-organisation.server';
import { lockOrganisation } from './find-organisation.server';
import { isProviderKind } from './organisation';
import { requireFreeUscc } from './require-free-uscc.server';

const FIELDS = [
  'name',
  'uscc',
  'legalNature',
  'siteNo',
  'districtCode',
  'address',
  'contactName',
  'contactPhone',
  'contactEmail',
  'operatorType',
  'filingStatus',
  'filedOn',
  'categories',
] as const;
/** Facts about persons: the log says that they changed, not what they are. */
const PERSONAL: readonly string[] = ['contactName', 'contactPhone', 'contactEmail'];

/** An officer corrects an organisation of her area. Its kind stays; it may not leave her area by this. */
export const changeOrganisation = (ctx: Context, organisationId: string, input: Omit<OrganisationFacts, 'kind'>): Promise<void> =>
  operation(ctx, 'organisation.changed', async (op) => {
    const found = await lockOrganisation(op, organisationId, 'organisation.review');
    if (found.kind !== 'institution' && !isProviderKind(found.kind)) throw new Conflict('wrong_state');
    const facts = factsOfKind({ ...input, kind: found.kind });
    requireArea(() => op.require('organisation.review', { organisationId, districtCode: facts.districtCode }));
    const changed = FIELDS.filter((field) => String(found[field] ?? '') !== String(facts[field] ?? ''));
    if (changed.length === 0) return op.unchanged(undefined);
    await requireFreeUscc(op.tx, { ...facts, id: organisationId });
    await op.tx.update(organisation).set(facts).where(eq(organisation.id, organisationId));
    const part = (from: Record<(typeof FIELDS)[number], unknown>) =>
      Object.fromEntries(changed.map((field) => [field, PERSONAL.includes(field) ? '*' : from[field]]));
    await op.record({ subject: { type: 'organisation', id: organisationId }, data: { before: part(found), after: part(facts) } });
  });
