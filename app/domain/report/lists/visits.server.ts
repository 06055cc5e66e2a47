import { listChecklists } from '../../health-care/checklist-queries.server';
import { listDueVisits } from '../../health-care/due-visits.server';
import { listFindings } from '../../health-care/findings.server';
import { dueSearch, findingSearch, visitSearch } from '../../health-care/visit/inputs';
import { listVisits } from '../../health-care/visits.server';
import { beijingDate } from '../../shared/period';
import { can } from '../../shared/policy';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';
import { noSearch } from './inputs';

/** Guidance visits, what they found, and by what they look. */
export const VISIT_LISTS = {
  visits: defineList({
    open: 'visit.manage',
    search: visitSearch,
    title: 'visit:list.title',
    find: (actor, search, now) => inPages((page) => listVisits(actor, search, now, page)),
    columns: ({ text, number, date, coded, district, word }) => [
      text('visit:list.institution', (row) => row.institution, 32),
      text('visit:list.district', (row) => district(row.districtCode)),
      date('visit:list.plannedOn', (row) => row.plannedOn),
      date('visit:list.visitedOn', (row) => row.visitedOn),
      text('visit:list.kind', (row) => coded('visit:kind', row.kind), 12),
      text('visit:list.organisation', (row) => row.organisation, 28),
      text('visit:list.visitor', (row) => row.visitor || word('visit:list.anybody'), 14),
      text('visit:list.status', (row) => coded('visit:status', row.status), 12),
      text('visit:list.late', (row) => (row.isLate ? word('visit:list.late') : ''), 10),
      number('visit:list.findings', (row) => row.findings, 8),
      number('visit:list.waiting', (row) => row.waiting, 12),
      number('visit:list.overdue', (row) => row.overdue, 8),
      text('visit:list.summary', (row) => row.summary, 48),
    ],
  }),
  'due-visits': defineList({
    open: 'visit.manage',
    search: dueSearch,
    title: 'visit:due.title',
    find: (actor, search, now) => inPages((page) => listDueVisits(actor, search, now, page)),
    columns: ({ text, number, date, district }) => [
      text('visit:due.name', (row) => row.name, 32),
      text('visit:due.district', (row) => district(row.districtCode)),
      date('visit:due.lastVisitedOn', (row) => row.lastVisitedOn),
      date('visit:due.filedOn', (row) => row.filedOn),
      number('visit:due.waiting', (row) => row.waiting, 12),
      text('visit:page.address', (row) => row.address, 40),
    ],
  }),
  findings: defineList({
    open: 'visit.read',
    search: findingSearch,
    title: 'visit:findings.title',
    find: (actor, search, now) => inPages((page) => listFindings(actor, search, now, page)),
    columns: ({ text, date, coded, district, word }) => [
      text('visit:findings.institution', (row) => row.institution, 32),
      text('visit:findings.district', (row) => district(row.districtCode)),
      text('visit:findings.statement', (row) => row.statement, 48),
      text('visit:checklist.code', (row) => row.itemCode, 10),
      text('visit:findings.weight', (row) => coded('visit:weight', row.weight), 8),
      date('visit:findings.mendBy', (row) => row.mendByOn),
      text('visit:findings.status', (row) => coded('visit:findingStatus', row.status), 12),
      text('visit:findings.overdue', (row) => (row.isOverdue ? word('visit:findings.overdue') : ''), 10),
      date('visit:findings.answered', (row) => row.answeredOn),
      text('visit:findings.organisation', (row) => row.organisation, 28),
      date('visit:findings.visitedOn', (row) => row.visitedOn),
    ],
  }),
  checklists: defineList({
    open: 'figures.read',
    search: noSearch,
    title: 'visit:checklists.title',
    find: async (actor, _search, now) => {
      const versions = await listChecklists(beijingDate(now), { drafts: can(actor, 'checklist.edit') });
      const rows = versions.flatMap(({ items, ...version }) => items.map((item) => ({ ...version, ...item })));
      return { rows, total: rows.length };
    },
    columns: ({ text, number, date, coded, language, word }) => [
      number('visit:checklists.version', (row) => row.version, 8),
      text('visit:checklists.status', (row) => coded('visit:checklistState', row.state), 12),
      date('visit:checklists.from', (row) => row.inForceFromOn),
      text('visit:checklist.code', (row) => row.code, 8),
      text('visit:checklist.sectionZh', (row) => (language === 'en' ? row.sectionEn : row.sectionZh), 24),
      text('visit:checklist.item', (row) => (language === 'en' ? row.textEn : row.textZh), 60),
      text('visit:checklist.source', (row) => row.source || word('visit:checklist.proposal'), 32),
    ],
  }),
};
