import type { CourseModule } from '~/domain/course/course';
import { newId } from '~/domain/shared/id';
import { addDays, beijingInstant, DAY, startOfDay, weekday } from '~/domain/shared/period';
import type { LessonKind } from '~/domain/training-class/training-class';
import { lessonRow } from '../builders/classes';
import type { ClassRow, SeedClass, SeedCourse, World } from './world';

/** Half a day: four class hours. Every course of the demo is made of whole halves. */
const HALF = 180;
const MORNING = { from: '09:00', until: '12:00' };
const AFTERNOON = { from: '13:30', until: '16:30' };

const LECTURERS = ['方老师', '程老师', '白老师', '温老师', '顾老师', '沈老师', '陆老师', '乔老师'];

interface Half {
  kind: LessonKind;
  module: CourseModule;
}

/** The halves of one kind; one that two modules share is named after the one that it begins with. */
function halvesOf(modules: readonly CourseModule[], kind: LessonKind): Half[] {
  const spans = modules.map((module) => ({ module, minutes: kind === 'theory' ? module.theoryMinutes : module.practiceMinutes }));
  const total = spans.reduce((sum, span) => sum + span.minutes, 0);
  return Array.from({ length: total / HALF }, (_, at) => {
    let passed = 0;
    const span = spans.find((each) => {
      passed += each.minutes;
      return at * HALF < passed;
    });
    if (!span) throw new Error('a half without a module');
    return { kind, module: span.module };
  });
}

/** Theory in the morning and practice in the afternoon while there are both. */
export function timetable(course: SeedCourse): [Half, Half | null][] {
  const theory = halvesOf(course.modules, 'theory');
  const practice = halvesOf(course.modules, 'practice');
  const days: [Half, Half | null][] = [];
  for (let first = theory.shift() ?? practice.shift(); first; first = theory.shift() ?? practice.shift()) {
    days.push([first, practice.shift() ?? theory.shift() ?? null]);
  }
  return days;
}

/** Days with lessons from a day on: every day but Sunday, or weekends only. */
export function teachingDays(from: string, count: number, pattern: 'weekdays' | 'weekends' = 'weekdays'): string[] {
  const days: string[] = [];
  for (let day = from; days.length < count; day = addDays(day, 1)) {
    const isWeekend = weekday(day) % 6 === 0;
    if ((pattern === 'weekends') === isWeekend) days.push(day);
  }
  return days;
}

export interface ClassPlan {
  course: SeedCourse;
  code: string;
  /** As many as the course's timetable has. */
  days: string[];
  capacity: number;
  minimumSize?: number;
  /** Day of opening; the window begins on the next and closes a week before the class unless told otherwise. */
  openedOn?: string;
  enrolFromOn?: string;
  enrolUntilOn?: string;
  term?: string;
  tell?: boolean;
  more?: Partial<ClassRow>;
}

export function addClass(world: World, plan: ClassPlan): SeedClass {
  const { course, days } = plan;
  const [startsOn] = days;
  if (!course.syllabus || !startsOn) throw new Error(`${plan.code} cannot be opened`);
  const id = newId();
  const openedOn = plan.openedOn ?? addDays(startsOn, -35);
  const isOnline = course.row.delivery === 'online';
  const room = world.classes.length;
  const place = isOnline ? '线上直播' : `第${(room % 12) + 1}实训室（${plan.code}）`;
  const lecturer = `${LECTURERS[room % LECTURERS.length]}（${plan.code}）`;
  const lessons = timetable(course).flatMap((halves, at) =>
    halves.flatMap((half, nth) => {
      const on = days[at];
      if (!half || !on) return [];
      const detail = { kind: half.kind, moduleCode: half.module.code, title: half.module.title, place, lecturer };
      return [lessonRow(id, at * 2 + nth + 1, { on, ...(nth === 0 ? MORNING : AFTERNOON), ...detail })];
    }),
  );
  const voice = world.voiceOf(course.provider.id);
  const createdAt = beijingInstant(openedOn, '09:30');
  const row: ClassRow = {
    id,
    courseId: course.row.id,
    syllabusVersionId: course.syllabus.id,
    providerId: course.provider.id,
    districtCode: course.provider.districtCode ?? null,
    code: plan.code,
    term: plan.term ?? `${startsOn.slice(0, 4)}年${Number(startsOn.slice(5, 7))}月班`,
    delivery: course.row.delivery,
    place,
    meetingLink: isOnline || course.row.delivery === 'blended' ? `https://meeting.example.com/${plan.code.toLowerCase()}` : null,
    capacity: plan.capacity,
    minimumSize: plan.minimumSize ?? Math.min(8, plan.capacity),
    seatsTaken: 0,
    waitingCount: 0,
    lastQueuePlace: 0,
    enrolFromOn: plan.enrolFromOn ?? addDays(openedOn, 1),
    enrolUntilOn: plan.enrolUntilOn ?? addDays(startsOn, -7),
    startsOn,
    endsOn: days.at(-1) ?? startsOn,
    startsAt: beijingInstant(startsOn, MORNING.from),
    status: 'planned',
    createdAt,
    createdBy: voice.accountId,
    isDemo: true,
    ...plan.more,
  };
  const built: SeedClass = { row, course, lessons, enrolments: [] };
  world.rows.trainingClass.push(row);
  world.rows.lesson.push(...lessons);
  world.classes.push(built);
  const opened = { courseId: course.row.id, syllabusVersionId: course.syllabus.id, capacity: plan.capacity };
  world.say('class.opened', { type: 'class', id }, { voice, at: createdAt }, opened);
  return built;
}

/** A Beijing moment on a day of the class's past: hours apart, so that events have an order. */
export const onDay = (day: string, minuteOfDay: number): Date => new Date(startOfDay(day).getTime() + minuteOfDay * 60_000);
export const daysLater = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY);
