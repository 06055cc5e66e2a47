import type { ExportList } from './export-list.server';
import type { ExportName } from './export-name';
import { ADMINISTRATION_LISTS } from './lists/administration.server';
import { CERTIFICATE_LISTS } from './lists/certificates.server';
import { EVALUATION_LISTS } from './lists/evaluation.server';
import { FIGURE_LISTS } from './lists/figures.server';
import { INSTITUTION_LISTS } from './lists/institutions.server';
import { ORGANISATION_LISTS } from './lists/organisations.server';
import { RATE_LISTS } from './lists/rates.server';
import { ROSTER_LISTS } from './lists/rosters.server';
import { RULE_LISTS } from './lists/rules.server';
import { TRAINING_LISTS } from './lists/training.server';

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
  ...ADMINISTRATION_LISTS,
  ...CERTIFICATE_LISTS,
  ...EVALUATION_LISTS,
} satisfies Record<ExportName, ExportList>;
