import type { MajorLevel } from './programme';

interface SeedMajor {
  code: string | null;
  nameZh: string;
  nameEn: string;
  level: MajorLevel;
  childcareRelated: boolean;
  source: string;
}

const VOCATIONAL = '教育部《职业教育专业目录（2021年）》';
const UNDERGRADUATE = '教育部《普通高等学校本科专业目录》';

/**
 * Majors that the catalogue begins with; the city adds and mends entries. Those that item 13 of 京政办发〔2023〕6号 names count,
 * their neighbours are listed and do not (a proposal). `source` says what could not be checked.
 */
export const SEED_MAJORS: readonly SeedMajor[] = [
  {
    code: '520802',
    nameZh: '婴幼儿托育服务与管理',
    nameEn: 'Infant and Toddler Care Services and Management',
    level: 'higher_vocational',
    childcareRelated: true,
    source: `${VOCATIONAL}；2021 年以前为 690306 幼儿发展与健康管理`,
  },
  {
    code: '720803',
    nameZh: '婴幼儿托育',
    nameEn: 'Infant and Toddler Care',
    level: 'secondary_vocational',
    childcareRelated: true,
    source: `${VOCATIONAL}，医药卫生大类健康管理与促进类`,
  },
  {
    code: '320802',
    nameZh: '婴幼儿发展与健康管理',
    nameEn: 'Infant and Toddler Development and Health Management',
    level: 'vocational_bachelor',
    childcareRelated: true,
    source: `${VOCATIONAL}；代码来源待核`,
  },
  {
    code: null,
    nameZh: '婴幼儿发展与健康管理',
    nameEn: 'Infant and Toddler Development and Health Management',
    level: 'bachelor',
    childcareRelated: true,
    source: `${UNDERGRADUATE}（2025年）新增专业，教育学类；代码来源待核`,
  },
  {
    code: '770101',
    nameZh: '幼儿保育',
    nameEn: 'Early Childhood Nursing and Care',
    level: 'secondary_vocational',
    childcareRelated: false,
    source: `${VOCATIONAL}；2021 年起代替中职学前教育；代码来源待核`,
  },
  {
    code: '570101K',
    nameZh: '早期教育',
    nameEn: 'Early Years Education',
    level: 'higher_vocational',
    childcareRelated: false,
    source: `${VOCATIONAL}；代码来源待核`,
  },
  {
    code: '570102K',
    nameZh: '学前教育',
    nameEn: 'Preschool Education',
    level: 'higher_vocational',
    childcareRelated: false,
    source: `${VOCATIONAL}；代码来源待核`,
  },
  {
    code: '040106',
    nameZh: '学前教育',
    nameEn: 'Preschool Education',
    level: 'bachelor',
    childcareRelated: false,
    source: `${UNDERGRADUATE}；代码来源待核`,
  },
  {
    code: null,
    nameZh: '幼儿教育（托育方向）',
    nameEn: 'Early Childhood Education (care)',
    level: 'technician',
    childcareRelated: false,
    source: '技工院校专业目录；名称、代码来源待核',
  },
];
