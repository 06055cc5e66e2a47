import { cityPlacementSearch, placementSearch } from '../../talent/placement/inputs';
import { countPlacements, listCityPlacements, listInstitutionsOver, listPlacements } from '../../talent/placement/list-queries.server';
import { listMyPlacements } from '../../talent/placement/page-queries.server';
import type { PlacementItem } from '../../talent/placement/rows.server';
import type { Columns } from '../export-columns.server';
import { defineList } from '../export-list.server';
import { inPages } from '../rows-in-pages.server';
import { noSearch } from './inputs';

const whole = <Row>(rows: readonly Row[]) => ({ rows, total: rows.length });

const insuranceOf = ({ insuranceNo, insuredUntilOn }: PlacementItem): string =>
  insuranceNo !== '' && insuredUntilOn !== null ? `${insuranceNo}（至 ${insuredUntilOn}）` : insuranceNo;
/** The days that were, where it ended early. */
const daysOf = ({ fromOn, untilOn }: PlacementItem): string => `${fromOn}—${untilOn}`;

/** 实习台账 in the columns that colleges keep; what the import reads is what this writes. */
const ledger = ({ text, coded }: Columns<PlacementItem>) => [
  text('placement:ledger.college', (row) => row.college, 26),
  text('placement:ledger.major', (row) => row.major, 22),
  text('placement:ledger.className', (row) => row.className, 14),
  text('placement:ledger.name', (row) => row.name, 12),
  text('placement:ledger.studentNo', (row) => row.studentNo, 16),
  text('placement:ledger.institution', (row) => row.institution, 28),
  text('placement:ledger.role', (row) => coded('person:role', row.role), 14),
  text('placement:ledger.days', daysOf, 26),
  text('placement:ledger.agreementNo', (row) => row.agreementNo, 20),
  text('placement:ledger.insurance', insuranceOf, 28),
  text('placement:ledger.mentors', (row) => `${row.collegeMentor}/${row.institutionMentor}`, 22),
  text('placement:ledger.assessment', (row) => coded('placement:result', row.result), 12),
];

export const PLACEMENT_LISTS = {
  placements: defineList({
    open: 'placement.check',
    search: placementSearch,
    title: 'placement:ledger.title',
    find: (actor, { page: _page, ...filter }, now) => inPages((page) => listPlacements(actor, filter, now, page)),
    columns: ledger,
  }),
  'city-placements': defineList({
    open: 'figures.read',
    search: cityPlacementSearch,
    title: 'placement:ledger.title',
    find: (actor, search, now) => inPages((page) => listCityPlacements(actor, search, now, page)),
    columns: ledger,
  }),
  'placement-counts': defineList({
    open: 'figures.read',
    search: cityPlacementSearch,
    title: 'placement:city.title',
    find: async (actor, search) => whole((await countPlacements(actor, search)).map((row) => ({ ...row, by: search.by }))),
    columns: ({ text, number, district }) => [
      text('placement:city.key', (row) => (row.by === 'district' ? district(row.key || null) : row.label || row.key), 30),
      number('placement:city.all', (row) => row.all),
      number('placement:city.proposed', (row) => row.proposed),
      number('placement:city.accepted', (row) => row.accepted),
      number('placement:city.finished', (row) => row.finished),
      number('placement:city.brokenOff', (row) => row.brokenOff),
      number('placement:city.declined', (row) => row.declined),
      number('placement:city.takenOn', (row) => row.takenOn),
      number('placement:city.students', (row) => row.students),
    ],
  }),
  'placements-over': defineList({
    open: 'figures.read',
    search: noSearch,
    title: 'placement:city.overTitle',
    find: async (actor, _search, now) => whole(await listInstitutionsOver(actor, now)),
    columns: ({ text, number, district, coded }) => [
      text('placement:field.institution', (row) => row.name, 30),
      text('placement:field.district', (row) => district(row.districtCode), 12),
      number('placement:share.interns', (row) => row.total.interns),
      number('placement:share.staff', (row) => row.total.staff),
      text(
        'placement:city.overPosts',
        (row) =>
          row.posts
            .filter((post) => post.isOver)
            .map((post) => `${coded('person:role', post.role)} ${post.interns}/${post.staff}`)
            .join('；'),
        40,
      ),
    ],
  }),
  'my-placement-log': defineList({
    open: 'placement.log',
    search: noSearch,
    title: 'placement:mine.log',
    find: async (actor, _search, now) =>
      whole(
        (await listMyPlacements(actor, now)).flatMap(({ institution, weeks }) =>
          weeks.flatMap((week) => week.entries.map((entry) => ({ ...entry, institution, checks: week.checks }))),
        ),
      ),
    columns: ({ text, number, date }) => [
      text('placement:field.institution', (row) => row.institution, 28),
      date('placement:mine.day', (row) => row.day),
      number('placement:mine.hours', (row) => Math.round(row.minutes / 6) / 10, 8),
      text('placement:mine.text', (row) => row.text, 60),
      date('placement:side.college', (row) => row.checks.college?.at),
      date('placement:side.institution', (row) => row.checks.institution?.at),
    ],
  }),
};
