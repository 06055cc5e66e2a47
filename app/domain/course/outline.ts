import type { CourseCategory } from './course';

/** No shipped value is official: hours are shown as 建议学时 until the city enters the published table. */
export const OUTLINE_SOURCES = ['official', 'proposed'] as const;
export type OutlineSource = (typeof OUTLINE_SOURCES)[number];

export interface OutlineModule {
  code: string;
  titleZh: string;
  titleEn: string;
  theoryMinutes: number;
  practiceMinutes: number;
  topics: string[];
}

export interface Outline {
  category: CourseCategory;
  version: number;
  titleZh: string;
  titleEn: string;
  documentNo: string | null;
  source: OutlineSource;
  theoryMinutes: number;
  practiceMinutes: number;
  effectiveOn: string;
  modules: OutlineModule[];
}
