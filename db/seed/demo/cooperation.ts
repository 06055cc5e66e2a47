import type { Tx } from '#db/client';
import { AGREEMENT_EVENTS } from '~/domain/notification/cooperation-messages.server';
import { addDays } from '~/domain/shared/period';
import type { AgreementScope } from '~/domain/talent/cooperation';
import { confirmAgreement, declineAgreement, endAgreement } from '~/domain/talent/decide-agreement.server';
import { cancelPractice, finishPractice } from '~/domain/talent/finish-practice.server';
import { recordEnterprise } from '~/domain/talent/keep-enterprise.server';
import { proposeAgreement } from '~/domain/talent/propose-agreement.server';
import { planPractice } from '~/domain/talent/save-practice.server';
import { pdfPage } from './certificate-pictures';
import { organisationAt } from './organisations';
import { Cast } from './sitting-people';
import { tellMessages } from './tell-messages';
import type { OrganisationRow, World } from './world';

interface AgreementPlan {
  college: string;
  /** `home`: the institution of `jigou`; else the n-th filed one of a district. */
  with: 'home' | readonly [district: string, nth: number];
  scopes: AgreementScope[];
  /** First and last day. */
  days: readonly [from: number, until: number];
  proposedOn: number;
  becomes: 'confirmed' | 'proposed' | 'declined' | 'ended';
}

const AGREEMENTS: readonly AgreementPlan[] = [
  {
    college: 'QH',
    with: 'home',
    scopes: ['teacher_practice', 'placements', 'employment'],
    days: [-210, 520],
    proposedOn: -215,
    becomes: 'confirmed',
  },
  { college: 'QH', with: 'home', scopes: ['standards', 'courses'], days: [10, 740], proposedOn: -2, becomes: 'proposed' },
  { college: 'QH', with: ['110105', 1], scopes: ['placements'], days: [-340, 25], proposedOn: -345, becomes: 'confirmed' },
  { college: 'QH', with: ['110105', 2], scopes: ['placements', 'employment'], days: [5, 370], proposedOn: -9, becomes: 'declined' },
  { college: 'QH', with: ['110105', 3], scopes: ['teacher_practice'], days: [-300, 430], proposedOn: -305, becomes: 'ended' },
  { college: 'QH', with: ['110106', 1], scopes: ['placements'], days: [-420, -55], proposedOn: -425, becomes: 'confirmed' },
  { college: 'XL', with: ['110108', 1], scopes: ['courses', 'placements'], days: [-120, 610], proposedOn: -126, becomes: 'confirmed' },
  { college: 'BT', with: ['110114', 1], scopes: ['placements'], days: [20, 750], proposedOn: -12, becomes: 'confirmed' },
];

/** What colleges and institutions agreed on, teachers' practice, and one institution in cultivation. */
export async function addCooperation(tx: Tx, world: World): Promise<void> {
  const cast = new Cast(tx, world);
  for (const [at, plan] of AGREEMENTS.entries()) await tellAgreement(world, cast, plan, at);
  await tellPractice(world, cast);
  const district = cast.actorOf('quwei');
  const home = organisationAt(world, 'institution').id ?? '';
  const entry = { status: 'cultivating' as const, fromOn: addDays(world.today, -160), documentNo: '演示发改〔2026〕31号' };
  await recordEnterprise(cast.ctx(district, -150), home, entry);
  await tellMessages(tx, world, AGREEMENT_EVENTS);
}

function partner(world: World, plan: AgreementPlan): OrganisationRow {
  if (plan.with === 'home') return organisationAt(world, 'institution');
  const [district, nth] = plan.with;
  const found = world.rows.organisation.filter(
    (row) => row.kind === 'institution' && row.filingStatus === 'filed' && row.districtCode === district && row.status === 'approved',
  )[nth];
  if (!found) throw new Error(`no institution ${nth} in ${district}`);
  return found;
}

async function tellAgreement(world: World, cast: Cast, plan: AgreementPlan, at: number): Promise<void> {
  const { proposedOn, becomes, days } = plan;
  const institution = partner(world, plan);
  const number = `XQHZ-${addDays(world.today, proposedOn).slice(0, 4)}-${String(at + 11).padStart(3, '0')}`;
  const [fromOn, untilOn, signedOn] = [days[0], days[1], proposedOn - 3].map((offset) => addDays(world.today, offset)) as [
    string,
    string,
    string,
  ];
  const entry = { institutionId: institution.id ?? '', number, scopes: plan.scopes, signedOn, fromOn, untilOn, remark: '', renewsId: null };
  const bytes = pdfPage(['COOPERATION AGREEMENT - DEMO ONLY', `No. ${number}`, `From ${fromOn} until ${untilOn}`]);
  const proposed = cast.ctx(cast.speakerOf(organisationAt(world, plan.college)), proposedOn, '09:50');
  const id = await proposeAgreement(proposed, entry, { name: '合作协议（演示）.pdf', bytes });
  const answer = cast.ctx(cast.speakerOf(institution), proposedOn + 3, '14:30');
  if (becomes === 'declined') await declineAgreement(answer, id, '附件缺少双方盖章页，请补齐后重新提交。');
  if (becomes === 'confirmed' || becomes === 'ended') await confirmAgreement(answer, id, proposed.now.toISOString());
  const ended = { endedOn: addDays(world.today, -40), reason: '机构场地调整，暂不能接收教师实践。' };
  if (becomes === 'ended') await endAgreement(cast.ctx(cast.speakerOf(institution), -40), id, ended);
}

interface PracticePlan {
  college: string;
  teacher: string;
  from: number;
  days: number;
  topic: string;
  ends: 'done' | 'planned' | 'cancelled';
}
const PRACTICE: readonly PracticePlan[] = [
  { college: 'QH', teacher: '周敏', from: -140, days: 10, topic: '婴幼儿一日生活照护跟岗', ends: 'done' },
  { college: 'QH', teacher: '周敏', from: -70, days: 5, topic: '家园沟通案例整理', ends: 'done' },
  { college: 'QH', teacher: '吴静', from: -139, days: 8, topic: '托育环境创设与安全检查', ends: 'done' },
  { college: 'QH', teacher: '郑洁', from: 12, days: 10, topic: '回应性照护课程开发调研', ends: 'planned' },
  { college: 'QH', teacher: '吴静', from: 20, days: 5, topic: '保健观察记录跟岗', ends: 'cancelled' },
  { college: 'XL', teacher: '冯岚', from: -60, days: 6, topic: '感统游戏组织跟岗', ends: 'done' },
];

async function tellPractice(world: World, cast: Cast): Promise<void> {
  for (const { college, teacher, from, days, topic, ends } of PRACTICE) {
    const actor = cast.speakerOf(organisationAt(world, college));
    const institutionId = organisationAt(world, college === 'QH' ? 'institution' : 'institution2').id ?? '';
    const [fromOn, untilOn] = [addDays(world.today, from), addDays(world.today, from + days + 3)];
    const planned = Math.min(from - 10, -5);
    const id = await planPractice(cast.ctx(actor, planned), { institutionId, teacherName: teacher, fromOn, untilOn, days, topic });
    const summary = `跟岗 ${days} 天，整理观察记录和教学案例两份，已用于课程更新。`;
    if (ends === 'done') await finishPractice(cast.ctx(actor, from + days + 5), id, { untilOn, days, summary });
    if (ends === 'cancelled') await cancelPractice(cast.ctx(actor, -2), id, '教师教学任务调整，改期进行。');
  }
}
