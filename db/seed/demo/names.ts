import type { OperatorType } from '~/domain/organisation/organisation';

/** Institutions per reporting unit: 120 in all. */
export const INSTITUTIONS_PER_DISTRICT: readonly (readonly [code: string, short: string, count: number])[] = [
  ['110105', '朝阳', 18],
  ['110108', '海淀', 16],
  ['110106', '丰台', 11],
  ['110112', '通州', 10],
  ['110114', '昌平', 10],
  ['110115', '大兴', 9],
  ['110102', '西城', 7],
  ['110101', '东城', 6],
  ['110113', '顺义', 6],
  ['110111', '房山', 6],
  ['110107', '石景山', 5],
  ['110302', '经开', 4],
  ['110109', '门头沟', 3],
  ['110116', '怀柔', 3],
  ['110118', '密云', 2],
  ['110117', '平谷', 2],
  ['110119', '延庆', 2],
];

export const OPERATORS: readonly (readonly [type: OperatorType, count: number, suffix: string])[] = [
  ['private', 45, '托育中心'],
  ['community', 25, '社区托育点'],
  ['kindergarten_class', 30, '幼儿园托班'],
  ['employer', 12, '职工托育园'],
  ['public', 3, '公办托育园'],
  ['kindergarten_site_converted', 2, '社区办园点托育部'],
  ['family_site', 2, '家庭托育点'],
  ['service_centre', 1, '综合服务中心托育部'],
];

// Two words that nobody would join: a name that no institution carries.
export const FIRST_WORDS = ['青稞', '石榴', '松果', '麦穗', '榆钱', '杏仁', '芦笛', '槐花', '山楂', '莲蓬', '柿子', '海棠'];
export const SECOND_WORDS = ['星桥', '小舟', '云梯', '月台', '风铃', '纸鸢', '竹马', '彩屋', '木屐', '石磨'];

export interface ProviderPlan {
  code: string;
  kind: 'college' | 'service_centre' | 'mch_centre';
  name: string;
  district: string | null;
}

/** `code` begins the codes of their classes. */
export const PROVIDERS: readonly ProviderPlan[] = [
  { code: 'QH', kind: 'college', name: '青禾职业学院（演示）', district: '110105' },
  { code: 'YS', kind: 'college', name: '燕桥儿童发展学院（演示）', district: null },
  { code: 'XL', kind: 'college', name: '西麓师范学校（演示）', district: '110108' },
  { code: 'BT', kind: 'college', name: '北亭护理职业学院（演示）', district: '110114' },
  { code: 'YH', kind: 'college', name: '漕湾职业技术学院（演示）', district: '110112' },
  { code: 'NM', kind: 'college', name: '南陌技师学院（演示）', district: null },
  { code: 'CYF', kind: 'service_centre', name: '朝阳区托育综合服务中心（演示）', district: '110105' },
  { code: 'HDF', kind: 'service_centre', name: '海淀区托育综合服务中心（演示）', district: '110108' },
  { code: 'XCF', kind: 'service_centre', name: '西城区托育综合服务中心（演示）', district: '110102' },
  { code: 'DCF', kind: 'service_centre', name: '东城区托育综合服务中心（演示）', district: '110101' },
  { code: 'FTF', kind: 'service_centre', name: '丰台区托育综合服务中心（演示）', district: '110106' },
  { code: 'TZF', kind: 'service_centre', name: '通州区托育综合服务中心（演示）', district: '110112' },
  { code: 'DXF', kind: 'service_centre', name: '大兴区托育综合服务中心（演示）', district: '110115' },
  { code: 'SYF', kind: 'service_centre', name: '顺义区托育综合服务中心（演示）', district: '110113' },
  { code: 'FSF', kind: 'service_centre', name: '房山区托育综合服务中心（演示）', district: '110111' },
  { code: 'HRF', kind: 'service_centre', name: '怀柔区托育综合服务中心（演示）', district: '110116' },
  { code: 'BJM', kind: 'mch_centre', name: '市妇幼保健指导中心（演示）', district: null },
  { code: 'CYM', kind: 'mch_centre', name: '朝阳区妇幼保健指导中心（演示）', district: '110105' },
  { code: 'HDM', kind: 'mch_centre', name: '海淀区妇幼保健指导中心（演示）', district: '110108' },
  { code: 'DXM', kind: 'mch_centre', name: '大兴区妇幼保健指导中心（演示）', district: '110115' },
];

/** People of the stories; nobody else gets one of these names. */
export const STORY_NAMES = {
  trainee: '王秀英',
  student: '陈雨桐',
  principal: '赵淑敏',
  severalRoles: '马玉洁',
  retest: '刘桂兰',
  repeat: '孙晓燕',
  revoked: '周建华',
  voided: '吴梦琳',
  overNewYear: '郑海燕',
  kindergarten: '冯文娟',
  shortAttendance: '何雅琴',
  neverCame: '许丽霞',
  silentInstitution: '宋春梅',
  movedJob: '唐慧敏',
  twoRoles: '韩雪琴',
  noAssessment: '彭静兰',
  claimed: '蒋玉珍',
  firstInQueue: '林若彤',
  onLeave: '沈文怡',
  healthExpired: '谢晓霞',
  intern: '罗梦涵',
  partTime: '魏雅琳',
  affiliated: '曹秀琴',
  claimsPost: '丁思悦',
  disputes: '梁静婷',
  disputesLate: '高玉梅',
  twoRecords: '邓佳颖',
  schoolToPost: '苏晚晴',
} as const;
