import { owingSearch } from '../../health-care/training/inputs';
import { listOwing } from '../../health-care/training/owing-institutions.server';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';

export const HEALTH_CARE_LISTS = {
  'owing-institutions': defineList({
    open: 'class.manage',
    search: owingSearch,
    title: 'health:provider.title',
    find: (actor, { page: _page, ...filter }, now) => inPages((page) => listOwing(actor, filter, now, page)),
    columns: ({ text, number, date, coded, district }) => [
      text('health:provider.institution', (row) => row.name, 30),
      text('health:provider.district', (row) => district(row.districtCode), 12),
      text('health:provider.standing', (row) => coded('health:standing', row.standing), 16),
      date('health:provider.filedOn', (row) => row.filedOn),
      date('health:provider.dueOn', (row) => row.dueOn),
      number('health:provider.required', (row) => row.required),
      number('health:provider.trained', (row) => row.trained),
      number('health:provider.enrolled', (row) => row.enrolled),
      text('health:provider.contact', (row) => row.contactName, 12),
      text('health:provider.phone', (row) => row.contactPhone, 16),
    ],
  }),
};
