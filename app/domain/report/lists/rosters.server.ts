import { type DoubleRow, listDoubleRosters } from '../../person/double-queries.server';
import { doubleRosterSearch, rosterSearch } from '../../person/inputs';
import { listRosters } from '../../person/roster-queries.server';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';

const days = (entry: DoubleRow['first']): string => [entry.startOn, entry.endOn].filter(Boolean).join(' – ');

export const ROSTER_LISTS = {
  rosters: defineList({
    open: 'double_roster.decide',
    search: rosterSearch,
    title: 'roster:rosters.title',
    find: (actor, { page: _page, ...filter }, now) => inPages((page) => listRosters(actor, filter, now, page)),
    columns: ({ text, number, date, coded, district }) => [
      text('roster:rosters.name', (row) => row.name, 30),
      text('roster:rosters.district', (row) => district(row.districtCode), 12),
      text('roster:rosters.freshness', (row) => coded('roster:freshness', row.freshness), 12),
      date('roster:rosters.confirmedOn', (row) => row.confirmedOn),
      number('roster:rosters.staff', (row) => row.staff),
      number('roster:rosters.caregivers', (row) => row.caregivers),
      number('roster:rosters.off', (row) => row.off),
      number('roster:rosters.health', (row) => row.healthAlerts),
      number('roster:rosters.disputes', (row) => row.disputes),
    ],
  }),
  'double-rosters': defineList({
    open: 'double_roster.decide',
    search: doubleRosterSearch,
    title: 'roster:double.title',
    find: (actor, { state }) => inPages((page) => listDoubleRosters(actor, state, page)),
    columns: ({ text, date, coded, district }) => [
      text('roster:double.person', (row) => row.personName, 12),
      text('person:field.idNumber', (row) => row.idNumberMasked, 22),
      text('roster:double.first', (row) => `${row.first.institution} ${district(row.first.districtCode)} ${days(row.first)}`, 44),
      text('roster:double.second', (row) => `${row.second.institution} ${district(row.second.districtCode)} ${days(row.second)}`, 44),
      date('roster:double.raisedOn', (row) => row.raisedOn),
      text('roster:double.status', (row) => coded('roster:decision', row.decision), 18),
      date('roster:double.decidedOn', (row) => row.decidedOn),
      text('roster:double.reason', (row) => row.reason, 40),
    ],
  }),
};
