import type { ImportColumn } from '../excel/import-kind';
import { NUMBER_COLUMN, PERSON_COLUMNS, REMARK_COLUMN } from '../person/import-columns';
import { comparable } from '../shared/text';
import { LECTURER_FIELDS, type LecturerField } from './lecturer';

const [NAME, ID_TYPE, ID_NUMBER] = PERSON_COLUMNS;

/** 师资登记表: several fields stand in one cell. */
export const LECTURER_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  NAME,
  {
    key: 'kind',
    header: '类别',
    aliases: ['师资类别', '人员类别', 'Kind'],
    required: false,
    type: { is: 'choice', words: { 授课师资: 'lecturer', 专家: 'expert', 师资: 'lecturer', 教师: 'lecturer', 讲师: 'lecturer' } },
    example: '授课师资',
    width: 12,
  },
  {
    key: 'employer',
    header: '工作单位',
    aliases: ['单位', '所在单位', '现工作单位', 'Employer'],
    required: true,
    type: { is: 'text', max: 100 },
    example: '演示妇幼保健院',
    width: 24,
  },
  {
    key: 'fields',
    header: '授课领域',
    aliases: ['领域', '专业领域', '擅长领域', '授课方向', 'Fields'],
    required: true,
    type: { is: 'text', max: 200 },
    example: '卫生保健、安全与急救',
    width: 28,
  },
  {
    key: 'qualification',
    header: '职称、学历和资质',
    aliases: ['资质', '职称', '职称和学历', '资格资质', 'Qualification'],
    required: true,
    type: { is: 'text', max: 500 },
    example: '副主任医师，儿科学硕士',
    width: 28,
  },
  ID_TYPE,
  { ...ID_NUMBER, required: false },
  REMARK_COLUMN,
];

/** What ledgers call the fields, besides their own names. */
const WORDS: Readonly<Record<LecturerField, readonly string[]>> = {
  law_and_ethics: ['法律法规与职业道德', '法律法规', '职业道德', '政策法规'],
  child_development: ['婴幼儿发展', '儿童发展', '婴幼儿心理'],
  care_and_feeding: ['照护与喂养', '照护', '生活照料', '喂养', '营养喂养'],
  health_care: ['卫生保健', '保健', '儿童保健', '疾病预防'],
  safety: ['安全与急救', '安全', '急救', '安全防护'],
  management: ['机构管理', '管理', '运营管理'],
  early_learning: ['早期学习支持', '早期学习', '早期教育', '游戏活动'],
  family_guidance: ['家庭养育指导', '家庭指导', '家长沟通'],
};
const BY_WORD = new Map(LECTURER_FIELDS.flatMap((field) => WORDS[field].map((word) => [comparable(word), field] as const)));

/** The fields that a cell lists, and the first word that is none. */
export function fieldsIn(text: string): { fields: LecturerField[]; unknown: string | null } {
  const words = text.split(/[、,，;；/|\n]+/).map((word) => word.trim());
  const found = words.filter((word) => word !== '').map((word) => [word, BY_WORD.get(comparable(word))] as const);
  const named = new Set(found.map(([, field]) => field));
  return {
    fields: LECTURER_FIELDS.filter((field) => named.has(field)),
    unknown: found.find(([, field]) => field === undefined)?.[0] ?? null,
  };
}
