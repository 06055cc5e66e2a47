import { CITY, COMMISSION, INSTITUTION, type Line, PROVIDER } from './line';

export const HEALTH_CARE_LINES: Readonly<Record<string, Line>> = {
  'commission.health-care._index': { ...COMMISSION, write: ['city_officer'] },
  'commission.health-care.institutions': COMMISSION,
  'commission.health-care.rules._index': { ...COMMISSION, write: ['city_officer'] },
  'commission.health-care.rules.$ruleId': {
    ...COMMISSION,
    write: ['city_officer'],
    params: (_things, { single }) => ({ ruleId: single.healthCareRule }),
  },
  'commission.health-care.rules.new': CITY,
  'institution.health-care._index': INSTITUTION,
  // For maternal and child health centres alone: the college of the world does not know of it.
  'provider.health-care': { ...PROVIDER, notFor: ['provider_staff'] },
};
