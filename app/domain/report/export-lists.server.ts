import type { ExportList } from './export-list.server';
import type { ExportName } from './export-name';
import { ADMINISTRATION_LISTS } from './lists/administration.server';
import { CERTIFICATE_LISTS } from './lists/certificates.server';
import { CLASS_SHEET_LISTS } from './lists/class-sheets.server';
import { COVERAGE_LISTS } from './lists/coverage.server';
import { EVALUATION_LISTS } from './lists/evaluation.server';
import { FIGURE_LISTS } from './lists/figures.server';
import { HEALTH_CARE_LISTS } from './lists/health-care.server';
import { INSTITUTION_LISTS } from './lists/institutions.server';
import { LECTURER_LISTS } from './lists/lecturers.server';
import { ORGANISATION_LISTS } from './lists/organisations.server';
import { PLACEMENT_LISTS } from './lists/placements.server';
import { PROGRAMME_LISTS } from './lists/programme.server';
import { RATE_LISTS } from './lists/rates.server';
import { ROSTER_LISTS } from './lists/rosters.server';
import { RULE_LISTS } from './lists/rules.server';
import { TALENT_LISTS } from './lists/talent.server';
import { TRAINING_LISTS } from './lists/training.server';
import { VISIT_LISTS } from './lists/visits.server';

// A new list: name it in export-name.ts, add a `defineList({ open, search, title, find, columns })` to a file of ./lists/ (find with
// `inPages` or `afterEach`) that is spread here, and put `<ListExport list="its-name" />` on its page: the filters travel by themselves.
export const EXPORT_LISTS = {
  ...TRAINING_LISTS,
  ...ORGANISATION_LISTS,
  ...INSTITUTION_LISTS,
  ...ROSTER_LISTS,
  ...FIGURE_LISTS,
  ...RATE_LISTS,
  ...RULE_LISTS,
  ...COVERAGE_LISTS,
  ...ADMINISTRATION_LISTS,
  ...CERTIFICATE_LISTS,
  ...EVALUATION_LISTS,
  ...PLACEMENT_LISTS,
  ...HEALTH_CARE_LISTS,
  ...TALENT_LISTS,
  ...VISIT_LISTS,
  ...LECTURER_LISTS,
  ...CLASS_SHEET_LISTS,
  ...PROGRAMME_LISTS,
} satisfies Record<ExportName, ExportList>;
