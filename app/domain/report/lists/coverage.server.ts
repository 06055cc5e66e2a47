import { coverageInstitutionsSearch, coverageSearch } from '../../health-care/coverage/inputs';
import { listNewInstitutions } from '../../health-care/coverage/institutions.server';
import { openArea } from '../../health-care/coverage/open-area.server';
import { dayAsked } from '../../health-care/coverage/reading';
import { coverageByScope, coverageOf } from '../../health-care/coverage.server';
import { HEALTH_CARE_STANDINGS } from '../../health-care/requirement';
import { listHealthCareRules } from '../../health-care/rule/rules.server';
import { BDA_MERGED, CITY_SCOPE, districtScopes } from '../../organisation/areas';
import { rateOf } from '../../shared/percent';
import { beijingDate } from '../../shared/period';
import { can } from '../../shared/policy';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';
import { noSearch } from './inputs';

/** Health-care staff of new institutions: the figure by district, its institutions, and the rule. */
export const COVERAGE_LISTS = {
  'health-care-coverage': defineList({
    open: 'figures.read',
    search: coverageSearch,
    title: 'health:coverage.export',
    find: async (_actor, { on, merged }, now) => {
      const day = dayAsked(on, beijingDate(now));
      const scopes = [CITY_SCOPE, ...districtScopes(merged)];
      const figures = await coverageByScope(day, scopes);
      const rows = scopes.map((scope) => ({ scope, day, ...(figures.get(scope) ?? coverageOf({})) }));
      return { rows, total: rows.length };
    },
    columns: ({ text, number, date, word, district }) => [
      text('health:coverage.district', ({ scope }) =>
        scope === CITY_SCOPE ? word('rate:city') : scope === BDA_MERGED ? word('rate:mergedDaxing') : district(scope),
      ),
      date('health:coverage.on', (row) => row.day),
      number('health:coverage.n', (row) => row.covered),
      number('health:coverage.d', (row) => row.institutions),
      number('health:coverage.percent', (row) => rateOf(row.covered, row.institutions)),
      ...HEALTH_CARE_STANDINGS.map((standing) => number(`health:standing.${standing}`, (row) => row.standings[standing])),
    ],
  }),
  'health-care-institutions': defineList({
    open: 'figures.read',
    search: coverageInstitutionsSearch,
    title: 'health:coverage.institutions.title',
    find: async (actor, { on, scope: wanted, standing, sort, direction }, now) => {
      const asked = { on: dayAsked(on, beijingDate(now)), scope: openArea(actor, wanted), which: standing };
      return inPages((page) => listNewInstitutions(asked, { sort, descending: direction === 'desc', ...page }));
    },
    columns: ({ text, number, date, district, coded }) => [
      text('health:coverage.institutions.name', (row) => row.name, 32),
      text('health:coverage.district', (row) => district(row.districtCode)),
      text('health:coverage.institutions.type', (row) => coded('organisation:operatorType', row.operatorType)),
      text('health:coverage.institutions.standing', (row) => coded('health:standing', row.standing)),
      date('health:coverage.institutions.filedOn', (row) => row.filedOn),
      date('health:coverage.institutions.dueOn', (row) => row.dueOn),
      text('health:coverage.institutions.reason', (row) => coded('health:clock.reason', row.dueReason)),
      number('health:coverage.institutions.required', (row) => row.required),
      number('health:coverage.institutions.requiredFullTime', (row) => row.requiredFullTime),
      number('health:coverage.institutions.trained', (row) => row.trained),
      number('health:coverage.institutions.trainedFullTime', (row) => row.trainedFullTime),
    ],
  }),
  'health-care-rules': defineList({
    open: 'figures.read',
    search: noSearch,
    title: 'health:rule.export',
    find: async (actor, _search, now) => {
      const rows = await listHealthCareRules(beijingDate(now), { drafts: can(actor, 'health_care_rule.edit') });
      return { rows, total: rows.length };
    },
    columns: ({ text, number, date, word }) => [
      number('health:rule.version', (row) => row.version, 8),
      text('health:rule.stateHeader', (row) => word(`health:rule.state.${row.state}`, { from: row.inForceFromOn }), 18),
      date('health:rule.inForceFromOn', (row) => row.inForceFromOn),
      date('health:rule.newSinceOn', (row) => row.newSinceOn),
      number('health:rule.minimumStaff', (row) => row.minimumStaff),
      number('health:rule.childrenPerFullTime', (row) => row.childrenPerFullTime),
      number('health:rule.graceDays', (row) => row.graceDays),
      number('health:rule.replacementDays', (row) => row.replacementDays),
      number('health:rule.certificateMonths', (row) => row.certificateMonths),
      text('health:rule.documentNo', (row) => row.documentNo || word('health:rule.proposed'), 24),
    ],
  }),
};
