/** What a person or an organisation's staff may be told. The inbox is always written; mail and SMS go through the outbox. */
export const NOTIFICATION_KINDS = [
  'enrolment_received',
  'enrolment_confirmation_asked',
  'enrolment_confirmed',
  'enrolment_approved',
  'enrolment_rejected',
  'enrolment_waitlisted',
  'enrolment_offered',
  'enrolment_offer_accepted',
  'enrolment_offer_lapsed',
  'enrolment_waiting_ended',
  'enrolment_withdrawn',
  'enrolment_voided',
  'nominated',
  'lesson_moved',
  'lesson_cancelled',
  'class_moved',
  'class_cancelled',
  'minimum_decision',
  'course_submitted',
  'course_approved',
  'course_returned',
  'closing_submitted',
  'closing_approved',
  'closing_returned',
  'training_passed',
  'training_not_passed',
  'completion_certificate_issued',
  'completion_certificate_revoked',
  'completion_voided',
  'organisation_applied',
  'organisation_approved',
  'organisation_returned',
  'account_issued',
  'account_claim_asked',
  'account_claim_decided',
  'password_reset',
  'registration_repeated',
  'recount_differs',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export const CHANNELS = ['inbox', 'sms', 'mail'] as const;
export type Channel = (typeof CHANNELS)[number];

export const OUTBOX_STATUSES = ['waiting', 'sent', 'failed'] as const;
export type OutboxStatus = (typeof OUTBOX_STATUSES)[number];
