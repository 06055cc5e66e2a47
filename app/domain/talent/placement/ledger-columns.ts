import type { ImportColumn } from '../../excel/import-kind';
import { NUMBER_COLUMN, REMARK_COLUMN } from '../../person/import-columns';
import { ROLE_COLUMN } from '../../person/post-columns';

const text = (key: string, header: string, aliases: readonly string[], max: number, example: string, width: number): ImportColumn => ({
  key,
  header,
  aliases,
  required: false,
  type: { is: 'text', max },
  example,
  width,
});
const needed = (column: ImportColumn): ImportColumn => ({ ...column, required: true });

const RESULTS = {
  优秀: 'excellent',
  优: 'excellent',
  良好: 'good',
  良: 'good',
  合格: 'pass',
  及格: 'pass',
  不合格: 'fail',
  不及格: 'fail',
} as const;

/** 实习台账 of years before: placements that are over, of students whom the college has entered. */
export const LEDGER_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  text('college', '学校', ['院校', '学校名称', '院校名称'], 100, '', 24),
  text('major', '专业', ['专业名称', '所学专业'], 60, '婴幼儿托育服务与管理', 24),
  text('className', '班级', ['班级名称', '行政班'], 60, '托育 2301 班', 14),
  { key: 'name', header: '姓名', aliases: ['学生姓名'], required: true, type: { is: 'name' }, example: '李小演', width: 12 },
  {
    key: 'studentNo',
    header: '学号',
    aliases: ['学籍号'],
    required: true,
    type: { is: 'code', max: 40 },
    example: '2023070101',
    width: 16,
  },
  needed(text('institution', '实习单位', ['实习机构', '实习单位名称', '托育机构'], 100, '演示托育中心', 28)),
  { ...ROLE_COLUMN, aliases: [...ROLE_COLUMN.aliases, '实习岗位'] },
  needed(text('days', '起止日期', ['实习起止日期', '实习时间', '起止时间'], 60, '2025-03-01—2025-08-31', 26)),
  {
    key: 'agreementNo',
    header: '协议编号',
    aliases: ['三方协议编号', '实习协议编号'],
    required: true,
    type: { is: 'code', max: 60 },
    example: 'SX-2025-001',
    width: 18,
  },
  text('insurance', '保险', ['实习保险', '保单号', '保险单号'], 100, 'BX20250001', 20),
  text('mentors', '校内/企业指导教师', ['指导教师', '校内指导教师/企业指导教师', '指导教师(校内/企业)'], 100, '王老师/李老师', 22),
  {
    key: 'result',
    header: '考核',
    aliases: ['考核结果', '考核等次', '实习考核'],
    required: true,
    type: { is: 'choice', words: RESULTS },
    example: '良好',
    width: 10,
  },
  REMARK_COLUMN,
];
