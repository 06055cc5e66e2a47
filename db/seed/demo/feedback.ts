import { randomUUID } from 'node:crypto';
import { FEEDBACK_ASKED } from '~/domain/completion/feedback';
import { addDays, beijingInstant } from '~/domain/shared/period';
import { Random } from '../random';
import { voiceOfMember } from './enrol';
import type { SeedClass, World } from './world';

const REMARKS = [
  '实操时间可以再多一些。',
  '案例很贴近日常工作，回去就能用。',
  '教室有点小，分组练习时拥挤。',
  '希望课件能提前发。',
  '急救演练安排得好，建议每年复训。',
  '中午休息时间太短。',
  '讲得清楚，就是内容多，消化不过来。',
];
/** How far back trainees were asked: the platform began with it then. */
const ASKED_SINCE_DAYS = 430;

/** How many of those who came answer: most, or too few to be shown. */
const answering = (came: number, few: boolean, random: Random): number =>
  few ? Math.min(3, came) : Math.round(came * (0.5 + random.next() * 0.4));

/** What trainees said of the classes of the last year: the newest closed class of each provider has too few answers so far. */
export function addFeedback(world: World): void {
  const random = new Random(4_091);
  const since = addDays(world.today, -ASKED_SINCE_DAYS);
  const over = world.classes
    .filter(({ row }) => row.endsOn < world.today && row.endsOn >= since && row.status !== 'cancelled')
    .sort((a, b) => b.row.endsOn.localeCompare(a.row.endsOn));
  const newest = new Set<string>();
  for (const held of over) {
    const closed = held.row.status === 'closed';
    const few = !closed || !newest.has(held.row.providerId);
    if (closed) newest.add(held.row.providerId);
    rate(world, held, few, random);
  }
}

function rate(world: World, held: SeedClass, few: boolean, random: Random): void {
  const lecturerIds = [...new Set(held.lessons.flatMap(({ lecturerId }) => lecturerId ?? []))];
  const came = held.enrolments.filter(
    ({ row, member }) => FEEDBACK_ASKED.some((status) => status === row.status) && !isAsked(world, member),
  );
  const mood = random.weighted([1, 3, 4]);
  const points = () => 5 - random.weighted([5 + mood * 2, 4, 2, mood === 0 ? 2 : 0.4, mood === 0 ? 1 : 0.1]);
  for (const { row, member } of came.slice(0, answering(came.length, few, random))) {
    const givenOn = [addDays(held.row.endsOn, random.int(1, 18)), addDays(world.today, -1)].sort()[0] ?? world.today;
    const classId = held.row.id ?? '';
    const id = randomUUID();
    world.rows.feedbackGiven.push({ enrolmentId: row.id, classId, givenOn });
    const remark = random.chance(0.25) ? random.pick(REMARKS) : '';
    world.rows.feedback.push({ id, classId, content: points(), teaching: points(), organisation: points(), remark });
    for (const lecturerId of lecturerIds) world.rows.feedbackLecturer.push({ feedbackId: id, lecturerId, points: points() });
    const at = beijingInstant(givenOn, `${random.int(18, 21)}:${random.int(10, 59)}`);
    world.say('feedback.given', { type: 'enrolment', id: row.id }, { voice: voiceOfMember(world, member), at }, { classId });
  }
}

/** Whoever can sign in has yet to answer: her page shows how. */
const isAsked = (world: World, member: SeedClass['enrolments'][number]['member']): boolean =>
  world.rows.account.some(({ personId, username }) => personId === member.person.id && !!username);
