import { all, COMMISSION, districts, INSTITUTION, type Line, PROVIDER, TRAINEE } from './line';

/** Placements: colleges, institutions, students, commissions. */
export const PLACEMENT_LINES: Readonly<Record<string, Line>> = {
  'provider.placements._index': PROVIDER,
  'provider.placements.new': all('provider_staff'),
  'provider.placements.$placementId': {
    ...PROVIDER,
    params: ({ placementId }) => ({ placementId }),
    hiddenFrom: ['provider_staff'],
  },
  'institution.placements._index': INSTITUTION,
  'institution.placements.$placementId': {
    ...INSTITUTION,
    params: ({ placementId }) => ({ placementId }),
    hiddenFrom: ['institution_admin'],
  },
  'me.placements._index': TRAINEE,
  'me.placements.$placementId': { ...TRAINEE, params: ({ placementId }) => ({ placementId }), hiddenFrom: ['trainee'] },
  'commission.placements._index': { ...COMMISSION, write: ['city_officer'] },
  'commission.placements.$placementId': districts(({ placementId }) => ({ placementId })),
};
