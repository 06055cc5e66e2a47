import { importCertificates } from '../certificate/import-certificates.server';
import { importRosters } from '../certificate/import-rosters.server';
import { importCompletions } from '../completion/import-completions.server';
import { importResults } from '../evaluation/import-results.server';
import { IMPORT_KINDS, type ImportKindName } from '../excel/import';
import type { ImportKind, ImportKinds } from '../excel/import-engine.server';
import { importVisits } from '../health-care/import-visits.server';
import { importLecturers } from '../lecturer/import-lecturers.server';
import { importInstitutions } from '../organisation/import-institutions.server';
import type { Role, UserActor } from '../shared/actor';
import { importAgreements } from '../talent/import-agreements.server';
import { importEnterprises } from '../talent/import-enterprises.server';
import { importMajors } from '../talent/import-majors.server';
import { importPoints } from '../talent/import-points.server';
import { importPractice } from '../talent/import-practice.server';
import { importStudents } from '../talent/import-students.server';
import { importPlacements } from '../talent/placement/import-placements.server';

/** Every kind of workbook that may be brought in. */
export const IMPORTS: ImportKinds = {
  institutions: importInstitutions,
  rosters: importRosters,
  certificates: importCertificates,
  completions: importCompletions,
  x_results: importResults,
  lecturers: importLecturers,
  students: importStudents,
  placements: importPlacements,
  visits: importVisits,
  majors: importMajors,
  programme_points: importPoints,
  agreements: importAgreements,
  teacher_practice: importPractice,
  enterprises: importEnterprises,
};

/** Roles that bring workbooks in. */
export const IMPORTERS: readonly Role[] = ['institution_admin', 'provider_staff', 'evaluator', 'district_officer', 'city_officer'];

type Importer = Pick<UserActor, 'role' | 'organisation'>;

/** The kinds that somebody may bring in: her role, at an organisation of hers. */
export const importsOf = ({ role, organisation }: Importer): readonly ImportKind[] =>
  IMPORT_KINDS.map((name) => IMPORTS[name]).filter(
    ({ roles, at }) => roles.includes(role) && (!at || (organisation !== null && at.includes(organisation.kind))),
  );

/** The kind of that name, where she may bring it in. */
export const importNamed = (importer: Importer, name: string | null): ImportKind | undefined =>
  importsOf(importer).find((kind) => kind.name === (name as ImportKindName));
