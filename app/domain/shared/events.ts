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
  'account.phone_changed': Record<string, never>;
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
  'client.granted': { organisationId: string; scopes: string[]; expiresOn: string };
  'client.revoked': { organisationId: string; reason: string };
  'institution.file_kept': { before: Record<string, unknown>; after: Record<string, unknown> };
  'institution.filing_changed': { before: string; after: string; fromOn: string; reason: string };
  'institution.operator_changed': { before: string | null; after: string; fromOn: string; reason: string };
  'institution.moved': { before: string | null; after: string; fromOn: string; reason: string };
  'institution.period_corrected': {
    periodId: string;
    before: Record<string, unknown>;
    after: Record<string, unknown>;
    reason: string;
  };
  /** `staff`: how many posts ended with it, or went along into the other. */
  'institution.closed': { fromOn: string; reason: string; staff: number };
  'institution.merged': { intoId: string; fromOn: string; reason: string; staff: number };
  'institution.change_proposed': { institutionId: string; fields: string[] };
  'institution.change_withdrawn': { institutionId: string };
  'institution.change_accepted': { institutionId: string; fields: string[] };
  'institution.change_returned': { institutionId: string; reason: string };
  'person.entered': Record<string, never>;
  'person.changed': { fields: string[] };
  'person.unmasked': { field: string; reason: string };
  'engagement.added': { personId: string; institutionId: string; role: string; startOn: string };
  'engagement.changed': { personId: string; before: Record<string, unknown>; after: Record<string, unknown> };
  'engagement.ended': { personId: string; endOn: string };
  /** Long leave and the return from it: days alone, never why. */
  'engagement.off_post_recorded': { personId: string; offPostId: string; fromOn: string; untilOn: string | null };
  'engagement.off_post_changed': {
    personId: string;
    offPostId: string;
    before: { fromOn: string; untilOn: string | null };
    after: { fromOn: string; untilOn: string | null };
  };
  'engagement.off_post_removed': { personId: string; offPostId: string; fromOn: string; untilOn: string | null };
  'engagement.intern_converted': { personId: string; internId: string; startOn: string };
  'engagement.main_post_moved': { personId: string; from: string | null; to: string };
  /** A day passed on which somebody's leave began or ended, or her main post with it. */
  'engagement.days_passed': { onPost: number; mainPosts: number };
  'person.checks_recorded': { fields: string[] };
  'person.merged': { keptId: string; mergedId: string; reason: string; moved: Record<string, number> };
  'post.claimed': { personId: string; institutionId: string; role: string; startOn: string; dueOn: string };
  'post.claim_withdrawn': { personId: string; institutionId: string };
  'post.claim_confirmed': { personId: string; institutionId: string; engagementId: string };
  'post.claim_refused': { personId: string; institutionId: string; reason: string };
  'post.claim_escalated': { personId: string; institutionId: string; districtCode: string | null };
  'engagement.disputed': { disputeId: string; personId: string; institutionId: string; kind: string; dueOn: string };
  'dispute.withdrawn': { engagementId: string; personId: string; institutionId: string };
  'dispute.accepted': { engagementId: string; personId: string; institutionId: string; reason: string };
  'dispute.rejected': { engagementId: string; personId: string; institutionId: string; reason: string };
  'dispute.escalated': { engagementId: string; personId: string; institutionId: string; districtCode: string | null };
  'roster.confirmed': { staff: number; sha256: string };
  'roster.reminded': { kind: string; dueOn: string | null };
  'roster.doubled': { personId: string; institutionIds: string[] };
  'roster.double_settled': { personId: string; institutionIds: string[] };
  'roster.double_decided': { personId: string; institutionIds: string[]; decision: string; reason: string };
  'setting.changed': { before: number; after: number };
  'certificate.drafted': { personId: string; family: string };
  'certificate.edited': { personId: string; fields: string[] };
  'certificate.file_removed': { personId: string; fileId: string };
  'certificate.discarded': { personId: string };
  'certificate.submitted': { personId: string; family: string; districtCode: string | null; warnings: string[] };
  'certificate.recalled': { personId: string };
  'certificate.checked': { personId: string; checkId: string; channel: string; result: string };
  'certificate.verified': { personId: string; checkId: string };
  'certificate.rejected': { personId: string; checkId: string; reason: string };
  'certificate.revoked': { personId: string; revokedOn: string; reason: string };
  'certificate.screened': { certificates: number };
  /** One event for the batch; its rows are in `certificate_reminder`. */
  'certificate.expiry_reminded': { certificates: number };
  'certificate_issuer.listed': { family: string; name: string };
  'certificate_issuer.changed': { before: Record<string, unknown>; after: Record<string, unknown> };
  'certificate_lookup.changed': { before: Record<string, unknown>; after: Record<string, unknown> };
  'outline.published': { category: string; version: number; source: string };
  'lecturer.proposed': { kind: string; fields: string[]; districtCode: string | null };
  'lecturer.entered': { kind: string; fields: string[]; untilOn: string };
  'lecturer.edited': { fields: string[] };
  'lecturer.approved': { fromOn: string; untilOn: string; renewal: boolean };
  'lecturer.returned': { reason: string; renewal: boolean };
  'lecturer.renewal_asked': { untilOn: string };
  'lecturer.withdrawn': { reason: string };
  /** One event for each organisation; the subject is who is reminded. */
  'lecturer.lapsing_reminded': { lecturerIds: string[]; firstUntilOn: string };
  'course.drafted': { providerId: string };
  'course.edited': { fields: string[] };
  'course.attachment_added': { attachmentId: string; sha256: string };
  'course.attachment_removed': { attachmentId: string };
  'course.submitted': { dueOn: string };
  'course.recalled': Record<string, never>;
  'course.approved': { syllabusVersionId: string; version: number };
  'course.returned': { reason: string };
  'course.published': Record<string, never>;
  'course.revision_dropped': { toSyllabusId: string };
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
  'x_kind.shipped': { name: string };
  'x_kind.added': { name: string; childcareRelated: boolean };
  'x_kind.edited': { before: Record<string, unknown>; after: Record<string, unknown> };
  'site.added': { name: string; seats: number };
  'site.edited': { before: Record<string, unknown>; after: Record<string, unknown> };
  'sitting.opened': { xKindId: string; level: string; siteId: string; capacity: number };
  /** `moved`: dates or site are others, and the candidates are told. */
  'sitting.edited': { moved: boolean; before: Record<string, unknown>; after: Record<string, unknown> };
  'sitting.cancelled': { reason: string };
  /** `taught`: candidates whom the assessor taught. A warning, never a block. */
  'assessor.added': { sittingId: string; assessorId: string; taught: string[] };
  'assessor.removed': { sittingId: string; assessorId: string };
  'candidate.registered': { sittingId: string; personId: string; collegeId: string | null; number: string; assessorTaughtHer: boolean };
  'candidate.withdrawn': { sittingId: string; personId: string; by: 'self' | 'college'; reason: string };
  'result.recorded': {
    sittingId: string;
    rows: { candidateId: string; before: Record<string, unknown>; after: Record<string, unknown> }[];
    taught: string[];
  };
  'result.published': { passed: number; failed: number; absent: number; appealUntilOn: string };
  'appeal.opened': { sittingId: string; candidateId: string; answerDueOn: string };
  'appeal.withdrawn': { sittingId: string; candidateId: string };
  'appeal.decided': {
    sittingId: string;
    candidateId: string;
    decision: 'upheld' | 'rejected';
    reason: string;
    before: Record<string, unknown>;
    after: Record<string, unknown>;
  };
  /** One event for the whole batch; its certificates are those of the candidates. */
  'sitting.approved': { certificates: number; firstNumber: string | null; lastNumber: string | null };
  'checklist.drafted': { version: number; inForceFromOn: string; lines: number };
  'checklist.edited': { fields: string[]; added: string[]; removed: string[]; changed: string[] };
  'checklist.published': { version: number; inForceFromOn: string };
  'checklist.withdrawn': { version: number; reason: string };
  'visit.planned': {
    institutionId: string;
    organisationId: string;
    kind: string;
    plannedOn: string;
    isAnnounced: boolean;
    followsId: string | null;
  };
  'visit.plan_changed': {
    institutionId: string;
    fields: string[];
    before: string;
    after: string;
    isAnnounced: boolean;
    wasAnnounced: boolean;
  };
  'visit.cancelled': { institutionId: string; plannedOn: string; isAnnounced: boolean; reason: string };
  'visit.recorded': { institutionId: string; organisationId: string; visitedOn: string; planned: boolean; findings: number };
  'visit.photo_added': { photoId: string; findingId: string | null };
  'visit.closed': { institutionId: string };
  'finding.answered': { visitId: string; institutionId: string; organisationId: string; answerId: string; photos: number };
  'finding.returned': {
    visitId: string;
    institutionId: string;
    answerId: string | null;
    reason: string;
    before: string;
    after: string;
  };
  'finding.mended': { visitId: string; institutionId: string; answered: boolean };
  'finding.extended': { visitId: string; institutionId: string; before: string; after: string; reason: string };
  'finding.withdrawn': { visitId: string; institutionId: string; reason: string };
  /** The day to mend it has passed without an answer; said once for each day. */
  'finding.overdue': { visitId: string; institutionId: string; organisationId: string | null; mendByOn: string };
  'completion.revoked': { classId: string; personId: string; reason: string };
  'completion.voided': { classId: string; personId: string; reason: string };
  /** That she answered, never what. */
  'feedback.given': { classId: string };
  'post_training.issued': { personId: string; category: string; number: string };
  'post_training.revoked': { personId: string; category: string; number: string; reason: string };
  'major.shipped': { name: string };
  'major.added': { name: string; childcareRelated: boolean };
  'major.edited': { before: Record<string, unknown>; after: Record<string, unknown> };
  /** `waiting`: the city has something to confirm that it had not before. */
  'point.added': { collegeId: string; majorId: string; status: string; waiting: boolean };
  'point.edited': { before: Record<string, unknown>; after: Record<string, unknown>; waiting: boolean };
  'point.year_set': { year: number; before: Record<string, unknown> | null; after: Record<string, unknown> };
  'point.courses_linked': { linked: string[]; unlinked: string[] };
  'point.confirmed': { collegeId: string };
  'point.returned': { collegeId: string; reason: string };
  'agreement.proposed': { collegeId: string; institutionId: string; renewsId: string | null };
  'agreement.revised': { before: Record<string, unknown>; after: Record<string, unknown>; wasDeclined: boolean };
  'agreement.confirmed': Record<string, never>;
  'agreement.declined': { reason: string };
  'agreement.ended': { endedOn: string; reason: string; by: 'college' | 'institution' };
  'enterprise.recorded': { institutionId: string; status: string; fromOn: string };
  'enterprise.ended': { institutionId: string; untilOn: string; reason: string };
  'enterprise.removed': { institutionId: string; status: string; fromOn: string; reason: string };
  'practice.planned': { collegeId: string; institutionId: string };
  'practice.edited': { before: Record<string, unknown>; after: Record<string, unknown> };
  'practice.done': { days: number };
  'practice.cancelled': { reason: string };
  /** A pass of health-care training entered into the registry; `kind`: the first one, or a renewal. */
  'health_care.certified': { personId: string; completionId: string; kind: string; validUntil: string | null };
  'target.set': { periodId: string; metric: string; districtCode: string | null; before: number | null; after: number | null };
  'period.added': { code: string; startsOn: string; endsOn: string | null };
  'period.closed': { code: string };
  'tally.folded': { entries: number };
  'tally.rebuild_requested': { periodId: string; metric: string };
  'tally.rebuilt': { periodId: string; metric: string; rows: number };
  /** Segments and figures of so many people were worked out anew: the version that the figures have now. */
  'rate.refreshed': { version: number; people: number; opened: number; closed: number };
  'rate.rebuild_requested': { reason: string };
  'rate.rebuilt': { version: number; cells: number };
  'rate.frozen': { kind: string; asOfOn: string; version: number; cellsSha256: string; peopleSha256: string };
  'rule.drafted': { code: string; version: number; inForceFromOn: string };
  'rule.edited': { fields: string[] };
  'rule.published': { code: string; version: number; inForceFromOn: string };
  'rule.withdrawn': { code: string; version: number; reason: string };
  'student.entered': { personId: string; collegeId: string; pointId: string };
  'student.corrected': { fields: string[] };
  'student.ended': { status: string; endedOn: string };
  'student.reinstated': { status: string };
  /** A mistaken entry: as if it had never been there. */
  'student.removed': { personId: string; collegeId: string; reason: string };
  'funnel.refreshed': { students: number };
  'funnel.rebuild_requested': { reason: string; people: number };
  'funnel.rebuilt': { cells: number };
  /** Clocks of so many institutions were worked out anew. */
  'health_care.refreshed': { institutions: number; opened: number; closed: number };
  'health_care.rebuild_requested': { reason: string };
  'health_care.due_reminded': { kind: string; dueOn: string; dueReason: string; districtCode: string };
  'health_care_rule.drafted': { version: number; inForceFromOn: string };
  'health_care_rule.edited': { fields: string[] };
  'health_care_rule.published': { version: number; inForceFromOn: string };
  'health_care_rule.withdrawn': { version: number; reason: string };
  'recount.finished': { recountId: string; differences: number };
  'placement.proposed': { personId: string; institutionId: string };
  /** Several at once: one message to the institution. */
  'placement.batch_proposed': { institutionId: string; placementIds: string[] };
  'placement.changed': { before: Record<string, unknown>; after: Record<string, unknown> };
  /** `reused`: she was an intern of the institution already. */
  'placement.accepted': { personId: string; engagementId: string; reused: boolean };
  'placement.declined': { reason: string };
  'placement.broken_off': { by: 'college' | 'institution'; endedOn: string; reason: string };
  'placement.extended': { before: Record<string, unknown>; after: Record<string, unknown> };
  'placement.log_written': { day: string };
  'placement.week_checked': { weekOn: string; by: 'college' | 'institution' };
  /** One organisation is asked for the looks at so many weeks. */
  'placement.checks_reminded': { side: 'college' | 'institution'; weeks: number };
  'placement.assessed': { by: 'college' | 'institution'; points: number };
  'placement.finished': { result: string };
  'placement.taken_on': { personId: string; engagementId: string };
  'notification.sent': { notifications: number };
  'notification.read': { notifications: number };
  'outbox.sent': { sent: number; failed: number };
  'import.uploaded': { kind: string; sha256: string; bytes: number };
  'import.checked': { kind: string; counts: Record<string, number>; problem: string | null };
  'import.commit_requested': { kind: string; rows: number };
  /** One batch of an import; its rows are in `import_row`. */
  'import.rows_written': { kind: string; first: number; last: number; rows: number };
  'import.committed': { kind: string; counts: Record<string, number> };
  'import.undo_requested': { kind: string; reason: string };
  'import.undo_blocked': { kind: string; rows: number };
  'import.undone': { kind: string; rows: number };
  'import.discarded': { kind: string };
  'job.retried': { jobName: string; eventId: string };
  'export.made': { what: string; rows: number; unmasked?: boolean; reason?: string };
}

export type EventName = keyof EventData;
