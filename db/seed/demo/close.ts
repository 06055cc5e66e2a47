import { CLOSING_REVIEW_WORKING_DAYS } from '~/domain/completion/closing';
import { holdsSeat } from '~/domain/enrolment/enrolment';
import { newId } from '~/domain/shared/id';
import { addWorkingDays, beijingDate } from '~/domain/shared/period';
import { attendees, decide } from './evidence';
import { type Completion, issueCompletion } from './issue';
import type { SeedClass, World } from './world';

type Closing = World['rows']['closing'][number];
interface Times {
  submittedAt: Date;
  decidedAt: Date;
  tell?: boolean;
}

/** The provider hands the class in. */
export function submitClosing(
  world: World,
  held: SeedClass,
  at: Date,
  more: { kind?: Closing['kind']; note?: string; tell?: boolean } = {},
): Closing {
  const kind = more.kind ?? 'main';
  const voice = world.voiceOf(held.row.providerId);
  const dueOn = addWorkingDays(beijingDate(at), CLOSING_REVIEW_WORKING_DAYS);
  const row: Closing = {
    id: newId(),
    classId: held.row.id,
    kind,
    status: 'submitted',
    note: more.note ?? '',
    submittedAt: at,
    submittedBy: voice.accountId,
    decisionDueOn: dueOn,
  };
  if (kind === 'main') held.row.status = 'closing_review';
  world.rows.closing.push(row);
  const subject = { type: 'class', id: held.row.id };
  world.say('class.closing_submitted', subject, { voice, at, tell: more.tell ?? false }, { closingId: row.id, kind, dueOn });
  return row;
}

export function returnClosing(world: World, held: SeedClass, closing: Closing, at: Date, reason: string): void {
  const voice = world.reviewerOf(held.course.provider);
  Object.assign(closing, { status: 'returned', decidedAt: at, decidedBy: voice.accountId, decisionReason: reason });
  held.row.status = 'planned';
  world.say('class.closing_returned', { type: 'class', id: held.row.id }, { voice, at, tell: true }, { closingId: closing.id, reason });
}

/** Submission and approval of a whole class, or of those who passed a re-test afterwards. @returns the completions */
export function closeClass(
  world: World,
  held: SeedClass,
  { submittedAt, decidedAt, tell }: Times,
  kind: Closing['kind'] = 'main',
): Completion[] {
  const closing = submitClosing(world, held, submittedAt, { kind, ...(tell === undefined ? {} : { tell }) });
  const voice = world.reviewerOf(held.course.provider);
  const stamp = { decidedAt, decidedBy: voice.accountId };
  Object.assign(closing, { status: 'approved', ...stamp });
  const concerned = kind === 'main' ? attendees(held) : held.enrolments.filter(({ row }) => row.status === 'failed');
  const count = { passed: 0, failed: 0, absent: 0 };
  const passed: Completion[] = [];
  for (const trainee of concerned) {
    const { facts, decision } = decide(held, trainee);
    const { result } = decision;
    if (result === 'undetermined') throw new Error(`${held.row.code}: ${trainee.member.person.name} ${decision.missing.join()}`);
    if (kind === 'supplementary' && result !== 'passed') continue;
    Object.assign(trainee.row, { status: result, updatedAt: decidedAt, ...stamp });
    count[result] += 1;
    if (result === 'passed')
      passed.push(issueCompletion(world, held, trainee, { facts, decision, closingId: closing.id, decidedAt, by: voice.accountId }));
  }
  if (kind === 'main') {
    for (const { row } of held.enrolments) if (row.status === 'waitlisted') row.status = 'lapsed';
    const seatsTaken = held.enrolments.filter(({ row }) => holdsSeat(row.status)).length;
    Object.assign(held.row, { status: 'closed', closedAt: decidedAt, closedBy: voice.accountId, seatsTaken, waitingCount: 0 });
  }
  const by = { voice, at: decidedAt, tell: tell ?? false };
  world.say('class.closed', { type: 'class', id: held.row.id }, by, { closingId: closing.id, kind, ...count });
  return passed;
}

/** Takes a completion back: a later entry of -1, and the certificate marked. */
export function endCompletion(world: World, completion: Completion, status: 'revoked' | 'voided', at: Date, reason: string): void {
  const held = world.classes.find((each) => each.row.id === completion.classId);
  if (!held) throw new Error('a completion without a class');
  const voice = world.reviewerOf(held.course.provider);
  completion.status = status;
  world.rows.completionEntry.push({ completionId: completion.id, kind: status, delta: -1, reason, at, by: voice.accountId });
  const certificate = world.rows.completionCertificate.find((each) => each.completionId === completion.id);
  if (certificate) Object.assign(certificate, { revokedAt: at, revokedReason: reason });
  const enrolment = held.enrolments.find(({ row }) => row.id === completion.enrolmentId)?.row;
  if (status === 'voided' && enrolment) {
    Object.assign(enrolment, { status: 'voided', reason, decidedAt: at, decidedBy: voice.accountId, updatedAt: at });
  }
  const data = { classId: completion.classId, personId: completion.personId, reason };
  world.say(`completion.${status}`, { type: 'completion', id: completion.id }, { voice, at }, data);
}
