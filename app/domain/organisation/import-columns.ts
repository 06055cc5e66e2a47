import type { ImportColumn } from '../excel/import-kind';
import { DISTRICTS } from './districts';

const districtWords = (): Record<string, string> => {
  const words: Record<string, string> = {};
  for (const { code, zh } of DISTRICTS) words[zh] = code;
  for (const { code, zh } of DISTRICTS) words[zh.replace(/区$/, '')] = code;
  for (const { code } of DISTRICTS) words[code] = code;
  return { ...words, 经开区: '110302', 亦庄: '110302', 亦庄开发区: '110302', 北京经开区: '110302' };
};

/** Columns by which a workbook names an institution. */
export const INSTITUTION_NAME = {
  key: 'institution',
  header: '机构名称',
  aliases: ['单位名称', '工作单位', '托育机构名称', '托育机构', '机构', 'Institution'],
  required: false,
  type: { is: 'text', max: 100 },
  example: '演示托育中心',
  width: 26,
} as const satisfies ImportColumn;

export const INSTITUTION_USCC = {
  key: 'uscc',
  header: '统一社会信用代码',
  aliases: ['信用代码', '社会信用代码', '统一信用代码', '机构代码', 'USCC'],
  required: false,
  type: { is: 'code', max: 30 },
  example: '91119900MA0DEM0018',
  width: 24,
} as const satisfies ImportColumn;

export const DISTRICT_COLUMN = {
  key: 'district',
  header: '所属区',
  aliases: ['区', '所在区', '行政区', '区县', 'District'],
  required: false,
  type: { is: 'choice', words: districtWords() },
  example: '朝阳区',
  width: 12,
} as const satisfies ImportColumn;

export const SUBDISTRICT_COLUMN = {
  key: 'subdistrict',
  header: '街道（乡镇）',
  aliases: ['街道', '乡镇', '街道乡镇', '所属街道', 'Subdistrict'],
  required: false,
  type: { is: 'text', max: 50 },
  example: '示例街道',
  width: 14,
} as const satisfies ImportColumn;
