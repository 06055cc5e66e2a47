import type { ImportColumn } from '../excel/import-kind';
import { DISTRICT_COLUMN, INSTITUTION_NAME, INSTITUTION_USCC, SUBDISTRICT_COLUMN } from '../organisation/import-columns';
import { NUMBER_COLUMN, PERSON_COLUMNS, REMARK_COLUMN } from './import-columns';
import { EDUCATION_COLUMN, ROLE_COLUMN } from './post-columns';

const ignored = (key: string, header: string, aliases: readonly string[] = []): ImportColumn => ({
  key,
  header,
  aliases,
  required: false,
  type: { is: 'ignored' },
  example: '',
});
const day = (key: string, header: string, aliases: readonly string[], example = '', future = false): ImportColumn => ({
  key,
  header,
  aliases,
  required: false,
  type: future ? { is: 'day', future: true } : { is: 'day' },
  example,
  width: 14,
});

const [NAME, ID_TYPE, ID_NUMBER] = PERSON_COLUMNS;

/** 从业人员花名册, in the order of the ledger: who, where, since when. */
export const POST_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  INSTITUTION_NAME,
  INSTITUTION_USCC,
  { ...DISTRICT_COLUMN, type: { is: 'ignored' } },
  { ...SUBDISTRICT_COLUMN, type: { is: 'ignored' } },
  NAME,
  {
    key: 'gender',
    header: '性别',
    aliases: ['Gender'],
    required: false,
    type: { is: 'choice', words: { 男: 'male', 女: 'female' } },
    example: '女',
    width: 8,
  },
  ID_TYPE,
  ID_NUMBER,
  day('bornOn', '出生日期', ['出生年月日', 'Birth date'], '1990-03-07'),
  ignored('age', '年龄'),
  EDUCATION_COLUMN,
  {
    key: 'fieldOfStudy',
    header: '专业',
    aliases: ['所学专业', 'Field of study'],
    required: false,
    type: { is: 'text', max: 50 },
    example: '学前教育',
    width: 14,
  },
  ROLE_COLUMN,
  {
    key: 'isFullTime',
    header: '是否专职',
    aliases: ['专职', '专兼职', '专职/兼职', '全职', 'Full time'],
    required: false,
    type: { is: 'yes_no' },
    example: '是',
    width: 10,
  },
  { key: 'isIntern', header: '是否实习', aliases: ['实习', 'Intern'], required: false, type: { is: 'yes_no' }, example: '否', width: 10 },
  { ...day('startOn', '入职日期', ['入职时间', '到岗日期', '上岗日期', '入园日期', 'Start date'], '2024-03-01'), required: true },
  day('contractUntilOn', '合同截止日期', ['合同到期日', '合同截止', '合同期限至'], '2027-02-28', true),
  day('endOn', '离岗日期', ['离职日期', '离职时间', '离岗时间', 'End date'], '', true),
];

/** Behind the certificates of the ledger. Of health and background only days are kept, never a finding. */
export const DUTY_COLUMNS: readonly ImportColumn[] = [
  day('healthCertValidUntil', '健康证有效期至', ['健康证到期日', '健康合格证有效期至', '健康证有效期'], '2027-05-31', true),
  ignored('healthCareTrainingNo', '卫生保健培训证编号', ['卫生保健培训合格证编号']),
  day('backgroundCheckedOn', '最近无犯罪记录查询日期', ['无犯罪记录查询日期', '背景核查日期', '无犯罪记录证明日期'], '2026-02-10'),
  {
    key: 'phone',
    header: '手机号',
    aliases: ['联系电话', '手机', '手机号码', '电话', 'Phone'],
    required: false,
    type: { is: 'phone' },
    example: '16900000001',
    width: 16,
  },
  REMARK_COLUMN,
];
