import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { lesson, trainingClass } from '#db/schema';
import type { Actor } from '../shared/actor';
import { isId } from '../shared/id';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { spanOf } from './timetable';
import type { ClassStatus } from './training-class';

export type ClassRow = typeof trainingClass.$inferSelect;

/** A role that never manages classes hears no, whatever the id; a class of another provider does not exist for this one. */
const requireManager = (actor: Actor, classId: string): void => {
  if (!hasLine(actor, 'class.manage')) throw new Forbidden();
  if (!isId(classId)) throw new NotFound();
};

/**
 * The provider's own class, held until the transaction ends. Rows that point at it may still be written meanwhile.
 * @throws Forbidden for other roles, NotFound for an unknown class and for one of somebody else
 */
export async function lockOwnClass(op: { tx: Tx; actor: Actor }, classId: string): Promise<ClassRow> {
  requireManager(op.actor, classId);
  const [row] = await op.tx.select().from(trainingClass).where(eq(trainingClass.id, classId)).for('no key update');
  if (!row || !can(op.actor, 'class.manage', { organisationId: row.providerId })) throw new NotFound();
  return row;
}

/** A lesson of the class, whatever its state. @throws NotFound */
export async function lessonOf(tx: Tx, classId: string, lessonId: string) {
  if (!isId(lessonId)) throw new NotFound();
  const [row] = await tx
    .select()
    .from(lesson)
    .where(and(eq(lesson.id, lessonId), eq(lesson.classId, classId)));
  if (!row) throw new NotFound();
  return row;
}

export const scheduledLessons = (tx: Tx, classId: string) =>
  tx
    .select()
    .from(lesson)
    .where(and(eq(lesson.classId, classId), eq(lesson.status, 'scheduled')))
    .orderBy(lesson.startsAt, lesson.position);

/** First and last day of the class follow its lessons; a class that lost all of them keeps its days. */
export async function followLessons(tx: Tx, classId: string): Promise<void> {
  const span = spanOf(await scheduledLessons(tx, classId));
  if (span) await tx.update(trainingClass).set(span).where(eq(trainingClass.id, classId));
}

/** Decisions that end what the provider may arrange. */
const SETTLED: readonly ClassStatus[] = ['closing_review', 'closed', 'cancelled'];
export const isSettled = (status: ClassStatus): boolean => SETTLED.includes(status);
