import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { certificate, certificateCheck } from '#db/schema';
import { enterIssued } from '../../certificate/enter-issued.server';
import { findPosts } from '../../certificate/import-facts.server';
import { newId } from '../../shared/id';
import { beijingDate } from '../../shared/period';
import type { FoundTraining } from './find-training.server';

interface Stamp {
  tx: Tx;
  now: Date;
}

/** The paper of a pass in the registry: a new entry, or the one that somebody handed in before. @returns its id */
export const enterPass = (stamp: Stamp, found: FoundTraining): Promise<string> =>
  found.standing ? adopt(stamp, found, found.standing) : enter(stamp, found);

async function enter({ tx, now }: Stamp, { completion, paper, provider, validUntil, isDemo }: FoundTraining): Promise<string> {
  const id = newId();
  const posts = await findPosts(tx, [completion.personId], beijingDate(now));
  const row = {
    id,
    personId: completion.personId,
    completionId: completion.id,
    family: 'health_care_training' as const,
    name: '托育机构卫生保健人员培训合格证',
    number: paper.number,
    issuer: paper.content.providerName,
    issuedOn: paper.issuedOn,
    validUntil,
    isDemo,
    districtCode: posts.get(completion.personId)?.mainDistrict ?? null,
  };
  await enterIssued(tx, [row], { now, by: null, organisationId: provider.id, source: 'issuer', note: paper.content.classCode });
  return id;
}

type Entry = NonNullable<FoundTraining['standing']>;

/** Somebody handed the same paper in: its issuer knows it, and it is this completion's. */
async function adopt({ tx, now }: Stamp, { completion, paper }: FoundTraining, standing: Entry): Promise<string> {
  const verified = standing.status === 'verified' ? {} : { status: 'verified' as const, verifiedAt: now, verifiedBy: null };
  await tx
    .update(certificate)
    .set({ completionId: completion.id, ...verified })
    .where(and(eq(certificate.id, standing.id), eq(certificate.status, standing.status)));
  const receipt = { channel: 'issuer' as const, result: 'genuine' as const, note: paper.content.classCode, checkedOn: beijingDate(now) };
  if (standing.status !== 'verified') {
    await tx.insert(certificateCheck).values({ id: newId(), certificateId: standing.id, ...receipt, recordedAt: now, recordedBy: null });
  }
  return standing.id;
}
