import { CITY, COMMISSION, INSTITUTION, type Line, OFFICERS } from './line';
import type { Things } from './world';

const ofVisit = ({ visitId }: Things) => ({ visitId });
const ofFinding = ({ findingId }: Things) => ({ findingId });

/** Providers come in as maternal and child health centres only: that of the walk is a college, and is refused. */
export const VISIT_LINES: Readonly<Record<string, Line>> = {
  'guidance-photos.$photoId': {
    open: [...OFFICERS, 'institution_admin'],
    write: OFFICERS,
    params: ({ photoId }) => ({ photoId }),
    hiddenFrom: ['district_officer', 'institution_admin'],
  },
  'commission.checklists._index': COMMISSION,
  'commission.checklists.new': CITY,
  'commission.checklists.$checklistId': {
    ...COMMISSION,
    write: ['city_officer'],
    params: (_things, { single }) => ({ checklistId: single.checklist }),
  },
  'findings._index': COMMISSION,
  'findings.$findingId': { ...COMMISSION, params: ofFinding, hiddenFrom: ['district_officer'] },
  'institution.health-care.findings.$findingId': { ...INSTITUTION, params: ofFinding, hiddenFrom: ['institution_admin'] },
  'visits._index': COMMISSION,
  'visits.due': COMMISSION,
  'visits.field': COMMISSION,
  'visits.new': COMMISSION,
  'visits.sync': COMMISSION,
  'visits.$visitId': {
    open: [...OFFICERS, 'institution_admin'],
    write: OFFICERS,
    params: ofVisit,
    hiddenFrom: ['district_officer', 'institution_admin'],
  },
};
