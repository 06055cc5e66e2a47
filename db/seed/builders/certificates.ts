import type { Tx } from '#db/client';
import { certificate, certificateFile } from '#db/schema';
import { newId } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';
import { storeFile } from '~/platform/files.server';
import { aPerson } from './people';
import { one } from './row';
import { nextNumber } from './synthetic';

/** A verified 育婴员 certificate of level 5, issued in 2024; makes the person where she is not given. */
export async function aCertificate(tx: Tx, columns: Partial<typeof certificate.$inferInsert> = {}) {
  const serial = String(nextNumber()).padStart(6, '0').slice(-6);
  return one(
    await tx
      .insert(certificate)
      .values({
        id: newId(),
        family: 'hrss_skill_level',
        occupation: '4-10-01-02',
        level: '5',
        name: '育婴员职业技能等级证书',
        number: `S000011000123245${serial}`,
        issuer: '演示评价机构',
        issuedOn: '2024-01-10',
        status: 'verified',
        source: 'person',
        submittedAt: now(),
        verifiedAt: columns.status === undefined || columns.status === 'verified' ? now() : null,
        createdAt: now(),
        ...columns,
        personId: columns.personId ?? (await aPerson(tx)).id,
      })
      .returning(),
  );
}

/** A stored copy of a certificate: a file of a few bytes. */
export async function aCopyOf(tx: Tx, certificateId: string) {
  const bytes = Buffer.from(`%PDF-1.4\n${nextNumber()}\n%%EOF\n`);
  const { sha256, storageKey } = await storeFile(bytes);
  return one(
    await tx
      .insert(certificateFile)
      .values({
        id: newId(),
        certificateId,
        purpose: 'copy',
        name: '证书.pdf',
        mediaType: 'application/pdf',
        bytes: bytes.byteLength,
        sha256,
        storedAs: storageKey,
        uploadedAt: now(),
        consentedAt: now(),
      })
      .returning(),
  );
}
