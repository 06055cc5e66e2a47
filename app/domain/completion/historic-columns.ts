import type { ImportColumn } from '../excel/import-kind';
import { NUMBER_COLUMN, PERSON_COLUMNS, REMARK_COLUMN } from '../person/import-columns';

const text = (key: string, header: string, aliases: readonly string[], example: string, required = false, max = 100): ImportColumn => ({
  key,
  header,
  aliases,
  required,
  type: { is: 'text', max },
  example,
  width: 20,
});
const day = (key: string, header: string, aliases: readonly string[], example = ''): ImportColumn => ({
  key,
  header,
  aliases,
  required: false,
  type: { is: 'day' },
  example,
  width: 14,
});
const hours = (key: string, header: string, aliases: readonly string[], example = ''): ImportColumn => ({
  key,
  header,
  aliases,
  required: false,
  type: { is: 'number', min: 0, max: 500, whole: false },
  example,
  width: 10,
});

/** 结业（培训合格）证书台账 of the years before the platform. */
export const HISTORIC_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  {
    key: 'number',
    header: '证书编号',
    aliases: ['结业证书编号', '合格证编号', '证书号'],
    required: false,
    type: { is: 'code', max: 60 },
    example: '演结2023001',
    width: 20,
  },
  ...PERSON_COLUMNS,
  { key: 'gender', header: '性别', aliases: [], required: false, type: { is: 'ignored' }, example: '' },
  text('institution', '单位', ['工作单位', '所在单位', '单位名称', '机构名称'], '演示托育中心'),
  {
    key: 'category',
    header: '培训类别',
    aliases: ['培训对象', '类别', '人员类别'],
    required: true,
    type: {
      is: 'choice',
      words: {
        负责人培训: 'principal',
        保育人员培训: 'caregiver',
        卫生保健人员培训: 'health_staff',
        其他培训: 'other',
        负责人: 'principal',
        保育人员: 'caregiver',
        卫生保健人员: 'health_staff',
        机构负责人: 'principal',
        保育员: 'caregiver',
        保健员: 'health_staff',
        其他: 'other',
      },
    },
    example: '保育人员培训',
    width: 16,
  },
  text('title', '课程名称', ['培训名称', '班名', '班级名称', '培训班名称', '培训课程', '培训项目'], '托育机构保育人员培训', true),
  text('provider', '培训单位', ['主办单位', '承办单位', '发证单位', '举办单位'], '演示职业学院', true),
  text('span', '培训起止日期', ['培训时间', '起止时间', '起止日期', '培训日期'], '2023-05-10 至 2023-05-15', false, 60),
  day('startsOn', '培训开始日期', ['开始日期', '开班日期']),
  day('endsOn', '培训结束日期', ['结束日期', '结班日期']),
  hours('hours', '学时', ['总学时', '培训学时'], '60'),
  hours('theoryHours', '理论学时', ['理论']),
  hours('practiceHours', '实践学时', ['实操学时', '实践', '实训学时']),
  text('grade', '成绩/等次', ['成绩', '等次', '总评', '是否合格', '考核结果', '成绩等次'], '合格', false, 20),
  day('issuedOn', '发证日期', ['颁证日期', '结业日期'], '2023-05-20'),
  { key: 'signature', header: '领取人签字', aliases: ['签字', '领取人'], required: false, type: { is: 'ignored' }, example: '' },
  REMARK_COLUMN,
];
