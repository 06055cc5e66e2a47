import type { CourseCategory, CourseModule, CourseStatus, Delivery, PassRule } from '~/domain/course/course';
import { DEFAULT_PASS_RULE } from '~/domain/course/course';

export interface CoursePlan {
  provider: string;
  title: string;
  categories: CourseCategory[];
  /** `outline`: the whole outline of its category, hours and modules. */
  modules: 'outline' | CourseModule[];
  status?: CourseStatus;
  delivery?: Delivery;
  passRule?: PassRule;
  audience?: string;
  summary: string;
  reason?: string;
}

/** Half a day of theory and half a day of practice: four class hours each. */
const halves = (outline: readonly [string | null, string | null], theory: string, practice: string, topics: string): CourseModule[] => [
  { code: 'M1', title: theory, theoryMinutes: 180, practiceMinutes: 0, topics: topics.split('；'), outlineModuleCode: outline[0] },
  { code: 'M2', title: practice, theoryMinutes: 0, practiceMinutes: 180, topics: [], outlineModuleCode: outline[1] },
];

const twoDays = (outline: readonly [string | null, string | null], theory: string, practice: string, topics: string): CourseModule[] => [
  { code: 'M1', title: theory, theoryMinutes: 360, practiceMinutes: 0, topics: topics.split('；'), outlineModuleCode: outline[0] },
  { code: 'M2', title: practice, theoryMinutes: 0, practiceMinutes: 360, topics: [], outlineModuleCode: outline[1] },
];

const THEORY_ONLY: PassRule = { ...DEFAULT_PASS_RULE, minPracticalScore: null };
const NO_EXAM: PassRule = { ...DEFAULT_PASS_RULE, minTheoryScore: null, minPracticalScore: null };
const lecture = (title: string): CourseModule[] => [
  { code: 'M1', title, theoryMinutes: 180, practiceMinutes: 0, topics: [], outlineModuleCode: null },
];

const CARE = halves(['C-T4', 'C-P2'], '回应性照护要点', '照料操作实训', '入离托；喂养；睡眠；盥洗如厕；穿脱衣');
const AID = halves(['C-T7', 'C-P4'], '伤害预防与急救知识', '心肺复苏与气道梗阻处置', '伤害预防指南；急救知识；心肺复苏；气道梗阻');
const PLAY = twoDays(['C-T6', 'C-P5'], '早期学习支持与游戏', '游戏与学习活动组织', '动作；语言；认知；情感与社会性');
const HYGIENE = halves(['C-T5', 'C-P3'], '卫生保健与营养喂养', '晨午检与卫生消毒实操', '晨午检；消毒；常见病；传染病；喂养指南');
const RECORDS = halves(['C-T8', 'C-P6'], '观察记录的方法', '家长沟通情境演练', '观察记录；家长沟通');
const MANAGE = twoDays(['P-T3', 'P-P2'], '机构设置与规范管理', '制度与计划编制', '备案；人员配备；收托；档案；信息公示；收费');
const SAFETY = halves(['P-T7', 'P-P4'], '安全防护与应急管理', '应急演练', '消防；伤害预防；应急预案；监控保存90日');
const QUALITY = twoDays(['P-T5', 'P-P3'], '保育管理与质量评估', '管理跟岗', '保育指导大纲；一日流程；保育计划；质量评估');
const HEALTH_DAY = halves(['H-T4', 'H-P1'], '常见病与传染病防治', '晨午检与消毒操作', '常见病与传染病防治；卫生消毒');

const caregiver = (
  provider: string,
  title: string,
  modules: CoursePlan['modules'],
  summary: string,
  more: Partial<CoursePlan> = {},
): CoursePlan => ({
  provider,
  title,
  categories: ['caregiver'],
  modules,
  summary,
  ...more,
});
const principal = (
  provider: string,
  title: string,
  modules: CoursePlan['modules'],
  summary: string,
  more: Partial<CoursePlan> = {},
): CoursePlan => ({
  provider,
  title,
  categories: ['principal'],
  modules,
  summary,
  audience: '各类托育机构负责人',
  ...more,
});
const health = (
  provider: string,
  title: string,
  modules: CoursePlan['modules'],
  summary: string,
  more: Partial<CoursePlan> = {},
): CoursePlan => ({
  provider,
  title,
  categories: ['health_staff'],
  modules,
  summary,
  audience: '托育机构专（兼）职卫生保健人员',
  ...more,
});

/** The catalogue of the demo; the first of a kind is what the stories use. */
export const COURSES: readonly CoursePlan[] = [
  caregiver('QH', '保育人员岗位培训（120学时）', 'outline', '按培训大纲全部模块开设，理论与跟岗实训各半，结业后可申请岗位培训合格认定。', {
    delivery: 'blended',
  }),
  caregiver('QH', '回应性照护与生活照料', CARE, '入离托、喂养、睡眠、盥洗如厕的回应性照护，半天理论、半天操作。'),
  caregiver('QH', '婴幼儿急救与意外伤害预防', AID, '心肺复苏、气道梗阻处置与常见伤害预防，人人上手操作。'),
  principal('QH', '托育机构负责人岗位培训（60学时）', 'outline', '按培训大纲全部模块开设，含机构观摩与管理跟岗。', { delivery: 'blended' }),
  principal('QH', '机构规范管理与备案实务', MANAGE, '备案、人员配备、收托、档案、公示与收费的规范做法，现场编制制度与计划。'),
  caregiver('CYF', '早期学习支持与游戏组织', PLAY, '按月龄设计游戏与学习活动，两天，含分组试教。'),
  caregiver('CYF', '家园社协同（负责人与保育人员混合班）', RECORDS, '负责人与保育人员同堂，按各自岗位计入培训。', {
    categories: ['principal', 'caregiver'],
    audience: '托育机构负责人、保育人员',
  }),
  principal('CYF', '安全管理与应急处置', SAFETY, '消防、伤害预防与应急预案，含一次完整演练。'),
  caregiver('HDF', '卫生消毒与喂养营养', HYGIENE, '晨午检、消毒、常见病识别与喂养指南。'),
  caregiver('HDF', '观察记录与家长沟通', RECORDS, '观察、记录、反馈的完整流程与沟通演练。'),
  principal('HDF', '保育质量评估与改进', QUALITY, '对照质量评估要点开展自评，跟岗半天。'),
  caregiver('XL', '保育人员岗位培训（120学时）', 'outline', '大纲全部模块，周末班与集中班并行。'),
  caregiver('XL', '早期学习支持与游戏组织', PLAY, '动作、语言、认知、情感与社会性发展的支持策略。'),
  caregiver('YS', '职业行为准则与心理健康（线上）', lecture('职业行为准则与心理健康'), '线上直播，结束后统一理论测试。', {
    delivery: 'online',
    passRule: THEORY_ONLY,
  }),
  principal('YS', '托育机构负责人岗位培训（60学时）', 'outline', '面向全市招生，含示范机构观摩。', { delivery: 'blended' }),
  caregiver(
    'YS',
    '婴幼儿发育与早期识别',
    halves(['C-T3', null], '生长发育与早期识别', '发育评估观察', '7–12月龄；13–24月龄；25–36月龄'),
    '各月龄发育要点与预警信号。',
  ),
  caregiver('BT', '婴幼儿急救与意外伤害预防', AID, '护理院校师资，急救操作逐人考核。'),
  health('HDM', '卫生保健人员岗前培训（24学时）', 'outline', '新设立托育机构卫生保健人员岗前培训。'),
  caregiver('YH', '回应性照护与生活照料', CARE, '副中心机构保育人员优先。'),
  principal('YH', '机构规范管理与备案实务', MANAGE, '备案材料逐项讲解与现场编制。'),
  caregiver('NM', '保育人员岗位培训（120学时）', 'outline', '技工院校实训基地集中授课。', { delivery: 'blended' }),
  caregiver('XCF', '卫生消毒与喂养营养', HYGIENE, '核心区机构保育人员轮训。'),
  caregiver('DCF', '观察记录与家长沟通', RECORDS, '观察记录写法与家长沟通要点。'),
  caregiver('FTF', '回应性照护与生活照料', CARE, '丰台区机构保育人员提升培训。'),
  principal('FTF', '安全管理与应急处置', SAFETY, '负责人安全责任与应急演练。'),
  caregiver('TZF', '婴幼儿急救与意外伤害预防', AID, '副中心急救技能轮训。'),
  caregiver('DXF', '早期学习支持与游戏组织', PLAY, '游戏化活动设计与试教。'),
  caregiver('SYF', '卫生消毒与喂养营养', HYGIENE, '传染病高发季前的集中培训。'),
  caregiver('FSF', '回应性照护与生活照料', CARE, '房山区机构保育人员提升培训。'),
  caregiver('HRF', '婴幼儿急救与意外伤害预防', AID, '生态涵养区机构联合办班。'),
  health('BJM', '卫生保健人员岗前培训（24学时）', 'outline', '全市新设立托育机构卫生保健人员岗前培训，含理论考试与操作考核。'),
  health('BJM', '秋冬季传染病防控复训', HEALTH_DAY, '卫生保健人员定期复训。'),
  health('CYM', '卫生保健人员岗前培训（24学时）', 'outline', '朝阳区机构卫生保健人员岗前培训。'),
  caregiver('CYM', '育儿公开课（不设考核）', lecture('科学育儿公开课'), '公益讲座，不设考核，不计入培训目标。', {
    delivery: 'online',
    passRule: NO_EXAM,
  }),
  health('HDM', '秋冬季传染病防控复训', HEALTH_DAY, '海淀区卫生保健人员定期复训。'),
  // Not in the catalogue: each state that a course can be in
  caregiver(
    'QH',
    '托大班活动区创设',
    halves(['C-T6', 'C-P5'], '活动区创设原则', '活动区现场改造', '动作；语言'),
    '活动区设计与材料投放。',
    { status: 'submitted' },
  ),
  principal('CYF', '普惠托育成本与收费公示', MANAGE, '成本测算、价格公示与投诉处理。', { status: 'submitted' }),
  caregiver('HDF', '入托适应期的情感支持', CARE, '分离焦虑的识别与支持。', { status: 'submitted' }),
  caregiver('BJM', '发育迟缓的早期识别', RECORDS, '面向保育人员的早期识别要点。', { status: 'submitted' }),
  caregiver('QH', '混龄班一日流程设计', CARE, '混龄班的一日流程与人员分工。', {
    status: 'returned',
    reason: '实践学时没有对应的实训场地说明，请补充场地与带教老师后重新提交。',
  }),
  caregiver('QH', '绘本与早期语言', halves(['C-T6', null], '绘本与早期语言发展', '绘本共读演练', '语言'), '绘本选择与共读。', {
    status: 'draft',
  }),
  health('CYM', '体弱儿管理', HEALTH_DAY, '体弱儿的登记、观察与随访。', { status: 'draft' }),
  principal('YS', '托育机构信息化管理', SAFETY, '信息化台账与监控管理。', { status: 'approved' }),
  caregiver('XL', '感觉统合活动入门', PLAY, '2022年版课程，已由新课程替代。', { status: 'archived' }),
];
