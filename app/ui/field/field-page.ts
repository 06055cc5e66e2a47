import type { ChecklistVersion } from '~/domain/health-care/checklist';
import type { FindingStatus, FindingWeight, VisitKind } from '~/domain/health-care/visit';

/** What still waits to be mended from the visit that a planned one follows. */
export interface ToMend {
  id: string;
  itemCode: string | null;
  weight: FindingWeight;
  statement: string;
  mendByOn: string;
  status: FindingStatus;
}

export interface PlannedVisit {
  id: string;
  institutionId: string;
  institutionName: string;
  address: string | null;
  kind: VisitKind;
  plannedOn: string;
  purpose: string;
  visitorName: string;
  toMend: ToMend[];
}

/** Everything that the page in the field holds; it is kept on the phone with the page. */
export interface FieldPageData {
  accountId: string;
  organisationId: string;
  asOf: string;
  planned: PlannedVisit[];
  institutions: { id: string; name: string; districtCode: string | null }[];
  checklist: ChecklistVersion | null;
}
