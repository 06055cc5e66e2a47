import { and, asc, eq, gt, gte, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { course, courseAttachment, organisation, syllabusVersion, trainingClass } from '#db/schema';
import type { Actor } from '../shared/actor';
import { isId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { can } from '../shared/policy';
import { NotFound } from '../shared/refusals';
import { isPublicCourse } from './course';
import { subjectOf } from './find-course.server';

const head = {
  id: course.id,
  status: course.status,
  currentSyllabusId: course.currentSyllabusId,
  publishedAt: course.publishedAt,
  syllabus: syllabusVersion.content,
  version: syllabusVersion.version,
  approvedAt: syllabusVersion.approvedAt,
  providerStatus: organisation.status,
  provider: {
    id: organisation.id,
    name: organisation.name,
    kind: organisation.kind,
    districtCode: organisation.districtCode,
    address: organisation.address,
  },
};

/** The approved text of a course in the catalogue. @throws NotFound for every other course */
export async function getPublicCourse(courseId: string) {
  if (!isId(courseId)) throw new NotFound();
  const [found] = await db
    .select(head)
    .from(course)
    .innerJoin(syllabusVersion, eq(syllabusVersion.id, course.currentSyllabusId))
    .innerJoin(organisation, eq(organisation.id, course.providerId))
    .where(eq(course.id, courseId));
  if (!found || !isPublicCourse(found) || found.providerStatus !== 'approved') throw new NotFound();
  return found;
}

/** Classes of a course that have not begun and whose enrolment has not ended, soonest first. */
export const listClassesToJoin = (courseId: string, now: Date) =>
  db
    .select({
      id: trainingClass.id,
      code: trainingClass.code,
      term: trainingClass.term,
      delivery: trainingClass.delivery,
      place: trainingClass.place,
      capacity: trainingClass.capacity,
      seatsTaken: trainingClass.seatsTaken,
      waitingCount: trainingClass.waitingCount,
      enrolFromOn: trainingClass.enrolFromOn,
      enrolUntilOn: trainingClass.enrolUntilOn,
      startsOn: trainingClass.startsOn,
      endsOn: trainingClass.endsOn,
    })
    .from(trainingClass)
    .where(
      and(
        eq(trainingClass.courseId, courseId),
        inArray(trainingClass.status, ['planned', 'enrolling', 'full']),
        gte(trainingClass.enrolUntilOn, beijingDate(now)),
        gt(trainingClass.startsAt, now),
      ),
    )
    .orderBy(asc(trainingClass.startsAt))
    .limit(50);

/**
 * A file of a course: for everyone when the public syllabus lists it, for the provider and the commission that
 * read the course in any state. @throws NotFound for everybody else
 */
export async function getAttachment(actor: Actor | null, courseId: string, attachmentId: string) {
  if (!isId(courseId) || !isId(attachmentId)) throw new NotFound();
  const [found] = await db
    .select({ file: courseAttachment, provider: organisation, course, syllabus: syllabusVersion.content })
    .from(courseAttachment)
    .innerJoin(course, eq(course.id, courseAttachment.courseId))
    .innerJoin(organisation, eq(organisation.id, course.providerId))
    .leftJoin(syllabusVersion, eq(syllabusVersion.id, course.currentSyllabusId))
    .where(and(eq(courseAttachment.id, attachmentId), eq(courseAttachment.courseId, courseId)));
  if (!found) throw new NotFound();
  const listed = found.syllabus?.attachments?.some((attachment) => attachment.id === attachmentId) ?? false;
  const isPublic = listed && isPublicCourse(found.course) && found.provider.status === 'approved';
  if (!isPublic && !(actor && can(actor, 'course.read', subjectOf(found.provider)))) throw new NotFound();
  const { fileName, mediaType, storageKey, sha256 } = found.file;
  return { fileName, mediaType, storageKey, sha256, isPublic };
}
