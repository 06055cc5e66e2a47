import type { CourseCategory, PassRule, Syllabus } from '../course/course';
import { MINUTES_PER_HOUR } from '../course/course';
import { daySpan } from '../excel/day-span';
import { numberIn, type RowValues, textIn } from '../excel/import-kind';
import type { RowProblem } from '../excel/row-problem';
import { comparable } from '../shared/text';
import type { Evidence } from './closing';

/** What a row of an old ledger says about one training of one person. Minutes. */
export interface HistoricEntry {
  number: string | null;
  institution: string | null;
  category: CourseCategory | null;
  title: string | null;
  provider: string | null;
  startsOn: string | null;
  endsOn: string | null;
  completedOn: string | null;
  issuedOn: string | null;
  theoryMinutes: number;
  practiceMinutes: number;
  /** A grade was given: the training examined something. */
  assessed: boolean;
  failed: boolean;
}

const minutes = (hours: number | null): number => Math.round((hours ?? 0) * MINUTES_PER_HOUR);

export function historicEntry(values: RowValues): HistoricEntry {
  const span = daySpan(textIn(values, 'span') ?? '');
  const startsOn = textIn(values, 'startsOn') ?? span?.startsOn ?? null;
  const endsOn = textIn(values, 'endsOn') ?? span?.endsOn ?? startsOn;
  const theory = minutes(numberIn(values, 'theoryHours'));
  const practice = minutes(numberIn(values, 'practiceHours'));
  const all = minutes(numberIn(values, 'hours'));
  const grade = textIn(values, 'grade');
  return {
    number: textIn(values, 'number'),
    institution: textIn(values, 'institution'),
    category: textIn(values, 'category') as CourseCategory | null,
    title: textIn(values, 'title'),
    provider: textIn(values, 'provider'),
    startsOn,
    endsOn,
    completedOn: endsOn,
    issuedOn: textIn(values, 'issuedOn'),
    // A total that is not divided was lectures, as far as anybody can tell.
    theoryMinutes: theory > 0 || practice > 0 ? theory : all,
    practiceMinutes: practice,
    assessed: grade !== null,
    failed: grade !== null && (/不合格|未通过|不及格|缺考/.test(grade) || (/^\d+(\.\d+)?$/.test(grade) && Number(grade) < 60)),
  };
}

/** Records of the pilot institutions begin in 2019; whatever lies before was no training of this plan. */
const FIRST_YEAR = '2019-01-01';

export function historicProblems(values: RowValues, entry: HistoricEntry): RowProblem[] {
  const problems: RowProblem[] = [];
  const { startsOn, endsOn, issuedOn } = entry;
  const span = textIn(values, 'span');
  if (span !== null && daySpan(span) === null) problems.push({ column: 'span', code: 'date_span' });
  else if (startsOn === null) problems.push({ column: 'span' in values ? 'span' : 'startsOn', code: 'required' });
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) problems.push({ column: 'endsOn', code: 'ends_before_start' });
  if (startsOn !== null && startsOn < FIRST_YEAR) problems.push({ column: 'startsOn', code: 'completion_before_records' });
  if (issuedOn !== null && startsOn !== null && issuedOn < startsOn) problems.push({ column: 'issuedOn', code: 'completed_outside_class' });
  if (entry.theoryMinutes + entry.practiceMinutes === 0) problems.push({ column: 'hours', code: 'no_hours' });
  if (entry.failed) problems.push({ column: 'grade', code: 'completion_not_passed' });
  return problems;
}

/** One training: same provider, title, category and days, whatever the class was called. */
export const trainingKey = (providerId: string, entry: Pick<HistoricEntry, 'title' | 'category' | 'startsOn' | 'endsOn'>): string =>
  [providerId, comparable(entry.title ?? ''), entry.category, entry.startsOn, entry.endsOn].join('|');

/** Old ledgers say what was passed, not by which marks. */
const ASSESSED: PassRule = { minAttendancePercent: 0, hoursMustBeMet: false, minTheoryScore: 60, minPracticalScore: null };
const NOT_ASSESSED: PassRule = { ...ASSESSED, minTheoryScore: null };

export const historicPassRule = ({ assessed }: HistoricEntry): PassRule => (assessed ? ASSESSED : NOT_ASSESSED);

export const historicSyllabus = (entry: HistoricEntry): Syllabus => ({
  title: entry.title ?? '',
  categories: entry.category ? [entry.category] : [],
  audience: '',
  summary: '',
  delivery: 'on_site',
  passRule: historicPassRule(entry),
  modules: [
    {
      code: 'M1',
      title: entry.title ?? '',
      theoryMinutes: entry.theoryMinutes,
      practiceMinutes: entry.practiceMinutes,
      topics: [],
      outlineModuleCode: null,
    },
  ],
  outlines: [],
});

/** The evidence of a training from before the platform is the row of the file that told of it. */
export const historicEvidence = (entry: HistoricEntry, source: NonNullable<Evidence['source']>): Evidence => ({
  passRule: historicPassRule(entry),
  scheduled: { theory: entry.theoryMinutes, practice: entry.practiceMinutes },
  credited: { theory: entry.theoryMinutes, practice: entry.practiceMinutes },
  attendancePercent: 100,
  scores: [],
  source,
});
