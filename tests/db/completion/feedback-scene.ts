import { db } from '#db/client';
import { actorFor, aMember, anAccount } from '#db/seed/builders/accounts';
import { aClass } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { aLecturer } from '#db/seed/builders/lecturers';
import { aProvider } from '#db/seed/builders/organisations';
import { aPerson } from '#db/seed/builders/people';
import { type FeedbackAnswer, giveFeedback } from '~/domain/completion/give-feedback.server';
import { contextOf } from '../../support/seven-questions';

/** A class that ended last week, taught by one of the registry, with so many trainees who came. */
export async function aRatedClass({
  people = 1,
  endsOn = '2026-03-02',
  districtCode = '110105',
}: {
  people?: number;
  endsOn?: string;
  districtCode?: string | null;
} = {}) {
  const provider = await aProvider(db, { districtCode });
  const lecturer = await aLecturer(db, { organisationId: provider.id });
  const course = await aCourse(db, { providerId: provider.id });
  const lessons = [{ on: endsOn, from: '09:00', until: '10:30', lecturerId: lecturer.id }];
  const trainingClass = await aClass(db, { course, lessons, status: 'closed', capacity: 500 });
  const trainees = await Promise.all(
    Array.from({ length: people }, async () => {
      const person = await aPerson(db);
      const enrolment = await anEnrolment(db, { trainingClass, personId: person.id, status: 'passed' });
      return { enrolment, actor: actorFor(await anAccount(db, { personId: person.id })) };
    }),
  );
  const answer = (points = 4, remark = ''): FeedbackAnswer => ({
    points: { content: points, teaching: points, organisation: points },
    lecturers: { [lecturer.id]: points },
    remark,
  });
  const rate = async (count: number, points = 4, remark = '') => {
    for (const { actor, enrolment } of trainees.slice(0, count)) await giveFeedback(contextOf(actor), enrolment.id, answer(points, remark));
  };
  const { actor: staff } = await aMember(db, 'provider_staff', provider);
  return { provider, lecturer, course, trainingClass, trainees, answer, rate, staff };
}
