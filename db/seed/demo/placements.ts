import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { engagement, placement, student } from '#db/schema';
import { PLACEMENT_EVENTS } from '~/domain/notification/placement-messages.server';
import { newId } from '~/domain/shared/id';
import { addDays, beijingInstant, daysBetween, weekday } from '~/domain/shared/period';
import { acceptPlacement, declinePlacement } from '~/domain/talent/placement/answer-placement.server';
import { assessPlacement } from '~/domain/talent/placement/assess-placement.server';
import { breakOffPlacement } from '~/domain/talent/placement/break-off-placement.server';
import { checkWeek } from '~/domain/talent/placement/check-week.server';
import { linkConversions } from '~/domain/talent/placement/link-conversions.server';
import { mondayOf } from '~/domain/talent/placement/log';
import { proposePlacements } from '~/domain/talent/placement/propose-placements.server';
import { writeLog } from '~/domain/talent/placement/write-log.server';
import { STORY_NAMES } from './names';
import { organisationAt } from './organisations';
import { Cast } from './sitting-people';
import { tellMessages } from './tell-messages';
import type { World } from './world';

const DAILY = [
  '晨检接待，协助记录入园体温；上午带感官游戏，观察两名幼儿的抓握。',
  '练习配奶与拍嗝，午睡巡视每十五分钟一次并记录。',
  '户外活动前检查场地，学习跌落应急处置流程。',
  '协助餐点照护，记录进食量；与家长交接当日情况。',
  '跟班学习换尿布与臀部护理规范，整理玩教具并消毒。',
];
const HEALTH = ['协助保健员晨检与消毒登记，核对缺勤追踪。', '学习体重身长测量，录入生长发育记录。'];
const START = -40;

interface Told {
  from: number;
  until: number;
  role?: 'caregiver' | 'health_staff';
  hours?: number;
  insurance?: string;
  insuredUntil?: number;
}

/** Placements of 青禾职业学院 at the institution of `jigou`, told by the product's own operations, each on its day. */
export async function addPlacements(tx: Tx, world: World): Promise<void> {
  const collegeId = organisationAt(world, 'QH').id ?? '';
  const [point] = await tx.select().from(student).where(eq(student.collegeId, collegeId)).limit(1);
  if (!point) return;
  const teller = new Teller(tx, world, collegeId);
  const her = await teller.studentOf(STORY_NAMES.student);
  const intern = await teller.internAsStudent(point.pointId);
  const [helper, waiting, minor, declined, broken] = await teller.others(5);
  await teller.running(her, { from: START, until: START + 181 }, DAILY);
  if (helper) await teller.running(helper, { from: -20, until: 160, role: 'health_staff', hours: 8.5, insuredUntil: 90 }, HEALTH);
  await teller.assessed(intern);
  if (declined) await teller.answered(declined, -14, (ctx, id) => declinePlacement(ctx, id, '本学期带教名额已满，欢迎下学期再联系。'));
  if (broken) await teller.brokenOff(broken);
  const asked = [waiting, minor].filter((each) => each !== undefined);
  await teller.propose(asked, -3, { from: 14, until: 195, insurance: '' });
  await linkConversions({ ...teller.cast.ctx(teller.college, -400), actor: { kind: 'system', job: 'placements.link' } });
  await tellMessages(tx, world, PLACEMENT_EVENTS);
}

type Ctx = ReturnType<Cast['ctx']>;

class Teller {
  readonly cast: Cast;
  readonly college;
  readonly institution;
  readonly institutionId: string;

  constructor(
    readonly tx: Tx,
    readonly world: World,
    readonly collegeId: string,
  ) {
    this.cast = new Cast(tx, world);
    this.college = this.cast.actorOf('yuanxiao');
    this.institution = this.cast.actorOf('jigou');
    this.institutionId = this.institution.organisation?.id ?? '';
  }

  day = (offset: number): string => addDays(this.world.today, offset);

  async studentOf(name: string): Promise<string> {
    const personId = this.world.memberNamed(name).person.id ?? '';
    const [row] = await this.tx.select().from(student).where(eq(student.personId, personId));
    if (!row) throw new Error(`${name} studies nowhere`);
    return row.id;
  }

  /** The next students who study there and have no placement, in the order of their numbers. */
  async others(limit: number): Promise<string[]> {
    const known = Object.values(STORY_NAMES);
    const rows = await this.tx.execute<{ id: string }>(sql`
      select s.id from student s join person p on p.id = s.person_id where s.college_id = ${this.collegeId} and s.status = 'studying'
        and p.name not in ${known} and not exists (select 1 from placement x where x.person_id = p.id)
        and not exists (select 1 from engagement e where e.person_id = p.id)
      order by s.enrolled_on desc, s.student_no limit ${limit}`);
    return rows.map(({ id }) => id);
  }

  /** She is on the roster as an intern already: the college enters her, and the placement stands on that post. */
  async internAsStudent(pointId: string): Promise<{ studentId: string; from: number }> {
    const personId = this.world.memberNamed(STORY_NAMES.intern).person.id ?? '';
    const [post] = await this.tx.select().from(engagement).where(eq(engagement.personId, personId));
    if (!post) throw new Error('the intern has no post');
    const [known] = await this.tx.select().from(student).where(eq(student.personId, personId));
    const year = Number(post.startOn.slice(0, 4)) - 2;
    const studentId = known?.id ?? newId();
    const enrolledOn = `${year}-09-01`;
    const row = {
      id: studentId,
      personId,
      collegeId: this.collegeId,
      pointId,
      studentNo: `${year}079001`,
      className: `托育${year % 100}01班`,
    };
    const made = { createdAt: beijingInstant(enrolledOn, '15:00'), createdBy: this.college.accountId, isDemo: true };
    if (!known) await this.tx.insert(student).values({ ...row, ...made, enrolledOn, status: 'studying' });
    return { studentId, from: daysBetween(this.world.today, post.startOn) };
  }

  async propose(studentIds: readonly string[], on: number, told: Told): Promise<string[]> {
    const { from, until, role = 'caregiver', hours = 8, insurance, insuredUntil = until + 30 } = told;
    const answers = await proposePlacements(this.cast.ctx(this.college, on), {
      institutionId: this.institutionId,
      kind: 'post',
      role,
      fromOn: this.day(from),
      untilOn: this.day(until),
      hoursPerDay: hours,
      agreementSignedOn: this.day(on - 2),
      insuredUntilOn: insurance === '' ? null : this.day(insuredUntil),
      collegeMentor: '周老师（演示）',
      students: studentIds.map((studentId, at) => ({
        studentId,
        agreementNo: `SX-${this.day(from).slice(0, 7)}-${String(on + 400)}${at + 1}`,
        insuranceNo: insurance ?? `BX${this.day(from).replaceAll('-', '')}${at + 1}（演示）`,
        guardianConsent: false,
      })),
    });
    return answers.map(({ placementId, name, refusal }) => {
      if (!placementId) throw new Error(`${name} was not proposed: ${refusal?.code}`);
      return placementId;
    });
  }

  async answered(studentId: string, on: number, answer: (ctx: Ctx, id: string) => Promise<void>): Promise<void> {
    const [id = ''] = await this.propose([studentId], on, { from: on + 20, until: on + 200 });
    await answer(this.cast.ctx(this.institution, on + 2), id);
  }

  async accepted(studentId: string, told: Told): Promise<string> {
    const [id = ''] = await this.propose([studentId], told.from - 15, told);
    await acceptPlacement(this.cast.ctx(this.institution, told.from - 11), id, '保教主管（演示）');
    return id;
  }

  /** Under way, with a log of every working day; the last week that is over waits for both. */
  async running(studentId: string, told: Told, texts: readonly string[]): Promise<void> {
    const id = await this.accepted(studentId, told);
    const [row] = await this.tx.select().from(placement).where(eq(placement.id, id));
    const herself = await this.cast.accountOf(row?.personId ?? '');
    for (let at = told.from; at < 0; at += 1) {
      const day = this.day(at);
      if (weekday(day) % 6 === 0) continue;
      const text = texts[at % texts.length === 0 ? 0 : Math.abs(at % texts.length)] ?? '';
      const minutes = at % 7 === 0 ? 420 : 480;
      await writeLog(this.cast.ctx(herself, at, '19:40'), { placementId: id, day, minutes, text });
    }
    const last = addDays(mondayOf(this.world.today), -7);
    for (let week = mondayOf(this.day(told.from)); week < last; week = addDays(week, 7)) {
      const on = daysBetween(this.world.today, week) + 8;
      const note = week === mondayOf(this.day(told.from)) ? '记录具体，注意写下观察到的变化。' : '';
      await checkWeek(this.cast.ctx(this.institution, on, '16:20'), { placementId: id, weekOn: week, note: '' });
      await checkWeek(this.cast.ctx(this.college, on + 1, '10:30'), { placementId: id, weekOn: week, note });
    }
  }

  /** Over since three days and assessed by both: the college may finish it, the institution may take her on. */
  async assessed({ studentId, from }: { studentId: string; from: number }): Promise<void> {
    const id = await this.accepted(studentId, { from, until: -3 });
    await assessPlacement(this.cast.ctx(this.institution, -2), id, { points: 92, text: '照护耐心细致，能独立完成一日流程。' });
    await assessPlacement(this.cast.ctx(this.college, -1), id, { points: 90, text: '日志完整，总结扎实。' });
  }

  async brokenOff(studentId: string): Promise<void> {
    const id = await this.accepted(studentId, { from: -120, until: 60 });
    await breakOffPlacement(this.cast.ctx(this.college, -81), id, { endedOn: this.day(-80), reason: '学生转往本校附近机构实习。' });
  }
}
