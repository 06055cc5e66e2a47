import { and, eq, isNotNull, ne } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { assessmentSite, candidate, certificate, sitting, xCertificateKind } from '#db/schema';
import { type EventFacts, text } from './enrolment-messages.server';
import type { Message, MessageParams } from './message';
import type { NotificationKind } from './notification';

export const EVALUATION_EVENTS = [
  'candidate.registered',
  'candidate.withdrawn',
  'sitting.edited',
  'sitting.cancelled',
  'sitting.approved',
  'result.published',
  'appeal.opened',
  'appeal.decided',
];

/** What candidates, their colleges and the evaluation organisation are told of a sitting. */
export async function evaluationMessages(tx: Tx, event: EventFacts): Promise<Message[]> {
  const sittingId = text(event.data.sittingId) || event.subjectId;
  const facts = await sittingFacts(tx, sittingId);
  if (!facts) return [];
  const params: MessageParams = { ...facts.params, reason: text(event.data.reason) || '—', due: text(event.data.answerDueOn) };
  switch (event.name) {
    case 'candidate.registered':
    case 'candidate.withdrawn':
      return toCandidate(tx, event.subjectId, event.name === 'candidate.registered' ? 'sitting_registered' : 'sitting_withdrawn', params);
    case 'appeal.decided':
      return toCandidate(tx, text(event.data.candidateId), event.data.decision === 'upheld' ? 'appeal_upheld' : 'appeal_rejected', params);
    case 'appeal.opened': {
      const [who] = await tx
        .select({ number: candidate.number })
        .from(candidate)
        .where(eq(candidate.id, text(event.data.candidateId)));
      const to = { organisationId: facts.organisationId };
      return [
        { kind: 'appeal_opened', to, params: { ...params, number: who?.number ?? '' }, link: `/evaluation/sittings/${sittingId}/appeals` },
      ];
    }
    case 'sitting.edited':
      return event.data.moved === true ? toEverybody(tx, sittingId, params, () => 'sitting_moved', 'sitting_moved') : [];
    case 'sitting.cancelled':
      return toEverybody(tx, sittingId, params, () => 'sitting_cancelled', 'sitting_cancelled');
    case 'result.published':
      return toEverybody(tx, sittingId, params, (status) => RESULT_KINDS[status], 'sitting_results');
    case 'sitting.approved':
      return issuedMessages(tx, sittingId, params);
    default:
      return [];
  }
}

const RESULT_KINDS: Readonly<Record<string, NotificationKind>> = {
  passed: 'sitting_passed',
  failed: 'sitting_not_passed',
  absent: 'sitting_absent',
};

async function sittingFacts(tx: Tx, sittingId: string) {
  const [row] = await tx
    .select({ sitting, certificate: xCertificateKind.name, site: assessmentSite.name })
    .from(sitting)
    .innerJoin(xCertificateKind, eq(xCertificateKind.id, sitting.xKindId))
    .innerJoin(assessmentSite, eq(assessmentSite.id, sitting.siteId))
    .where(eq(sitting.id, sittingId));
  if (!row) return null;
  const { organisationId, code, theoryOn, practicalOn, appealUntilOn } = row.sitting;
  const params = {
    certificate: row.certificate,
    sitting: code,
    site: row.site,
    theory: theoryOn,
    practical: practicalOn,
    until: appealUntilOn ?? '',
  };
  return { organisationId, params };
}

async function toCandidate(tx: Tx, candidateId: string, kind: NotificationKind, params: MessageParams): Promise<Message[]> {
  const [who] = await tx.select().from(candidate).where(eq(candidate.id, candidateId));
  if (!who) return [];
  return [{ kind, to: { personId: who.personId }, params: { ...params, number: who.number }, link: `/me/sittings/${who.id}` }];
}

const holders = (tx: Tx, sittingId: string) =>
  tx
    .select()
    .from(candidate)
    .where(and(eq(candidate.sittingId, sittingId), ne(candidate.status, 'withdrawn')));

/** Each candidate by what became of her, and each college once for all of its students. */
async function toEverybody(
  tx: Tx,
  sittingId: string,
  params: MessageParams,
  kindOf: (status: string) => NotificationKind | undefined,
  collegeKind: NotificationKind,
): Promise<Message[]> {
  const rows = await holders(tx, sittingId);
  const own = rows.flatMap((row): Message[] => {
    const kind = kindOf(row.status);
    return kind
      ? [{ kind, to: { personId: row.personId }, params: { ...params, number: row.number }, link: `/me/sittings/${row.id}` }]
      : [];
  });
  return [...own, ...toColleges(rows, sittingId, collegeKind, params)];
}

const toColleges = (
  rows: readonly { collegeId: string | null }[],
  sittingId: string,
  kind: NotificationKind,
  params: MessageParams,
): Message[] =>
  [...new Set(rows.flatMap((row) => row.collegeId ?? []))].map((organisationId) => ({
    kind,
    to: { organisationId },
    params,
    link: `/provider/sittings/${sittingId}`,
  }));

async function issuedMessages(tx: Tx, sittingId: string, params: MessageParams): Promise<Message[]> {
  const rows = await tx
    .select({ certificateId: certificate.id, personId: candidate.personId, collegeId: candidate.collegeId, number: certificate.number })
    .from(candidate)
    .innerJoin(certificate, eq(certificate.id, candidate.certificateId))
    .where(and(eq(candidate.sittingId, sittingId), isNotNull(candidate.certificateId)));
  const own = rows.map(
    ({ certificateId, personId, number }): Message => ({
      kind: 'x_certificate_issued',
      to: { personId },
      params: { ...params, number },
      link: `/me/certificates/${certificateId}`,
    }),
  );
  return [...own, ...toColleges(rows, sittingId, 'x_batch_issued', params)];
}
