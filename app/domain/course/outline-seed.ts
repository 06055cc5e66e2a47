import { MINUTES_PER_HOUR } from './course';
import type { Outline, OutlineModule } from './outline';

// Titles follow 国卫办人口函〔2021〕449号; hours per module are a proposal that adds up to its totals.
type Row = readonly [code: string, titleZh: string, titleEn: string, hours: number, topics?: string];

/** A code with `-P` is practice, every other theory. */
const modules = (rows: readonly Row[]): OutlineModule[] =>
  rows.map(([code, titleZh, titleEn, hours, topics]) => ({
    code,
    titleZh,
    titleEn,
    theoryMinutes: code.includes('-P') ? 0 : hours * MINUTES_PER_HOUR,
    practiceMinutes: code.includes('-P') ? hours * MINUTES_PER_HOUR : 0,
    topics: topics ? topics.split('；') : [],
  }));

const PRINCIPAL: readonly Row[] = [
  ['P-T1', '思想政治与职业道德', 'Political literacy and professional ethics', 4, '职业行为准则；儿童权利；反虐待红线'],
  ['P-T2', '政策法规', 'Policy and law', 6, '国办发〔2019〕15号；设置标准与管理规范；备案办法；未成年人保护法；北京市政策'],
  ['P-T3', '机构设置与规范管理', 'Set-up and management', 6, '备案；人员配备；收托；档案；信息公示；收费'],
  ['P-T4', '婴幼儿早期发展', 'Early development', 6, '生长发育；发展领域；早期识别'],
  ['P-T5', '保育管理', 'Care and learning management', 6, '保育指导大纲；一日流程；保育计划；质量评估'],
  ['P-T6', '卫生保健与营养', 'Health care and nutrition', 4, '卫生评价；晨午检；传染病；膳食'],
  ['P-T7', '安全防护与应急', 'Safety and emergency', 6, '消防；伤害预防；应急预案；监控保存90日'],
  ['P-T8', '家园社协同与运营', 'Family and community cooperation, operation', 2, '家长沟通；投诉；财务；信息化'],
  ['P-P1', '机构观摩', 'Site observation', 4],
  ['P-P2', '制度与计划编制', 'Drafting rules and plans', 4],
  ['P-P3', '管理跟岗', 'Shadowing a principal', 6],
  ['P-P4', '应急演练与急救', 'Drills and first aid', 4],
  ['P-P5', '案例研讨与答辩', 'Case discussion and defence', 2],
];

const CAREGIVER: readonly Row[] = [
  ['C-T1', '职业道德与行为准则', 'Ethics and code of conduct', 6, '职业行为准则；心理健康'],
  ['C-T2', '政策法规', 'Policy and law', 4, '设置标准与管理规范；未成年人保护法；强制报告'],
  ['C-T3', '婴幼儿生长发育与早期发展', 'Growth and early development', 12, '7–12月龄；13–24月龄；25–36月龄'],
  ['C-T4', '生活照料与回应性照护', 'Daily care and responsive care', 12, '入离托；喂养；睡眠；盥洗如厕；穿脱衣'],
  ['C-T5', '卫生保健与营养喂养', 'Health care and feeding', 10, '晨午检；消毒；常见病；传染病；喂养指南'],
  ['C-T6', '早期学习支持与游戏', 'Early learning and play', 8, '动作；语言；认知；情感与社会性'],
  ['C-T7', '安全看护与伤害预防', 'Safety and injury prevention', 6, '伤害预防指南；急救知识'],
  ['C-T8', '观察记录与家长沟通', 'Observation and work with parents', 2],
  ['C-P1', '一日生活跟岗', 'Daily routine placement', 18],
  ['C-P2', '照料操作', 'Care skills', 10, '喂养；睡眠；盥洗；如厕'],
  ['C-P3', '晨午检与卫生消毒', 'Health checks and disinfection', 8],
  ['C-P4', '急救与应急演练', 'First aid and drills', 10, '心肺复苏；气道梗阻'],
  ['C-P5', '游戏与学习活动组织', 'Leading play and learning', 8],
  ['C-P6', '观察记录与家长沟通', 'Records and communication', 6],
];

const HEALTH_STAFF: readonly Row[] = [
  ['H-T1', '卫生保健管理与评价', 'Health-care management and evaluation', 4, '卫生保健管理规范；信息统计登记；卫生评价'],
  ['H-T2', '一日生活与膳食营养', 'Daily routine and nutrition', 3, '一日生活；膳食营养计算'],
  ['H-T3', '生长发育与健康管理', 'Growth and health management', 4, '生长发育与体格评价；体弱儿管理；五官保健；心理卫生'],
  ['H-T4', '疾病防治与伤害预防', 'Disease control and injury prevention', 5, '常见病与传染病防治；卫生消毒；伤害预防与急救'],
  ['H-P1', '晨午检与消毒操作', 'Health checks and disinfection in practice', 3],
  ['H-P2', '体格测量与膳食计算', 'Measuring growth and calculating meals', 2],
  ['H-P3', '急救操作', 'First aid in practice', 3],
];

const outline = (head: Pick<Outline, 'category' | 'titleZh' | 'titleEn' | 'documentNo'>, rows: readonly Row[]): Outline => {
  const list = modules(rows);
  return {
    ...head,
    version: 1,
    source: 'proposed',
    effectiveOn: '2023-01-01',
    theoryMinutes: list.reduce((sum, module) => sum + module.theoryMinutes, 0),
    practiceMinutes: list.reduce((sum, module) => sum + module.practiceMinutes, 0),
    modules: list,
  };
};

export const SEED_OUTLINES: readonly Outline[] = [
  outline(
    {
      category: 'principal',
      titleZh: '托育机构负责人培训大纲（试行）',
      titleEn: 'Training outline for principals of childcare institutions (trial)',
      documentNo: '国卫办人口函〔2021〕449号',
    },
    PRINCIPAL,
  ),
  outline(
    {
      category: 'caregiver',
      titleZh: '托育机构保育人员培训大纲（试行）',
      titleEn: 'Training outline for caregivers of childcare institutions (trial)',
      documentNo: '国卫办人口函〔2021〕449号',
    },
    CAREGIVER,
  ),
  outline(
    {
      category: 'health_staff',
      titleZh: '托育机构卫生保健人员岗前培训建议大纲',
      titleEn: 'Proposed outline for pre-job training of health-care staff',
      documentNo: null,
    },
    HEALTH_STAFF,
  ),
];
