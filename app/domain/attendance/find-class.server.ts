import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { lesson, organisation, syllabusVersion, trainingClass } from '#db/schema';
import type { Actor } from '../shared/actor';
import { isId } from '../shared/id';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import { CLASS_OPEN, type ClassStatus } from '../training-class/training-class';

export type KnownClass = NonNullable<Awaited<ReturnType<typeof readClass>>>;

/** A class with its frozen syllabus, whoever asks; `lock` holds the row until the transaction ends. */
export async function readClass(tx: Tx, classId: string, lock = false) {
  const query = tx
    .select({
      id: trainingClass.id,
      courseId: trainingClass.courseId,
      code: trainingClass.code,
      term: trainingClass.term,
      place: trainingClass.place,
      status: trainingClass.status,
      startsOn: trainingClass.startsOn,
      endsOn: trainingClass.endsOn,
      startsAt: trainingClass.startsAt,
      enrolFromOn: trainingClass.enrolFromOn,
      enrolUntilOn: trainingClass.enrolUntilOn,
      capacity: trainingClass.capacity,
      seatsTaken: trainingClass.seatsTaken,
      countsTowardPlan: trainingClass.countsTowardPlan,
      districtCode: trainingClass.districtCode,
      closedAt: trainingClass.closedAt,
      isDemo: trainingClass.isDemo,
      providerId: organisation.id,
      providerName: organisation.name,
      syllabus: syllabusVersion.content,
      syllabusVersion: syllabusVersion.version,
    })
    .from(trainingClass)
    .innerJoin(organisation, eq(organisation.id, trainingClass.providerId))
    .innerJoin(syllabusVersion, eq(syllabusVersion.id, trainingClass.syllabusVersionId))
    .where(eq(trainingClass.id, classId));
  const [found] = lock ? await query.for('no key update', { of: trainingClass }) : await query;
  return found;
}

/**
 * The class as far as this actor may know of it.
 * @throws Forbidden for a role that has nothing to do with classes, NotFound for a foreign or unknown class
 */
export async function findClass(tx: Tx, actor: Actor, classId: string, lock = false) {
  if (!hasLine(actor, 'class.read')) throw new Forbidden();
  const found = isId(classId) ? await readClass(tx, classId, lock) : undefined;
  if (!found || !can(actor, 'class.read', subjectOf(found))) throw new NotFound();
  return found;
}

/** What the policy asks about a class: whose it is, and where. */
export const subjectOf = (known: { providerId: string; districtCode: string | null }) => ({
  organisationId: known.providerId,
  districtCode: known.districtCode,
});

/** @throws Refusal once the class is handed in, closed or cancelled: its evidence stands */
export function requireOpenEvidence(status: ClassStatus): void {
  if (status === 'closing_review') throw new Refusal('closing_submitted');
  if (!CLASS_OPEN.includes(status)) throw new Refusal('class_not_open');
}

/** A lesson of the class. @throws NotFound */
export async function findLesson(tx: Tx, classId: string, lessonId: string) {
  const [found] = isId(lessonId)
    ? await tx
        .select()
        .from(lesson)
        .where(and(eq(lesson.id, lessonId), eq(lesson.classId, classId)))
    : [];
  if (!found) throw new NotFound();
  return found;
}
