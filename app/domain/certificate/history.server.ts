import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { CheckResult, VerifyChannel } from './certificate';
import type { Held } from './find-held.server';
import { HISTORY_KINDS, type HistoryKind, type HistoryStep } from './shown';

const KIND_OF_EVENT: Readonly<Record<string, HistoryKind>> = {
  'certificate.drafted': 'entered',
  'certificate.edited': 'edited',
  'certificate.submitted': 'submitted',
  'certificate.recalled': 'recalled',
  'certificate.rejected': 'rejected',
  'certificate.verified': 'verified',
  'certificate.revoked': 'revoked',
};

interface LoggedRow extends Record<string, unknown> {
  id: string;
  name: string;
  ms: number;
  by: string | null;
  data: Record<string, unknown>;
}
interface CheckRow extends Record<string, unknown> {
  id: string;
  ms: number;
  by: string | null;
  channel: VerifyChannel;
  result: CheckResult;
  checked_on: string;
  note: string;
  file_id: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const ofEvent = (row: LoggedRow): HistoryStep[] => {
  const kind = KIND_OF_EVENT[row.name];
  if (!kind) return [];
  const { id, by, data } = row;
  return [{ id, at: new Date(row.ms).toISOString(), kind, by, reason: text(data.reason), revokedOn: text(data.revokedOn), check: null }];
};

const ofCheck = ({ id, ms, by, channel, result, checked_on, note, file_id }: CheckRow): HistoryStep => ({
  id,
  at: new Date(ms).toISOString(),
  kind: 'checked',
  by,
  reason: null,
  revokedOn: null,
  check: { channel, result, checkedOn: checked_on, note, fileId: file_id },
});

/** Steps that an import or an issuer took for many at once have no event of their own: the row says when. */
const ofRow = (held: Held, known: ReadonlySet<HistoryKind>, by: string | null): HistoryStep[] => {
  const steps: [HistoryKind, Date | null, string | null][] = [
    ['submitted', held.submittedAt ?? held.createdAt, null],
    ['verified', held.verifiedAt, null],
    ['rejected', held.rejectedAt, held.decisionReason],
    ['revoked', held.revokedAt, held.decisionReason],
  ];
  return steps
    .filter(([kind, at]) => at !== null && !known.has(kind) && !(kind === 'submitted' && held.status === 'draft'))
    .map(([kind, at, reason]) => ({
      id: `${held.id}.${kind}`,
      at: (at ?? held.createdAt).toISOString(),
      kind,
      by: kind === 'submitted' ? by : null,
      reason,
      revokedOn: kind === 'revoked' ? held.revokedOn : null,
      check: null,
    }));
};

/** Everything that happened to a certificate, in order: the log, the receipts, and what its row alone knows. */
export async function historyOf(held: Held): Promise<HistoryStep[]> {
  const [events, checks, [submitter]] = await Promise.all([
    db.execute<LoggedRow>(sql`
      select e.id, e.name, (extract(epoch from e.at) * 1000)::float8 as ms, o.name as by, e.data
      from event e left join organisation o on o.id = e.organisation_id
      where e.subject_type = 'certificate' and e.subject_id = ${held.id} order by e.seq limit 500`),
    db.execute<CheckRow>(sql`
      select k.id, (extract(epoch from k.recorded_at) * 1000)::float8 as ms, k.channel, k.result, k.checked_on::text, k.note, k.file_id,
        (select o.name from membership m join organisation o on o.id = m.organisation_id
          where m.account_id = k.recorded_by order by m.granted_at limit 1) as by
      from certificate_check k where k.certificate_id = ${held.id} order by k.recorded_at limit 200`),
    db.execute<{ name: string }>(sql`select name from organisation where id = ${held.submittedByOrganisationId}`),
  ]);
  const logged = events.flatMap(ofEvent);
  const fromRow = ofRow(held, new Set(logged.map(({ kind }) => kind)), submitter?.name ?? null);
  const rank = (step: HistoryStep) => HISTORY_KINDS.indexOf(step.kind);
  return [...logged, ...checks.map(ofCheck), ...fromRow].sort((a, b) => (a.at === b.at ? rank(a) - rank(b) : a.at < b.at ? -1 : 1));
}
