import { eq } from 'drizzle-orm';
import { organisation } from '#db/schema';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { Conflict, Refusal } from '../shared/refusals';
import { factsOfKind, type OrganisationFacts, requireArea } from './create-organisation.server';
import { lockOrganisation, type Organisation } from './find-organisation.server';
import { correctPeriod, type DatedFacts, newestOf } from './institution-period';
import { changeFacts, readPeriods, requireLicensing, requirePastDay, writePeriods } from './institution-periods.server';
import { CREATABLE_KINDS } from './organisation';
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

interface Change extends Omit<OrganisationFacts, 'kind'> {
  /** Institutions: the day from which filing, operator type and district are so; null = they had been wrong all along. */
  changedFrom: string | null;
}

/** An officer changes or corrects an organisation of her area. Its kind stays; it may not leave her area by this. */
export const changeOrganisation = (ctx: Context, organisationId: string, { changedFrom, ...input }: Change): Promise<void> =>
  operation(ctx, 'organisation.changed', async (op) => {
    const found = await lockOrganisation(op, organisationId, 'organisation.review');
    const kind = CREATABLE_KINDS.find((each) => each === found.kind);
    if (!kind) throw new Conflict('wrong_state');
    const facts = factsOfKind({ ...input, kind });
    requireArea(() => op.require('organisation.review', { organisationId, districtCode: facts.districtCode }));
    const changed = FIELDS.filter((field) => String(found[field] ?? '') !== String(facts[field] ?? ''));
    if (changed.length === 0) return op.unchanged(undefined);
    await requireFreeUscc(op.tx, { ...facts, id: organisationId });
    await op.tx.update(organisation).set(facts).where(eq(organisation.id, organisationId));
    if (kind === 'institution') await writeDatedFacts(op, found, facts, changedFrom);
    const part = (from: Record<(typeof FIELDS)[number], unknown>) =>
      Object.fromEntries(changed.map((field) => [field, PERSONAL.includes(field) ? '*' : from[field]]));
    await op.record({ subject: { type: 'organisation', id: organisationId }, data: { before: part(found), after: part(facts) } });
  });

/** Dated facts have days behind them: from a day on, or in the newest period as if it had always said so. */
async function writeDatedFacts(
  op: Operation<'organisation.changed'>,
  found: Organisation,
  after: OrganisationFacts,
  changedFrom: string | null,
) {
  const { filingStatus, operatorType, districtCode, filedOn } = after;
  if (!filingStatus || !operatorType || !districtCode) return;
  const facts: DatedFacts = { filingStatus, operatorType, districtCode };
  if (filingStatus !== found.filingStatus) requireLicensing(filingStatus, 'filingStatus');
  if (changedFrom !== null) {
    await changeFacts(op, found.id, { fromOn: changedFrom, facts, reason: '' });
    return;
  }
  const before = await readPeriods(op.tx, found.id);
  const newest = newestOf(before);
  if (!newest?.id) return;
  // The day of the filing begins the period that it began.
  const isFiling = filedOn !== null && filingStatus !== 'not_filed' && (newest.fromOn === found.filedOn || found.filedOn === null);
  if (isFiling) requirePastDay(filedOn, op.now, 'filedOn');
  const right = { ...facts, fromOn: isFiling ? filedOn : newest.fromOn };
  const corrected = correctPeriod(before, newest.id, right, newest.reason);
  if (!corrected) throw new Refusal('period_outside', { field: 'filedOn' });
  await writePeriods(op, found.id, before, corrected);
}
