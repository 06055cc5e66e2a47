/** The seventeen reporting units in the order of the statistical yearbook, and the city above them. */
export const DISTRICT_GROUPS = ['city', 'central', 'subcenter', 'plain_newtown', 'eco'] as const;
export type DistrictGroup = (typeof DISTRICT_GROUPS)[number];

export interface District {
  code: string;
  zh: string;
  en: string;
  group: DistrictGroup;
  sort: number;
  isAdminDivision: boolean;
}

export const CITY_CODE = '110000';

export const CITY: District = { code: CITY_CODE, zh: '北京市', en: 'Beijing', group: 'city', sort: 0, isAdminDivision: true };

const unit = (sort: number, code: string, zh: string, en: string, group: DistrictGroup, isAdminDivision = true): District => ({
  code,
  zh,
  en,
  group,
  sort,
  isAdminDivision,
});

export const DISTRICTS: readonly District[] = [
  unit(1, '110101', '东城区', 'Dongcheng', 'central'),
  unit(2, '110102', '西城区', 'Xicheng', 'central'),
  unit(3, '110105', '朝阳区', 'Chaoyang', 'central'),
  unit(4, '110106', '丰台区', 'Fengtai', 'central'),
  unit(5, '110107', '石景山区', 'Shijingshan', 'central'),
  unit(6, '110108', '海淀区', 'Haidian', 'central'),
  unit(7, '110109', '门头沟区', 'Mentougou', 'eco'),
  unit(8, '110111', '房山区', 'Fangshan', 'plain_newtown'),
  unit(9, '110112', '通州区', 'Tongzhou', 'subcenter'),
  unit(10, '110113', '顺义区', 'Shunyi', 'plain_newtown'),
  unit(11, '110114', '昌平区', 'Changping', 'plain_newtown'),
  unit(12, '110115', '大兴区', 'Daxing', 'plain_newtown'),
  unit(13, '110116', '怀柔区', 'Huairou', 'eco'),
  unit(14, '110117', '平谷区', 'Pinggu', 'eco'),
  unit(15, '110118', '密云区', 'Miyun', 'eco'),
  unit(16, '110119', '延庆区', 'Yanqing', 'eco'),
  // Not an administrative division: the code inside its companies' credit codes. Statistics may fold it into Daxing.
  unit(17, '110302', '北京经济技术开发区', 'Beijing Economic-Technological Development Area', 'plain_newtown', false),
];

export const DISTRICT_CODES: readonly string[] = DISTRICTS.map((district) => district.code);

const BY_CODE: ReadonlyMap<string, District> = new Map([CITY, ...DISTRICTS].map((district) => [district.code, district]));

export const isDistrictCode = (code: string): boolean => code !== CITY_CODE && BY_CODE.has(code);

/** A reporting unit or the city; undefined for a code that is neither. */
export const findDistrict = (code: string): District | undefined => BY_CODE.get(code);

/** The code under which a report counts a unit when the development area is folded into Daxing. */
export const reportingCode = (code: string, foldDevelopmentArea: boolean): string =>
  foldDevelopmentArea && code === '110302' ? '110115' : code;
