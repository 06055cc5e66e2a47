import type { ImportColumn } from '../excel/import-kind';
import { NUMBER_COLUMN, PERSON_COLUMNS, REMARK_COLUMN } from '../person/import-columns';

const [NAME, ID_TYPE, ID_NUMBER] = PERSON_COLUMNS;
const points = (key: string, header: string, aliases: readonly string[], example: string): ImportColumn => ({
  key,
  header,
  aliases,
  required: false,
  type: { is: 'number', min: 0, max: 100, whole: false },
  example,
  width: 12,
});

/** 1+X 成绩表: a candidate is named by her number, or by sitting and document. */
export const RESULT_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  {
    key: 'sitting',
    header: '场次编号',
    aliases: ['考试场次', '场次', '批次编号'],
    required: false,
    type: { is: 'code', max: 60 },
    example: '演示场次编号',
    width: 20,
  },
  {
    key: 'candidate',
    header: '准考证号',
    aliases: ['考号', '准考证号码', '考生编号'],
    required: false,
    type: { is: 'code', max: 80 },
    example: '演示场次编号-0001',
    width: 24,
  },
  NAME,
  ID_TYPE,
  { ...ID_NUMBER, required: false },
  points('theory', '理论成绩', ['理论', '理论考试成绩', '理论分数'], '78'),
  points('practical', '实操成绩', ['实操', '实操考核成绩', '技能成绩', '实操分数'], '82.5'),
  { key: 'absent', header: '是否缺考', aliases: ['缺考'], required: false, type: { is: 'yes_no' }, example: '否', width: 10 },
  {
    key: 'creditBankNo',
    header: '学分银行账号',
    aliases: ['学分银行号', '学分银行编号'],
    required: false,
    type: { is: 'code', max: 40 },
    example: '',
    width: 20,
  },
  REMARK_COLUMN,
];
