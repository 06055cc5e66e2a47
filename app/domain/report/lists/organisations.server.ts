import { listClients } from '../../organisation/client-queries.server';
import { clientSearch, organisationSearch } from '../../organisation/inputs';
import { getOrganisation, listMembers, listOrganisations } from '../../organisation/queries.server';
import { staffSearch } from '../../person/inputs';
import { listClaims } from '../../person/queries.server';
import { listStaff } from '../../person/staff-queries.server';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';
import { noSearch, ofOrganisation } from './inputs';

export const ORGANISATION_LISTS = {
  organisations: defineList({
    open: 'organisation.review',
    search: organisationSearch,
    title: 'organisation:list.title',
    find: (actor, { page: _page, ...filter }) => inPages((page) => listOrganisations(actor, filter, page)),
    columns: ({ text, date, coded, district }) => [
      text('organisation:field.name', (row) => row.name, 32),
      text('organisation:field.kind', (row) => coded('organisation:kind', row.kind)),
      text('organisation:field.district', (row) => district(row.districtCode)),
      text('organisation:facts.status', (row) => coded('organisation:status', row.status), 12),
      text('organisation:field.filingStatus', (row) => coded('organisation:filingStatus', row.filingStatus), 12),
      text('organisation:field.categories', (row) => row.categories.map((each) => coded('course:category', each)).join('、'), 28),
      date('organisation:facts.createdAt', (row) => row.createdAt),
    ],
  }),
  'organisation-members': defineList({
    open: 'organisation.review',
    search: ofOrganisation,
    title: 'organisation:page.members',
    find: async (actor, search) => {
      const rows = search.organisation ? await listMembers((await getOrganisation(actor, search.organisation)).id) : [];
      return { rows, total: rows.length };
    },
    columns: ({ text, date, coded, word }) => [
      text('account:field.displayName', (row) => row.name, 20),
      text('organisation:page.login', (row) => [row.username, row.phoneMasked].filter(Boolean).join(' · '), 28),
      text('account:field.role', (row) => coded('common:role', row.role), 20),
      text('organisation:page.secondFactor', (row) => word(row.secondFactor ? 'organisation:page.on' : 'organisation:page.off'), 10),
      date('organisation:page.grantedOn', (row) => row.grantedAt),
      date('organisation:page.endedOn', (row) => row.endedAt),
    ],
  }),
  staff: defineList({
    open: 'staff.manage',
    search: staffSearch,
    title: 'person:staff.caption',
    find: (actor, { page: _page, ...filter }, now) => inPages((page) => listStaff(actor, filter, now, page)),
    columns: ({ text, date, coded, word }) => [
      text('person:field.name', (row) => row.name, 14),
      text('person:field.idNumber', (row) => row.idNumberMasked, 22),
      text('person:field.phone', (row) => row.phoneMasked, 16),
      text('person:field.role', (row) => coded('person:role', row.role)),
      text('person:field.onPost', (row) => word(row.isOff ? 'person:offPost' : 'person:onPost'), 10),
      text('person:staff.flags', (row) =>
        flags(row)
          .map((flag) => word(flag))
          .join('、'),
      ),
      date('person:field.startOn', (row) => row.startOn),
      date('person:field.endOn', (row) => row.endOn),
      date('roster:field.contractUntil', (row) => row.contractUntilOn),
      date('roster:field.healthCert', (row) => row.healthCertValidUntil),
      date('roster:field.background', (row) => row.backgroundCheckedOn),
      text('roster:field.alert', (row) => row.alerts.map((alert) => coded('roster:alert', alert)).join('、'), 30),
      text('person:staff.account', (row) => word(row.hasAccount ? 'person:staff.hasAccount' : 'person:staff.noAccount'), 10),
    ],
  }),
  clients: defineList({
    open: 'client.revoke',
    search: clientSearch,
    title: 'client:list.title',
    find: (actor, { page: _page, ...filter }, now) => inPages((page) => listClients(actor, filter, now, page)),
    columns: ({ text, date, moment, coded, district }) => [
      text('client:field.name', (row) => row.name, 24),
      text('client:field.organisation', (row) => row.organisation, 32),
      text('client:field.district', (row) => district(row.districtCode)),
      text('client:field.prefix', (row) => row.keyPrefix),
      text('client:field.scopes', (row) => row.scopes.map((scope) => coded('client:scope', scope.replace(':', '_'))).join('、'), 36),
      text('client:field.state', (row) => coded('client:state', row.state), 10),
      moment('client:field.grantedAt', (row) => row.grantedAt),
      text('client:field.grantedBy', (row) => row.grantedBy),
      date('client:field.expiresOn', (row) => row.expiresOn),
      moment('client:field.lastUsedAt', (row) => row.lastUsedAt),
    ],
  }),
  claims: defineList({
    open: 'claim.decide',
    search: noSearch,
    title: 'person:claims.title',
    find: async (actor, _search, now) => {
      const rows = await listClaims(actor, now);
      return { rows, total: rows.length };
    },
    columns: ({ text, moment }) => [
      text('person:export.claimedName', (row) => row.claimedName, 14),
      text('person:export.claimedPhone', (row) => row.phoneMasked, 16),
      text('person:export.knownName', (row) => row.personName, 14),
      text('person:field.idNumber', (row) => row.idNumberMasked, 22),
      text('person:claims.institutions', (row) => row.institutions.join('、'), 32),
      moment('person:claims.at', (row) => row.createdAt),
    ],
  }),
};

const flags = ({ isFullTime, isIntern }: { isFullTime: boolean; isIntern: boolean }) => [
  isFullTime ? ('person:fullTime' as const) : ('person:partTime' as const),
  ...(isIntern ? (['person:intern'] as const) : []),
];
