import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { doesItCount, type HeldCertificate, type NotCountingReason } from './does-it-count';
import { listRuleVersions } from './holdings.server';
import type { CertificateVerdict } from './shown';

const ON_THE_WAY: readonly NotCountingReason[] = ['not_submitted', 'not_verified', 'copy_missing'];

/** Each certificate under the standard rule in force on the day; empty where none is in force. */
export async function verdictsOf(tx: Tx, ids: readonly string[], today: string): Promise<Map<string, CertificateVerdict>> {
  const { standard } = await listRuleVersions(tx);
  const rows = await tx.execute<HeldCertificate & Record<string, unknown>>(sql`
    select c.id, c.family, c.occupation, c.level, coalesce(k.childcare_related, false) as "childcareRelated", c.issued_on::text as "issuedOn",
      c.valid_until::text as "validUntil", c.status, c.revoked_on::text as "revokedOn",
      exists (select 1 from certificate_file f where f.certificate_id = c.id and f.purpose = 'copy') as "hasCopy"
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) a(id)
    join certificate c on c.id = a.id::uuid left join x_certificate_kind k on k.id = c.x_kind_id`);
  return new Map(
    rows.flatMap((held): [string, CertificateVerdict][] => {
      const answer = doesItCount(standard, { role: 'caregiver', certificates: [held], healthCertValidUntil: null }, today);
      const own = answer.certificates[0];
      const rule = answer.rule && standard.find(({ id }) => id === answer.rule?.id);
      if (!own || !rule) return [];
      const onTheWay = own.clause !== null && own.reason !== null && ON_THE_WAY.includes(own.reason);
      return [
        [
          held.id,
          {
            verdict: own.verdict === 'counts' ? 'counts' : onTheWay ? 'would' : 'does_not',
            reason: own.reason,
            clause: own.clause?.clause ?? null,
            ruleTitleZh: rule.titleZh,
            ruleTitleEn: rule.titleEn,
            version: rule.version,
          },
        ],
      ];
    }),
  );
}
