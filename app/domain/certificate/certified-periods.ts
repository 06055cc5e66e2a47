import { addDays } from '../shared/period';
import type { RuleVersion } from './counting-rule';
import { doesItCount, type Holder } from './does-it-count';

/** Every day on which an answer may change: `doesItCount` stays the same between two of them. */
const turningDays = (versions: readonly RuleVersion[], holder: Holder): string[] => {
  const days = new Set(versions.map(({ inForceFromOn }) => inForceFromOn));
  for (const { issuedOn, validUntil, revokedOn } of holder.certificates) {
    days.add(issuedOn);
    if (validUntil !== null) days.add(addDays(validUntil, 1));
    if (revokedOn !== null) days.add(revokedOn);
  }
  if (holder.healthCertValidUntil !== null && versions.some(({ requireValidHealthCert }) => requireValidHealthCert))
    days.add(addDays(holder.healthCertValidUntil, 1));
  return [...days].sort();
};

/** Half-open days with one certificate; `untilOn` null = for as long as nothing changes. */
export interface CertifiedPeriod {
  fromOn: string;
  untilOn: string | null;
  verdict: 'counts' | 'needs_document';
  certificateId: string;
  ruleId: string;
}

/** When she counts, or would with a document, in order and without overlap: `doesItCount` asked at every turning day. */
export function certifiedPeriods(versions: readonly RuleVersion[], holder: Holder): CertifiedPeriod[] {
  const periods: CertifiedPeriod[] = [];
  const days = turningDays(versions, holder);
  for (const [at, fromOn] of days.entries()) {
    const { verdict, certificateId, rule } = doesItCount(versions, holder, fromOn);
    if (verdict === 'does_not' || certificateId === null || rule === null) continue;
    const untilOn = days[at + 1] ?? null;
    const last = periods.at(-1);
    if (last?.untilOn === fromOn && last.verdict === verdict && last.certificateId === certificateId && last.ruleId === rule.id)
      last.untilOn = untilOn;
    else periods.push({ fromOn, untilOn, verdict, certificateId, ruleId: rule.id });
  }
  return periods;
}
