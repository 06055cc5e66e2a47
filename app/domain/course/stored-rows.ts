import { typedHours } from './class-hours';
import type { CourseModule } from './course';
import type { ModuleRow } from './module-rows';
import type { OutlineModule } from './outline';

/** Stored modules as the rows of the editor. */
export const rowsOfModules = (modules: readonly CourseModule[]): ModuleRow[] =>
  modules.map((module) => ({
    key: module.code,
    code: module.code,
    title: module.title,
    outline: module.outlineModuleCode ?? '',
    theory: typedHours(module.theoryMinutes),
    practice: typedHours(module.practiceMinutes),
    topics: module.topics.join('；'),
  }));

/** The modules of an outline version, to begin the next from. */
export const rowsOfOutline = (modules: readonly OutlineModule[]): ModuleRow[] =>
  modules.map((module) => ({
    key: module.code,
    code: module.code,
    title: module.titleZh,
    titleEn: module.titleEn,
    theory: typedHours(module.theoryMinutes),
    practice: typedHours(module.practiceMinutes),
    topics: module.topics.join('；'),
  }));
