/** Steps between two rates, in the order in which they are laid beside each other. Each person is in one of them. */
export const BRIDGE_STEPS = [
  'joined',
  'left',
  'institution_filed',
  'institution_cancelled',
  'institution_moved',
  'newly_certified',
  'newly_verified',
  'expired',
  'revoked',
  'rule_changed',
  'corrected',
] as const;
export type BridgeStep = (typeof BRIDGE_STEPS)[number];

/** How a person stands in a scope at one end; null = she is not on post there. */
export type Standing = { certified: boolean } | null;

/** What one end's post was on the other end's day, by the facts as known now. */
export const POST_THERE = ['not_on_post', 'not_taken_in', 'other_area', 'in_scope'] as const;
export type PostThere = (typeof POST_THERE)[number];

export interface BridgeFacts {
  /** First and last day. */
  from: string;
  to: string;
  /** As known now on both days, which may differ from what was recorded. */
  knownBefore: Standing;
  knownAfter: Standing;
  /** Of who is there at one end only: her post on the other day. Null for who is there at both. */
  post: PostThere | null;
  /** What makes her count at the end where she does. */
  certificate: { issuedOn: string; verifiedOn: string | null; validUntil: string | null; revokedOn: string | null } | null;
  /** Whether the rule of the first day, had it stayed, would count her on the last; null when the rule is the same. */
  underFirstRule: boolean | null;
  /** The rule asks for a valid health certificate, and hers ended between the two days. */
  healthCertEnded: boolean;
}

export interface Move {
  n: number;
  d: number;
}
const share = (standing: Standing): Move => ({ n: standing?.certified ? 1 : 0, d: standing === null ? 0 : 1 });

/** By how much she changes N and D. */
export const moveOf = (before: Standing, after: Standing): Move => ({
  n: share(after).n - share(before).n,
  d: share(after).d - share(before).d,
});

/** The one step that a person belongs to; null when she changes neither N nor D. */
export function bridgeStep(before: Standing, after: Standing, facts: BridgeFacts): BridgeStep | null {
  if (before === null && after === null) return null;
  if (before === null) return arrival(facts);
  if (after === null) return departure(facts);
  if (before.certified === after.certified) return null;
  return after.certified ? gain(facts) : loss(facts);
}

/** Known by now to have been there all along, or never to have come: the record was late or wrong. */
function arrival({ knownBefore, knownAfter, post }: BridgeFacts): BridgeStep {
  if (knownBefore !== null || knownAfter === null) return 'corrected';
  if (post === 'not_taken_in') return 'institution_filed';
  return post === 'other_area' ? 'institution_moved' : 'joined';
}

function departure({ knownBefore, knownAfter, post }: BridgeFacts): BridgeStep {
  if (knownAfter !== null || knownBefore === null) return 'corrected';
  if (post === 'not_taken_in') return 'institution_cancelled';
  return post === 'other_area' ? 'institution_moved' : 'left';
}

function gain({ from, knownBefore, certificate, underFirstRule }: BridgeFacts): BridgeStep {
  if (underFirstRule === false) return 'rule_changed';
  if (certificate === null) return 'corrected';
  if (certificate.issuedOn > from) return 'newly_certified';
  const verifiedSince = certificate.verifiedOn !== null && certificate.verifiedOn > from;
  return knownBefore?.certified || verifiedSince ? 'newly_verified' : 'corrected';
}

function loss({ to, certificate, underFirstRule, healthCertEnded }: BridgeFacts): BridgeStep {
  if (underFirstRule === true) return 'rule_changed';
  if (certificate !== null && certificate.revokedOn !== null && certificate.revokedOn <= to) return 'revoked';
  if (certificate !== null && certificate.validUntil !== null && certificate.validUntil < to) return 'expired';
  return healthCertEnded ? 'expired' : 'corrected';
}

export interface BridgeTotal extends Move {
  step: BridgeStep;
  persons: number;
}

/** The steps that anybody is in, in their order, added up. */
export function addUp(moves: Iterable<{ step: BridgeStep } & Move>): BridgeTotal[] {
  const totals = new Map<BridgeStep, BridgeTotal>();
  for (const { step, n, d } of moves) {
    const total = totals.get(step) ?? { step, persons: 0, n: 0, d: 0 };
    totals.set(step, { step, persons: total.persons + 1, n: total.n + n, d: total.d + d });
  }
  return BRIDGE_STEPS.flatMap((step) => totals.get(step) ?? []);
}

export interface Rung extends BridgeTotal {
  /** The rate in per cent before and after this step, the steps before it taken in; null = nobody on post. */
  start: number | null;
  end: number | null;
  nAfter: number;
  dAfter: number;
}

const percent = ({ n, d }: Move): number | null => (d === 0 ? null : (n / d) * 100);

/** One step after the other from the first rate: the last one ends at the second rate. */
export function climb(start: Move, totals: readonly BridgeTotal[]): Rung[] {
  let at = start;
  return totals.map((total) => {
    const next = { n: at.n + total.n, d: at.d + total.d };
    const rung = { ...total, start: percent(at), end: percent(next), nAfter: next.n, dAfter: next.d };
    at = next;
    return rung;
  });
}
