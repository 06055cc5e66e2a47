/** Something found on a visit of the demo; days are counted from today. */
export interface FoundStory {
  /** Line of the first checklist. */
  line: string;
  statement: string;
  serious?: true;
  mendBy: number;
  answered?: { on: number; statement: string; photo?: true };
  returned?: { on: number; reason: string };
  answeredAgain?: { on: number; statement: string };
  mended?: { on: number; note?: string };
  extended?: { on: number; mendBy: number; reason: string };
  toldOverdue?: number;
}

export interface VisitStory {
  by: 'quwei' | 'quwei2' | 'fuyou';
  /** The institution of `jigou`, or the nth other one of a district. */
  at: 'jigou' | readonly [district: string, nth: number];
  kind?: 'special';
  planned: { on: number; at: number; purpose: string; secret?: true };
  cancelled?: { on: number; reason: string };
  recorded?: { on: number; summary: string; metWith: string; photo?: true; found: readonly FoundStory[] };
  closed?: number;
  /** Of the story before it: looks again at what it found. */
  follows?: true;
}

const ROUTINE = '常规指导：查看消毒、晨检和登记。';
const CHAOYANG = '110105';

/** A quiet visit of months ago that found nothing. */
const quiet = (by: VisitStory['by'], at: VisitStory['at'], on: number, metWith: string): VisitStory => ({
  by,
  at,
  planned: { on: on - 14, at: on, purpose: ROUTINE },
  recorded: { on, summary: '制度齐全，记录及时，现场整洁，没有需要整改的问题。', metWith, found: [] },
  closed: on,
});

export const VISIT_STORIES: readonly VisitStory[] = [
  quiet('quwei', [CHAOYANG, 5], -196, '园长'),
  quiet('quwei', [CHAOYANG, 6], -150, '保健员'),
  quiet('fuyou', [CHAOYANG, 7], -121, '园长和保健员'),
  quiet('quwei', [CHAOYANG, 8], -90, '园长'),
  quiet('quwei', [CHAOYANG, 9], -61, '保健员'),
  quiet('quwei2', ['110108', 3], -75, '园长'),
  {
    by: 'quwei',
    at: [CHAOYANG, 2],
    planned: { on: -120, at: -101, purpose: ROUTINE },
    recorded: {
      on: -101,
      summary: '保健员新到岗，消毒和喂药登记需尽快补齐。',
      metWith: '园长',
      found: [
        {
          line: 'E01',
          statement: '餐具消毒记录缺浓度和时间。',
          mendBy: -80,
          answered: { on: -88, statement: '已重新印制登记表，逐日填写。' },
          mended: { on: -70 },
        },
        {
          line: 'B03',
          statement: '两次喂药没有家长委托书。',
          serious: true,
          mendBy: -80,
          answered: { on: -86, statement: '已补齐委托书。' },
          returned: { on: -84, reason: '委托书没有写明药名和剂量。' },
          answeredAgain: { on: -81, statement: '已按要求重新填写，并对全体教师培训。' },
          mended: { on: -70, note: '复查时抽看三份，内容完整。' },
        },
      ],
    },
    closed: -69,
  },
  {
    by: 'quwei',
    at: [CHAOYANG, 2],
    follows: true,
    planned: { on: -80, at: -70, purpose: '复查消毒和喂药登记。' },
    recorded: { on: -70, summary: '上次问题均已整改到位。', metWith: '园长和保健员', found: [] },
    closed: -70,
  },
  {
    by: 'fuyou',
    at: 'jigou',
    planned: { on: -55, at: -40, purpose: '新设机构首次指导。' },
    recorded: {
      on: -40,
      summary: '卫生保健制度已建立，晨检规范。消毒用品存放、食品留样和隔离区还有不足。',
      metWith: '周主任',
      photo: true,
      found: [
        {
          line: 'E04',
          statement: '84 消毒液放在盥洗室开放架上，没有上锁。',
          serious: true,
          mendBy: -30,
          answered: { on: -33, statement: '已购置带锁专柜，钥匙由保健员保管。', photo: true },
          mended: { on: -29 },
        },
        { line: 'F02', statement: '食品留样不足 48 小时，标签没有写留样人。', mendBy: -6, toldOverdue: -5 },
        {
          line: 'D03',
          statement: '隔离区没有独立的卫生洁具。',
          mendBy: -20,
          extended: { on: -22, mendBy: 20, reason: '改造需物业配合，机构已提交施工计划。' },
        },
      ],
    },
  },
  { by: 'fuyou', at: 'jigou', follows: true, planned: { on: -2, at: 4, purpose: '复查食品留样和隔离区。' } },
  {
    by: 'quwei',
    at: 'jigou',
    kind: 'special',
    planned: { on: -16, at: -12, purpose: '秋冬季传染病防控专项。', secret: true },
    recorded: {
      on: -12,
      summary: '通风和晨检到位，缺勤追踪记录需要补充，活动室有两处尖角没有防护。',
      metWith: '周主任、保健员',
      found: [
        {
          line: 'B01',
          statement: '缺勤追踪只记了缺勤，没有记原因和返园时间。',
          mendBy: 2,
          answered: { on: -1, statement: '已补记近一个月缺勤原因，并在登记表增加“返园时间”一栏。', photo: true },
        },
        { line: 'G01', statement: '活动室两处桌角没有防护。', mendBy: 9 },
      ],
    },
  },
  {
    by: 'quwei',
    at: [CHAOYANG, 3],
    planned: { on: -30, at: -21, purpose: ROUTINE },
    recorded: {
      on: -21,
      summary: '食谱没有按月龄区分，急救箱药品过期。',
      metWith: '园长',
      found: [
        {
          line: 'G03',
          statement: '急救箱内碘伏、纱布已过期。',
          serious: true,
          mendBy: -10,
          answered: { on: -13, statement: '已更换。' },
          returned: { on: -9, reason: '请附更换后的照片和效期清单。' },
        },
        { line: 'F01', statement: '12 个月以下婴儿与大月龄幼儿使用同一食谱。', mendBy: 6 },
      ],
    },
  },
  { by: 'quwei', at: [CHAOYANG, 0], planned: { on: -6, at: 0, purpose: ROUTINE } },
  { by: 'quwei', at: [CHAOYANG, 1], planned: { on: -6, at: 1, purpose: '查看新到岗保健员的登记。' } },
  { by: 'quwei', at: [CHAOYANG, 4], planned: { on: -18, at: -4, purpose: ROUTINE } },
  {
    by: 'quwei',
    at: [CHAOYANG, 10],
    planned: { on: -25, at: -15, purpose: ROUTINE },
    cancelled: { on: -17, reason: '机构装修停业，另行安排。' },
  },
  { by: 'fuyou', at: ['110108', 1], planned: { on: -5, at: 0, purpose: '新设机构首次指导。' } },
  { by: 'fuyou', at: ['110106', 1], planned: { on: -5, at: 1, purpose: ROUTINE } },
  {
    by: 'quwei2',
    at: ['110108', 0],
    planned: { on: -28, at: -20, purpose: ROUTINE },
    recorded: {
      on: -20,
      summary: '两名工作人员健康合格证过期仍在岗。',
      metWith: '园长',
      found: [{ line: 'A03', statement: '两名工作人员健康合格证过期。', serious: true, mendBy: 5 }],
    },
  },
  { by: 'quwei2', at: ['110108', 2], planned: { on: -3, at: 5, purpose: ROUTINE } },
];
