import type { ImportColumn } from '../excel/import-kind';

/** Columns by which every workbook names a person. */
export const PERSON_COLUMNS = [
  {
    key: 'name',
    header: '姓名',
    aliases: ['学员姓名', '人员姓名', '考生姓名', '持证人', 'Name'],
    required: true,
    type: { is: 'name' },
    example: '王小芳',
    width: 12,
  },
  {
    key: 'idType',
    header: '证件类型',
    aliases: ['证件种类', '证件类别', 'ID type'],
    required: false,
    type: {
      is: 'choice',
      words: {
        居民身份证: 'resident_id',
        港澳台居民居住证: 'residence_permit',
        港澳居民来往内地通行证: 'hk_macao_permit',
        台湾居民来往大陆通行证: 'taiwan_permit',
        外国人永久居留身份证: 'foreign_permanent',
        护照: 'passport',
        身份证: 'resident_id',
        中华人民共和国居民身份证: 'resident_id',
        第二代身份证: 'resident_id',
        港澳通行证: 'hk_macao_permit',
        回乡证: 'hk_macao_permit',
        台胞证: 'taiwan_permit',
        永居证: 'foreign_permanent',
      },
    },
    example: '居民身份证',
    width: 16,
  },
  {
    key: 'idNumber',
    header: '证件号码',
    aliases: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '证件号', '身份证', '身份证件号码', 'ID number'],
    required: true,
    type: { is: 'identity', typeColumn: 'idType' },
    example: '119900199003070017',
    width: 24,
  },
] as const satisfies readonly ImportColumn[];

export const NUMBER_COLUMN = {
  key: 'serial',
  header: '序号',
  aliases: ['编号', 'No', 'No.'],
  required: false,
  type: { is: 'ignored' },
  example: '示例',
  width: 8,
} as const satisfies ImportColumn;

export const REMARK_COLUMN = {
  key: 'remark',
  header: '备注',
  aliases: ['说明', '其他说明', 'Remark'],
  required: false,
  type: { is: 'text', max: 500 },
  example: '',
  width: 20,
} as const satisfies ImportColumn;
