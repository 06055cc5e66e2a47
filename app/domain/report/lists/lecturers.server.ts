import { getClassFeedback } from '../../completion/class-feedback.server';
import { listFeedback } from '../../completion/feedback-figures.server';
import { feedbackSearch, ofClassSearch } from '../../completion/inputs';
import { lecturerLessonSearch, lecturerSearch } from '../../lecturer/inputs';
import { listLecturerLessons } from '../../lecturer/load.server';
import { listLecturers } from '../../lecturer/queries.server';
import type { Columns } from '../export-columns.server';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';

type Lecturer = Awaited<ReturnType<typeof listLecturers>>['rows'][number];

const CLASS_HOUR = 45;
const aboutLecturer = ({ text, date, hours, coded, word }: Columns<Lecturer>) => [
  text('lecturer:field.name', (row) => row.name, 14),
  text('lecturer:field.kind', (row) => coded('lecturer:kind', row.kind), 12),
  text('lecturer:field.employer', (row) => row.employer, 28),
  text('lecturer:field.fields', (row) => row.fields.map((field) => coded('lecturer:fields', field)).join('、'), 36),
  text('lecturer:field.qualification', (row) => row.qualification, 40),
  text('lecturer:field.status', (row) => coded('lecturer:standing', row.standing), 12),
  text('lecturer:renewalAsked', (row) => (row.renewalAsked ? word('lecturer:renewalAsked') : ''), 14),
  date('lecturer:field.approvedUntil', (row) => row.approvedUntilOn),
  hours('lecturer:field.hoursThisYear', (row) => row.minutesThisYear),
];

const found = (actor: Parameters<typeof listLecturers>[0], search: Parameters<typeof listLecturers>[1], now: Date) =>
  inPages((page) => listLecturers(actor, search, now, page));

const rounded = (mean: number | null): number | null => (mean === null ? null : Math.round(mean * 10) / 10);

/** Lecturers and experts, what they taught, and how classes are rated. */
export const LECTURER_LISTS = {
  'provider-lecturers': defineList({
    open: 'lecturer.propose',
    search: lecturerSearch,
    title: 'lecturer:title',
    find: found,
    columns: aboutLecturer,
  }),
  lecturers: defineList({
    open: 'lecturer.enter',
    search: lecturerSearch,
    title: 'lecturer:title',
    find: found,
    columns: (columns) => [
      ...aboutLecturer(columns),
      columns.text('lecturer:field.organisation', (row) => row.organisation ?? columns.word('lecturer:field.commissionOwn'), 28),
      columns.text('lecturer:field.district', (row) => columns.district(row.districtCode)),
    ],
  }),
  'lecturer-lessons': defineList({
    open: 'lecturer.read',
    search: lecturerLessonSearch,
    title: 'lecturer:load.listCaption',
    find: async (actor, { lecturer }) =>
      lecturer ? inPages((page) => listLecturerLessons(actor, lecturer, page)) : { rows: [], total: 0 },
    columns: ({ text, number, date }) => [
      date('lecturer:load.date', (row) => row.held_on),
      text('lecturer:load.lesson', (row) => row.title, 32),
      text('lecturer:load.course', (row) => row.course, 32),
      text('lecturer:load.class', (row) => row.code, 20),
      text('lecturer:load.provider', (row) => row.provider, 28),
      number('lecturer:load.hours', (row) => Math.round((row.minutes / CLASS_HOUR) * 10) / 10, 8),
    ],
  }),
  feedback: defineList({
    open: 'figures.read',
    search: feedbackSearch,
    title: 'feedback:city.title',
    find: (actor, search) => inPages((page) => listFeedback(actor, search, page)),
    columns: ({ text, number }) => [
      text('feedback:city.by', (row) => row.label, 32),
      text('course:field.provider', (row) => row.beside, 32),
      number('feedback:city.classes', (row) => row.classes),
      number('feedback:city.answers', (row) => row.answers),
      number('feedback:city.share', (row) => (row.invited === 0 ? null : Math.round((row.answers / row.invited) * 1000) / 1000)),
      number('feedback:aspect.content', (row) => rounded(row.content)),
      number('feedback:aspect.teaching', (row) => rounded(row.teaching)),
      number('feedback:aspect.organisation', (row) => rounded(row.organisation)),
      number('feedback:city.mean', (row) => rounded(row.overall)),
    ],
  }),
  'class-feedback': defineList({
    open: 'feedback.read',
    search: ofClassSearch,
    title: 'feedback:export.classRemarks',
    find: async (actor, search) => {
      const rows = search.class ? (await getClassFeedback(actor, search.class)).remarks : [];
      return { rows, total: rows.length };
    },
    columns: ({ text }) => [text('feedback:export.remark', (row) => row.text, 80)],
  }),
};
