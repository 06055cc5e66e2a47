export const ENROLMENT_STATUSES = [
  'applied',
  'approved',
  'waitlisted',
  'offered',
  'lapsed',
  'declined',
  'rejected',
  'withdrawn',
  'voided',
  'attending',
  'passed',
  'failed',
  'absent',
] as const;
export type EnrolmentStatus = (typeof ENROLMENT_STATUSES)[number];

/** Each of these holds one seat of the class. */
export const SEAT_HOLDING = ['applied', 'offered', 'approved', 'attending'] as const satisfies readonly EnrolmentStatus[];
/** A second enrolment of the same person in the same class is refused while one of these stands. */
export const LIVE_ENROLMENT_STATUSES = [
  ...SEAT_HOLDING,
  'waitlisted',
  'passed',
  'failed',
  'absent',
] as const satisfies readonly EnrolmentStatus[];
/** Still before the decision of closing: may change by what people do. */
export const OPEN_ENROLMENT_STATUSES = [...SEAT_HOLDING, 'waitlisted'] as const satisfies readonly EnrolmentStatus[];
/** The path has ended; only voiding or a supplementary closing may follow. */
export const FINAL_ENROLMENT_STATUSES = [
  'lapsed',
  'declined',
  'rejected',
  'withdrawn',
  'voided',
  'passed',
  'failed',
  'absent',
] as const satisfies readonly EnrolmentStatus[];

/** What the person's institution said. `silent`: it did not answer in time and the provider went on (未经单位确认). */
export const INSTITUTION_ANSWERS = ['not_needed', 'pending', 'confirmed', 'refused', 'silent'] as const;
export type InstitutionAnswer = (typeof INSTITUTION_ANSWERS)[number];

export type EnrolmentActor = 'trainee' | 'institution' | 'provider' | 'reviewer' | 'system';

export interface EnrolmentMove {
  from: EnrolmentStatus | null;
  to: EnrolmentStatus;
  by: 'apply' | 'queue' | 'approve' | 'reject' | 'offer' | 'accept' | 'decline' | 'lapse' | 'withdraw' | 'attend' | 'conclude' | 'void';
  who: readonly EnrolmentActor[];
}

export const ENROLMENT_MOVES: readonly EnrolmentMove[] = [
  { from: null, to: 'applied', by: 'apply', who: ['trainee', 'institution'] },
  { from: null, to: 'waitlisted', by: 'queue', who: ['trainee', 'institution'] },
  { from: 'applied', to: 'approved', by: 'approve', who: ['provider'] },
  { from: 'applied', to: 'rejected', by: 'reject', who: ['provider', 'institution'] },
  { from: 'applied', to: 'withdrawn', by: 'withdraw', who: ['trainee', 'institution'] },
  { from: 'waitlisted', to: 'offered', by: 'offer', who: ['system'] },
  { from: 'waitlisted', to: 'rejected', by: 'reject', who: ['provider', 'institution'] },
  { from: 'waitlisted', to: 'withdrawn', by: 'withdraw', who: ['trainee', 'institution'] },
  { from: 'waitlisted', to: 'lapsed', by: 'lapse', who: ['system'] },
  { from: 'offered', to: 'approved', by: 'accept', who: ['trainee', 'institution'] },
  { from: 'offered', to: 'declined', by: 'decline', who: ['trainee', 'institution'] },
  { from: 'offered', to: 'lapsed', by: 'lapse', who: ['system'] },
  { from: 'offered', to: 'rejected', by: 'reject', who: ['provider', 'institution'] },
  { from: 'approved', to: 'attending', by: 'attend', who: ['provider', 'system'] },
  { from: 'approved', to: 'withdrawn', by: 'withdraw', who: ['trainee', 'institution'] },
  { from: 'attending', to: 'withdrawn', by: 'withdraw', who: ['trainee', 'institution', 'provider'] },
  { from: 'approved', to: 'absent', by: 'conclude', who: ['reviewer'] },
  { from: 'attending', to: 'passed', by: 'conclude', who: ['reviewer'] },
  { from: 'attending', to: 'failed', by: 'conclude', who: ['reviewer'] },
  { from: 'attending', to: 'absent', by: 'conclude', who: ['reviewer'] },
  { from: 'failed', to: 'passed', by: 'conclude', who: ['reviewer'] },
  ...(['applied', 'waitlisted', 'offered', 'approved', 'attending'] as const).map(
    (from): EnrolmentMove => ({ from, to: 'voided', by: 'void', who: ['provider', 'system'] }),
  ),
  ...(['passed', 'failed', 'absent'] as const).map((from): EnrolmentMove => ({ from, to: 'voided', by: 'void', who: ['reviewer'] })),
];

export const mayMove = (from: EnrolmentStatus | null, to: EnrolmentStatus, who?: EnrolmentActor): boolean =>
  ENROLMENT_MOVES.some((move) => move.from === from && move.to === to && (who === undefined || move.who.includes(who)));

export const holdsSeat = (status: EnrolmentStatus): boolean => (SEAT_HOLDING as readonly string[]).includes(status);
export const isFinal = (status: EnrolmentStatus): boolean => (FINAL_ENROLMENT_STATUSES as readonly string[]).includes(status);
