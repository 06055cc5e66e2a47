import { COMMISSION, districts, type Line, ofClass, PROVIDER, providers, TRAINEE } from './line';

const ofLecturer: Line['params'] = ({ lecturerId }) => ({ lecturerId });

/** Lecturers and experts, and what trainees say of their classes. */
export const LECTURER_LINES: Readonly<Record<string, Line>> = {
  'provider.lecturers._index': PROVIDER,
  'provider.lecturers.new': PROVIDER,
  'provider.lecturers.$lecturerId': providers(ofLecturer),
  'provider.classes.$classId.feedback': providers(ofClass),
  'commission.lecturers._index': { ...COMMISSION, write: ['city_officer'] },
  'commission.lecturers.new': COMMISSION,
  'commission.lecturers.$lecturerId': districts(ofLecturer),
  'commission.feedback': { ...COMMISSION, write: ['city_officer'] },
  'me.enrolments.$enrolmentId_.feedback': { ...TRAINEE, params: ({ enrolmentId }) => ({ enrolmentId }), hiddenFrom: ['trainee'] },
};
