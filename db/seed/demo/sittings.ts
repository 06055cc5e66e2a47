import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { sitting } from '#db/schema';
import { addAssessor } from '~/domain/evaluation/name-assessors.server';
import { openSitting } from '~/domain/evaluation/open-sitting.server';
import { addKind } from '~/domain/evaluation/save-kind.server';
import { addSite } from '~/domain/evaluation/save-site.server';
import { EVALUATION_EVENTS } from '~/domain/notification/evaluation-messages.server';
import { addDays } from '~/domain/shared/period';
import { organisationAt } from './organisations';
import { finish } from './sitting-ends';
import { Cast, type SittingPlan } from './sitting-people';
import { SITTING_PLANS } from './sitting-plans';
import { tellMessages } from './tell-messages';
import type { World } from './world';

const FOUNDED = -620;

/** One evaluation organisation with sittings in every state, told by the product's own operations, each on its day. */
export async function addSittings(tx: Tx, world: World): Promise<void> {
  const cast = new Cast(tx, world);
  const [infantCare, motherCare] = await addKinds(cast);
  const sites = await addSites(cast);
  for (const plan of SITTING_PLANS) {
    const kind = plan.kind === 'infant' ? infantCare : motherCare;
    const id = await addSitting(cast, plan, { xKindId: kind, siteId: sites[plan.site] });
    await finish(cast, plan, id);
  }
  await tellMessages(tx, world, EVALUATION_EVENTS);
}

async function addKinds(cast: Cast): Promise<[string, string]> {
  const city = cast.ctx(cast.actorOf('shiwei'), FOUNDED);
  const issuer = '京禾婴幼儿照护评价中心（演示）';
  const common = {
    issuer,
    organisationId: cast.organisationId,
    childcareRelated: true,
    isActive: true,
    source: '演示条目：名称、编号均为虚构。',
  };
  return [
    await addKind(city, { ...common, name: '幼儿照护（演示）', levels: ['junior', 'middle', 'senior'], numberPrefix: 'DEMO-YEZH' }),
    await addKind(city, { ...common, name: '母婴护理（演示）', levels: ['junior', 'middle'], numberPrefix: 'DEMO-MYHL' }),
  ];
}

async function addSites(cast: Cast): Promise<Record<SittingPlan['site'], string>> {
  const staff = cast.ctx(cast.actorOf('pingjia'), FOUNDED + 10);
  const host = (key: string) => organisationAt(cast.world, key).id ?? null;
  return {
    chaoyang: await addSite(staff, {
      name: '青禾职业学院考点',
      districtCode: '110105',
      address: '朝阳演示路12号实训楼',
      hostId: host('QH'),
      seats: 60,
      isActive: true,
    }),
    haidian: await addSite(staff, {
      name: '西麓师范学校考点',
      districtCode: '110108',
      address: '海淀演示路5号',
      hostId: host('XL'),
      seats: 40,
      isActive: true,
    }),
  };
}

async function addSitting(cast: Cast, plan: SittingPlan, at: { xKindId: string; siteId: string }): Promise<string> {
  const day = (offset: number) => addDays(cast.world.today, offset);
  const staff = cast.ctx(cast.actorOf('pingjia'), plan.registers[0] - 5);
  const id = await openSitting(staff, {
    ...at,
    level: plan.level,
    code: plan.code(day(plan.exams[0])),
    registerFromOn: day(plan.registers[0]),
    registerUntilOn: day(plan.registers[1]),
    theoryOn: day(plan.exams[0]),
    practicalOn: day(plan.exams[1]),
    capacity: plan.capacity,
    theoryPass: 60,
    practicalPass: 60,
    appealDays: 7,
  });
  await cast.tx.update(sitting).set({ isDemo: true }).where(eq(sitting.id, id));
  for (const name of plan.assessors)
    await addAssessor(staff, {
      sittingId: id,
      name: name === 'her teacher' ? await cast.teacherOf(plan) : name,
      idType: 'resident_id',
      idNumber: null,
    });
  return id;
}
