import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';
import type { Evidence } from './closing';

/** sha256 of the evidence in its canonical form, hexadecimal: whoever has the evidence can take it again. */
export const evidenceHash = (evidence: Evidence): string => createHash('sha256').update(canonicalJson(evidence)).digest('hex');
