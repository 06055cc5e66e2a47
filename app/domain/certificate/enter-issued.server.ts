import type { Tx } from '#db/client';
import { certificate, certificateCheck } from '#db/schema';
import { newId } from '../shared/id';
import { beijingDate } from '../shared/period';

type Row = typeof certificate.$inferInsert;

/** A certificate that its issuer enters itself. */
export type IssuedCertificate = Pick<Row, 'id' | 'personId' | 'family' | 'name' | 'number' | 'issuer' | 'issuedOn'> &
  Partial<Pick<Row, 'completionId' | 'occupation' | 'xKindId' | 'level' | 'validUntil' | 'districtCode' | 'creditBankNo' | 'isDemo'>>;

interface Issue {
  now: Date;
  /** Who approved it; `submitted` where somebody else had handed it in. */
  by: string | null;
  submitted?: { by: string | null; at: Date };
  organisationId: string | null;
  source: 'issuer' | 'system';
  /** On the receipt. */
  note?: string;
}

/** Enters certificates as verified by their issuer, each with the receipt that says so. The caller writes the event. */
export async function enterIssued(
  tx: Tx,
  rows: readonly IssuedCertificate[],
  { now, by, submitted = { by, at: now }, organisationId, source, note = '' }: Issue,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.insert(certificate).values(
    rows.map((row) => ({
      ...row,
      status: 'verified' as const,
      source,
      submittedAt: submitted.at,
      submittedBy: submitted.by,
      submittedByOrganisationId: organisationId,
      verifiedAt: now,
      verifiedBy: by,
      createdAt: now,
    })),
  );
  await tx.insert(certificateCheck).values(
    rows.map((row) => ({
      id: newId(),
      certificateId: row.id,
      channel: 'issuer' as const,
      checkedOn: beijingDate(now),
      result: 'genuine' as const,
      note,
      recordedAt: now,
      recordedBy: by,
    })),
  );
}
