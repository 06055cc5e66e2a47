import { postTrainingSearch } from '../../completion/inputs';
import { listPostTrainings } from '../../completion/post-training-queries.server';
import { listCatalogue } from '../../course/catalogue.server';
import { catalogueSearch, courseListSearch } from '../../course/inputs';
import { listOutlines, listOwnCourses } from '../../course/queries.server';
import { confirmationSearch } from '../../enrolment/inputs';
import { listInstitutionEnrolments, listMyEnrolments } from '../../enrolment/queries.server';
import { classListSearch } from '../../training-class/inputs';
import { listProviderClasses } from '../../training-class/queries.server';
import { classPhase } from '../../training-class/training-class';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';
import { noSearch } from './inputs';

const sum = (minutes: readonly number[]): number => minutes.reduce((total, each) => total + each, 0);

export const TRAINING_LISTS = {
  'post-trainings': defineList({
    open: 'post_training.list',
    search: postTrainingSearch,
    title: 'completion:postTraining.list',
    find: (actor, { page: _page, ...filter }) => inPages((page) => listPostTrainings(actor, filter, page)),
    columns: ({ text, date, hours, coded, district }) => [
      text('completion:postTraining.holder', (row) => row.name),
      text('completion:postTraining.idNumber', (row) => row.idNumberMasked, 22),
      text('completion:number', (row) => row.number, 26),
      text('completion:postTraining.category', (row) => coded('course:category', row.category)),
      text('completion:postTraining.district', (row) => district(row.districtCode)),
      hours('completion:postTraining.theory', (row) => row.theoryMinutes),
      hours('completion:postTraining.practice', (row) => row.practiceMinutes),
      date('completion:postTraining.metOn', (row) => row.metOn),
      date('completion:issuedOn', (row) => row.issuedOn),
      text('completion:postTraining.state', (row) => coded('completion:postTraining.states', row.revokedAt ? 'revoked' : 'standing')),
    ],
  }),
  courses: defineList({
    open: 'everyone',
    search: catalogueSearch,
    title: 'course:catalogue.title',
    find: (_actor, search, now) => inPages(({ limit, offset }) => listCatalogue({ ...search, page: offset / limit + 1 }, now, limit)),
    columns: ({ text, number, date, hours, coded, district, word }) => [
      text('course:field.title', (row) => row.title, 32),
      text('course:field.category', (row) => row.categories.map((each) => coded('course:category', each)).join('、'), 24),
      text('course:field.delivery', (row) => coded('course:delivery', row.delivery)),
      text('course:field.provider', (row) => row.provider, 28),
      text('course:field.district', (row) => district(row.district)),
      hours('course:theory', (row) => sum(row.theory)),
      hours('course:practice', (row) => sum(row.practice)),
      date('course:export.startsOn', (row) => row.startsOn),
      date('course:export.enrolUntil', (row) => row.enrolUntilOn),
      number({ said: word('class:field.seatsLeft') }, (row) => row.free),
    ],
  }),
  'provider-courses': defineList({
    open: 'course.draft',
    search: courseListSearch,
    title: 'course:list.title',
    find: (actor, { status }) =>
      inPages(async ({ limit, offset }) => {
        const { rows, counts } = await listOwnCourses(actor, { status, page: offset / limit + 1 }, limit);
        const inUse = Object.entries(counts).reduce((all, [each, n]) => (each === 'archived' ? all : all + n), 0);
        return { rows, total: status ? (counts[status] ?? 0) : inUse };
      }),
    columns: ({ text, number, date, coded }) => [
      text('course:field.title', (row) => row.title, 32),
      text('course:field.category', (row) => row.categories.map((each) => coded('course:category', each)).join('、'), 24),
      text('course:field.delivery', (row) => coded('course:delivery', row.delivery)),
      text('course:field.status', (row) => coded('course:status', row.status)),
      number('course:field.syllabusVersion', (row) => row.version),
      date('course:field.due', (row) => row.decisionDueOn),
      date('course:field.updated', (row) => row.updatedAt),
    ],
  }),
  'provider-classes': defineList({
    open: 'class.manage',
    search: classListSearch,
    title: 'class:list.title',
    find: async (actor, search, now) => {
      const found = await inPages(({ limit, offset }) => listProviderClasses(actor, { ...search, page: offset / limit + 1 }, now, limit));
      return { ...found, rows: withPhase(found.rows, now) };
    },
    columns: ({ text, number, date, coded }) => [
      text('class:field.code', (row) => row.code, 20),
      text('class:page.course', (row) => row.courseTitle, 32),
      text('class:field.term', (row) => row.term),
      text('class:list.phase', (row) => coded('class:status', row.phase), 12),
      date('class:export.startsOn', (row) => row.startsOn),
      date('class:export.endsOn', (row) => row.endsOn),
      date('class:form.until', (row) => row.enrolUntilOn),
      number('class:field.capacity', (row) => row.capacity, 8),
      number('class:export.seatsTaken', (row) => row.seatsTaken, 8),
      number('class:list.waiting', (row) => row.waitingCount, 8),
      number('class:list.toDecide', (row) => row.toDecide, 8),
    ],
  }),
  'institution-enrolments': defineList({
    open: 'enrolment.confirm',
    search: confirmationSearch,
    title: 'enrolment:institution.confirmTitle',
    find: (actor, { show }) => inPages(({ limit, offset }) => listInstitutionEnrolments(actor, { show, page: offset / limit + 1 }, limit)),
    columns: ({ text, number, date, coded }) => [
      text('enrolment:institution.person', (row) => row.personName, 14),
      text('person:field.role', (row) => coded('person:role', row.role)),
      text('course:field.title', (row) => row.courseTitle, 32),
      text('class:field.code', (row) => row.classCode, 20),
      date('class:export.startsOn', (row) => row.startsOn),
      date('class:export.endsOn', (row) => row.endsOn),
      text('enrolment:mine.status', (row) => coded('enrolment:status', row.status)),
      number('enrolment:export.queuePlace', (row) => row.position, 10),
      text('enrolment:export.answer', (row) => coded('enrolment:institutionAnswer', row.institutionAnswer)),
      date('enrolment:institution.due', (row) => (row.institutionAnswer === 'pending' ? row.institutionAnswerDueOn : null)),
    ],
  }),
  'my-enrolments': defineList({
    open: 'enrolment.request',
    search: noSearch,
    title: 'enrolment:mine.title',
    find: async ({ personId }) => {
      const rows = personId ? await listMyEnrolments(personId) : [];
      return { rows, total: rows.length };
    },
    columns: ({ text, number, date, coded }) => [
      text('course:field.title', (row) => row.courseTitle, 32),
      text('class:field.code', (row) => row.classCode, 20),
      date('class:export.startsOn', (row) => row.startsOn),
      date('class:export.endsOn', (row) => row.endsOn),
      text('class:field.place', (row) => row.place, 28),
      text('enrolment:mine.status', (row) => coded('enrolment:status', row.status)),
      number('enrolment:export.queuePlace', (row) => row.position, 10),
    ],
  }),
  outlines: defineList({
    open: 'figures.read',
    search: noSearch,
    title: 'course:outline.title',
    find: async () => {
      const rows = await listOutlines();
      return { rows, total: rows.length };
    },
    columns: ({ text, number, date, hours, coded, language }) => [
      text('course:field.category', (row) => coded('course:category', row.category), 24),
      number('course:outline.version', (row) => row.version, 8),
      text('course:outline.name', (row) => (language === 'en' ? row.titleEn : row.titleZh), 36),
      text('course:outline.source', (row) => coded('course:source', row.source)),
      text('course:outline.document', (row) => row.documentNo, 24),
      hours('course:theory', (row) => row.theoryMinutes),
      hours('course:practice', (row) => row.practiceMinutes),
      date('course:outline.effectiveOn', (row) => row.effectiveOn),
      number('course:outline.courses', (row) => row.courses, 10),
    ],
  }),
};

type Timed = Parameters<typeof classPhase>[0];

async function* withPhase<Row extends Timed>(rows: Iterable<Row> | AsyncIterable<Row>, now: Date) {
  for await (const row of rows) yield { ...row, phase: classPhase(row, now) };
}
