import { and, eq } from 'drizzle-orm';
import { findingAnswer, guidanceFinding } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { accountOf, lockOwnFinding } from './find-visit.server';
import { type GivenPhoto, keepPhotos } from './guidance-photos.server';
import { mayFindingMove } from './visit';

/** The institution says what it has done, with photos; whoever visited decides whether that is enough. @returns the answer's id */
export function answerFinding(ctx: Context, findingId: string, statement: string, photos: readonly GivenPhoto[]): Promise<string> {
  return operation(ctx, 'finding.answered', async (op) => {
    const { finding, visit } = await lockOwnFinding(op, findingId);
    const { visitId, institutionId } = finding;
    if (!mayFindingMove(finding.status, 'answered')) throw new Refusal(finding.status === 'answered' ? 'finding_answered' : 'wrong_state');
    const id = newId();
    const said = { statement, answeredAt: op.now, answeredBy: accountOf(op.actor) };
    await op.tx.insert(findingAnswer).values({ id, findingId, ...said });
    await op.tx
      .update(guidanceFinding)
      .set({ status: 'answered' })
      .where(and(eq(guidanceFinding.id, findingId), eq(guidanceFinding.status, finding.status)));
    await keepPhotos(op, { visitId, findingId, answerId: id }, photos);
    const data = { visitId, institutionId, organisationId: visit.organisationId, answerId: id, photos: photos.length };
    await op.record({ subject: { type: 'finding', id: findingId }, data });
    return id;
  });
}
