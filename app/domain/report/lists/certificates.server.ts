import { listMine } from '../../certificate/held-queries.server';
import { expirySearch, institutionCertificatesSearch, issuerSearch, registrySearch } from '../../certificate/inputs';
import { listIssuers } from '../../certificate/issuers.server';
import { listEnding, listRegistry, listStaffCertificates } from '../../certificate/registry.server';
import type { RegistryRow } from '../../certificate/shown';
import type { Columns } from '../export-columns.server';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';
import { noSearch } from './inputs';

const registryColumns = ({ text, date, moment, coded, district, word }: Columns<RegistryRow>) => [
  text('certificate:field.holder', (row) => row.personName, 14),
  text('certificate:field.idNumber', (row) => row.idNumberMasked, 22),
  text('certificate:field.institution', (row) => row.institutions.join('、'), 30),
  text('certificate:field.family', (row) => coded('certificate:family', row.family), 20),
  text('certificate:field.occupation', (row) => coded('certificate:occupation', row.occupation), 16),
  text('certificate:field.name', (row) => row.name, 20),
  text('certificate:field.level', (row) => coded('certificate:level', row.level), 16),
  text('certificate:field.number', (row) => row.number, 28),
  text('certificate:field.issuer', (row) => row.issuer, 30),
  date('certificate:field.issuedOn', (row) => row.issuedOn),
  date('certificate:field.validUntil', (row) => row.validUntil),
  text('certificate:field.status', (row) => coded('certificate:status', row.status), 12),
  text('certificate:field.source', (row) => coded('certificate:source', row.source), 14),
  text('certificate:field.district', (row) => district(row.districtCode), 14),
  moment('certificate:field.submittedAt', (row) => row.submittedAt),
  text('certificate:field.warnings', (row) => row.warnings.map((code) => word(`certificate:export.${code}`)).join('；'), 40),
];

export const CERTIFICATE_LISTS = {
  certificates: defineList({
    open: 'certificate_issuer.read',
    search: registrySearch,
    title: 'certificate:queue.caption',
    find: (actor, { page: _page, ...filter }, now) => inPages((page) => listRegistry(actor, filter, now, page)),
    columns: registryColumns,
  }),
  'ending-certificates': defineList({
    open: 'certificate_issuer.read',
    search: expirySearch,
    title: 'certificate:expiring.title',
    find: (actor, { page: _page, ...filter }, now) => inPages((page) => listEnding(actor, filter, now, page)),
    columns: registryColumns,
  }),
  'staff-certificates': defineList({
    open: 'staff.manage',
    search: institutionCertificatesSearch,
    title: 'certificate:staff.title',
    find: (actor, { page: _page, ...filter }, now) => inPages((page) => listStaffCertificates(actor, filter, now, page)),
    columns: registryColumns,
  }),
  'my-certificates': defineList({
    open: 'person.read_own',
    search: noSearch,
    title: 'certificate:mine.title',
    find: async (actor, _search, now) => {
      const rows = await listMine(actor, now);
      return { rows, total: rows.length };
    },
    columns: ({ text, date, coded }) => [
      text('certificate:field.family', (row) => coded('certificate:family', row.family), 20),
      text('certificate:field.name', (row) => row.name, 20),
      text('certificate:field.level', (row) => coded('certificate:level', row.level), 16),
      text('certificate:field.number', (row) => row.number, 28),
      text('certificate:field.issuer', (row) => row.issuer, 30),
      date('certificate:field.issuedOn', (row) => row.issuedOn),
      date('certificate:field.validUntil', (row) => row.validUntil),
      text('certificate:field.status', (row) => coded('certificate:status', row.status), 12),
      text('certificate:field.counts', (row) => coded('certificate:verdict', row.verdict?.verdict), 24),
    ],
  }),
  issuers: defineList({
    open: 'certificate_issuer.read',
    search: issuerSearch,
    title: 'certificate:issuers.title',
    find: (actor, { page: _page, ...filter }) => inPages((page) => listIssuers(actor, filter, page)),
    columns: ({ text, coded, word }) => [
      text('certificate:issuers.family', (row) => coded('certificate:family', row.family), 20),
      text('certificate:issuers.name', (row) => row.name, 32),
      text('certificate:issuers.url', (row) => row.queryUrl, 32),
      text('certificate:issuers.source', (row) => row.source, 32),
      text('certificate:issuers.state', (row) => word(row.isActive ? 'certificate:issuers.active' : 'certificate:issuers.inactive'), 12),
    ],
  }),
};
