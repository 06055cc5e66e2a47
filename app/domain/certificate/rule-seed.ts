import type { Occupation } from './certificate';
import type { RuleClause, RuleCode } from './counting-rule';

export interface SeedRule {
  code: RuleCode;
  titleZh: string;
  titleEn: string;
  clauses: RuleClause[];
}

/** Infant carers 育婴员 and childcare workers 保育师, 保育员 by its older name. */
const CARERS: Occupation[] = ['4-10-01-02', '4-10-01-03'];
const HEALTH_CARERS: Occupation[] = ['4-14-01-03'];
const SOURCE = '京政办发〔2023〕6号第14项“育婴员、保育师等证书”';
const SOURCE_EN = '京政办发〔2023〕6号, item 14: “育婴员、保育师等证书”';

const STRICT: RuleClause[] = [
  {
    clause: `建议口径：育婴员、保育师职业技能等级证书（${SOURCE}）`,
    clauseEn: `Proposed: skill level certificates of infant carers and childcare workers (${SOURCE_EN})`,
    family: 'hrss_skill_level',
    occupations: CARERS,
    verdict: 'counts',
  },
  {
    clause: `建议口径：育婴员、保育员职业资格证书（旧）（${SOURCE}）`,
    clauseEn: `Proposed: former vocational qualifications of infant carers and nursery workers (${SOURCE_EN})`,
    family: 'hrss_vocational_qualification',
    occupations: CARERS,
    verdict: 'counts',
  },
];

const STANDARD: RuleClause[] = [
  ...STRICT,
  {
    clause: `建议口径：目录中与托育有关的 1+X 证书（${SOURCE}中的“等”）`,
    clauseEn: `Proposed: 1+X certificates that the catalogue marks as childcare (the “等” of ${SOURCE_EN})`,
    family: 'x_certificate',
    childcareRelated: true,
    verdict: 'counts',
  },
];

const also = (family: RuleClause['family'], zh: string, en: string, occupations?: Occupation[]): RuleClause => ({
  clause: `建议口径（广义）：${zh}`,
  clauseEn: `Proposed (broad): ${en}`,
  family,
  ...(occupations ? { occupations } : {}),
  verdict: 'counts',
});

const BROAD: RuleClause[] = [
  ...STANDARD,
  also('teacher_qualification', '幼儿园教师资格', 'kindergarten teacher qualification'),
  also('nurse_license', '护士执业证', 'nurse licence'),
  also('physician_license', '医师执业证', 'physician licence'),
  also('hrss_skill_level', '健康照护师职业技能等级证书', 'skill level certificate of health carers', HEALTH_CARERS),
];

/** What counts until a document of the city says so: proposals, all of them, in force since the plan began. */
export const SEED_RULES_FROM = '2023-01-01';
export const SEED_RULES: readonly SeedRule[] = [
  {
    code: 'strict',
    titleZh: '狭义：育婴员、保育师、保育员（旧）',
    titleEn: 'Strict: infant carers and childcare workers',
    clauses: STRICT,
  },
  {
    code: 'standard',
    titleZh: '标准：狭义加托育类 1+X 证书',
    titleEn: 'Standard: strict and childcare 1+X certificates',
    clauses: STANDARD,
  },
  {
    code: 'broad',
    titleZh: '广义：标准加幼师、护士、医师、健康照护师',
    titleEn: 'Broad: standard, teachers, nurses, physicians, health carers',
    clauses: BROAD,
  },
];
