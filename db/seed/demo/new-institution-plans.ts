import type { OperatorType } from '~/domain/organisation/organisation';

export interface NewInstitutionPlan {
  district: string;
  name: string;
  type: OperatorType;
  /** First filed: a day, or so many days ago. */
  filed: string | number;
  /** Day of the health-care worker's certificate, counted from the filing; null = not trained. */
  trained: number | null;
  /** Part-time, and places went from 140 to 160 so many days ago. */
  grew?: number;
}

/** Chaoyang shows every standing; the other districts a few of them. No target is met. */
export const NEW_INSTITUTIONS: readonly NewInstitutionPlan[] = [
  { district: '110105', name: '晴岚木马托育中心', type: 'private', filed: '2024-05-20', trained: -60 },
  { district: '110105', name: '晴岚竹蜻蜓社区托育点', type: 'community', filed: '2025-02-10', trained: 45 },
  { district: '110105', name: '晴岚纸船托育中心', type: 'private', filed: '2025-06-03', trained: 140 },
  { district: '110105', name: '晴岚拨浪鼓职工托育园', type: 'employer', filed: 30, trained: null },
  { district: '110105', name: '晴岚陀螺社区托育点', type: 'community', filed: 82, trained: null },
  { district: '110105', name: '晴岚风车托育中心', type: 'private', filed: 130, trained: null },
  { district: '110105', name: '晴岚万花筒公办托育园', type: 'public', filed: '2024-09-02', trained: -20, grew: 25 },
  { district: '110108', name: '松果树屋托育中心', type: 'private', filed: '2023-09-11', trained: -5 },
  { district: '110108', name: '松果秋千社区托育点', type: 'community', filed: '2025-03-03', trained: 80 },
  { district: '110108', name: '松果滑梯托育中心', type: 'private', filed: 45, trained: null },
  { district: '110106', name: '杏林沙漏托育中心', type: 'private', filed: '2023-04-18', trained: 100 },
  { district: '110106', name: '杏林石榴社区托育点', type: 'community', filed: 160, trained: null },
  { district: '110101', name: '槐荫书签公办托育园', type: 'public', filed: '2024-11-12', trained: -90 },
  { district: '110102', name: '槐荫砚台社区托育点', type: 'community', filed: '2025-09-01', trained: 20 },
  { district: '110112', name: '运河摇橹托育中心', type: 'private', filed: '2024-03-26', trained: -15 },
  { district: '110112', name: '运河芦笛社区托育点', type: 'community', filed: 15, trained: 5 },
  { district: '110114', name: '温榆蒲扇托育中心', type: 'private', filed: '2025-05-15', trained: 60 },
  { district: '110113', name: '潮白麦笛托育中心', type: 'private', filed: 100, trained: null },
  { district: '110115', name: '永定小鼓公办托育园', type: 'public', filed: '2023-12-05', trained: -30 },
  { district: '110302', name: '亦城齿轮职工托育园', type: 'employer', filed: '2025-01-08', trained: 30 },
  { district: '110302', name: '亦城拼图职工托育园', type: 'employer', filed: 60, trained: null },
  { district: '110111', name: '燕岭山楂社区托育点', type: 'community', filed: '2024-07-09', trained: 85 },
  { district: '110116', name: '雁栖栗子托育中心', type: 'private', filed: '2025-04-22', trained: -40 },
];
