import { institutionSearch, publicInstitutionSearch } from '../../organisation/institution/inputs';
import { listInstitutions } from '../../organisation/institution-queries.server';
import { listPublicInstitutions } from '../../organisation/public-institutions.server';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';

export const INSTITUTION_LISTS = {
  institutions: defineList({
    open: 'institution.keep',
    search: institutionSearch,
    title: 'institution:list.title',
    find: (actor, { page: _page, ...filter }) => inPages((page) => listInstitutions(actor, filter, page)),
    columns: ({ text, number, date, coded, district, word }) => [
      text('institution:fact.name', (row) => row.name, 32),
      text('institution:fact.uscc', (row) => row.uscc, 22),
      number('institution:fact.siteNo', (row) => row.siteNo),
      text('institution:fact.districtCode', (row) => district(row.districtCode)),
      text('institution:fact.subdistrict', (row) => row.subdistrict),
      text('institution:fact.address', (row) => row.address, 32),
      text('institution:fact.operatorType', (row) => coded('organisation:operatorType', row.operatorType)),
      text('institution:list.filing', (row) => coded('organisation:filingStatus', row.filingStatus), 12),
      text('institution:fact.filingNo', (row) => row.filingNo, 24),
      date('institution:list.filedOn', (row) => row.filedOn),
      number('institution:places', (row) => row.places),
      text('institution:list.inclusive', (row) => word(row.isInclusive ? 'institution:yes' : 'institution:no'), 10),
      date('institution:change.dueOn', (row) => row.changeDueOn),
    ],
  }),
  'filed-institutions': defineList({
    open: 'everyone',
    search: publicInstitutionSearch,
    title: 'institution:public.title',
    find: (_actor, { page: _page, ...filter }) => inPages((page) => listPublicInstitutions(filter, page)),
    columns: ({ text, number, district, word }) => [
      text('institution:fact.name', (row) => row.name, 32),
      text('institution:fact.districtCode', (row) => district(row.districtCode)),
      text('institution:fact.subdistrict', (row) => row.subdistrict),
      text('institution:fact.address', (row) => row.address, 32),
      number('institution:places', (row) => row.places),
      text('institution:list.inclusive', (row) => word(row.isInclusive ? 'institution:yes' : 'institution:no'), 10),
    ],
  }),
};
