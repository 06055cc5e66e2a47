import { and, asc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { completion, completionCertificate, person, postTraining, trainingClass } from '#db/schema';
import type { CourseCategory } from '../course/course';
import type { Actor } from '../shared/actor';
import { normalisePublicCode } from '../shared/id';
import { maskName } from '../shared/name';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';

/**
 * A certificate to print: for its holder, the provider that gave it and the officers of both districts concerned.
 * @throws Forbidden for roles without certificates, NotFound for a foreign or unknown number
 */
export async function getCertificate(actor: Actor, number: string) {
  if (!hasLine(actor, 'certificate.read')) throw new Forbidden();
  const [row] = await db
    .select({
      certificate: completionCertificate,
      personId: completion.personId,
      status: completion.status,
      districtCode: completion.districtCode,
      classId: trainingClass.id,
      providerId: trainingClass.providerId,
      classDistrictCode: trainingClass.districtCode,
      isDemo: trainingClass.isDemo,
    })
    .from(completionCertificate)
    .innerJoin(completion, eq(completion.id, completionCertificate.completionId))
    .innerJoin(trainingClass, eq(trainingClass.id, completion.classId))
    .where(eq(completionCertificate.number, number));
  const seen =
    row &&
    [row.districtCode, row.classDistrictCode].some((districtCode) =>
      can(actor, 'certificate.read', { personId: row.personId, organisationId: row.providerId, districtCode }),
    );
  if (!seen) throw new NotFound();
  return row;
}

export type Verification =
  | { outcome: 'unknown' }
  | {
      outcome: 'valid' | 'revoked';
      /** 结业证书 of one class, or 岗位培训合格证 of a whole outline. */
      kind: 'completion' | 'post_training';
      number: string;
      name: string;
      courseTitle: string;
      category: CourseCategory;
      providerName: string;
      theoryMinutes: number;
      practiceMinutes: number;
      completedOn: string;
      issuedOn: string;
      revokedAt: Date | null;
      isDemo: boolean;
    };

/** What anybody may know of a certificate by its code. The same two queries, whether there is such a code or not; the name is masked. */
export async function verifyCode(typed: string): Promise<Verification> {
  const code = normalisePublicCode(typed);
  const [ofClass, ofOutline] = await Promise.all([verifyCompletion(code), verifyPostTraining(code)]);
  return ofClass ?? ofOutline ?? { outcome: 'unknown' };
}

const outcomeOf = (revokedAt: Date | null) => (revokedAt ? ('revoked' as const) : ('valid' as const));

async function verifyCompletion(code: string): Promise<Verification | null> {
  const [row] = await db
    .select({ certificate: completionCertificate, isDemo: trainingClass.isDemo })
    .from(completionCertificate)
    .innerJoin(completion, eq(completion.id, completionCertificate.completionId))
    .innerJoin(trainingClass, eq(trainingClass.id, completion.classId))
    .where(eq(completionCertificate.publicCode, code));
  if (!row) return null;
  const { content, number, issuedOn, revokedAt } = row.certificate;
  const { courseTitle, category, providerName, theoryMinutes, practiceMinutes, completedOn } = content;
  return {
    outcome: outcomeOf(revokedAt),
    kind: 'completion',
    name: maskName(content.name),
    ...{ number, courseTitle, category, providerName, theoryMinutes, practiceMinutes, completedOn, issuedOn, revokedAt },
    isDemo: row.isDemo,
  };
}

async function verifyPostTraining(code: string): Promise<Verification | null> {
  const [row] = await db
    .select({ training: postTraining, isDemo: person.isDemo })
    .from(postTraining)
    .innerJoin(person, eq(person.id, postTraining.personId))
    .where(eq(postTraining.publicCode, code));
  if (!row) return null;
  const { content, number, category, metOn, issuedOn, revokedAt } = row.training;
  return {
    outcome: outcomeOf(revokedAt),
    kind: 'post_training',
    name: maskName(content.name),
    courseTitle: content.outlineTitle,
    providerName: content.issuerName,
    theoryMinutes: content.theoryMinutes,
    practiceMinutes: content.practiceMinutes,
    completedOn: metOn,
    ...{ number, category, issuedOn, revokedAt },
    isDemo: row.isDemo,
  };
}

/** Certificates of one person, in the order they were issued. */
export const listCertificates = (enrolmentIds: readonly string[]) =>
  db
    .select({
      enrolmentId: completion.enrolmentId,
      completedOn: completion.completedOn,
      status: completion.status,
      number: completionCertificate.number,
      publicCode: completionCertificate.publicCode,
      issuedOn: completionCertificate.issuedOn,
      content: completionCertificate.content,
      revokedReason: completionCertificate.revokedReason,
    })
    .from(completion)
    .innerJoin(completionCertificate, eq(completionCertificate.completionId, completion.id))
    .where(and(inArray(completion.enrolmentId, [...enrolmentIds])))
    .orderBy(asc(completionCertificate.issuedOn));
