import type { NewPeriod } from './inputs';

const OWNER = '市卫生健康委、市教委、市人力资源社会保障局';

/** What the plan says of the rate; it went into databases that had been shipped without it. */
export const SEED_RATE = {
  code: '2023-2025',
  value: 90,
  clause: '第14项：到2025年，实现保育人员持育婴员、保育师等证书上岗率达到90%以上',
  owner: OWNER,
};

/** The plan of 京政办发〔2023〕6号 with its wording, and the time after it: counted, without a value to reach. */
export const SEED_PERIODS: readonly NewPeriod[] = [
  {
    nameZh: '托育服务行动方案（2023—2025年）',
    nameEn: 'Childcare action plan 2023–2025',
    documentNo: '京政办发〔2023〕6号',
    startsOn: '2023-01-01',
    endsOn: '2025-12-31',
    clause: '第14项：到2025年，培训各类托育机构负责人1000人次以上，培训保育人员5000人次以上',
    owner: OWNER,
    countingRule: 'person_times_2023',
    principal_person_times: 1_000,
    caregiver_person_times: 5_000,
    caregiver_certified_rate: 90,
  },
  {
    nameZh: '2026年起',
    nameEn: 'From 2026',
    documentNo: '',
    startsOn: '2026-01-01',
    endsOn: null,
    clause: '',
    owner: OWNER,
    countingRule: 'person_times_2023',
    principal_person_times: null,
    caregiver_person_times: null,
    caregiver_certified_rate: null,
  },
];
