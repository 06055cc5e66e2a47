import { TITLE_LEVELS } from '../../certificate/certificate';
import { titleHolderSearch, titleSearch } from '../../certificate/inputs';
import { NO_POST, titleTables } from '../../certificate/title';
import { countTitles, listTitleHolders } from '../../certificate/title-queries.server';
import { beijingDate } from '../../shared/period';
import { FUNNEL_STAGES } from '../../talent/funnel';
import { listFunnelPeople } from '../../talent/funnel-people.server';
import { readFunnel } from '../../talent/funnel-queries.server';
import { funnelPeopleSearch, funnelSearch, studentSearch } from '../../talent/student/inputs';
import { listStudents } from '../../talent/student-queries.server';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';

/** Students, the way from school to post, and professional titles. */
export const TALENT_LISTS = {
  students: defineList({
    open: 'student.manage',
    search: studentSearch,
    title: 'funnel:student.title',
    find: (actor, { page: _page, ...filter }) => inPages((page) => listStudents(actor, filter, page)),
    columns: ({ text, date, coded }) => [
      text('funnel:student.field.name', (row) => row.name, 14),
      text('funnel:student.field.idNumber', (row) => row.idNumberMasked, 22),
      text('funnel:student.field.studentNo', (row) => row.studentNo),
      text('funnel:student.field.major', (row) => row.major, 28),
      text('funnel:student.field.className', (row) => row.className),
      date('funnel:student.field.enrolledOn', (row) => row.enrolledOn),
      text('funnel:student.field.status', (row) => coded('funnel:student.status', row.status), 10),
      date('funnel:student.field.endedOn', (row) => row.endedOn),
      date('funnel:funnel.stage.x_certificate', (row) => row.xCertifiedOn),
      date('funnel:funnel.stage.placement', (row) => row.placedOn),
      date('funnel:funnel.stage.engaged', (row) => row.engagedOn),
      date('funnel:funnel.stage.stayed', (row) => row.stayedOn),
    ],
  }),
  funnel: defineList({
    open: 'figures.read',
    search: funnelSearch,
    title: 'funnel:funnel.title',
    find: async (actor, { college, year }) => {
      const cells = (await readFunnel(actor)).filter(
        (cell) => (college === undefined || cell.collegeId === college) && (year === undefined || cell.year === year),
      );
      return { rows: cells, total: cells.length };
    },
    columns: ({ text, number, district, word }) => [
      text('funnel:funnel.column.college', (row) => row.college, 32),
      text('funnel:funnel.column.district', (row) => district(row.districtCode), 12),
      number('funnel:funnel.column.year', (row) => row.year),
      ...FUNNEL_STAGES.map((stage) => number({ said: word(`funnel:funnel.stage.${stage}`) }, (row) => row.counts[stage])),
    ],
  }),
  'funnel-people': defineList({
    open: 'figures.read',
    search: funnelPeopleSearch,
    title: 'funnel:funnel.people.title',
    find: (actor, { page: _page, ...choice }, now) => inPages((page) => listFunnelPeople(actor, choice, beijingDate(now), page)),
    columns: ({ text, number, date, coded }) => [
      text('funnel:student.field.name', (row) => row.name, 14),
      text('funnel:student.field.idNumber', (row) => row.idNumberMasked, 22),
      text('funnel:student.field.college', (row) => row.college, 28),
      text('funnel:student.field.major', (row) => row.major, 28),
      text('funnel:student.field.studentNo', (row) => row.studentNo),
      number('funnel:student.field.year', (row) => row.year),
      text('funnel:student.field.status', (row) => coded('funnel:student.status', row.status), 10),
      date('funnel:funnel.stage.x_certificate', (row) => row.xCertifiedOn),
      date('funnel:funnel.stage.placement', (row) => row.placedOn),
      date('funnel:funnel.stage.engaged', (row) => row.engagedOn),
      date('funnel:funnel.stage.stayed', (row) => row.stayedOn),
      text('funnel:student.field.institution', (row) => row.institution, 32),
    ],
  }),
  titles: defineList({
    open: 'figures.read',
    search: titleSearch,
    title: 'funnel:title.title',
    find: async (actor, { series }, now) => {
      const rows = titleTables(await countTitles(actor, now), { series }).byDistrict;
      return { rows, total: rows.length };
    },
    columns: ({ text, number, district, word }) => [
      text('funnel:title.field.district', (row) => (row.district === NO_POST ? word('funnel:title.noPost') : district(row.district)), 16),
      ...TITLE_LEVELS.map((level) => number({ said: word(`certificate:titleLevel.${level}`) }, (row) => row.counts[level])),
      number('funnel:title.total', (row) => row.counts.total),
    ],
  }),
  'title-holders': defineList({
    open: 'figures.read',
    search: titleHolderSearch,
    title: 'funnel:title.people.title',
    find: (actor, { page: _page, ...choice }, now) => inPages((page) => listTitleHolders(actor, choice, now, page)),
    columns: ({ text, date, district, coded, word }) => [
      text('funnel:title.field.name', (row) => row.name, 14),
      text('funnel:title.field.idNumber', (row) => row.idNumberMasked, 22),
      text('funnel:title.field.series', (row) => coded('certificate:titleSeries', row.series), 20),
      text('funnel:title.field.level', (row) => coded('certificate:titleLevel', row.level), 16),
      text('funnel:title.field.titleName', (row) => row.title, 20),
      text('funnel:title.field.number', (row) => row.number, 24),
      text('funnel:title.field.issuer', (row) => row.issuer, 28),
      date('funnel:title.field.issuedOn', (row) => row.issuedOn),
      text('funnel:title.field.district', (row) => (row.district === NO_POST ? word('funnel:title.noPost') : district(row.district)), 16),
      text('funnel:title.field.institution', (row) => row.institution, 32),
    ],
  }),
};
