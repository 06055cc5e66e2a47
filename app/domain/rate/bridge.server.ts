import { db, type Tx } from '#db/client';
import { type RuleVersion, ruleInForce } from '../certificate/counting-rule';
import { doesItCount } from '../certificate/does-it-count';
import { type Holdings, listHoldings, listRuleVersions } from '../certificate/holdings.server';
import {
  addUp,
  type BridgeFacts,
  type BridgeStep,
  type BridgeTotal,
  bridgeStep,
  type Move,
  moveOf,
  type PostThere,
  type Standing,
} from './bridge';
import {
  type BridgeScope,
  type ChangedPerson,
  certificateFacts,
  type End,
  knownStandings,
  listChanged,
  type PostOnDay,
  postsOn,
} from './bridge-rows.server';
import type { Reading } from './reading';
import type { Snapshot } from './snapshots.server';

/** One end: a day, as recorded in a snapshot or (null) as known now. */
export interface BridgeEnd {
  on: string;
  snapshot: Pick<Snapshot, 'version' | 'ruleIds'> | null;
}

export interface BridgePerson extends ChangedPerson, Move {
  step: BridgeStep;
}

export interface Bridge {
  start: Move;
  end: Move;
  totals: BridgeTotal[];
  people: BridgePerson[];
}

const readingOf = ({ on, snapshot }: BridgeEnd): Reading => ({ on, version: snapshot?.version ?? null });
const standing = (end: End | null): Standing => end && { certified: end.certificateId !== null };

/** Explains the difference of two rates of a scope, down to the person. Reads one moment and writes nothing. */
export const bridgeBetween = (scope: BridgeScope, from: BridgeEnd, to: BridgeEnd): Promise<Bridge> =>
  db.transaction((tx) => build(tx, scope, from, to), { isolationLevel: 'repeatable read' });

async function build(tx: Tx, scope: BridgeScope, from: BridgeEnd, to: BridgeEnd): Promise<Bridge> {
  const { start, end, people } = await listChanged(tx, scope, readingOf(from), readingOf(to));
  const ids = people.map(({ personId }) => personId);
  const knownBefore = from.snapshot ? await knownStandings(tx, scope, from.on, ids) : null;
  const knownAfter = to.snapshot || from.on === to.on ? await knownStandings(tx, scope, to.on, ids) : null;
  const arrivedBy = await postsOn(
    tx,
    scope,
    from.on,
    people.flatMap(({ before, after }) => (before === null && after ? after.engagementId : [])),
  );
  const leftBy = await postsOn(
    tx,
    scope,
    to.on,
    people.flatMap(({ before, after }) => (after === null && before ? before.engagementId : [])),
  );
  const turned = people.filter(({ before, after }) => before !== null && after !== null);
  const certificates = await certificateFacts(
    tx,
    turned.flatMap(({ before, after }) => before?.certificateId ?? after?.certificateId ?? []),
  );
  const rules = await rulesOfEnds(tx, scope, from, to);
  const holdings = await listHoldings(tx, rules.some((rule) => rule !== null) ? turned.map(({ personId }) => personId) : []);
  const known = (map: Map<string, boolean> | null, personId: string, ofEnd: End | null): Standing => {
    if (map === null) return standing(ofEnd);
    const certified = map.get(personId);
    return certified === undefined ? null : { certified };
  };
  const moved = people.flatMap((person): BridgePerson[] => {
    const { personId, before, after } = person;
    const facts: BridgeFacts = {
      from: from.on,
      to: to.on,
      knownBefore: known(knownBefore, personId, before),
      knownAfter: known(knownAfter, personId, after),
      post: postThere(before === null ? arrivedBy.get(after?.engagementId ?? '') : after === null ? leftBy.get(before.engagementId) : null),
      certificate: certificates.get(before?.certificateId ?? after?.certificateId ?? '') ?? null,
      ...underRules(rules, holdings.get(personId), to.on),
    };
    const step = bridgeStep(standing(before), standing(after), facts);
    return step === null ? [] : [{ ...person, step, ...moveOf(standing(before), standing(after)) }];
  });
  return { start, end, totals: addUp(moved), people: moved };
}

const postThere = (post: PostOnDay | null | undefined): PostThere | null => {
  if (post === null) return null;
  if (!post?.isOnPost) return 'not_on_post';
  if (!post.isTakenIn) return 'not_taken_in';
  return post.isInScope ? 'in_scope' : 'other_area';
};

/** The rule of the first and of the last day. */
async function rulesOfEnds(
  tx: Tx,
  { rule }: BridgeScope,
  from: BridgeEnd,
  to: BridgeEnd,
): Promise<[RuleVersion | null, RuleVersion | null]> {
  const versions = (await listRuleVersions(tx))[rule];
  const of = ({ on, snapshot }: BridgeEnd) => versions.find(({ id }) => id === snapshot?.ruleIds[rule]) ?? ruleInForce(versions, on);
  return [of(from), of(to)];
}

/** Asked of what she holds now, on the last day. */
function underRules([first, last]: readonly [RuleVersion | null, RuleVersion | null], holdings: Holdings | undefined, day: string) {
  const none = { underFirstRule: null, healthCertEnded: false };
  if (!holdings || !last) return none;
  const holder = { role: 'caregiver' as const, ...holdings };
  const now = doesItCount([{ ...last, inForceFromOn: day }], holder, day);
  const healthCertEnded = now.reason === 'health_certificate_expired';
  if (!first || first.id === last.id) return { ...none, healthCertEnded };
  return { underFirstRule: doesItCount([{ ...first, inForceFromOn: day }], holder, day).verdict === 'counts', healthCertEnded };
}
