import { listAgreements } from '../../talent/agreement-queries.server';
import { agreementSearch, enterpriseSearch, practiceSearch } from '../../talent/cooperation/inputs';
import { listEnterprises } from '../../talent/enterprise-queries.server';
import { listMajors } from '../../talent/major-queries.server';
import { listPractice, listPracticeTotals } from '../../talent/practice-queries.server';
import { majorSearch, pointSearch } from '../../talent/programme/inputs';
import { listProgrammePoints } from '../../talent/programme-queries.server';
import { yearOf } from '../../talent/year-of';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';

/** `page` of a query that counts its pages from 1. */
const pageOf = ({ limit, offset }: { limit: number; offset: number }) => offset / limit + 1;
const ofYear = <S extends { year?: number }>(search: S, now: Date) => ({ ...search, year: search.year ?? yearOf(now) });

/** Majors, programme points and what colleges and institutions do together. */
export const PROGRAMME_LISTS = {
  majors: defineList({
    open: 'figures.read',
    search: majorSearch,
    title: 'programme:majors.title',
    find: async (_actor, search) => {
      const rows = await listMajors(search);
      return { rows, total: rows.length };
    },
    columns: ({ text, number, coded, word }) => [
      text('programme:majors.nameZh', (row) => row.nameZh, 28),
      text('programme:majors.nameEn', (row) => row.nameEn, 40),
      text('programme:majors.code', (row) => row.code, 12),
      text('programme:majors.level', (row) => coded('programme:level', row.level), 14),
      text('programme:majors.relatedShort', (row) => word(row.childcareRelated ? 'programme:yes' : 'programme:no'), 10),
      number('programme:majors.points', (row) => row.points),
      text('programme:majors.active', (row) => word(row.isActive ? 'programme:yes' : 'programme:no'), 8),
      text('programme:majors.source', (row) => row.source, 60),
    ],
  }),
  'programme-points': defineList({
    open: 'point.read',
    search: pointSearch,
    title: 'programme:points.title',
    find: (actor, search, now) => inPages((page) => listProgrammePoints(actor, { ...ofYear(search, now), page: pageOf(page) }, page.limit)),
    columns: ({ text, number, date, coded, district, word }) => [
      text('programme:points.college', (row) => row.college, 28),
      text('programme:points.district', (row) => district(row.districtCode), 12),
      text('programme:points.major', (row) => row.nameZh, 28),
      text('programme:majors.code', (row) => row.code, 12),
      text('programme:points.level', (row) => coded('programme:level', row.level), 14),
      text('programme:majors.relatedShort', (row) => word(row.childcareRelated ? 'programme:yes' : 'programme:no'), 10),
      text('programme:points.status', (row) => coded('programme:status', row.status), 10),
      date('programme:points.filedOn', (row) => row.filedOn),
      text('programme:points.documentNo', (row) => row.documentNo, 26),
      date('programme:points.endedOn', (row) => row.endedOn),
      number('programme:points.year', (row) => row.year, 10),
      number('programme:points.planned', (row) => row.plannedIntake),
      number('programme:points.actual', (row) => row.actualIntake),
      number('programme:points.graduates', (row) => row.graduates),
      number('programme:points.courses', (row) => row.courses),
      text('programme:points.check', (row) => coded('programme:check', row.check), 14),
      text('programme:points.countedShort', (row) => word(row.gaps.length === 0 ? 'programme:yes' : 'programme:no'), 12),
      text('programme:points.why', (row) => row.gaps.map((gap) => coded('programme:gap', gap)).join('；'), 40),
    ],
  }),
  agreements: defineList({
    open: 'agreement.read',
    search: agreementSearch,
    title: 'programme:agreements.title',
    find: (actor, search, now) => inPages((page) => listAgreements(actor, { ...search, page: pageOf(page) }, now, page.limit)),
    columns: ({ text, date, coded, district }) => [
      text('programme:agreements.number', (row) => row.number, 20),
      text('programme:agreements.college', (row) => row.college, 28),
      text('programme:agreements.institution', (row) => row.institution, 28),
      text('programme:agreements.district', (row) => district(row.districtCode), 12),
      text('programme:agreements.scopes', (row) => row.scopes.map((scope) => coded('programme:scope', scope)).join('、'), 40),
      date('programme:agreements.signedOn', (row) => row.signedOn),
      date('programme:agreements.fromOn', (row) => row.fromOn),
      date('programme:agreements.untilOn', (row) => row.untilOn),
      text('programme:agreements.phase', (row) => coded('programme:phase', row.phase), 14),
      date('programme:agreements.endedOn', (row) => row.endedOn),
      text('programme:agreements.reason', (row) => row.reason, 30),
      text('programme:agreements.file', (row) => row.fileName, 26),
      text('programme:agreements.remark', (row) => row.remark, 30),
    ],
  }),
  enterprises: defineList({
    open: 'enterprise.keep',
    search: enterpriseSearch,
    title: 'programme:enterprises.title',
    find: (actor, search, now) => inPages((page) => listEnterprises(actor, { ...search, page: pageOf(page) }, now, page.limit)),
    columns: ({ text, date, coded, district }) => [
      text('programme:enterprises.institution', (row) => row.institution, 28),
      text('programme:enterprises.district', (row) => district(row.districtCode), 12),
      text('programme:enterprises.status', (row) => coded('programme:enterpriseStatus', row.status), 10),
      date('programme:enterprises.fromOn', (row) => row.fromOn),
      date('programme:enterprises.untilOn', (row) => row.untilOn),
      text('programme:enterprises.documentNo', (row) => row.documentNo, 28),
    ],
  }),
  'teacher-practice': defineList({
    open: 'practice.read',
    search: practiceSearch,
    title: 'programme:practice.title',
    find: (actor, search) => inPages((page) => listPractice(actor, { ...search, page: pageOf(page) }, page.limit)),
    columns: ({ text, number, date, coded, district }) => [
      text('programme:practice.college', (row) => row.college, 28),
      text('programme:practice.teacher', (row) => row.teacherName, 12),
      text('programme:practice.institution', (row) => row.institution, 28),
      text('programme:practice.district', (row) => district(row.districtCode), 12),
      date('programme:practice.fromOn', (row) => row.fromOn),
      date('programme:practice.untilOn', (row) => row.untilOn),
      number('programme:practice.days', (row) => row.days, 8),
      text('programme:practice.topic', (row) => row.topic, 36),
      text('programme:practice.status', (row) => coded('programme:practiceStatus', row.status), 10),
      text('programme:practice.summary', (row) => row.summary || row.reason, 48),
    ],
  }),
  'teacher-practice-totals': defineList({
    open: 'practice.read',
    search: practiceSearch,
    title: 'programme:practice.totals',
    find: (actor, search) => inPages((page) => listPracticeTotals(actor, { ...search, page: pageOf(page) }, page.limit)),
    columns: ({ text, number }) => [
      text('programme:practice.college', (row) => row.college, 28),
      text('programme:practice.teacher', (row) => row.teacherName, 12),
      number('programme:practice.year', (row) => row.year, 8),
      number('programme:practice.periods', (row) => row.periods),
      number('programme:practice.daysDone', (row) => row.days),
      number('programme:practice.daysPlanned', (row) => row.planned),
    ],
  }),
};
