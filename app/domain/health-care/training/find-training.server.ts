import { and, desc, eq, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import {
  certificate,
  completion,
  completionCertificate,
  healthCareRule,
  organisation,
  person,
  syllabusVersion,
  trainingClass,
} from '#db/schema';
import { isRefresher } from '../../course/course';
import { certifies, lastValidDay } from './training';

export type FoundTraining = NonNullable<Awaited<ReturnType<typeof findTraining>>>;

/**
 * A completion of health-care staff with what decides about its certificate; its person is locked, so that two workers are
 * one after the other. @returns null for another category, or where no completion certificate was given
 */
export async function findTraining(tx: Tx, completionId: string) {
  const here = and(eq(completion.id, completionId), eq(completion.category, 'health_staff'));
  const [own] = await tx.select({ personId: completion.personId }).from(completion).where(here);
  if (!own) return null;
  await tx.select({ id: person.id }).from(person).where(eq(person.id, own.personId)).for('no key update');
  const [row] = await tx
    .select({
      completion,
      paper: completionCertificate,
      outlines: sql<Parameters<typeof isRefresher>[1]>`${syllabusVersion.content}->'outlines'`,
      provider: { id: organisation.id, kind: organisation.kind },
      isDemo: trainingClass.isDemo,
    })
    .from(completion)
    .innerJoin(completionCertificate, eq(completionCertificate.completionId, completion.id))
    .innerJoin(trainingClass, eq(trainingClass.id, completion.classId))
    .innerJoin(syllabusVersion, eq(syllabusVersion.id, trainingClass.syllabusVersionId))
    .innerJoin(organisation, eq(organisation.id, trainingClass.providerId))
    .where(here);
  if (!row) return null;
  const { paper, provider } = row;
  const [before] = await certificatesOf(
    tx,
    row.completion.personId,
    and(lte(certificate.issuedOn, paper.issuedOn), ne(certificate.number, paper.number)),
  );
  const kind = certifies({
    byMchCentre: provider.kind === 'mch_centre',
    isHistoric: row.completion.importId !== null,
    passRule: row.completion.evidence.passRule,
    isRefresher: isRefresher('health_staff', row.outlines ?? []),
    heldBefore: before?.status === 'verified',
  });
  const entries = await certificatesOf(
    tx,
    row.completion.personId,
    or(eq(certificate.completionId, completionId), eq(certificate.number, paper.number)),
  );
  return {
    ...row,
    kind,
    validUntil: lastValidDay(paper.issuedOn, await monthsInForce(tx, paper.issuedOn)),
    /** What the platform entered for it before, whatever became of it. */
    given: entries.find((entry) => entry.completionId === completionId) ?? null,
    /** The same paper, handed in or imported by somebody else. */
    standing: entries.find(({ completionId: of, status }) => of === null && (status === 'submitted' || status === 'verified')) ?? null,
  };
}

/** Her certificates of health-care training, those that count first. */
const certificatesOf = (tx: Tx, personId: string, where: SQL | undefined) =>
  tx
    .select()
    .from(certificate)
    .where(and(eq(certificate.personId, personId), eq(certificate.family, 'health_care_training'), where))
    .orderBy(sql`${certificate.status} <> 'verified'`, certificate.issuedOn);

/** How long a certificate of a day is good for, by the rule in force on it; null = without an end. */
async function monthsInForce(tx: Tx, day: string): Promise<number | null> {
  const [rule] = await tx
    .select({ months: healthCareRule.certificateMonths })
    .from(healthCareRule)
    .where(and(eq(healthCareRule.status, 'published'), lte(healthCareRule.inForceFromOn, day)))
    .orderBy(desc(healthCareRule.inForceFromOn))
    .limit(1);
  return rule?.months ?? null;
}
