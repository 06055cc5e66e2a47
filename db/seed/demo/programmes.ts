import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { POINT_EVENTS } from '~/domain/notification/cooperation-messages.server';
import { addDays } from '~/domain/shared/period';
import { confirmPoint, returnPoint } from '~/domain/talent/decide-point.server';
import { linkCourses } from '~/domain/talent/link-courses.server';
import { filingMark, type PointStatus } from '~/domain/talent/programme';
import { addPoint, editPoint } from '~/domain/talent/save-point.server';
import { setProgrammeYear } from '~/domain/talent/set-programme-year.server';
import { organisationAt } from './organisations';
import { Cast } from './sitting-people';
import { tellMessages } from './tell-messages';
import type { World } from './world';

interface PointPlan {
  college: string;
  /** Level and name in the shipped catalogue. */
  major: readonly [level: string, name: string];
  filedOn: string | null;
  /** Of enrolment: planned places a year. */
  places: number;
  enteredOn: number;
  becomes: 'confirmed' | 'waiting' | 'returned' | 'planned' | 'ended';
}

const CARE = ['higher_vocational', '婴幼儿托育服务与管理'] as const;

/** Four that count this year, one short of the plan's five; beside them one of each kind that does not. */
const POINTS: readonly PointPlan[] = [
  { college: 'QH', major: CARE, filedOn: '2021-05-18', places: 80, enteredOn: -320, becomes: 'confirmed' },
  {
    college: 'YS',
    major: ['vocational_bachelor', '婴幼儿发展与健康管理'],
    filedOn: '2022-04-20',
    places: 60,
    enteredOn: -300,
    becomes: 'confirmed',
  },
  {
    college: 'XL',
    major: ['secondary_vocational', '婴幼儿托育'],
    filedOn: '2021-06-08',
    places: 45,
    enteredOn: -310,
    becomes: 'confirmed',
  },
  { college: 'BT', major: CARE, filedOn: '2022-06-01', places: 40, enteredOn: -280, becomes: 'confirmed' },
  { college: 'YH', major: CARE, filedOn: '2022-06-10', places: 40, enteredOn: -4, becomes: 'waiting' },
  { college: 'QH', major: ['higher_vocational', '早期教育'], filedOn: '2020-05-12', places: 50, enteredOn: -320, becomes: 'confirmed' },
  { college: 'QH', major: ['vocational_bachelor', '婴幼儿发展与健康管理'], filedOn: null, places: 40, enteredOn: -30, becomes: 'planned' },
  { college: 'BT', major: ['secondary_vocational', '婴幼儿托育'], filedOn: '2023-05-30', places: 30, enteredOn: -15, becomes: 'returned' },
  { college: 'NM', major: ['secondary_vocational', '婴幼儿托育'], filedOn: '2020-06-15', places: 35, enteredOn: -250, becomes: 'ended' },
];
const ENDED_ON = '2024-09-01';
const FIRST_YEAR = 2022;

/** Programme points of the colleges, told by the product's own operations, each on its day. */
export async function addProgrammes(tx: Tx, world: World): Promise<void> {
  const cast = new Cast(tx, world);
  for (const plan of POINTS) await tell(tx, world, cast, plan);
  await tellMessages(tx, world, POINT_EVENTS);
}

async function tell(tx: Tx, world: World, cast: Cast, plan: PointPlan): Promise<void> {
  const { college, major, filedOn, enteredOn, becomes } = plan;
  const home = organisationAt(world, college);
  const actor = cast.speakerOf(home);
  const [found] = await tx.execute<{ id: string }>(sql`select id from major where level = ${major[0]} and name_zh = ${major[1]}`);
  if (!found) throw new Error(`the catalogue has no ${major.join(' ')}`);
  const status: PointStatus = filedOn === null ? 'planned' : 'filed';
  const documentNo = filedOn === null ? '' : `演示备案〔${filedOn.slice(0, 4)}〕${Number(filedOn.slice(5, 7)) + 3}号`;
  const state = { status, filedOn, documentNo, endedOn: null, remark: '' };
  const ctx = (after: number, time?: string) => cast.ctx(actor, enteredOn + after, time);
  const pointId = await addPoint(ctx(0), { majorId: found.id, ...state });
  await addYears(world, plan, (year) => setProgrammeYear(ctx(1, '15:20'), pointId, year));
  if (college === 'QH' && major === CARE) await linkCourses(ctx(1, '16:00'), pointId, coursesOf(world, home.id ?? ''));
  const city = cast.ctx(cast.actorOf('shiwei'), Math.min(enteredOn + 6, -1), '11:00');
  if (becomes === 'returned') await returnPoint(city, pointId, '文号与备案文件不一致，请核对后更正。');
  if (becomes === 'confirmed' || becomes === 'ended') await confirmPoint(city, pointId, filingMark(state));
  if (becomes === 'ended')
    await editPoint(ctx(10), pointId, { ...state, status: 'ended', endedOn: ENDED_ON, remark: '专业调整，在校生已毕业。' });
}

/** Years up to this one; whoever enrolled is known for those whose autumn is over on the day of entry. */
async function addYears(
  world: World,
  plan: PointPlan,
  enter: (year: { year: number; plannedIntake: number; actualIntake: number | null; graduates: number | null }) => Promise<void>,
) {
  const { filedOn, places, becomes } = plan;
  const entered = addDays(world.today, plan.enteredOn + 1);
  const thisYear = Number(world.today.slice(0, 4));
  const first = filedOn === null ? thisYear + 1 : Math.max(FIRST_YEAR, Number(filedOn.slice(0, 4)));
  const last = becomes === 'ended' ? Number(ENDED_ON.slice(0, 4)) - 1 : filedOn === null ? thisYear + 1 : thisYear;
  for (let year = first; year <= last; year += 1) {
    const known = `${year}-10-01` <= entered;
    const actualIntake = known ? places - ((year * 7) % 5) : null;
    const graduates = known && year >= FIRST_YEAR + 3 ? places - 4 - (year % 3) : null;
    await enter({ year, plannedIntake: places, actualIntake, graduates });
  }
}

const coursesOf = (world: World, collegeId: string): string[] =>
  world.rows.course
    .filter((row) => row.providerId === collegeId && row.status === 'published')
    .slice(0, 3)
    .flatMap(({ id }) => id ?? []);
