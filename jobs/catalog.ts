import type { EventName } from '~/domain/shared/events';
import type { QueueName } from './queue';

interface JobDefinition {
  queue: QueueName;
  /** Events that ask for it; none = the timetable alone. */
  on: readonly EventName[];
  /**
   * `together`: the work and its receipt commit in one transaction.
   * `batches`: the work commits piece by piece, each piece claimed in the database, and the receipt follows.
   */
  commit: 'together' | 'batches';
}

/** Every job of the product. A name without a handler in jobs/handlers/index.ts does not compile. */
export const JOBS = {
  'tally.fold': { queue: 'bulk', commit: 'batches', on: ['class.closed', 'completion.revoked', 'completion.voided', 'period.added'] },
  'tally.rebuild': { queue: 'bulk', commit: 'batches', on: ['tally.rebuild_requested'] },
  'tally.recount': { queue: 'bulk', commit: 'batches', on: [] },
  'messages.deliver': {
    queue: 'default',
    commit: 'together',
    on: [
      'enrolment.requested',
      'enrolment.nominated',
      'enrolment.confirmed',
      'enrolment.refused',
      'enrolment.approved',
      'enrolment.rejected',
      'enrolment.withdrawn',
      'enrolment.voided',
      'enrolment.offered',
      'enrolment.offer_accepted',
      'enrolment.offer_lapsed',
      'enrolment.waiting_ended',
      'lesson.moved',
      'lesson.cancelled',
      'class.moved',
      'class.cancelled',
      'class.minimum_missed',
      'class.closing_submitted',
      'class.closing_returned',
      'class.closed',
      'completion.revoked',
      'completion.voided',
      'course.submitted',
      'course.approved',
      'course.returned',
      'organisation.applied',
      'organisation.approved',
      'organisation.returned',
      'account.claim_opened',
      'account.claim_decided',
      'account.password_reset',
      'account.registration_repeated',
      'account.issued',
      'recount.finished',
    ],
  },
  'outbox.send': { queue: 'default', commit: 'batches', on: ['notification.sent'] },
  'offers.sweep': { queue: 'default', commit: 'batches', on: [] },
  'answers.sweep': { queue: 'default', commit: 'batches', on: [] },
  'minimum.sweep': { queue: 'default', commit: 'batches', on: [] },
  'seats.verify': { queue: 'default', commit: 'batches', on: [] },
  'sessions.clean': { queue: 'default', commit: 'batches', on: [] },
} as const satisfies Record<string, JobDefinition>;

export type JobName = keyof typeof JOBS;
export const isJobName = (name: string): name is JobName => name in JOBS;
export const definitionOf = (name: JobName): JobDefinition => JOBS[name];

const subscribers = new Map<string, JobName[]>();
for (const [name, job] of Object.entries(JOBS) as [JobName, JobDefinition][]) {
  for (const event of job.on) subscribers.set(event, [...(subscribers.get(event) ?? []), name]);
}
export const jobsFor = (event: string): readonly JobName[] => subscribers.get(event) ?? [];
export const subscribedEvents = (): string[] => [...subscribers.keys()];

/** BullMQ refuses ids that are bare integers or hold a colon. */
export const jobIdOf = (job: JobName, eventId: string): string => `${job}.${eventId}`;
