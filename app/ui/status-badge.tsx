import type { AccountStatus, ClaimStatus } from '~/domain/account/account';
import type { AttendanceMark } from '~/domain/attendance/attendance';
import type { ShownStatus } from '~/domain/certificate/certificate';
import type { ClosingStatus } from '~/domain/completion/closing';
import type { CompletionStatus, Result } from '~/domain/completion/completion';
import type { CourseStatus } from '~/domain/course/course';
import type { EnrolmentStatus, InstitutionAnswer } from '~/domain/enrolment/enrolment';
import type { AppealStatus, CandidateStatus } from '~/domain/evaluation/evaluation';
import type { SittingPhase } from '~/domain/evaluation/sitting';
import type { ImportStatus } from '~/domain/excel/import';
import type { ChecklistState } from '~/domain/health-care/checklist';
import type { HealthCareStanding } from '~/domain/health-care/requirement';
import type { FindingStatus, VisitStatus } from '~/domain/health-care/visit';
import type { LecturerStanding } from '~/domain/lecturer/lecturer';
import type { OutboxStatus } from '~/domain/notification/notification';
import type { ClientState } from '~/domain/organisation/api-client';
import type { FileChangeStatus } from '~/domain/organisation/institution';
import type { FilingStatus, OrganisationStatus } from '~/domain/organisation/organisation';
import type { DisputeStatus, Freshness, PostClaimStatus } from '~/domain/person/roster';
import type { AgreementPhase, EnterpriseStatus, PracticeStatus } from '~/domain/talent/cooperation';
import type { PlacementPhase } from '~/domain/talent/placement';
import type { PointCheck, PointStatus } from '~/domain/talent/programme';
import type { ClassStatus, LessonStatus } from '~/domain/training-class/training-class';
import type { WordKey } from '~/i18n/words';
import classes from './badge.module.css';
import { useWords } from './use-words';

/** `wait`: somebody must act; `on`: under way; `good`, `bad`: decided; `off`: over or not begun. */
export type Tone = 'wait' | 'on' | 'good' | 'bad' | 'off';

interface Statuses {
  'account:status': AccountStatus;
  'account:claimStatus': ClaimStatus;
  'attendance:mark': AttendanceMark;
  'certificate:status': ShownStatus;
  'class:status': ClassStatus;
  'client:state': ClientState;
  'class:lessonStatus': LessonStatus;
  'completion:status': CompletionStatus;
  'completion:result': Result;
  'completion:closingStatus': ClosingStatus;
  'course:status': CourseStatus;
  'enrolment:status': EnrolmentStatus;
  'enrolment:institutionAnswer': InstitutionAnswer;
  'evaluation:phase': SittingPhase;
  'evaluation:candidateStatus': CandidateStatus;
  'evaluation:appealStatus': AppealStatus;
  'health:standing': HealthCareStanding;
  'import:status': ImportStatus;
  'institution:changeStatus': FileChangeStatus;
  'jobs:outboxStatus': OutboxStatus;
  'lecturer:standing': LecturerStanding;
  'organisation:status': OrganisationStatus;
  'organisation:filingStatus': FilingStatus;
  'programme:status': PointStatus;
  'programme:check': PointCheck;
  'programme:phase': AgreementPhase;
  'programme:practiceStatus': PracticeStatus;
  'programme:enterpriseStatus': EnterpriseStatus;
  'placement:phase': PlacementPhase;
  'roster:claimStatus': PostClaimStatus;
  'roster:disputeStatus': DisputeStatus;
  'roster:freshness': Freshness;
  'visit:status': VisitStatus;
  'visit:findingStatus': FindingStatus;
  'visit:checklistState': ChecklistState;
}

type Kind = keyof Statuses;

const TONES: { readonly [K in Kind]: Readonly<Record<Statuses[K], Tone>> } = {
  'account:status': { active: 'good', suspended: 'bad', closed: 'off' },
  'account:claimStatus': { pending: 'wait', confirmed: 'good', refused: 'bad' },
  'certificate:status': { draft: 'off', submitted: 'wait', verified: 'good', rejected: 'bad', revoked: 'bad', expired: 'bad' },
  'attendance:mark': { present: 'good', late: 'wait', leave: 'off', absent: 'bad' },
  'class:status': {
    planned: 'off',
    enrolling: 'on',
    full: 'wait',
    in_progress: 'on',
    assessing: 'on',
    closing_review: 'wait',
    closed: 'good',
    cancelled: 'bad',
  },
  'client:state': { active: 'good', expired: 'off', revoked: 'bad' },
  'class:lessonStatus': { scheduled: 'on', cancelled: 'bad' },
  'completion:status': { valid: 'good', revoked: 'bad', voided: 'off' },
  'completion:result': { passed: 'good', failed: 'bad', absent: 'off', undetermined: 'wait' },
  'completion:closingStatus': { submitted: 'wait', approved: 'good', returned: 'bad' },
  'course:status': { draft: 'off', submitted: 'wait', approved: 'good', returned: 'bad', published: 'good', archived: 'off' },
  'enrolment:status': {
    applied: 'wait',
    approved: 'good',
    waitlisted: 'wait',
    offered: 'wait',
    lapsed: 'off',
    declined: 'off',
    rejected: 'bad',
    withdrawn: 'off',
    voided: 'off',
    attending: 'on',
    passed: 'good',
    failed: 'bad',
    absent: 'bad',
  },
  'enrolment:institutionAnswer': { not_needed: 'off', pending: 'wait', confirmed: 'good', refused: 'bad', silent: 'off' },
  'evaluation:phase': {
    not_open: 'off',
    registering: 'on',
    full: 'on',
    waiting: 'on',
    results_due: 'wait',
    appealing: 'on',
    answering: 'wait',
    to_approve: 'wait',
    approved: 'good',
    cancelled: 'bad',
  },
  'evaluation:candidateStatus': { registered: 'on', withdrawn: 'off', absent: 'bad', passed: 'good', failed: 'bad' },
  'evaluation:appealStatus': { open: 'wait', upheld: 'good', rejected: 'off', withdrawn: 'off' },
  // By the colours of the rule: green by the filing, amber within the grace, red afterwards.
  'health:standing': { in_time: 'good', in_grace: 'wait', late: 'bad', waiting: 'on', overdue: 'bad' },
  'import:status': {
    uploaded: 'on',
    checking: 'on',
    checked: 'wait',
    unreadable: 'bad',
    committing: 'on',
    committed: 'good',
    undoing: 'on',
    undone: 'off',
    discarded: 'off',
  },
  'institution:changeStatus': { submitted: 'wait', accepted: 'good', returned: 'bad', withdrawn: 'off' },
  'lecturer:standing': { submitted: 'wait', approved: 'good', lapsing: 'wait', lapsed: 'bad', returned: 'bad', withdrawn: 'off' },
  'jobs:outboxStatus': { waiting: 'wait', sent: 'good', failed: 'bad' },
  'organisation:status': { applied: 'wait', approved: 'good', returned: 'bad', suspended: 'bad' },
  'organisation:filingStatus': { not_filed: 'off', filed: 'good', changed_pending: 'wait', cancelled: 'bad', licensed: 'good' },
  'programme:status': { planned: 'off', filed: 'on', ended: 'off' },
  'programme:check': { none: 'off', waiting: 'wait', returned: 'bad', confirmed: 'good' },
  'programme:phase': {
    proposed: 'wait',
    declined: 'bad',
    coming: 'off',
    running: 'good',
    ending: 'wait',
    over: 'off',
    ended: 'off',
  },
  'programme:practiceStatus': { planned: 'on', done: 'good', cancelled: 'off' },
  'programme:enterpriseStatus': { cultivating: 'on', certified: 'good' },
  'placement:phase': {
    proposed: 'wait',
    coming: 'on',
    running: 'on',
    over: 'wait',
    finished: 'good',
    broken_off: 'off',
    declined: 'off',
  },
  'roster:claimStatus': { pending: 'wait', confirmed: 'good', refused: 'bad', withdrawn: 'off', escalated: 'wait' },
  'roster:disputeStatus': { open: 'wait', escalated: 'wait', accepted: 'good', rejected: 'bad', withdrawn: 'off' },
  'roster:freshness': { fresh: 'good', soon: 'wait', stale: 'off', never: 'off' },
  'visit:status': { planned: 'on', recorded: 'wait', closed: 'good', cancelled: 'off' },
  'visit:findingStatus': { open: 'wait', answered: 'on', mended: 'good', withdrawn: 'off' },
  'visit:checklistState': { in_force: 'good', future: 'on', past: 'off', draft: 'wait', withdrawn: 'off' },
};

/** A status in words; the colour and its mark only help. */
export function StatusBadge<K extends Kind>({ kind, status }: { kind: K; status: Statuses[K] }) {
  const words = useWords();
  const key = `${kind}.${status}` as WordKey;
  return <Badge tone={TONES[kind][status]}>{words(key)}</Badge>;
}

export const Badge = ({ tone = 'off', children }: { tone?: Tone; children: string }) => (
  <span className={classes.badge} data-tone={tone}>
    {children}
  </span>
);
