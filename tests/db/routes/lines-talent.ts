import { COMMISSION, type Line, PROVIDER, providers } from './line';

export const TALENT_LINES: Readonly<Record<string, Line>> = {
  'provider.students._index': PROVIDER,
  'provider.students.new': PROVIDER,
  'provider.students.$studentId': providers(({ studentId }) => ({ studentId })),
  'commission.funnel._index': { ...COMMISSION, write: ['city_officer'] },
  'commission.funnel.people': COMMISSION,
  'commission.titles._index': COMMISSION,
  'commission.titles.people': COMMISSION,
};
