import type { ImportColumn } from '../excel/import-kind';
import { choice, day, text } from '../organisation/column-shapes';
import { INSTITUTION_NAME, INSTITUTION_USCC } from '../organisation/import-columns';

/** 指导台账 of the years before the platform: a row is a finding, or a visit that found nothing. */
export const VISIT_COLUMNS: readonly ImportColumn[] = [
  { key: 'serial', header: '序号', aliases: ['编号'], required: false, type: { is: 'ignored' }, example: '示例', width: 8 },
  { ...INSTITUTION_NAME, aliases: [...INSTITUTION_NAME.aliases, '被指导机构', '受检机构'], required: true },
  INSTITUTION_USCC,
  { ...day('visitedOn', '指导日期', ['检查日期', '督导日期', '日期', 'Visited on'], '2024-05-10'), required: true },
  text('visitor', '指导人', ['指导人员', '检查人', '检查人员', '督导人员', 'Visitor'], '王敏、李静', 60),
  choice(
    'kind',
    '指导类型',
    ['检查类型', '类型'],
    { 常规指导: 'routine', 复查: 'follow_up', 专项指导: 'special', 日常指导: 'routine', 常规: 'routine', 专项: 'special' },
    '常规指导',
  ),
  text('metWith', '接待人', ['机构接待人', '陪同人员'], '赵园长', 60),
  text('summary', '小结', ['指导情况', '指导意见', '检查情况', '总体情况', 'Summary'], '制度健全，消毒记录需补充。', 1000),
  text('statement', '问题', ['存在问题', '发现问题', '整改内容', 'Finding'], '消毒记录缺浓度', 500),
  choice('weight', '程度', ['问题程度', '严重程度'], { 一般: 'minor', 严重: 'serious', 轻微: 'minor', 较重: 'serious' }, '一般'),
  day('mendByOn', '整改期限', ['整改时限', '限期', '整改截止日期', 'Mend by'], '2024-05-24', true),
  choice(
    'status',
    '整改状态',
    ['整改情况', '是否整改'],
    { 已整改: 'mended', 待整改: 'open', 未整改: 'open', 整改中: 'open', 撤回: 'withdrawn', 是: 'mended', 否: 'open', 已完成: 'mended' },
    '已整改',
  ),
  { key: 'remark', header: '备注', aliases: [], required: false, type: { is: 'ignored' }, example: '', width: 18 },
];
