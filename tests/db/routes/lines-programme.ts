import { all, CITY, COMMISSION, districts, INSTITUTION, type Line, PROVIDER, providers } from './line';

/** Programme points and cooperation: colleges, institutions, commissions. */
export const PROGRAMME_LINES: Readonly<Record<string, Line>> = {
  'agreement-files.$agreementId': {
    ...all('provider_staff', 'institution_admin', 'district_officer', 'city_officer'),
    params: ({ agreementId }) => ({ agreementId }),
    hiddenFrom: ['provider_staff', 'institution_admin', 'district_officer'],
  },
  'commission.agreements._index': { ...COMMISSION, write: ['city_officer'] },
  'commission.agreements.$agreementId': districts(({ agreementId }) => ({ agreementId })),
  'commission.enterprises': COMMISSION,
  'commission.majors._index': { ...COMMISSION, write: ['city_officer'] },
  'commission.majors.$majorId': { ...CITY, params: ({ majorId }) => ({ majorId }) },
  'commission.programme-points._index': COMMISSION,
  'commission.programme-points.$pointId': { ...districts(({ pointId }) => ({ pointId })), write: ['city_officer'] },
  'commission.teacher-practice': COMMISSION,
  'institution.agreements._index': INSTITUTION,
  'institution.agreements.$agreementId': {
    ...INSTITUTION,
    params: ({ agreementId }) => ({ agreementId }),
    hiddenFrom: ['institution_admin'],
  },
  'institution.teacher-practice': INSTITUTION,
  'provider.agreements._index': PROVIDER,
  'provider.agreements.new': PROVIDER,
  'provider.agreements.$agreementId': providers(({ agreementId }) => ({ agreementId })),
  'provider.programmes._index': PROVIDER,
  'provider.programmes.$pointId': providers(({ pointId }) => ({ pointId })),
  'provider.teacher-practice._index': PROVIDER,
  'provider.teacher-practice.new': PROVIDER,
  'provider.teacher-practice.$practiceId': providers(({ practiceId }) => ({ practiceId })),
};
