import { eq } from 'drizzle-orm';
import { db } from '#db/client';
import { closing } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aClass } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { anAttendance, anEnrolment, aScore } from '#db/seed/builders/enrolments';
import { aCommission, aProvider } from '#db/seed/builders/organisations';
import { aPerson } from '#db/seed/builders/people';
import { closeClass } from '~/domain/completion/close-class.server';
import { submitClosing } from '~/domain/completion/submit-closing.server';
import { now } from '~/platform/clock.server';

type Course = Parameters<typeof aCourse>[1];
type Class = Parameters<typeof aClass>[1];

interface Options {
  /** Names of the trainees, all approved. */
  names?: string[];
  course?: Course;
  class?: Class;
  provider?: Parameters<typeof aProvider>[1];
}

/** A class whose two lessons were held three days ago, its people, and the same roles elsewhere. */
export async function taughtClass({ names = ['李一', '王二'], course = {}, provider: at = {}, class: columns = {} }: Options = {}) {
  const provider = await aProvider(db, at);
  const teacher = await aMember(db, 'provider_staff', provider);
  const level = provider.districtCode === null ? 'city' : 'district';
  const officer = await aMember(db, `${level}_officer`, await aCommission(db, level));
  const built = await aCourse(db, { providerId: provider.id, ...course });
  const held = await aClass(db, { course: built, startsOn: '2026-03-07', ...columns });
  const trainees = [];
  for (const name of names) trainees.push(await anEnrolment(db, { trainingClass: held, personId: (await aPerson(db, { name })).id }));
  return {
    provider,
    held,
    trainees,
    teacher: teacher.actor,
    officer: officer.actor,
    otherTeacher: (await aMember(db, 'provider_staff')).actor,
    otherOfficer: (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }))).actor,
  };
}

export type TaughtClass = Awaited<ReturnType<typeof taughtClass>>;
type Trainee = TaughtClass['trainees'][number];

/** Present in every lesson, with these scores on the day after. */
export async function withEvidence(scene: TaughtClass, trainee: Trainee, scores: { theory?: number; practical?: number } = {}) {
  const { theory = 80, practical = 90 } = scores;
  await anAttendance(db, trainee, scene.held.lessons);
  await aScore(db, trainee, 'theory', theory, '2026-03-08');
  await aScore(db, trainee, 'practical', practical, '2026-03-08');
}

/** Everything is there, nothing handed in: the first fails in theory where `oneFails`. */
export async function readyClass({ oneFails = false, ...options }: Options & { oneFails?: boolean } = {}) {
  const scene = await taughtClass(options);
  for (const [at, trainee] of scene.trainees.entries()) {
    await withEvidence(scene, trainee, oneFails && at === 0 ? { theory: 40 } : {});
  }
  return scene;
}

export async function submittedClass(options: Parameters<typeof readyClass>[0] = {}) {
  const scene = await readyClass(options);
  const { closingId } = await submitClosing({ actor: scene.teacher, now: now() }, { classId: scene.held.id, note: '' });
  return { ...scene, closingId };
}

export async function closedClass(options: Parameters<typeof readyClass>[0] = {}) {
  const scene = await submittedClass(options);
  await closeClass({ actor: scene.officer, now: now() }, { classId: scene.held.id, closingId: scene.closingId });
  return scene;
}

export const closingRow = async (closingId: string) => {
  const [row] = await db.select().from(closing).where(eq(closing.id, closingId));
  if (!row) throw new Error('no such closing');
  return row;
};
