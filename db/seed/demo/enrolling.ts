import { addDays, formatInstant, HOUR, MINUTE } from '~/domain/shared/period';
import { minimumDecisionDueOn } from '~/domain/training-class/minimum';
import { daysLater, onDay } from './classes';
import { fill, open, place } from './current';
import { organisationAt } from './organisations';
import type { SeedClass, World } from './world';

/** Classes that have not begun: not open yet, enrolling, full with a queue, too few, moved and cancelled. */
export function addEnrollingClasses(world: World): void {
  addPlanned(world);
  addOpen(world);
  addFull(world);
  addTooFew(world);
  addCancelled(world);
}

const window = (world: World, openedAgo: number, closesIn: number) => ({
  openedOn: addDays(world.today, -openedAgo),
  enrolFromOn: addDays(world.today, -openedAgo + 1),
  enrolUntilOn: addDays(world.today, closesIn),
});

function addPlanned(world: World): void {
  const soon = { openedOn: addDays(world.today, -2), enrolFromOn: addDays(world.today, 7), enrolUntilOn: addDays(world.today, 35) };
  open(world, { course: ['QH', '保育人员岗位培训'], startsIn: 48, capacity: 40, plan: soon });
  open(world, { course: ['HDF', '保育质量'], startsIn: 45, capacity: 24, plan: soon });
}

function addOpen(world: World): void {
  const home = organisationAt(world, 'institution');
  const care = open(world, { course: ['QH', '回应性照护'], startsIn: 16, capacity: 30, plan: window(world, 14, 9) });
  fill(world, care, { size: 7 });
  fill(world, care, { size: 3, status: 'applied', answer: 'confirmed', daysAgo: 2 });
  fill(world, care, { size: 3, status: 'applied', answer: 'pending', daysAgo: 0, institutionId: home.id });
  fill(world, care, { size: 2, status: 'applied', answer: 'pending', daysAgo: 6 });
  fill(world, care, { size: 1, status: 'rejected', daysAgo: 5, reason: '本期面向在岗满三个月的保育人员，请报名下一期。' });

  const mixed = open(world, { course: ['CYF', '家园社协同'], startsIn: 20, capacity: 40, plan: window(world, 12, 13) });
  fill(world, mixed, { size: 13 });
  fill(world, mixed, { size: 2, status: 'applied', answer: 'confirmed', daysAgo: 1 });
  const online = open(world, { course: ['YS', '职业行为'], startsIn: 14, capacity: 200, plan: window(world, 20, 10) });
  fill(world, online, { size: 43 });
  fill(world, online, { size: 3, status: 'withdrawn', daysAgo: 6, reason: '时间与值班冲突' });
  const health = open(world, { course: ['BJM', '卫生保健人员岗前'], startsIn: 18, capacity: 30, plan: window(world, 15, 11) });
  fill(world, health, { size: 9 });
  fill(world, health, { size: 2, status: 'applied', answer: 'confirmed', daysAgo: 1 });
  const feeding = open(world, { course: ['HDF', '卫生消毒'], startsIn: 15, capacity: 24, plan: window(world, 13, 8) });
  fill(world, feeding, { size: 10 });
  moveLesson(world, feeding);
  const whole = open(world, { course: ['QH', '托育机构负责人岗位培训'], startsIn: 25, capacity: 20, plan: window(world, 10, 18) });
  fill(world, whole, { size: 9 });
  const safety = open(world, { course: ['CYF', '安全管理'], startsIn: 13, capacity: 25, plan: window(world, 16, 6) });
  fill(world, safety, { size: 13 });
  place(world, safety, 'principal', { status: 'approved', at: daysLater(world.now, -5), tell: true });
  const east = open(world, { course: ['TZF', '婴幼儿急救'], startsIn: 17, capacity: 30, plan: window(world, 9, 10) });
  fill(world, east, { size: 8 });
}

/** Twelve seats, one of them offered to the first of the queue two hours ago; the next ones wait. */
function addFull(world: World): void {
  const aid = open(world, { course: ['QH', '婴幼儿急救'], startsIn: 12, capacity: 12, plan: window(world, 18, 5) });
  fill(world, aid, { size: 11, daysAgo: 8 });
  fill(world, aid, { size: 1, status: 'withdrawn', daysAgo: 2, reason: '单位临时安排值班' });
  place(world, aid, 'trainee', {
    status: 'offered',
    at: daysLater(world.now, -6),
    offeredAt: new Date(world.now.getTime() - 2 * HOUR),
    tell: true,
  });
  place(world, aid, 'firstInQueue', { status: 'waitlisted', at: daysLater(world.now, -5), tell: true });
  fill(world, aid, { size: 3, status: 'waitlisted', daysAgo: 1 });
  const west = open(world, { course: ['XCF', '卫生消毒'], startsIn: 10, capacity: 10, plan: window(world, 20, 3) });
  fill(world, west, { size: 10, daysAgo: 4 });
}

function addTooFew(world: World): void {
  const held = open(world, { course: ['CYF', '早期学习'], startsIn: 8, capacity: 30, plan: { ...window(world, 22, -1), minimumSize: 10 } });
  fill(world, held, { size: 4, daysAgo: 5 });
  const dueOn = minimumDecisionDueOn(world.today, held.row.startsOn);
  Object.assign(held.row, { minimumDecision: 'pending', minimumDecisionDueOn: dueOn });
  const data = { enrolled: held.row.seatsTaken ?? 0, minimum: 10, dueOn };
  world.say('class.minimum_missed', { type: 'class', id: held.row.id }, { voice: null, at: earlyToday(world), tell: true }, data);
}

const earlyToday = (world: World): Date => new Date(Math.min(onDay(world.today, 10).getTime(), world.now.getTime() - MINUTE));

function moveLesson(world: World, held: SeedClass): void {
  const moved = held.lessons.at(-1);
  if (!moved) return;
  const reason = '原教室检修，下午实操改在第三实训室。';
  const place = `第3实训室（${held.row.code}）`;
  const times = { at: formatInstant(moved.startsAt), until: formatInstant(moved.endsAt), lecturer: moved.lecturer };
  const data = { classId: held.row.id, reason, before: { ...times, place: moved.place }, after: { ...times, place } };
  Object.assign(moved, { place, changeReason: reason });
  Object.assign(held.row, { freeWithdrawal: true, changeReason: reason });
  const by = { voice: world.voiceOf(held.row.providerId), at: daysLater(world.now, -1), tell: true };
  world.say('lesson.moved', { type: 'lesson', id: moved.id }, by, data);
}

function addCancelled(world: World): void {
  const held = open(world, { course: ['DXF', '早期学习'], startsIn: 11, capacity: 30, plan: window(world, 21, 2) });
  fill(world, held, { size: 6, daysAgo: 8 });
  const reason = '承办场地停水检修，本期取消，已报名学员可优先报名下一期。';
  const voice = world.voiceOf(held.row.providerId);
  const at = daysLater(world.now, -2);
  for (const { row } of held.enrolments)
    Object.assign(row, { status: 'voided', reason, decidedAt: at, decidedBy: voice.accountId, updatedAt: at });
  for (const lesson of held.lessons) Object.assign(lesson, { status: 'cancelled', changeReason: reason });
  Object.assign(held.row, { status: 'cancelled', seatsTaken: 0, waitingCount: 0, freeWithdrawal: true, changeReason: reason });
  world.say('class.cancelled', { type: 'class', id: held.row.id }, { voice, at, tell: true }, { reason });
}
