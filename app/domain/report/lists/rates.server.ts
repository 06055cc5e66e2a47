import type { CertificateFamily } from '../../certificate/certificate';
import { BDA_MERGED, CITY_SCOPE, districtScopes } from '../../organisation/areas';
import { bridgePeople } from '../../rate/bridge-view.server';
import { NO_COVERED, rateFigures } from '../../rate/figures.server';
import { bridgeSearch, institutionRatesSearch, ratePeopleSearch, rateSearch } from '../../rate/inputs';
import { listInstitutionRates } from '../../rate/institution-rates.server';
import { homeScope, openScope } from '../../rate/open-scope.server';
import { describePeople, listPeopleRows, type PersonOfRate } from '../../rate/people.server';
import { figureUnder } from '../../rate/reading';
import { resolveRequest } from '../../rate/request.server';
import { wilsonRange } from '../../rate/wilson';
import { rateOf } from '../../shared/percent';
import { beijingDate } from '../../shared/period';
import type { Columns } from '../export-columns.server';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';

interface Rate {
  n: number;
  d: number;
  pending: number;
}

const rateColumns = <Row extends Rate>({ number }: Columns<Row>) => [
  number('rate:n', (row) => row.n),
  number('rate:d', (row) => row.d),
  number('rate:pending', (row) => row.pending),
  number('rate:export.percent', ({ n, d }) => rateOf(n, d)),
  number('rate:export.low', ({ n, d }) => tenth(wilsonRange(n, d)?.low)),
  number('rate:export.high', ({ n, d }) => tenth(wilsonRange(n, d)?.high)),
];
const tenth = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value * 10) / 10);

const certificateOf = (person: PersonOfRate | null, { coded }: Pick<Columns<never>, 'coded'>): string => {
  const held = person?.certificate;
  if (!held) return '';
  return [
    held.name || coded('certificate:family', held.family satisfies CertificateFamily),
    held.level && coded('certificate:level', held.level),
  ]
    .filter(Boolean)
    .join(' ');
};

const BATCH = 1_000;
async function* inBatches(seqs: readonly string[], reading: Parameters<typeof describePeople>[1]) {
  for (let from = 0; from < seqs.length; from += BATCH) yield* await describePeople(seqs.slice(from, from + BATCH), reading);
}

export const RATE_LISTS = {
  'rate-districts': defineList({
    open: 'figures.read',
    search: rateSearch,
    title: 'rate:export.districts',
    find: async (_actor, search, now) => {
      const { request } = await resolveRequest(search, now);
      const scopes = [CITY_SCOPE, ...districtScopes(search.merged)];
      const figures = await rateFigures(request, scopes);
      const rows = scopes.map((scope) => {
        const cell = figures.get(scope) ?? NO_COVERED;
        return { scope, ...figureUnder(cell, search.rule), institutions: cell.institutions, fresh: cell.freshInstitutions };
      });
      return { rows, total: rows.length };
    },
    columns: (columns) => [
      columns.text('rate:districts.district', ({ scope }) =>
        scope === CITY_SCOPE
          ? columns.word('rate:city')
          : scope === BDA_MERGED
            ? columns.word('rate:mergedDaxing')
            : columns.district(scope),
      ),
      ...rateColumns(columns),
      columns.number('rate:export.institutionsCount', (row) => row.institutions),
      columns.number('rate:export.freshCount', (row) => row.fresh),
    ],
  }),
  'rate-institutions': defineList({
    open: 'figures.read',
    search: institutionRatesSearch,
    title: 'rate:export.institutions',
    find: async (actor, { scope, sort, direction, page: _page, ...search }, now) => {
      const { request, snapshot } = await resolveRequest(search, now);
      const asked = { ...request, snapshot, scope: scope ?? homeScope(actor), rule: search.rule };
      return inPages((page) => listInstitutionRates(asked, { sort, descending: direction === 'desc', ...page }));
    },
    columns: (columns) => [
      columns.text('rate:institutions.name', (row) => row.name, 32),
      columns.text('rate:districts.district', (row) => columns.district(row.districtCode)),
      columns.text('rate:institutions.type', (row) => columns.coded('organisation:operatorType', row.operatorType)),
      ...rateColumns(columns),
      columns.date('rate:institutions.confirmed', (row) => row.confirmedOn),
    ],
  }),
  'rate-people': defineList({
    open: 'rate_people.read',
    search: ratePeopleSearch,
    title: 'rate:export.people',
    find: async (actor, { scope: wanted, which, page: _page, ...search }, now) => {
      const { on, request, snapshot } = await resolveRequest(search, now);
      const { scope } = await openScope(actor, wanted, on);
      const filter = { ...request, version: snapshot?.version ?? null, scope, rule: search.rule, which };
      const { seqs } = await listPeopleRows(filter);
      return { total: seqs.length, rows: inBatches(seqs, filter) };
    },
    columns: (columns) => {
      const { text, date, district, coded, language, word } = columns;
      return [
        text('rate:people.name', (row) => row.name, 12),
        text('rate:people.idNumber', (row) => row.idNumberMasked, 22),
        text('rate:districts.district', (row) => district(row.districtCode)),
        text('rate:institutions.name', (row) => row.institutionName, 32),
        text('rate:institutions.type', (row) => coded('organisation:operatorType', row.operatorType)),
        date('person:field.startOn', (row) => row.startOn),
        text('rate:people.verdict', (row) => coded('rule:verdict', row.verdict), 14),
        text('rate:people.certificate', (row) => certificateOf(row, columns), 30),
        text('certificate:field.number', (row) => row.certificate?.number, 26),
        date('certificate:field.issuedOn', (row) => row.certificate?.issuedOn),
        date('certificate:field.validUntil', (row) => row.certificate?.validUntil),
        text(
          'rate:people.why',
          (row) => [row.reason && word(`rule:why.${row.reason}`), language === 'en' ? row.clauseEn : row.clause].filter(Boolean).join('；'),
          60,
        ),
      ];
    },
  }),
  'rate-bridge': defineList({
    open: 'rate_people.read',
    search: bridgeSearch,
    title: 'rate:export.bridge',
    find: async (actor, { scope: wanted, page: _page, rule, population, operatorType, ...ends }, now) => {
      const { scope } = await openScope(actor, wanted, ends.to ?? beijingDate(now));
      const rows = await bridgePeople({ scope, rule, population, operatorType }, ends, now);
      return { rows, total: rows.length };
    },
    columns: (columns) => [
      columns.text('rate:export.step', (row) => columns.coded('rate:step', row.step), 20),
      columns.text('rate:people.name', (row) => row.name, 12),
      columns.text('rate:people.idNumber', (row) => row.idNumberMasked, 22),
      columns.text('rate:export.before', (row) => row.before?.institutionName, 30),
      columns.text('rate:bridge.before', (row) => row.before && columns.coded('rule:verdict', row.before.verdict), 14),
      columns.text('rate:export.after', (row) => row.after?.institutionName, 30),
      columns.text('rate:bridge.after', (row) => row.after && columns.coded('rule:verdict', row.after.verdict), 14),
      columns.text('rate:people.certificate', (row) => certificateOf(row.after, columns) || certificateOf(row.before, columns), 30),
      columns.number('rate:export.stepN', (row) => row.n),
      columns.number('rate:export.stepD', (row) => row.d),
    ],
  }),
};
