import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { completion, lesson } from '#db/schema';
import { formatInstant } from '../shared/period';
import { classParams, type EventFacts, text } from './enrolment-messages.server';
import { classFacts, commissionOf, peopleOfClass } from './facts.server';
import type { Message, MessageParams } from './message';
import type { NotificationKind } from './notification';

const TO_EVERYBODY: Record<string, NotificationKind> = {
  'class.moved': 'class_moved',
  'class.cancelled': 'class_cancelled',
  'lesson.moved': 'lesson_moved',
  'lesson.cancelled': 'lesson_cancelled',
};

export const CLASS_EVENTS = [
  ...Object.keys(TO_EVERYBODY),
  'class.minimum_missed',
  'class.closing_submitted',
  'class.closing_returned',
  'class.closed',
];

export async function classMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const classId = event.name.startsWith('lesson.') ? text(event.data.classId) : event.subjectId;
  const group = await classFacts(tx, classId);
  if (!group) return [];
  const base: MessageParams = {
    ...classParams(group),
    provider: group.provider,
    reason: text(event.data.reason) || '—',
    due: text(event.data.dueOn),
  };
  const toProvider = (kind: NotificationKind, more: MessageParams, link: string): Message[] => [
    { kind, to: { organisationId: group.providerId }, params: { ...base, ...more }, link },
  ];
  const everybody = TO_EVERYBODY[event.name];
  if (everybody) {
    const params = { ...base, ...(event.name.startsWith('lesson.') ? await lessonParams(tx, event.subjectId) : {}) };
    const people = await peopleOfClass(tx, classId);
    return people.map(({ personId, enrolmentId }) => ({
      kind: everybody,
      to: { personId },
      params,
      link: `/me/enrolments/${enrolmentId}`,
    }));
  }
  switch (event.name) {
    case 'class.minimum_missed':
      return toProvider(
        'minimum_decision',
        { enrolled: Number(event.data.enrolled), minimum: Number(event.data.minimum) },
        `/provider/classes/${classId}`,
      );
    case 'class.closing_submitted':
      return (await commissionOf(tx, group.districtCode)).map((organisationId) => ({
        kind: 'closing_submitted' as const,
        to: { organisationId },
        params: base,
        link: `/commission/closings/${classId}`,
      }));
    case 'class.closing_returned':
      return toProvider('closing_returned', {}, `/provider/classes/${classId}/closing`);
    case 'class.closed': {
      const { passed, failed, absent } = event.data;
      const counts = { passed: Number(passed), failed: Number(failed), absent: Number(absent) };
      return [
        ...toProvider('closing_approved', counts, `/provider/classes/${classId}/closing`),
        ...(await resultMessages(tx, text(event.data.closingId), base)),
        ...(await feedbackMessages(tx, classId, base)),
      ];
    }
    default:
      return [];
  }
}

async function lessonParams(tx: Tx, lessonId: string): Promise<MessageParams> {
  const [row] = await tx.select().from(lesson).where(eq(lesson.id, lessonId));
  return row ? { lesson: row.title, when: formatInstant(row.startsAt), place: row.place || '—' } : {};
}

/** Each result of this closing, passed with the certificate's number and not passed. */
async function resultMessages(tx: Tx, closingId: string, base: MessageParams): Promise<Message[]> {
  const passed = await tx.execute<{ person_id: string; number: string }>(sql`
    select c.person_id, x.number from completion c join completion_certificate x on x.completion_id = c.id where c.closing_id = ${closingId}`);
  const failed = await tx.execute<{ id: string; person_id: string }>(sql`
    select e.id, e.person_id from enrolment e join closing k on k.class_id = e.class_id and k.id = ${closingId} and k.kind = 'main'
    where e.status in ('failed', 'absent')`);
  return [
    ...passed.map(
      (row): Message => ({
        kind: 'completion_certificate_issued',
        to: { personId: row.person_id },
        params: { ...base, number: row.number },
        link: '/me/record',
      }),
    ),
    ...failed.map(
      (row): Message => ({ kind: 'training_not_passed', to: { personId: row.person_id }, params: base, link: `/me/enrolments/${row.id}` }),
    ),
  ];
}

/** Everybody who came and has not rated the class yet; a supplementary closing asks nobody a second time. */
async function feedbackMessages(tx: Tx, classId: string, base: MessageParams): Promise<Message[]> {
  const rows = await tx.execute<{ id: string; person_id: string }>(sql`
    select e.id, e.person_id from enrolment e where e.class_id = ${classId} and e.status in ('attending', 'passed', 'failed')
      and not exists (select 1 from feedback_given g where g.enrolment_id = e.id)
      and not exists (select 1 from notification n where n.person_id = e.person_id and n.kind = 'feedback_asked'
        and n.link = '/me/enrolments/' || e.id || '/feedback')`);
  return rows.map((row) => ({
    kind: 'feedback_asked',
    to: { personId: row.person_id },
    params: base,
    link: `/me/enrolments/${row.id}/feedback`,
  }));
}

export const COMPLETION_EVENTS = ['completion.revoked', 'completion.voided'];

export async function completionMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const [row] = await tx.select().from(completion).where(eq(completion.id, event.subjectId));
  const group = row && (await classFacts(tx, row.classId));
  if (!row || !group) return [];
  const kind = event.name === 'completion.revoked' ? 'completion_certificate_revoked' : 'completion_voided';
  const params = { ...classParams(group), reason: text(event.data.reason) || '—' };
  return [{ kind, to: { personId: row.personId }, params, link: '/me/record' }];
}
