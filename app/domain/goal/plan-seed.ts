import type { MeasuredMetric } from './goal';
import type { NewPeriod } from './inputs';

const OWNER = '市卫生健康委、市教委、市人力资源社会保障局';

const TALENT_OWNER = '市教委、市人力资源社会保障局、市卫生健康委、市发展改革委';

/** The code of the plan's period. */
const PLAN = '2023-2025';

/** What a period wants of a measured metric: the plan its value and clause, every other period none. */
export const measuredSeed = (metric: MeasuredMetric, code: string): { value: number | null; clause: string; owner: string } =>
  code === PLAN ? OF_PLAN[metric] : { ...OF_PLAN[metric], value: null, clause: '' };

const OF_PLAN: Readonly<Record<MeasuredMetric, { value: number; clause: string; owner: string }>> = {
  caregiver_certified_rate: { value: 90, clause: '第14项：到2025年，实现保育人员持育婴员、保育师等证书上岗率达到90%以上', owner: OWNER },
  programme_points: { value: 5, clause: '第13项：到2025年，婴幼儿发展与健康管理、婴幼儿托育等专业布点达到5个以上', owner: TALENT_OWNER },
  health_care_coverage: {
    value: 100,
    clause: '第15项：对新设立托育机构卫生保健人员开展岗前培训（原文未定数值，100% 为建议值）',
    owner: '市卫生健康委',
  },
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
    programme_points: 5,
    health_care_coverage: 100,
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
    programme_points: null,
    health_care_coverage: null,
  },
];
