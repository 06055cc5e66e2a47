import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { certificate, organisation, person, postTraining } from '#db/schema';
import { enterIssued } from '../certificate/enter-issued.server';
import { newId, newPublicCode } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { NotFound } from '../shared/refusals';
import { takeSequence } from './certificate-numbers.server';
import { type PostTrainingCategory, postTrainingNumber } from './post-training';
import { type ProgrammeProgress, readProgress } from './post-training-facts.server';

type Judged = 'issued' | 'revoked' | 'unchanged';

/**
 * Gives the 岗位培训合格证 to whom has met the outline and has none, and takes it back where a completion that it stood on
 * counts no more. The person's row is locked: however often and wherever it is called, one stands at the most.
 */
export const judgePostTraining = (ctx: Context, personId: string, category: PostTrainingCategory): Promise<Judged> =>
  operation(ctx, 'post_training.issued', async (op) => {
    const [who] = await op.tx.select().from(person).where(eq(person.id, personId)).for('update');
    if (!who) throw new NotFound();
    const standing = await findStanding(op.tx, personId, category);
    const [found] = (await readProgress(personId, op.now, op.tx)).filter((row) => row.category === category);
    const met = found?.progress.met ?? null;
    if (standing && !met) {
      await takeBack(op, standing);
      return 'revoked';
    }
    if (standing || !found || !met) return op.unchanged('unchanged');
    await issue(op, who, found, met);
    return 'issued';
  });

const findStanding = async (tx: Tx, personId: string, category: PostTrainingCategory) => {
  const here = and(eq(postTraining.personId, personId), eq(postTraining.category, category), isNull(postTraining.revokedAt));
  const [row] = await tx.select().from(postTraining).where(here);
  return row;
};

type Judging = Operation<'post_training.issued'>;

async function issue(op: Judging, who: typeof person.$inferSelect, { category }: ProgrammeProgress, met: Met): Promise<void> {
  const last = met.completions.at(-1);
  const issuedOn = beijingDate(op.now);
  const [districtCode, year] = [last?.districtCode ?? null, Number(issuedOn.slice(0, 4))];
  const letter = category === 'principal' ? 'GP' : 'GC';
  const number = postTrainingNumber(category, districtCode, year, await takeSequence(op.tx, letter, districtCode, year, 1));
  const sum = (key: 'theoryMinutes' | 'practiceMinutes') => met.completions.reduce((total, row) => total + row[key], 0);
  const minutes = { theoryMinutes: sum('theoryMinutes'), practiceMinutes: sum('practiceMinutes') };
  const issuerName = await commissionOf(op.tx, districtCode);
  const id = newId();
  await op.tx.insert(postTraining).values({
    id,
    personId: who.id,
    category,
    outlineId: met.outline.id,
    number,
    publicCode: newPublicCode(),
    metOn: met.on,
    issuedOn,
    districtCode,
    ...minutes,
    content: {
      name: who.name,
      idNumberMasked: who.idNumberMasked,
      category,
      outlineTitle: met.outline.titleZh,
      outlineVersion: met.outline.version,
      issuerName,
      required: { theory: met.outline.theoryMinutes, practice: met.outline.practiceMinutes },
      ...minutes,
      completions: met.completions.map((row) => ({
        number: row.number,
        courseTitle: row.content.courseTitle,
        completedOn: row.completedOn,
        theoryMinutes: row.theoryMinutes,
        practiceMinutes: row.practiceMinutes,
      })),
    },
    createdAt: op.now,
  });
  const entry = { id: newId(), personId: who.id, family: 'post_training' as const, name: '岗位培训合格证', number, issuer: issuerName };
  const stamp = { now: op.now, by: null, organisationId: null, source: 'system' as const };
  await enterIssued(op.tx, [{ ...entry, issuedOn, districtCode, isDemo: last?.isDemo ?? false }], stamp);
  await op.record({ subject: { type: 'post_training', id }, data: { personId: who.id, category, number } });
}

type Met = NonNullable<ProgrammeProgress['progress']['met']>;

/** Who approves closings there answers for the certificate too. */
const commissionOf = async (tx: Tx, districtCode: string | null): Promise<string> => {
  const here = districtCode === null ? isNull(organisation.districtCode) : eq(organisation.districtCode, districtCode);
  const kind = eq(organisation.kind, districtCode === null ? 'commission_city' : 'commission_district');
  const [row] = await tx.select({ name: organisation.name }).from(organisation).where(and(kind, here)).limit(1);
  return row?.name ?? '';
};

async function takeBack(op: Judging, standing: typeof postTraining.$inferSelect): Promise<void> {
  const reason = 'completion_revoked';
  await op.tx.update(postTraining).set({ revokedAt: op.now, revokedReason: reason }).where(eq(postTraining.id, standing.id));
  await op.tx
    .update(certificate)
    .set({ status: 'revoked', revokedOn: standing.issuedOn, revokedAt: op.now, decisionReason: reason })
    .where(and(eq(certificate.family, 'post_training'), eq(certificate.number, standing.number), eq(certificate.status, 'verified')));
  const { id, personId, category, number } = standing;
  await op.recordAs('post_training.revoked', { subject: { type: 'post_training', id }, data: { personId, category, number, reason } });
}
