import type { Tx } from '#db/client';
import { course, courseModule, institutionFile, institutionPeriod, organisation, syllabusVersion } from '#db/schema';
import { DEFAULT_PASS_RULE } from '~/domain/course/course';
import { DISTRICT_CODES } from '~/domain/organisation/districts';
import { OPERATOR_TYPES } from '~/domain/organisation/organisation';
import { beijingInstant } from '~/domain/shared/period';
import { syllabusOf, TWO_MODULES } from '../builders/courses';
import { syntheticUscc } from '../builders/synthetic';
import { insertRows } from '../insert-rows';
import { scaleId } from './ids';

const FOUNDED = beijingInstant('2022-09-01', '09:00');
/** Courses per category; as many providers teach one of each. */
export const COURSES = 17;
const USCC_FROM = 700_000;
const FILED_ON = '2022-03-01';

export const CATEGORIES = ['caregiver', 'principal'] as const;
export type ScaleCategory = (typeof CATEGORIES)[number];
export const courseNo = (category: ScaleCategory, provider: number): number => CATEGORIES.indexOf(category) * COURSES + provider;

/** Commissions are not made: the person-times need only districts, institutions, providers and their courses. */
export async function addGround(tx: Tx, run: number, institutions: number): Promise<void> {
  const basic = { status: 'approved' as const, createdAt: FOUNDED, isDemo: true };
  const district = (n: number) => DISTRICT_CODES[n % DISTRICT_CODES.length] ?? '110105';
  const homes = Array.from({ length: institutions }, (_, n) => ({
    ...basic,
    id: scaleId('organisation', run, COURSES + n),
    kind: 'institution' as const,
    name: `测量用托育园${run}-${n + 1}（演示）`,
    districtCode: district(n * 5 + Math.floor(n / 17)),
    uscc: syntheticUscc(USCC_FROM + run * 3_000 + n),
    operatorType: OPERATOR_TYPES[n % OPERATOR_TYPES.length] ?? 'private',
    filingStatus: 'filed' as const,
    filedOn: FILED_ON,
  }));
  await insertRows(tx, organisation, [
    ...Array.from({ length: COURSES }, (_, n) => ({
      ...basic,
      id: scaleId('organisation', run, n),
      kind: 'college' as const,
      name: `测量用学院${run}-${n + 1}（演示）`,
      districtCode: district(n),
      categories: [...CATEGORIES],
    })),
    ...homes,
  ]);
  await insertRows(
    tx,
    institutionFile,
    homes.map(({ id }) => ({ organisationId: id, capacity: 60, updatedAt: FOUNDED })),
  );
  await insertRows(
    tx,
    institutionPeriod,
    homes.map(({ id, filingStatus, operatorType, districtCode }, n) => ({
      id: scaleId('institutionPeriod', run, n),
      institutionId: id,
      fromOn: FILED_ON,
      untilOn: null,
      ...{ filingStatus, operatorType, districtCode },
      createdAt: FOUNDED,
    })),
  );
  for (const category of CATEGORIES) await addCourses(tx, run, category);
}

async function addCourses(tx: Tx, run: number, category: ScaleCategory): Promise<void> {
  const rows = Array.from({ length: COURSES }, (_, provider) => ({
    id: scaleId('course', run, courseNo(category, provider)),
    providerId: scaleId('organisation', run, provider),
    title: `${category === 'caregiver' ? '保育人员' : '负责人'}提升课程${run}-${provider + 1}`,
    categories: [category],
    audience: '托育机构从业人员',
    summary: '用于测量的课程。',
    delivery: 'on_site' as const,
    status: 'published' as const,
    passRule: DEFAULT_PASS_RULE,
    publishedAt: FOUNDED,
    createdAt: FOUNDED,
    updatedAt: FOUNDED,
    isDemo: true,
  }));
  await insertRows(tx, course, rows);
  await insertRows(
    tx,
    syllabusVersion,
    rows.map((row, provider) => ({
      id: scaleId('syllabus', run, courseNo(category, provider)),
      courseId: row.id,
      version: 1,
      content: syllabusOf(row, TWO_MODULES),
      approvedAt: FOUNDED,
      approvedBy: row.providerId,
    })),
  );
  const modules = rows.flatMap((row, at) =>
    TWO_MODULES.map((module, nth) => ({
      ...module,
      id: scaleId('module', run, courseNo(category, at) * 2 + nth),
      courseId: row.id,
      position: nth + 1,
    })),
  );
  await insertRows(tx, courseModule, modules);
}
