import { checkIdentity, type IdType } from '../shared/identity';
import { ageOn } from '../shared/period';
import { Refusal } from '../shared/refusals';

/** Refuses a person whose document says she is younger; documents without a birth date say nothing. */
export function requireAge({ idType, idNumber }: { idType: IdType; idNumber: string }, min: number, today: string): void {
  const check = checkIdentity(idType, idNumber, today);
  requireBirth(check.ok ? (check.bornOn ?? null) : null, min, today, 'idNumber');
}

/** The same of a known birth date. */
export function requireBirth(bornOn: string | null, min: number, today: string, field: string): void {
  if (bornOn !== null && ageOn(bornOn, today) < min) throw new Refusal('too_young', { field, params: { min } });
}
