import { creditedMinutes, ledger } from '~/domain/attendance/attendance';
import { type Decision, decideResult, type ResultFacts } from '~/domain/completion/result';
import { addDays, MINUTE } from '~/domain/shared/period';
import { onDay } from './classes';
import type { Fates } from './fates';
import type { SeedClass, SeedEnrolment, World } from './world';

const RETEST_AFTER_DAYS = 9;

/** Those whose seat was given to them, and who have no result yet. */
export const attendees = (held: SeedClass): SeedEnrolment[] =>
  held.enrolments.filter(({ row }) => row.status === 'approved' || row.status === 'attending');

/** Marks of the lessons that have ended; the newest `unmarked` of them still wait for theirs. */
export function markLessons(world: World, held: SeedClass, fates: Fates, unmarked = 0): void {
  const taught = held.lessons.filter((lesson) => lesson.status === 'scheduled' && lesson.endsAt < world.now);
  const people = attendees(held);
  const voice = world.voiceOf(held.row.providerId);
  for (const lesson of taught.slice(0, taught.length - unmarked)) {
    const at = new Date(Math.min(lesson.endsAt.getTime() + 20 * MINUTE, world.now.getTime()));
    const rows = people.map(({ row, member, marks }) => {
      const { mark, late } = fates.markOf(member, lesson.position, held.lessons.length);
      const minutesCredited = creditedMinutes(mark, lesson.minutes, late);
      marks.push({ lessonId: lesson.id, enrolmentId: row.id, mark, minutesCredited, recordedAt: at, recordedBy: voice.accountId });
      if (row.status === 'approved' && minutesCredited > 0) Object.assign(row, { status: 'attending', updatedAt: at });
      return { enrolmentId: row.id, before: null, after: mark === 'late' ? `late:${late}` : mark };
    });
    if (rows.length === 0) continue;
    const data = { classId: held.row.id, lessonId: lesson.id, rows, lateReason: null };
    world.say('attendance.recorded', { type: 'lesson', id: lesson.id }, { voice, at }, data);
  }
  world.rows.attendance.push(...people.flatMap(({ marks }) => marks));
}

type Kind = SeedEnrolment['scores'][number]['kind'];
interface Entered {
  on: string;
  row: { enrolmentId: string; kind: Kind; before: null; after: number };
}

/** Scores of the last day and the re-tests that followed; `share` of the people have theirs so far. */
export function enterScores(world: World, held: SeedClass, fates: Fates, share = 1): void {
  const { minTheoryScore, minPracticalScore } = held.course.row.passRule;
  const { endsOn } = held.row;
  const retestOn = addDays(endsOn, RETEST_AFTER_DAYS);
  const people = attendees(held).filter(({ row }) => row.status === 'attending');
  const entered = people.slice(0, Math.ceil(people.length * share)).flatMap((trainee): Entered[] => {
    const fate = fates.of(trainee.member);
    const isWeak = fate === 'retest' || fate === 'failsTheory';
    const all: Entered[] = [];
    const put = (kind: Kind, from: number, until: number, on: string) =>
      all.push(enterScore(world, held, trainee, kind, halfPoints(world, from, until), on));
    if (minTheoryScore !== null) put('theory', isWeak ? 41 : 66, isWeak ? 58 : 98, endsOn);
    if (minPracticalScore !== null) put('practical', 68, 99, endsOn);
    if (fate === 'retest' && minTheoryScore !== null && onDay(retestOn, 36 * 60) < world.now) put('theory_retest', 62, 86, retestOn);
    return all;
  });
  tellScores(world, held, entered);
}

const halfPoints = (world: World, from: number, until: number): number => world.random.int(from * 2, until * 2) / 2;

export function enterScore(world: World, held: SeedClass, { row, scores }: SeedEnrolment, kind: Kind, points: number, on: string): Entered {
  const recordedBy = world.voiceOf(held.row.providerId).accountId;
  const score = { enrolmentId: row.id, kind, points, assessedOn: on, assessor: '考评员', recordedAt: recordedAt(world, on), recordedBy };
  scores.push(score);
  world.rows.score.push(score);
  return { on, row: { enrolmentId: row.id, kind, before: null, after: points } };
}

/** The next morning, but never in the future. */
const recordedAt = (world: World, on: string): Date => new Date(Math.min(onDay(addDays(on, 1), 10 * 60).getTime(), world.now.getTime()));

export function tellScores(world: World, held: SeedClass, entered: readonly Entered[]): void {
  for (const on of new Set(entered.map((each) => each.on))) {
    const rows = entered.filter((each) => each.on === on).map((each) => each.row);
    const by = { voice: world.voiceOf(held.row.providerId), at: recordedAt(world, on) };
    world.say('score.recorded', { type: 'class', id: held.row.id }, by, { classId: held.row.id, rows });
  }
}

/** The same facts as the product reads for a closing, and its decision. */
export function decide(held: SeedClass, { marks, scores }: SeedEnrolment): { facts: ResultFacts; decision: Decision } {
  const { modules, row } = held.course;
  const facts: ResultFacts = {
    passRule: row.passRule,
    ledger: ledger(held.lessons, marks),
    scores: scores.map(({ kind, points, assessedOn }) => ({ kind, points, assessedOn })),
    syllabus: {
      theoryMinutes: modules.reduce((sum, module) => sum + module.theoryMinutes, 0),
      practiceMinutes: modules.reduce((sum, module) => sum + module.practiceMinutes, 0),
    },
    lastLessonOn: held.row.endsOn,
  };
  return { facts, decision: decideResult(facts) };
}
