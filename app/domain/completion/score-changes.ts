import type { PassRule } from '../course/course';
import type { EnrolmentStatus } from '../enrolment/enrolment';
import { NotFound, Refusal, type RefusalCode } from '../shared/refusals';
import type { ClassStatus } from '../training-class/training-class';
import { isScorePoints, type ScoreKind } from './completion';

export interface ScoreEntry {
  enrolmentId: string;
  kind: ScoreKind;
  /** null takes the score back */
  points: number | null;
  assessedOn: string;
  assessor: string;
}

interface Stored {
  kind: ScoreKind;
  points: number;
  assessedOn: string;
  assessor: string;
}

interface Examinee {
  enrolmentId: string;
  name: string;
  status: EnrolmentStatus;
  scores: readonly Stored[];
}

export interface ScoreChange extends ScoreEntry {
  before: number | null;
}

const FIRST: Readonly<Record<ScoreKind, ScoreKind>> = {
  theory: 'theory',
  practical: 'practical',
  theory_retest: 'theory',
  practical_retest: 'practical',
};

const isRetest = (kind: ScoreKind): boolean => FIRST[kind] !== kind;

export const minimumOf = (rule: PassRule, kind: ScoreKind): number | null =>
  FIRST[kind] === 'theory' ? rule.minTheoryScore : rule.minPracticalScore;

/** A re-test is for who sat the first assessment and did not reach the minimum. */
export const needsRetest = (rule: PassRule, scores: readonly Pick<Stored, 'kind' | 'points'>[], first: ScoreKind): boolean => {
  const minimum = minimumOf(rule, first);
  const sat = scores.find((score) => score.kind === first);
  return minimum !== null && sat !== undefined && sat.points < minimum;
};

/** Whose scores may be written in a class of this state: everybody's while it is open, re-tests of the failed once closed. */
export const mayScore = (classStatus: ClassStatus, status: EnrolmentStatus, kind: ScoreKind): boolean =>
  classStatus === 'closed' ? status === 'failed' && isRetest(kind) : status === 'approved' || status === 'attending';

interface Rules {
  passRule: PassRule;
  classStatus: ClassStatus;
  startsOn: string;
  today: string;
  /** Scores that stay as they are take the date and the assessor, too. */
  redate: boolean;
}

/** The scores that differ from what is stored. @throws NotFound, Refusal at the cell or the date concerned */
export const changedScores = (entries: readonly ScoreEntry[], examinees: readonly Examinee[], rules: Rules): ScoreChange[] => {
  const known = new Map(examinees.map((examinee) => [examinee.enrolmentId, examinee]));
  const changes = entries.flatMap((entry): ScoreChange[] => {
    const who = known.get(entry.enrolmentId);
    if (!who) throw new NotFound();
    const old = who.scores.find((score) => score.kind === entry.kind);
    if (!differs(entry, old, rules.redate)) return [];
    checkEntry(entry, who, rules);
    return [{ ...entry, before: old?.points ?? null }];
  });
  for (const enrolmentId of new Set(changes.map((change) => change.enrolmentId))) {
    const who = known.get(enrolmentId);
    if (who) checkRetests(who, changes, rules);
  }
  return changes;
};

const differs = (entry: ScoreEntry, old: Stored | undefined, redate: boolean): boolean => {
  if (entry.points === null || old === undefined) return (entry.points === null) !== (old === undefined);
  return entry.points !== old.points || (redate && (entry.assessedOn !== old.assessedOn || entry.assessor !== old.assessor));
};

const checkEntry = (entry: ScoreEntry, who: Examinee, { passRule, classStatus, startsOn, today }: Rules): void => {
  const { kind, points, assessedOn } = entry;
  const refuse = (code: RefusalCode, field: string) => new Refusal(code, { field, params: { name: who.name } });
  const cell = `${kind}.${who.enrolmentId}`;
  if (!mayScore(classStatus, who.status, kind))
    throw refuse(classStatus === 'closed' ? 'score_class_closed' : 'attendance_not_trainee', cell);
  if (minimumOf(passRule, kind) === null) throw refuse('score_not_examined', cell);
  if (points === null) return;
  if (!isScorePoints(points)) throw refuse('score_range', cell);
  if (assessedOn < startsOn) throw refuse('score_before_lessons', `date.${kind}`);
  if (assessedOn > today) throw refuse('score_in_future', `date.${kind}`);
};

const checkRetests = (who: Examinee, changes: readonly ScoreChange[], { passRule }: Rules): void => {
  const mine = changes.filter((change) => change.enrolmentId === who.enrolmentId);
  const touched = new Set(mine.map((change) => change.kind));
  const after = [
    ...who.scores.filter((score) => !touched.has(score.kind)),
    ...mine.flatMap(({ points, ...rest }) => (points === null ? [] : [{ ...rest, points }])),
  ];
  for (const retest of after.filter((score) => isRetest(score.kind))) {
    const field = `${retest.kind}.${who.enrolmentId}`;
    const first = after.find((score) => score.kind === FIRST[retest.kind]);
    if (!needsRetest(passRule, after, FIRST[retest.kind]))
      throw new Refusal('retest_without_failure', { field, params: { name: who.name } });
    if (first && retest.assessedOn < first.assessedOn) throw new Refusal('retest_before_first', { field, params: { name: who.name } });
  }
};
