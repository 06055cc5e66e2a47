import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { closing, lesson, trainingClass } from '#db/schema';
import type { Evidence } from '~/domain/completion/closing';
import { evidenceHash } from '~/domain/completion/evidence-hash.server';
import { DEFAULT_PASS_RULE } from '~/domain/course/course';
import { DISTRICT_CODES } from '~/domain/organisation/districts';
import { addDays, beijingInstant, daysBetween } from '~/domain/shared/period';
import { lessonRow } from '../builders/classes';
import { insertRows } from '../insert-rows';
import { COURSES, courseNo, type ScaleCategory } from './ground';
import { scaleId } from './ids';

/** People of a class. */
export const CLASS_SIZE = 30;
/** Different sets of scores in a class. */
export const VARIANTS = 4;
const FIRST_DAY = '2023-01-10';
const SETTLED_DAYS = 12;
const CHUNK = 5_000;

const scoresOf = (variant: number) => ({ theory: 70 + variant * 5, practical: 78 + variant * 4.5 });

/** Closed classes of one day and two lessons, numbered from `first`, spread evenly up to two weeks ago. */
export async function addClasses(
  tx: Tx,
  run: number,
  category: ScaleCategory,
  plan: { first: number; count: number; today: string },
): Promise<void> {
  const span = daysBetween(FIRST_DAY, addDays(plan.today, -SETTLED_DAYS - 2));
  const numbers = Array.from({ length: plan.count }, (_, at) => ({
    n: plan.first + at,
    day: addDays(FIRST_DAY, Math.floor((at * span) / plan.count)),
  }));
  const classes = numbers.map(({ n, day }) => classRow(run, category, n, day));
  await insertRows(tx, trainingClass, classes);
  const lessons = numbers.flatMap(({ n, day }) => {
    const id = scaleId('class', run, n);
    const theory = lessonRow(id, 1, { on: day, from: '09:00', until: '10:30', kind: 'theory', moduleCode: 'M1' });
    const practice = lessonRow(id, 2, { on: day, from: '10:30', until: '12:00', kind: 'practice', moduleCode: 'M2' });
    return [
      { ...theory, id: scaleId('lesson', run, n * 2) },
      { ...practice, id: scaleId('lesson', run, n * 2 + 1) },
    ];
  });
  await insertRows(tx, lesson, lessons);
  await insertRows(
    tx,
    closing,
    classes.map((row, at) => ({
      id: scaleId('closing', run, plan.first + at),
      classId: row.id,
      kind: 'main' as const,
      status: 'approved' as const,
      submittedAt: beijingInstant(addDays(row.endsOn, 3), '10:00'),
      submittedBy: row.providerId,
      decisionDueOn: addDays(row.endsOn, 10),
      decidedAt: row.closedAt,
      decidedBy: row.closedBy,
    })),
  );
  await rememberEvidence(tx, numbers);
}

function classRow(run: number, category: ScaleCategory, n: number, day: string) {
  const provider = n % COURSES;
  const course = courseNo(category, provider);
  return {
    id: scaleId('class', run, n),
    courseId: scaleId('course', run, course),
    syllabusVersionId: scaleId('syllabus', run, course),
    providerId: scaleId('organisation', run, provider),
    districtCode: DISTRICT_CODES[provider] ?? null,
    code: `M${run}-${n + 1}`,
    term: `${day.slice(0, 4)}年`,
    delivery: 'on_site' as const,
    place: '测量用教室',
    capacity: CLASS_SIZE,
    enrolFromOn: addDays(day, -30),
    enrolUntilOn: addDays(day, -7),
    startsOn: day,
    endsOn: day,
    startsAt: beijingInstant(day, '09:00'),
    status: 'closed' as const,
    closedAt: beijingInstant(addDays(day, SETTLED_DAYS), '15:00'),
    closedBy: scaleId('organisation', run, provider),
    createdAt: beijingInstant(addDays(day, -35), '09:00'),
    isDemo: true,
  };
}

/** What the completions of a class rest on, with its hash, for the statement that writes them. */
async function rememberEvidence(tx: Tx, numbers: readonly { n: number; day: string }[]): Promise<void> {
  const hours = { theory: 90, practice: 90 };
  const rows = numbers.flatMap(({ n, day }) =>
    Array.from({ length: VARIANTS }, (_, variant) => {
      const { theory, practical } = scoresOf(variant);
      const evidence: Evidence = {
        passRule: DEFAULT_PASS_RULE,
        scheduled: hours,
        credited: hours,
        attendancePercent: 100,
        scores: [
          { kind: 'theory', points: theory, assessedOn: day },
          { kind: 'practical', points: practical, assessedOn: day },
        ],
      };
      return { class_no: n, variant, day, theory, practical, evidence, hash: evidenceHash(evidence) };
    }),
  );
  await tx.execute(sql`
    create temporary table if not exists scale_evidence
      (class_no int, variant int, day date, theory numeric, practical numeric, evidence jsonb, hash text, primary key (class_no, variant)) on commit drop`);
  for (let at = 0; at < rows.length; at += CHUNK) {
    await tx.execute(sql`
      insert into scale_evidence select * from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + CHUNK))}::jsonb)
        as x (class_no int, variant int, day date, theory numeric, practical numeric, evidence jsonb, hash text)`);
  }
}
