import { and, eq, ne } from 'drizzle-orm';
import { placement } from '#db/schema';
import { INTERN_MIN_AGE } from '../../person/person';
import { requireBirth } from '../../person/require-age';
import { type Context, operation } from '../../shared/operation.server';
import { Conflict, Refusal } from '../../shared/refusals';
import { lockPlacement } from './find-placement.server';
import type { PlacementChange } from './inputs';
import { requireDays } from './propose-placements.server';

const FIELDS = [
  'kind',
  'role',
  'fromOn',
  'untilOn',
  'hoursPerDay',
  'agreementNo',
  'agreementSignedOn',
  'guardianConsent',
  'insuranceNo',
  'insuredUntilOn',
  'collegeMentor',
] as const satisfies readonly (keyof PlacementChange)[];

/** The college corrects what the institution has not answered yet. */
export const changePlacement = (ctx: Context, placementId: string, input: PlacementChange): Promise<void> =>
  operation(ctx, 'placement.changed', async (op) => {
    const { row, who } = await lockPlacement(op, 'placement.manage', placementId);
    if (row.status !== 'proposed') throw new Conflict('placement_answered');
    requireDays(input);
    requireBirth(who.bornOn, INTERN_MIN_AGE, input.fromOn, 'fromOn');
    const changed = FIELDS.filter((field) => row[field] !== input[field]);
    if (changed.length === 0) return op.unchanged(undefined);
    const [other] = await op.tx
      .select({ id: placement.id })
      .from(placement)
      .where(and(eq(placement.collegeId, row.collegeId), eq(placement.agreementNo, input.agreementNo), ne(placement.id, row.id)));
    if (other) throw new Refusal('placement_agreement_taken', { field: 'agreementNo', params: { number: input.agreementNo } });
    await op.tx.update(placement).set(input).where(eq(placement.id, row.id));
    const part = (from: Readonly<Record<(typeof FIELDS)[number], unknown>>) => Object.fromEntries(changed.map((key) => [key, from[key]]));
    await op.record({ subject: { type: 'placement', id: row.id }, data: { before: part(row), after: part(input) } });
  });
