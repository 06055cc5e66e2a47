import { TITLE_LEVELS, TITLE_SERIES, type TitleLevel, type TitleSeries } from './certificate';

/** Stands for the district of people on no roster. */
export const NO_POST = 'none';

/** How many people have a title of this series and level as their highest, by district of the main post. */
export interface TitleCell {
  series: TitleSeries;
  level: TitleLevel;
  district: string;
  persons: number;
}

/** What a number of titles is narrowed to. */
export interface TitleChoice {
  series?: TitleSeries;
  level?: TitleLevel;
  district?: string;
}

type ByLevel = Record<TitleLevel, number>;

const byLevel = (cells: readonly TitleCell[]): ByLevel & { total: number } => {
  const of = (level: TitleLevel) => cells.filter((cell) => cell.level === level).reduce((sum, { persons }) => sum + persons, 0);
  const counts = Object.fromEntries(TITLE_LEVELS.map((level) => [level, of(level)])) as ByLevel;
  return { ...counts, total: Object.values(counts).reduce((sum, n) => sum + n, 0) };
};
export type TitleCounts = ReturnType<typeof byLevel>;

/** The cells of a choice as two tables: by series within a district or all, by district within a series or all. */
export function titleTables(cells: readonly TitleCell[], { series, district }: TitleChoice) {
  const inDistrict = cells.filter((cell) => district === undefined || cell.district === district);
  const inSeries = cells.filter((cell) => series === undefined || cell.series === series);
  return {
    bySeries: TITLE_SERIES.map((each) => ({ series: each, counts: byLevel(inDistrict.filter((cell) => cell.series === each)) })).filter(
      (row) => row.counts.total > 0,
    ),
    allSeries: byLevel(inDistrict),
    byDistrict: [...new Set(inSeries.map((cell) => cell.district))]
      .sort()
      .map((each) => ({ district: each, counts: byLevel(inSeries.filter((cell) => cell.district === each)) })),
    allDistricts: byLevel(inSeries),
  };
}
