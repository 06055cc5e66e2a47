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
  'tally.fold': {
    queue: 'bulk',
    commit: 'batches',
    on: ['class.closed', 'completion.revoked', 'completion.voided', 'period.added', 'import.committed', 'import.undone'],
  },
  'tally.rebuild': { queue: 'bulk', commit: 'batches', on: ['tally.rebuild_requested'] },
  'tally.recount': { queue: 'bulk', commit: 'batches', on: [] },
  'post-training.judge': { queue: 'default', commit: 'batches', on: ['class.closed', 'completion.revoked', 'completion.voided'] },
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
      'candidate.registered',
      'candidate.withdrawn',
      'sitting.edited',
      'sitting.cancelled',
      'sitting.approved',
      'result.published',
      'appeal.opened',
      'appeal.decided',
      'post_training.issued',
      'post_training.revoked',
      'organisation.applied',
      'organisation.approved',
      'organisation.returned',
      'institution.change_proposed',
      'institution.change_accepted',
      'institution.change_returned',
      'institution.moved',
      'institution.merged',
      'account.claim_opened',
      'account.claim_decided',
      'account.password_reset',
      'account.registration_repeated',
      'account.issued',
      'recount.finished',
      'certificate.submitted',
      'certificate.verified',
      'certificate.rejected',
      'certificate.revoked',
      'certificate.expiry_reminded',
      'engagement.added',
      'engagement.intern_converted',
      'engagement.changed',
      'engagement.ended',
      'post.claimed',
      'post.claim_confirmed',
      'post.claim_refused',
      'post.claim_escalated',
      'engagement.disputed',
      'dispute.accepted',
      'dispute.rejected',
      'dispute.withdrawn',
      'dispute.escalated',
      'roster.reminded',
      'roster.doubled',
      'roster.double_settled',
      'roster.double_decided',
      'person.merged',
    ],
  },
  'import.check': { queue: 'imports', commit: 'batches', on: ['import.uploaded'] },
  'import.write': { queue: 'imports', commit: 'batches', on: ['import.commit_requested'] },
  'import.undo': { queue: 'imports', commit: 'together', on: ['import.undo_requested'] },
  'rate.refresh': {
    queue: 'rate',
    commit: 'batches',
    on: [
      'engagement.added',
      'engagement.changed',
      'engagement.ended',
      'engagement.off_post_recorded',
      'engagement.off_post_changed',
      'engagement.off_post_removed',
      'engagement.intern_converted',
      'engagement.main_post_moved',
      'engagement.days_passed',
      'post.claim_confirmed',
      'dispute.accepted',
      'roster.double_decided',
      'person.merged',
      'person.checks_recorded',
      'certificate.submitted',
      'certificate.recalled',
      'certificate.verified',
      'certificate.rejected',
      'certificate.revoked',
      'x_kind.edited',
      'sitting.approved',
      'organisation.created',
      'organisation.changed',
      'institution.filing_changed',
      'institution.operator_changed',
      'institution.moved',
      'institution.period_corrected',
      'institution.closed',
      'institution.merged',
      'institution.change_accepted',
      'import.rows_written',
      'import.committed',
      'import.undone',
      'setting.changed',
      'rule.published',
      'rule.withdrawn',
    ],
  },
  'rate.rebuild': { queue: 'bulk', commit: 'batches', on: ['rate.rebuild_requested'] },
  'rate.freeze': { queue: 'bulk', commit: 'batches', on: [] },
  'rate.recount': { queue: 'bulk', commit: 'batches', on: [] },
  'outbox.send': { queue: 'default', commit: 'batches', on: ['notification.sent'] },
  'offers.sweep': { queue: 'default', commit: 'batches', on: [] },
  'answers.sweep': { queue: 'default', commit: 'batches', on: [] },
  'rosters.sweep': { queue: 'default', commit: 'batches', on: [] },
  'roster_answers.sweep': { queue: 'default', commit: 'batches', on: [] },
  'minimum.sweep': { queue: 'default', commit: 'batches', on: [] },
  'seats.verify': { queue: 'default', commit: 'batches', on: [] },
  'certificates.screen': {
    queue: 'bulk',
    commit: 'batches',
    on: ['import.committed', 'certificate_issuer.listed', 'certificate_issuer.changed'],
  },
  'certificates.remind': { queue: 'default', commit: 'batches', on: [] },
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
