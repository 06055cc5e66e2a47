import type { ImportColumn } from '../excel/import-kind';
import { choice, day, flag, number, text } from '../organisation/column-shapes';
import { INSTITUTION_NAME, INSTITUTION_USCC } from '../organisation/import-columns';
import { NUMBER_COLUMN, REMARK_COLUMN } from '../person/import-columns';
import { MAX_PRACTICE_DAYS } from './cooperation';
import { MAX_INTAKE } from './programme';

const needed = (column: ImportColumn): ImportColumn => ({ ...column, required: true });

const LEVELS = {
  中职: 'secondary_vocational',
  高职专科: 'higher_vocational',
  职业本科: 'vocational_bachelor',
  普通本科: 'bachelor',
  技工院校: 'technician',
  中等职业教育: 'secondary_vocational',
  高职: 'higher_vocational',
  高等职业教育专科: 'higher_vocational',
  高职本科: 'vocational_bachelor',
  本科: 'bachelor',
  技校: 'technician',
};

const CODE: ImportColumn = {
  key: 'code',
  header: '专业代码',
  aliases: ['代码'],
  required: false,
  type: { is: 'code', max: 12 },
  example: '520802',
  width: 12,
};
const MAJOR = needed(text('major', '专业名称', ['专业'], '婴幼儿托育服务与管理', 60));
const LEVEL = needed(choice('level', '层次', ['办学层次', '专业层次', '学历层次'], LEVELS, '高职专科'));

/** 专业目录. */
export const MAJOR_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  LEVEL,
  CODE,
  MAJOR,
  text('nameEn', '英文名称', ['专业英文名称'], '', 120),
  needed(flag('related', '是否托育相关', ['托育相关', '是否相关', '与托育相关'], '是')),
  needed(text('source', '来源', ['目录来源', '依据', '来源文件'], '职业教育专业目录（2021年）', 300)),
  flag('active', '是否启用', ['启用', '在用'], '是'),
];

/** 专业布点: a row for each point and year. */
export const POINT_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  CODE,
  MAJOR,
  LEVEL,
  needed(
    choice(
      'status',
      '状态',
      ['布点状态', '开设状态'],
      { 拟设: 'planned', 已备案: 'filed', 已停办: 'ended', 备案: 'filed', 停办: 'ended' },
      '已备案',
    ),
  ),
  day('filedOn', '备案日期', ['批准日期', '备案时间'], '2023-05-18'),
  text('documentNo', '备案文号', ['文号', '批准文号'], '演示备案〔2023〕12号', 80),
  day('endedOn', '停办日期', ['停止招生日期'], ''),
  needed(number('year', '年份', ['招生年份', '年度'], 2100, true, '2026')),
  needed(number('planned', '计划招生数', ['计划招生', '招生计划'], MAX_INTAKE, true, '40')),
  number('actual', '实际招生数', ['实际招生', '实招人数'], MAX_INTAKE, true),
  number('graduates', '毕业生数', ['毕业生', '毕业人数'], MAX_INTAKE, true),
  REMARK_COLUMN,
];

/** 校企合作协议登记表. */
export const AGREEMENT_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  needed(text('number', '协议编号', ['合同编号', '协议号'], 'XQHZ-2026-001', 60)),
  INSTITUTION_NAME,
  INSTITUTION_USCC,
  needed(text('scopes', '合作内容', ['合作范围', '合作事项'], '教师实践、学生实习', 100)),
  needed(day('signedOn', '签订日期', ['签约日期', '签订时间'], '2026-01-05')),
  needed(day('fromOn', '开始日期', ['起始日期', '生效日期'], '2026-02-01', true)),
  needed(day('untilOn', '结束日期', ['截止日期', '终止日期', '到期日期'], '2028-01-31', true)),
  REMARK_COLUMN,
];

/** 教师实践登记表. */
export const PRACTICE_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  {
    key: 'teacher',
    header: '教师姓名',
    aliases: ['教师', '姓名', '实践教师'],
    required: true,
    type: { is: 'name' },
    example: '周敏',
    width: 12,
  },
  INSTITUTION_NAME,
  INSTITUTION_USCC,
  needed(day('fromOn', '开始日期', ['起始日期', '实践开始日期'], '2026-07-06', true)),
  needed(day('untilOn', '结束日期', ['截止日期', '实践结束日期'], '2026-07-17', true)),
  needed({
    key: 'days',
    header: '天数',
    aliases: ['实践天数', '实际天数'],
    required: true,
    type: { is: 'number', min: 1, max: MAX_PRACTICE_DAYS, whole: true },
    example: '10',
    width: 8,
  }),
  needed(text('topic', '实践内容', ['实践项目', '内容'], '婴幼儿生活照护跟岗', 120)),
  needed(choice('status', '状态', ['完成状态'], { 计划中: 'planned', 已完成: 'done', 计划: 'planned', 完成: 'done' }, '已完成')),
  text('summary', '完成情况', ['实践总结', '小结'], '跟岗十天，完成案例两份', 1000),
];

/** 产教融合型企业名单: a row for each decision. */
export const ENTERPRISE_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  INSTITUTION_NAME,
  INSTITUTION_USCC,
  needed(
    choice(
      'status',
      '状态',
      ['企业状态', '认定状态', '类别'],
      { 培育中: 'cultivating', 已认证: 'certified', 建设培育: 'cultivating', 培育: 'cultivating', 认证: 'certified', 认定: 'certified' },
      '培育中',
    ),
  ),
  needed(day('fromOn', '起始日期', ['认定日期', '入库日期', '公布日期', '开始日期'], '2026-03-02')),
  needed(text('documentNo', '文号', ['认定文号', '文件编号', '公布文号'], '演示产教〔2026〕3号', 80)),
];
