import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { cooperationAgreement, organisation } from '#db/schema';
import type { Actor } from '../shared/actor';
import { isId } from '../shared/id';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';

/** Which of the two parties acts. A college manages its agreements, an institution decides on those with it. */
type Party = 'college' | 'institution';
const ACTIONS = { college: 'agreement.manage', institution: 'agreement.decide' } as const;

/** An agreement under lock, for one of its two parties. @throws Forbidden for other roles, NotFound for the agreement of others */
export async function lockAgreement(op: { tx: Tx; actor: Actor }, agreementId: string, ...parties: Party[]) {
  const mine = parties.filter((party) => hasLine(op.actor, ACTIONS[party]));
  if (mine.length === 0) throw new Forbidden();
  if (!isId(agreementId)) throw new NotFound();
  const [agreement] = await op.tx.select().from(cooperationAgreement).where(eq(cooperationAgreement.id, agreementId)).for('update');
  const party = mine.find(
    (each) =>
      agreement && can(op.actor, ACTIONS[each], { organisationId: each === 'college' ? agreement.collegeId : agreement.institutionId }),
  );
  if (!agreement || !party) throw new NotFound();
  return { agreement, party };
}

/** An institution that works: a college cannot agree with one that is not there. @throws Refusal at `institutionId` */
export async function requireInstitution(tx: Tx, institutionId: string): Promise<void> {
  const [found] = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.id, institutionId), eq(organisation.kind, 'institution'), eq(organisation.status, 'approved')));
  if (!found) throw new Refusal('institution_unknown', { field: 'institutionId' });
}
