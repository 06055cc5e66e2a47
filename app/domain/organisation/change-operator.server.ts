import { type Context, operation } from '../shared/operation.server';
import { changeFacts, lockInstitution } from './institution-periods.server';
import type { OperatorType } from './organisation';

/** From a day on an institution is run in another way; what was counted before stays under the old type. */
export const changeOperator = (
  ctx: Context,
  institutionId: string,
  change: { operatorType: OperatorType; fromOn: string; reason: string },
): Promise<void> =>
  operation(ctx, 'institution.operator_changed', async (op) => {
    const found = await lockInstitution(op, institutionId);
    const { operatorType, fromOn, reason } = change;
    if (found.operatorType === operatorType) return op.unchanged(undefined);
    await changeFacts(op, found.id, { fromOn, facts: { operatorType }, reason });
    const data = { before: found.operatorType, after: operatorType, fromOn, reason };
    await op.record({ subject: { type: 'organisation', id: found.id }, data });
  });
