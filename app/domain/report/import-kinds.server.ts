import { importCertificates } from '../certificate/import-certificates.server';
import { importRosters } from '../certificate/import-rosters.server';
import { importCompletions } from '../completion/import-completions.server';
import { importResults } from '../evaluation/import-results.server';
import { IMPORT_KINDS, type ImportKindName } from '../excel/import';
import type { ImportKind, ImportKinds } from '../excel/import-engine.server';
import { importInstitutions } from '../organisation/import-institutions.server';
import type { Role } from '../shared/actor';

/** Every kind of workbook that may be brought in. */
export const IMPORTS: ImportKinds = {
  institutions: importInstitutions,
  rosters: importRosters,
  certificates: importCertificates,
  completions: importCompletions,
  x_results: importResults,
};

export const importsOf = (role: Role): readonly ImportKind[] =>
  IMPORT_KINDS.map((name) => IMPORTS[name]).filter(({ roles }) => roles.includes(role));

/** The kind of that name, where the role may bring it in. */
export const importNamed = (role: Role, name: string | null): ImportKind | undefined =>
  importsOf(role).find((kind) => kind.name === (name as ImportKindName));
