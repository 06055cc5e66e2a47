import { listKinds, listSites } from '../../evaluation/catalogue-queries.server';
import { countCandidates, listCityCandidates } from '../../evaluation/commission-queries.server';
import { candidateSearch, countSearch, ofSitting, sittingSearch } from '../../evaluation/inputs';
import { listCollegeStudents, listMyRegistrations } from '../../evaluation/registration-queries.server';
import { lastExamOn } from '../../evaluation/sitting';
import { getSitting, listCandidates, listSittings } from '../../evaluation/sitting-queries.server';
import { listAppeals } from '../../evaluation/task-queries.server';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';
import { noSearch } from './inputs';

const whole = <Row>(rows: readonly Row[]) => ({ rows, total: rows.length });

/** Lists of evaluation organisations and of those who sit. */
export const EVALUATION_LISTS = {
  sittings: defineList({
    open: 'sitting.manage',
    search: sittingSearch,
    title: 'evaluation:sittings.title',
    find: (actor, search, now) => inPages(({ limit, offset }) => listSittings(actor, { ...search, page: offset / limit + 1 }, now, limit)),
    columns: ({ text, number, date, coded }) => [
      text('evaluation:field.code', (row) => row.code),
      text('evaluation:field.kind', (row) => row.kind, 24),
      text('evaluation:field.level', (row) => coded('evaluation:level', row.level), 8),
      text('evaluation:field.site', (row) => row.site, 28),
      text('evaluation:field.phase', (row) => coded('evaluation:phase', row.phase), 14),
      date('evaluation:field.registerFrom', (row) => row.registerFromOn),
      date('evaluation:field.registerUntil', (row) => row.registerUntilOn),
      date('evaluation:field.theoryOn', (row) => row.theoryOn),
      date('evaluation:field.practicalOn', (row) => row.practicalOn),
      date('evaluation:city.examOn', (row) => lastExamOn(row)),
      number('evaluation:field.capacity', (row) => row.capacity, 8),
      number('evaluation:field.taken', (row) => row.seatsTaken, 8),
      number('evaluation:city.certified', (row) => row.certificates, 8),
    ],
  }),
  'assessment-sites': defineList({
    open: 'site.manage',
    search: noSearch,
    title: 'evaluation:sites.title',
    find: async (actor) => whole(await listSites(actor)),
    columns: ({ text, number, district, word }) => [
      text('evaluation:field.siteName', (row) => row.name, 28),
      text('evaluation:field.district', (row) => district(row.districtCode)),
      text('evaluation:field.address', (row) => row.address, 36),
      text('evaluation:field.host', (row) => row.host, 28),
      number('evaluation:field.seats', (row) => row.seats, 8),
      number('evaluation:sites.sittings', (row) => row.sittings),
      text('evaluation:field.active', (row) => word(row.isActive ? 'evaluation:kinds.yes' : 'evaluation:kinds.no'), 8),
    ],
  }),
  'sitting-candidates': defineList({
    open: 'sitting.manage',
    search: ofSitting,
    title: 'evaluation:sittings.candidates',
    find: async (actor, { sitting }, now) =>
      whole(sitting ? await listCandidates((await getSitting(actor, sitting, now)).id, { withdrawn: true }) : []),
    columns: ({ text, number, coded, word }) => [
      text('evaluation:field.number', (row) => row.number, 20),
      text('evaluation:field.name', (row) => row.name, 14),
      text('evaluation:field.idNumber', (row) => row.idNumberMasked, 22),
      text('evaluation:field.college', (row) => row.college ?? word('evaluation:field.self'), 28),
      number('evaluation:field.theory', (row) => row.theoryPoints, 8),
      number('evaluation:field.practical', (row) => row.practicalPoints, 8),
      text('evaluation:field.status', (row) => coded('evaluation:candidateStatus', row.status), 12),
      text('evaluation:field.credit', (row) => row.creditBankNo, 22),
      text('evaluation:field.certificateNo', (row) => row.certificateNo, 24),
      text('evaluation:assessors.badge', (row) => (row.taught ? word('evaluation:kinds.yes') : ''), 14),
    ],
  }),
  'result-appeals': defineList({
    open: 'appeal.decide',
    search: ofSitting,
    title: 'evaluation:appeals.title',
    find: async (actor, { sitting }, now) => whole(sitting ? await listAppeals((await getSitting(actor, sitting, now)).id) : []),
    columns: ({ text, number, date, coded }) => [
      text('evaluation:field.number', (row) => row.number, 20),
      text('evaluation:field.name', (row) => row.name, 14),
      number('evaluation:field.theory', (row) => row.theoryPoints, 8),
      number('evaluation:field.practical', (row) => row.practicalPoints, 8),
      text('evaluation:appeals.statement', (row) => row.statement, 48),
      text('evaluation:field.status', (row) => coded('evaluation:appealStatus', row.status), 14),
      date('evaluation:appeals.due', (row) => row.answerDueOn),
      text('evaluation:appeals.reason', (row) => row.decision, 48),
    ],
  }),
  'my-sittings': defineList({
    open: 'appeal.open',
    search: noSearch,
    title: 'evaluation:mine.registrations',
    find: async ({ personId }, _search, now) => whole(personId ? await listMyRegistrations(personId, now) : []),
    columns: ({ text, number, date, coded }) => [
      text('evaluation:field.kind', (row) => row.kind, 24),
      text('evaluation:field.level', (row) => coded('evaluation:level', row.level), 8),
      text('evaluation:field.number', (row) => row.number, 20),
      date('evaluation:field.theoryOn', (row) => row.theoryOn),
      date('evaluation:field.practicalOn', (row) => row.practicalOn),
      number('evaluation:field.theory', (row) => row.theoryPoints, 8),
      number('evaluation:field.practical', (row) => row.practicalPoints, 8),
      text('evaluation:field.status', (row) => coded('evaluation:candidateStatus', row.candidateStatus), 12),
      text('evaluation:field.certificateNo', (row) => row.certificateNo, 24),
    ],
  }),
  'student-candidates': defineList({
    open: 'candidate.register',
    search: ofSitting,
    title: 'evaluation:students.listTitle',
    find: async (actor, { sitting }, now) => whole(await listCollegeStudents(actor, now, sitting)),
    columns: ({ text, number, date, coded }) => [
      text('evaluation:field.kind', (row) => row.kind, 24),
      text('evaluation:field.level', (row) => coded('evaluation:level', row.level), 8),
      text('evaluation:field.code', (row) => row.code),
      text('evaluation:field.number', (row) => row.number, 20),
      text('evaluation:field.name', (row) => row.name, 14),
      text('evaluation:field.idNumber', (row) => row.idNumberMasked, 22),
      date('evaluation:field.theoryOn', (row) => row.theoryOn),
      number('evaluation:field.theory', (row) => row.theoryPoints, 8),
      number('evaluation:field.practical', (row) => row.practicalPoints, 8),
      text('evaluation:field.status', (row) => coded('evaluation:candidateStatus', row.candidateStatus), 12),
      text('evaluation:field.certificateNo', (row) => row.certificateNo, 24),
    ],
  }),
  'sitting-counts': defineList({
    open: 'figures.read',
    search: countSearch,
    title: 'evaluation:city.title',
    find: async (actor, search, now) => whole((await countCandidates(actor, search, now)).map((row) => ({ ...row, by: search.by }))),
    columns: ({ text, number, coded, word }) => [
      text(
        'evaluation:city.by',
        (row) =>
          row.by === 'level'
            ? coded('evaluation:level', row.key)
            : row.key === 'none'
              ? word('evaluation:field.self')
              : row.label || row.key,
        32,
      ),
      number('evaluation:city.registered', (row) => row.registered),
      number('evaluation:city.absent', (row) => row.absent),
      number('evaluation:city.passed', (row) => row.passed),
      number('evaluation:city.failed', (row) => row.failed),
      number('evaluation:city.certified', (row) => row.certified),
    ],
  }),
  candidates: defineList({
    open: 'figures.read',
    search: candidateSearch,
    title: 'evaluation:city.candidates',
    find: (actor, search, now) =>
      inPages(({ limit, offset }) => listCityCandidates(actor, { ...search, page: offset / limit + 1 }, now, limit)),
    columns: ({ text, number, date, coded, word }) => [
      text('evaluation:field.number', (row) => row.number, 20),
      text('evaluation:field.name', (row) => row.name, 14),
      text('evaluation:field.idNumber', (row) => row.id_number_masked, 22),
      text('evaluation:field.college', (row) => row.college ?? word('evaluation:field.self'), 28),
      text('evaluation:field.kind', (row) => row.kind, 24),
      text('evaluation:field.level', (row) => coded('evaluation:level', row.level), 8),
      date('evaluation:field.theoryOn', (row) => row.theory_on),
      number('evaluation:field.theory', (row) => row.theory_points, 8),
      number('evaluation:field.practical', (row) => row.practical_points, 8),
      text('evaluation:field.status', (row) => coded('evaluation:candidateStatus', row.status), 12),
      text('evaluation:field.certificateNo', (row) => row.certificate_no, 24),
      text('evaluation:assessors.badge', (row) => (row.taught ? row.assessors : ''), 20),
    ],
  }),
  'x-certificates': defineList({
    open: 'figures.read',
    search: noSearch,
    title: 'evaluation:kinds.title',
    find: async () => whole(await listKinds()),
    columns: ({ text, number, coded, word }) => [
      text('evaluation:field.kind', (row) => row.name, 24),
      text('evaluation:field.issuer', (row) => row.issuer, 36),
      text('evaluation:field.levels', (row) => row.levels.map((level) => coded('evaluation:level', level)).join('、')),
      text('evaluation:field.childcareShort', (row) => word(row.childcareRelated ? 'evaluation:kinds.yes' : 'evaluation:kinds.no'), 10),
      text('evaluation:field.organisation', (row) => row.organisation, 28),
      text('evaluation:field.prefix', (row) => row.numberPrefix, 14),
      number('evaluation:kinds.issued', (row) => row.issued),
      text('evaluation:field.source', (row) => row.source, 48),
    ],
  }),
};
