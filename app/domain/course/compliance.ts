import { comparable } from '../shared/text';
import type { CourseModule } from './course';
import type { Outline, OutlineModule } from './outline';

export const COMPLIANCE_GAPS = [
  'total_minutes_short',
  'theory_minutes_short',
  'practice_minutes_short',
  'module_missing',
  'module_theory_short',
  'module_practice_short',
  'topic_missing',
] as const;

export interface ComplianceGap {
  code: (typeof COMPLIANCE_GAPS)[number];
  params: { module?: string; topic?: string; asked?: number; offered?: number; short?: number };
}

export interface Measure {
  asked: number;
  offered: number;
  short: number;
}

export interface ModuleCompliance {
  code: string;
  state: 'covered' | 'short' | 'missing';
  theory: Measure;
  practice: Measure;
  topicsMissing: string[];
}

/** All figures in minutes. `extra` are the course's modules that answer no module of the outline. */
export interface Compliance {
  total: Measure;
  theory: Measure;
  practice: Measure;
  modules: ModuleCompliance[];
  topicsAsked: number;
  topicsMissing: number;
  extra: string[];
  gaps: ComplianceGap[];
}

const measure = (asked: number, offered: number): Measure => ({ asked, offered, short: Math.max(0, asked - offered) });

const sum = (modules: readonly CourseModule[], key: 'theoryMinutes' | 'practiceMinutes'): number =>
  modules.reduce((total, module) => total + module[key], 0);

const checkModule = (asked: OutlineModule, answers: readonly CourseModule[], taught: readonly string[]): ModuleCompliance => {
  const theory = measure(asked.theoryMinutes, sum(answers, 'theoryMinutes'));
  const practice = measure(asked.practiceMinutes, sum(answers, 'practiceMinutes'));
  const topicsMissing = asked.topics.filter((topic) => !taught.some((text) => text.includes(comparable(topic))));
  const state = answers.length === 0 ? 'missing' : theory.short + practice.short > 0 ? 'short' : 'covered';
  return { code: asked.code, state, theory, practice, topicsMissing };
};

const gapsOf = (module: ModuleCompliance): ComplianceGap[] => {
  const gaps: ComplianceGap[] = [];
  if (module.state === 'missing') {
    const asked = module.theory.asked + module.practice.asked;
    gaps.push({ code: 'module_missing', params: { module: module.code, asked } });
  } else {
    if (module.theory.short > 0) gaps.push({ code: 'module_theory_short', params: { module: module.code, ...module.theory } });
    if (module.practice.short > 0) gaps.push({ code: 'module_practice_short', params: { module: module.code, ...module.practice } });
  }
  for (const topic of module.topicsMissing) gaps.push({ code: 'topic_missing', params: { module: module.code, topic } });
  return gaps;
};

/** Measures a draft against one version of an outline. A topic taught in any module of the course is covered. */
export const checkCompliance = (
  modules: readonly CourseModule[],
  outline: Pick<Outline, 'theoryMinutes' | 'practiceMinutes' | 'modules'>,
): Compliance => {
  const theory = measure(outline.theoryMinutes, sum(modules, 'theoryMinutes'));
  const practice = measure(outline.practiceMinutes, sum(modules, 'practiceMinutes'));
  const total = measure(theory.asked + practice.asked, theory.offered + practice.offered);
  const taught = modules.flatMap((module) => [...module.topics, module.title].map(comparable));
  const known = new Set(outline.modules.map((module) => module.code));
  const checked = outline.modules.map((asked) =>
    checkModule(
      asked,
      modules.filter((module) => module.outlineModuleCode === asked.code),
      taught,
    ),
  );
  const totals = [
    { code: 'total_minutes_short', value: total },
    { code: 'theory_minutes_short', value: theory },
    { code: 'practice_minutes_short', value: practice },
  ] as const;
  return {
    total,
    theory,
    practice,
    modules: checked,
    topicsAsked: outline.modules.reduce((count, module) => count + module.topics.length, 0),
    topicsMissing: checked.reduce((count, module) => count + module.topicsMissing.length, 0),
    extra: modules
      .filter((module) => module.outlineModuleCode === null || !known.has(module.outlineModuleCode))
      .map((module) => module.code),
    gaps: [
      ...totals.filter(({ value }) => value.short > 0).map(({ code, value }): ComplianceGap => ({ code, params: { ...value } })),
      ...checked.flatMap(gapsOf),
    ],
  };
};

/** What a reader is told: a module that is missing takes its topics with it. */
export const gapsToRead = (gaps: readonly ComplianceGap[]): ComplianceGap[] => {
  const missing = new Set(gaps.filter(({ code }) => code === 'module_missing').map(({ params }) => params.module));
  return gaps.filter(({ code, params }) => code !== 'topic_missing' || !missing.has(params.module));
};

/** The hours of the outline are reached, theory and practice each: the condition of 岗位培训合格. */
export const meetsOutline = (compliance: Compliance): boolean => compliance.theory.short === 0 && compliance.practice.short === 0;

/** Hours reached, and every module and topic of the outline answered. */
export const coversOutline = (compliance: Compliance): boolean => compliance.gaps.length === 0;

/** The course modules of a fresh draft taken from an outline. */
export const modulesFromOutline = (outline: Pick<Outline, 'modules'>): CourseModule[] =>
  outline.modules.map((module) => ({
    code: module.code,
    title: module.titleZh,
    theoryMinutes: module.theoryMinutes,
    practiceMinutes: module.practiceMinutes,
    topics: [...module.topics],
    outlineModuleCode: module.code,
  }));
