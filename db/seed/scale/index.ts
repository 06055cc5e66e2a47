import { like, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { trainingClass } from '#db/schema';
import { beijingDate } from '~/domain/shared/period';
import { addCompletions, STRIDE } from './completions';
import { addGround, CATEGORIES } from './ground';
import { addPeople } from './people';
import { addClasses, CLASS_SIZE } from './teaching';

const SHARE = { caregiver: 0.82, principal: 0.18 } as const;
/** Person-times per person. */
const TIMES = 2;
const PEOPLE_PER_INSTITUTION = 40;
const FIRST_NUMBER = 1_000_000;
const NUMBERS_PER_RUN = 200_000;

/** Runs so far: each adds to what is there. */
async function countRuns(tx: Tx): Promise<number> {
  const [row] = await tx.select({ runs: sql<number>`count(*)::int` }).from(trainingClass).where(like(trainingClass.code, 'M%-1'));
  return row?.runs ?? 0;
}

/**
 * `n` completions with everything behind them (classes, lessons, attendance, scores, closings, certificates, +1 entries
 * that are not folded yet), and people and institutions in proportion. No events: nobody is told, and a running
 * dispatcher has nothing to do. The same for the same database, `n` and day.
 */
export async function seedScale(tx: Tx, n: number, now: Date): Promise<void> {
  const run = await countRuns(tx);
  const institutions = Math.min(3_000, Math.max(34, Math.ceil(n / TIMES / PEOPLE_PER_INSTITUTION)));
  await addGround(tx, run, institutions);
  let first = 0;
  let firstClass = 0;
  let firstPerson = 0;
  for (const category of CATEGORIES) {
    const count = category === 'principal' ? n - first : Math.round(n * SHARE[category]);
    if (count === 0) continue;
    const classes = Math.ceil(count / CLASS_SIZE);
    const wanted = Math.max(CLASS_SIZE, Math.ceil(count / TIMES));
    const people = wanted % STRIDE === 0 ? wanted + 1 : wanted;
    const number = FIRST_NUMBER + run * NUMBERS_PER_RUN + firstPerson;
    await addPeople(tx, { run, from: firstPerson, until: firstPerson + people, number });
    await addClasses(tx, run, category, { first: firstClass, count: classes, today: beijingDate(now) });
    await addCompletions(tx, { run, category, first, firstClass, firstPerson, people, count, institutions });
    first += count;
    firstClass += classes;
    firstPerson += people;
  }
}
