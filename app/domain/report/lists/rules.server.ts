import { CITY_SCOPE } from '../../organisation/areas';
import { readKeptCells } from '../../rate/figures.server';
import { rehearsalExportSearch, snapshotSearch } from '../../rate/inputs';
import { ANY_OPERATOR, NO_CELL } from '../../rate/rate';
import { figureUnder } from '../../rate/reading';
import { listRules, nameAffected, rehearseFor } from '../../rate/rules.server';
import { listSnapshots } from '../../rate/snapshots.server';
import { rateOf } from '../../shared/percent';
import { beijingDate } from '../../shared/period';
import { can } from '../../shared/policy';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';
import { noSearch } from './inputs';

/** What the rate is counted by, what was kept of it, and what a draft would change. */
export const RULE_LISTS = {
  'rate-snapshots': defineList({
    open: 'figures.read',
    search: snapshotSearch,
    title: 'rate:export.snapshots',
    find: async (_actor, { kind }) =>
      inPages(async (page) => {
        const { rows, total } = await listSnapshots({ kind }, page);
        const withFigure = rows.map(async (row) => {
          const cells = await readKeptCells({ snapshotId: row.id, population: 'filed', operatorType: ANY_OPERATOR, scopes: [CITY_SCOPE] });
          return { ...row, ...figureUnder(cells.get(CITY_SCOPE) ?? NO_CELL, 'standard') };
        });
        return { rows: await Promise.all(withFigure), total };
      }),
    columns: ({ text, number, date, moment, coded }) => [
      date('rate:snapshots.on', (row) => row.asOfOn),
      text('rate:snapshots.kind', (row) => coded('rate:kind', row.kind), 12),
      number('rate:n', (row) => row.n),
      number('rate:d', (row) => row.d),
      number('rate:export.percent', ({ n, d }) => rateOf(n, d)),
      moment('rate:snapshots.madeAt', (row) => row.madeAt),
      text('rate:reading.hashCells', (row) => row.cellsSha256, 66),
      text('rate:reading.hashPeople', (row) => row.peopleSha256, 66),
    ],
  }),
  'rate-rehearsal': defineList({
    open: 'figures.read',
    search: rehearsalExportSearch,
    title: 'rate:rehearsal.title',
    find: async (actor, { rule: ruleId, on, population }, now) => {
      const { people } = await rehearseFor(actor, ruleId, { on, population }, now);
      const rows = await nameAffected(people);
      return { rows, total: rows.length };
    },
    columns: ({ text, district, coded, language, word }) => {
      const because = ({ reason, clause, clauseEn }: { reason: string | null; clause: string | null; clauseEn: string | null }) =>
        [reason && coded('rule:why', reason), language === 'en' ? clauseEn : clause].filter(Boolean).join('；');
      return [
        text('rate:people.name', (row) => row.name, 12),
        text('rate:people.idNumber', (row) => row.idNumberMasked, 22),
        text('rate:districts.district', (row) => district(row.districtCode)),
        text('rate:institutions.name', (row) => row.institutionName, 32),
        text('rate:rehearsal.change', (row) => word(`rate:rehearsal.${row.change}`), 14),
        text('rate:rehearsal.nowBecause', (row) => because(row.present), 44),
        text('rate:rehearsal.thenBecause', (row) => because(row.draft), 44),
      ];
    },
  }),
  'counting-rules': defineList({
    open: 'figures.read',
    search: noSearch,
    title: 'rate:export.rules',
    find: async (actor, _search, now) => {
      const rules = await listRules(beijingDate(now), { drafts: can(actor, 'rule.edit') });
      const rows = rules.flatMap((rule) => rule.clauses.map((clause) => ({ rule, clause })));
      return { rows, total: rows.length };
    },
    columns: ({ text, number, date, coded, language }) => [
      text('rate:rule.code', ({ rule }) => coded('rule:code', rule.code), 14),
      number('rate:rules.list', ({ rule }) => rule.version, 8),
      text('rate:rule.titleZh', ({ rule }) => (language === 'en' ? rule.titleEn : rule.titleZh), 36),
      text('goal:targets.column.state', ({ rule }) => coded('rule:status', rule.status), 10),
      date('rate:rule.inForceFromOn', ({ rule }) => rule.inForceFromOn),
      text('rate:rule.documentNo', ({ rule }) => rule.documentNo, 24),
      text('rate:rule.family', ({ clause }) => coded('certificate:family', clause.family), 22),
      text(
        'rate:rule.occupations',
        ({ clause }) => clause.occupations?.map((each) => coded('certificate:occupation', each)).join('、'),
        28,
      ),
      text('rate:rule.levels', ({ clause }) => clause.levels?.map((each) => coded('certificate:level', each)).join('、'), 28),
      text('rate:rule.verdict', ({ clause }) => coded('rate:rules', clause.verdict), 20),
      text('rate:rule.clause', ({ clause }) => (language === 'en' ? (clause.clauseEn ?? clause.clause) : clause.clause), 60),
    ],
  }),
};
