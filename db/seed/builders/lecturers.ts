import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { feedback, feedbackGiven, feedbackLecturer, lecturer, organisation } from '#db/schema';
import { newId } from '~/domain/shared/id';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { aProvider } from './organisations';
import { one } from './row';
import { nextNumber, syntheticName } from './synthetic';

type Columns = Partial<typeof lecturer.$inferInsert>;

/** An approved lecturer of a provider, which it makes where none is given; `organisationId: null` = a commission's expert. */
export async function aLecturer(tx: Tx, columns: Columns = {}) {
  const organisationId = columns.organisationId === undefined ? (await aProvider(tx)).id : columns.organisationId;
  const [owner] = organisationId === null ? [] : await tx.select().from(organisation).where(eq(organisation.id, organisationId));
  const today = beijingDate(now());
  const status = columns.status ?? 'approved';
  const approval =
    status === 'approved' ? { approvedFromOn: addDays(today, -300), approvedUntilOn: addDays(today, 600), decidedAt: now() } : {};
  return one(
    await tx
      .insert(lecturer)
      .values({
        id: newId(),
        kind: organisationId === null ? 'expert' : 'lecturer',
        name: syntheticName(nextNumber()),
        districtCode: owner?.districtCode ?? null,
        employer: '演示医院',
        fields: ['health_care'],
        qualification: '副主任医师',
        submittedAt: now(),
        createdAt: now(),
        ...approval,
        ...columns,
        status,
        organisationId,
      })
      .returning(),
  );
}

interface Answer {
  enrolmentId: string;
  classId: string;
  /** For each aspect and each lecturer. */
  points?: number;
  lecturerIds?: readonly string[];
  remark?: string;
}

/** An answer as a trainee leaves it: that she answered, and apart from it what. */
export async function aFeedback(tx: Tx, { enrolmentId, classId, points = 4, lecturerIds = [], remark = '' }: Answer): Promise<void> {
  await tx.insert(feedbackGiven).values({ enrolmentId, classId, givenOn: beijingDate(now()) });
  const id = crypto.randomUUID();
  await tx.insert(feedback).values({ id, classId, content: points, teaching: points, organisation: points, remark });
  if (lecturerIds.length > 0)
    await tx.insert(feedbackLecturer).values(lecturerIds.map((lecturerId) => ({ feedbackId: id, lecturerId, points })));
}
