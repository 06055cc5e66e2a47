import { eq } from 'drizzle-orm';
import { organisation } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { can } from '../shared/policy';
import { NotFound, Refusal } from '../shared/refusals';
import { correctPeriod, type DatedFacts } from './institution-period';
import { lockInstitution, readPeriods, requireLicensing, requirePastDay, writePeriods } from './institution-periods.server';

/** What a period said, or its first day, never was true: the past is put right. A change of today is another operation. */
export const correctInstitutionPeriod = (
  ctx: Context,
  institutionId: string,
  periodId: string,
  right: DatedFacts & { fromOn: string; reason: string },
): Promise<void> =>
  operation(ctx, 'institution.period_corrected', async (op) => {
    const found = await lockInstitution(op, institutionId);
    const { reason, ...facts } = right;
    requirePastDay(facts.fromOn, op.now, 'fromOn');
    const before = await readPeriods(op.tx, found.id);
    const wrong = before.find((period) => period.id === periodId);
    if (!wrong) throw new NotFound();
    const was = {
      filingStatus: wrong.filingStatus,
      operatorType: wrong.operatorType,
      districtCode: wrong.districtCode,
      fromOn: wrong.fromOn,
    };
    if (JSON.stringify(was) === JSON.stringify(inOrder(facts))) return op.unchanged(undefined);
    if (facts.filingStatus !== was.filingStatus) requireLicensing(facts.filingStatus, 'filingStatus');
    // Rates of another district would be others afterwards: that is the city's to decide.
    if (facts.districtCode !== was.districtCode && !can(op.actor, 'institution.keep', { districtCode: facts.districtCode }))
      throw new Refusal('outside_area', { field: 'districtCode' });
    const after = correctPeriod(before, periodId, facts, reason);
    if (!after) throw new Refusal('period_outside', { field: 'fromOn' });
    await writePeriods(op, found.id, before, after);
    if (found.filedOn === was.fromOn && facts.filingStatus !== 'not_filed')
      await op.tx.update(organisation).set({ filedOn: facts.fromOn }).where(eq(organisation.id, found.id));
    await op.record({ subject: { type: 'organisation', id: found.id }, data: { periodId, before: was, after: inOrder(facts), reason } });
  });

const inOrder = ({ filingStatus, operatorType, districtCode, fromOn }: DatedFacts & { fromOn: string }) => ({
  filingStatus,
  operatorType,
  districtCode,
  fromOn,
});
