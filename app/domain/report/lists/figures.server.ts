import { getFigures } from '../../goal/figures.server';
import { MEASURED, MEASURED_METRICS, METRICS } from '../../goal/goal';
import { countedClassesSearch } from '../../goal/inputs';
import { listMeasuredTargets } from '../../goal/measured-targets.server';
import { listCountedClasses } from '../../goal/public-classes.server';
import { homeDistrict } from '../../goal/scope';
import { listUnusual, UNUSUAL } from '../../goal/unusual.server';
import { NotFound } from '../../shared/refusals';
import { defineList } from '../export-list.server';
import { noSearch } from './inputs';

export const FIGURE_LISTS = {
  targets: defineList({
    open: 'target.edit',
    search: noSearch,
    title: 'goal:targets.title',
    find: async () => {
      const [figures, ...measured] = await Promise.all([
        getFigures({ choices: [{}] }),
        ...MEASURED_METRICS.map((metric) => listMeasuredTargets(metric)),
      ]);
      const periods = [...new Map(figures.map(({ period }) => [period.id, period])).values()].reverse();
      const targetOf = (periodId: string) =>
        METRICS.map((metric) => figures.find((each) => each.period.id === periodId && each.metric === metric)?.target ?? null);
      const rows = periods.map((period) => ({
        ...period,
        targets: targetOf(period.id),
        measured: measured.map((all) => all.find((each) => each.period.id === period.id)?.value ?? null),
      }));
      return { rows, total: rows.length };
    },
    columns: ({ text, date, number, language, word }) => [
      text('goal:targets.column.period', (row) => (language === 'en' ? row.nameEn : row.nameZh), 28),
      date('goal:targets.startsOn', (row) => row.startsOn),
      date('goal:targets.endsOn', (row) => row.endsOn),
      ...METRICS.map((metric, index) =>
        number({ said: `${word('goal:target')} · ${word(`goal:metricShort.${metric}`)}` }, (row) => row.targets[index], 16),
      ),
      ...MEASURED_METRICS.map((metric, index) =>
        number(
          { said: `${word('goal:target')} · ${word(`goal:metricShort.${metric}`)} ${MEASURED[metric].unit}` },
          (row) => row.measured[index],
          16,
        ),
      ),
    ],
  }),
  unusual: defineList({
    open: 'figures.read',
    search: noSearch,
    title: 'goal:unusual.title',
    find: async (actor) => {
      const rows = unusualRows(await listUnusual(homeDistrict(actor)));
      return { rows, total: rows.length };
    },
    columns: ({ text, number, word }) => [
      text('goal:export.finding', (row) => word(`goal:unusual.${row.finding}`, { limit: row.limit }), 36),
      text('goal:export.what', (row) => row.what, 36),
      text('goal:unusual.column.provider', (row) => row.provider, 28),
      number('goal:unusual.column.people', (row) => row.people),
      number('goal:unusual.column.passed', (row) => row.passed),
      number('goal:unusual.column.times', (row) => row.times),
    ],
  }),
  'counted-classes': defineList({
    open: 'everyone',
    search: countedClassesSearch,
    title: 'home:classes.title',
    find: async (_actor, { period, metric }) => {
      const found = period ? await listCountedClasses({ periodId: period, metric }) : null;
      if (!found) throw new NotFound();
      return { rows: found.shown, total: found.shown.length };
    },
    columns: ({ text, number, district }) => [
      text('home:classes.course', (row) => row.courseTitle, 32),
      text('home:classes.code', (row) => row.classCode, 20),
      text('home:join.provider', (row) => row.providerName, 28),
      text('home:classes.district', (row) => district(row.districtCode)),
      text('home:classes.month', (row) => row.month, 10),
      number('goal:personTimes', (row) => row.personTimes),
    ],
  }),
};

type Found = Awaited<ReturnType<typeof listUnusual>>;

const unusualRows = ({ passRates, largeClasses, busyPeople, busyMonths }: Found) => {
  const ofClass = (finding: 'passRates' | 'largeClasses') => (row: Found['passRates'][number]) => ({
    finding,
    limit: UNUSUAL.classSize,
    what: `${row.courseTitle} ${row.code}`,
    provider: row.providerName,
    people: row.people,
    passed: row.passed,
    times: null,
  });
  const nobody = { provider: null, people: null, passed: null };
  return [
    ...passRates.map(ofClass('passRates')),
    ...largeClasses.map(ofClass('largeClasses')),
    ...busyPeople.map((row) => ({
      ...nobody,
      finding: 'busyPeople' as const,
      limit: UNUSUAL.completionsOfPerson,
      what: `${row.name} ${row.year}`,
      times: row.times,
    })),
    ...busyMonths.map((row) => ({
      ...nobody,
      finding: 'busyMonths' as const,
      limit: UNUSUAL.monthOfCity,
      what: row.month,
      times: row.personTimes,
    })),
  ];
};
