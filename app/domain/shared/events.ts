/**
 * Everything that is written to the event log, by name: `<noun>.<what happened>`.
 * The data holds ids, codes and states, never a person's name, number or phone.
 */
export interface EventData {
  'account.registered': { privacyVersion: string };
  'account.claim_opened': { claimId: string; personId: string };
  'account.claim_decided': { claimId: string; decision: 'confirmed' | 'refused' };
  'account.identified': { outcome: string };
  'account.signed_in': { secondFactor: boolean };
  'account.signed_out': { everywhere: boolean };
  'account.locked': { until: string };
  'account.password_changed': Record<string, never>;
  'account.password_reset': { personId: string | null; reason: string };
  'account.role_switched': { membershipId: string | null };
  'account.registration_repeated': Record<string, never>;
  'account.second_factor_begun': Record<string, never>;
  'account.second_factor_set': Record<string, never>;
  'account.second_factor_cleared': { reason: string };
  'account.recovery_code_used': Record<string, never>;
  'account.issued': { organisationId: string; role: string };
  'account.suspended': { reason: string };
  'account.restored': { reason: string };
  'membership.granted': { accountId: string; organisationId: string; role: string };
  'membership.ended': { accountId: string; organisationId: string; role: string; reason: string };
  'organisation.applied': { kind: string; districtCode: string | null; categories: string[] };
  'organisation.approved': { categories: string[] };
  'organisation.returned': { reason: string };
  'organisation.created': { kind: string; districtCode: string | null };
  'organisation.changed': { before: Record<string, unknown>; after: Record<string, unknown> };
  'organisation.suspended': { reason: string };
  'organisation.restored': { reason: string };
  'person.entered': Record<string, never>;
  'person.changed': { fields: string[] };
  'person.unmasked': { field: string; reason: string };
  'engagement.added': { personId: string; institutionId: string; role: string; startOn: string };
  'engagement.changed': { personId: string; before: Record<string, unknown>; after: Record<string, unknown> };
  'engagement.ended': { personId: string; endOn: string };
  'outline.published': { category: string; version: number; source: string };
  'course.drafted': { providerId: string };
  'course.edited': { fields: string[] };
  'course.attachment_added': { attachmentId: string; sha256: string };
  'course.attachment_removed': { attachmentId: string };
  'course.submitted': { dueOn: string };
  'course.recalled': Record<string, never>;
  'course.approved': { syllabusVersionId: string; version: number };
  'course.returned': { reason: string };
  'course.published': Record<string, never>;
  'course.revised': { fromSyllabusId: string };
  'course.archived': { reason: string };
  'class.opened': { courseId: string; syllabusVersionId: string; capacity: number };
  'class.edited': { before: Record<string, unknown>; after: Record<string, unknown> };
  'class.moved': { reason: string; before: Record<string, unknown>; after: Record<string, unknown> };
  'class.capacity_changed': { before: number; after: number };
  'class.cancelled': { reason: string };
  'class.minimum_missed': { enrolled: number; minimum: number; dueOn: string };
  'class.minimum_decided': { decision: string; reason: string };
  'class.closing_submitted': { closingId: string; kind: string; dueOn: string };
  'class.closing_returned': { closingId: string; reason: string };
  /** One event for the whole class; its completions are the rows of that closing. */
  'class.closed': { closingId: string; kind: string; passed: number; failed: number; absent: number };
  'lesson.added': { classId: string };
  'lesson.moved': { classId: string; reason: string; before: Record<string, unknown>; after: Record<string, unknown> };
  'lesson.cancelled': { classId: string; reason: string };
  'enrolment.requested': { classId: string; personId: string; status: string; queuePlace: number | null };
  'enrolment.nominated': { classId: string; personId: string; status: string; queuePlace: number | null };
  'enrolment.confirmed': { classId: string; personId: string };
  'enrolment.refused': { classId: string; personId: string; reason: string };
  'enrolment.approved': { classId: string; personId: string; unconfirmed: boolean };
  'enrolment.rejected': { classId: string; personId: string; reason: string };
  'enrolment.withdrawn': { classId: string; personId: string; by: 'self' | 'institution'; reason: string };
  'enrolment.voided': { classId: string; personId: string; reason: string };
  'enrolment.offered': { classId: string; personId: string; expiresAt: string };
  'enrolment.offer_accepted': { classId: string; personId: string };
  'enrolment.offer_declined': { classId: string; personId: string };
  'enrolment.offer_lapsed': { classId: string; personId: string };
  /** The class is about to begin: nobody is offered a seat any more. */
  'enrolment.waiting_ended': { classId: string; personId: string };
  /** The institution kept silent past its last day; the enrolment goes on without it (未经单位确认). */
  'enrolment.answer_lapsed': { classId: string; personId: string };
  'seats.verified': { classes: number; found: { classId: string; kind: string }[] };
  'attendance.recorded': {
    classId: string;
    lessonId: string;
    rows: { enrolmentId: string; before: string | null; after: string }[];
    lateReason: string | null;
  };
  'score.recorded': { classId: string; rows: { enrolmentId: string; kind: string; before: number | null; after: number | null }[] };
  'completion.revoked': { classId: string; personId: string; reason: string };
  'completion.voided': { classId: string; personId: string; reason: string };
  'target.set': { periodId: string; metric: string; districtCode: string | null; before: number | null; after: number | null };
  'period.added': { code: string; startsOn: string; endsOn: string | null };
  'period.closed': { code: string };
  'tally.folded': { entries: number };
  'tally.rebuild_requested': { periodId: string; metric: string };
  'tally.rebuilt': { periodId: string; metric: string; rows: number };
  'recount.finished': { recountId: string; differences: number };
  'notification.sent': { notifications: number };
  'notification.read': { notifications: number };
  'outbox.sent': { sent: number; failed: number };
  'job.retried': { jobName: string; eventId: string };
  'export.made': { what: string; rows: number; unmasked?: boolean; reason?: string };
}

export type EventName = keyof EventData;
